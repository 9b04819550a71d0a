import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { bagInfoText, BAG_DECLARATION, manifestText, tagFiles } from '../../../shared/archive/bag'
import { actionsCsvPath, type BundleFile, bundleFiles, paperPaths } from '../../../shared/archive/bundle-files'
import { loadDoc, readRecord } from '../../../shared/record/document'
import { fail, ok, type Result } from '../../../shared/result'
import type { HostError } from '../../../shared/host-contract'
import type { FileSystem } from '../files/file-system'
import type { JobTools, MinutesInput, MinutesOutput, NamedFile, SaveInput, SaveOutput } from '../jobs/job'
import { seldom } from '../jobs/seldom'
import { LARGEST_BUNDLE } from '../materials/store'
import { writeUnderFreeName } from './free-name'
import { DamagedMaterial, materialEntry, storedMaterials } from './material-entries'
import { type PaperSetter, renderBundle, type RenderedBundle } from './renderings'
import { type ZipEntry, zipStream } from './zip-writer'

/** For those who share the drive; the system takes away what it does not allow. */
const permissions = 0o666

/** ARC10: writes one bundle, reads it back, and only then gives it its name. An existing file is never overwritten. */
export async function saveArchive(
  files: FileSystem,
  input: SaveInput,
  tools: JobTools,
  setter: PaperSetter,
  limit = LARGEST_BUNDLE,
): Promise<Result<SaveOutput, HostError>> {
  const record = readRecord(loadDoc(input.parts.filter(({ docId }) => docId === 'record').map(({ update }) => update)))
  const stored = new Set(await storedMaterials(files, input.materialsFolder, Object.values(record.materials)))
  for (;;) {
    try {
      return await saveWith(stored, files, input, tools, setter, limit)
    } catch (error) {
      // Materials are compared while they are written: the bundle is begun again without one that is damaged, which is rare.
      if (!(error instanceof DamagedMaterial) || !stored.delete(error.sha512)) throw error
    }
  }
}

async function saveWith(
  present: ReadonlySet<string>,
  files: FileSystem,
  input: SaveInput,
  { onProgress, signal }: JobTools,
  setter: PaperSetter,
  limit: number,
): Promise<Result<SaveOutput, HostError>> {
  onProgress('Making the documents', 0, 1)
  const rendered = await renderBundle({ ...input, present }, setter)
  if (!rendered) return fail(noReview)
  signal.throwIfAborted()
  const { bundle, replaced, unset } = rendered
  const entries = zipEntries(files, rendered, input.materialsFolder)
  const total = entries.reduce((sum, entry) => sum + ('bytes' in entry ? entry.bytes.length : entry.size), 0)
  if (total + zipOverhead(entries) > limit) return fail(tooLarge(limit))
  // By time: on a slow drive a hundredth of a large bundle would be a silence that counts as a drive that does not answer.
  const tell = (step: string) => seldom((bytes) => onProgress(step, Math.min(bytes, total), total))
  const name = { folder: input.folder, stem: bundle.name, ending: '.zip' }
  const written = await writeUnderFreeName(files, name, () => zipStream(entries, bundle.lastChange), {
    ...markOf(input),
    signal,
    permissions,
    onProgress: tell('Writing'),
    onReadBack: tell('Reading back'),
  })
  if (!written.ok) return written
  const beside = input.beside ? await writeBeside(files, input, rendered) : { beside: [], notBeside: [] }
  return ok({ title: bundle.title, missing: bundle.missing, replaced, unset, ...beside, ...written.value })
}

/** ARC10: what could be written but never opened or verified again is not written. */
const tooLarge = (limit: number): HostError => ({
  kind: 'too-large',
  message:
    `the bundle would be larger than ${Math.round(limit / (1024 * 1024))} MB and could not be opened again; nothing was written, ` +
    'and the review is safe here. Take out large materials and save again',
})

/** At least what the headers of a zip take: each entry's name stands in it twice. */
function zipOverhead(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { path }) => sum + 2 * Buffer.byteLength(path) + 200, 100)
}

/** RND7: the minutes alone, for people who only want to read. */
export async function saveMinutes(
  files: FileSystem,
  input: MinutesInput,
  { onProgress, signal }: JobTools,
  setter: PaperSetter,
): Promise<Result<MinutesOutput, HostError>> {
  onProgress('Making the documents', 0, 1)
  const bundle = bundleFiles({ ...input, withDesk: false, present: new Set() })
  const file = bundle?.files.find(({ path }) => path === paperPaths.minutesPdf)
  if (!bundle || file?.kind !== 'pdf') return fail(noReview)
  const { bytes, replaced } = setter.pdf(file.paper)
  const name = { folder: input.folder, stem: `${bundle.name}-minutes`, ending: '.pdf' }
  const written = await writeUnderFreeName(files, name, () => [bytes], { ...markOf(input), signal, permissions })
  return written.ok ? ok({ title: bundle.title, replaced, ...written.value }) : written
}

const markOf = ({ mark }: Pick<SaveInput, 'mark'>) => mark !== undefined && { mark }

const noReview: HostError = { kind: 'bad-request', message: 'there is no review in what was sent', details: ['parts'] }

/** RND7: beside the bundle, loose, what most people want. The bundle is safe by then: what cannot be written is named and fails nothing. */
async function writeBeside(files: FileSystem, input: SaveInput, { bundle, bytes }: RenderedBundle) {
  const beside: NamedFile[] = []
  const notBeside: string[] = []
  const loose = [
    [paperPaths.minutesPdf, '-minutes', '.pdf'],
    [actionsCsvPath, '-actions', '.csv'],
  ] as const
  for (const [path, mark, ending] of loose) {
    const content = bytes.get(path)
    const stem = `${bundle.name}${mark}`
    const name = { folder: input.folder, stem, ending }
    const options = { ...markOf(input), permissions, patienceMs: 5_000 }
    const written = content && (await writeUnderFreeName(files, name, () => [content], options))
    if (written?.ok) {
      const { path: at, ...facts } = written.value
      beside.push({ name: basename(at), ...facts })
    } else notBeside.push(`${stem}${ending}`)
  }
  return { beside, notBeside }
}

/** The bag (RFC 8493) in one folder, tag files first. */
function zipEntries(files: FileSystem, { bundle, bytes: rendered }: RenderedBundle, materialsFolder: string): ZipEntry[] {
  const payload = bundle.files.map((file) => payloadEntry(files, file, rendered, materialsFolder))
  const bytes = payload.reduce((sum, { entry }) => sum + ('bytes' in entry ? entry.bytes.length : entry.size), 0)
  const info = bagInfoText([...bundle.info, ['Payload-Oxum', `${bytes}.${payload.length}`]])
  const manifest = manifestText(payload.map(({ entry, sha512 }) => ({ path: entry.path, sha512 })))
  const tags = [
    [tagFiles.declaration, BAG_DECLARATION],
    [tagFiles.info, info],
    [tagFiles.manifest, manifest],
  ].map(([path = '', text = '']) => ({ path, bytes: Buffer.from(text) }))
  const tagManifest = manifestText(tags.map(({ path, bytes: content }) => ({ path, sha512: sha512Of(content) })))
  return [...tags, { path: tagFiles.tagManifest, bytes: Buffer.from(tagManifest) }, ...payload.map(({ entry }) => entry)].map(
    (entry) => ({ ...entry, path: `${bundle.name}/${entry.path}` }),
  )
}

function payloadEntry(
  files: FileSystem,
  file: BundleFile,
  rendered: RenderedBundle['bytes'],
  materialsFolder: string,
): { entry: ZipEntry; sha512: string } {
  if (file.kind === 'material') return { entry: materialEntry(files, materialsFolder, file.path, file), sha512: file.sha512 }
  const bytes = rendered.get(file.path) ?? new Uint8Array()
  return { entry: { path: file.path, bytes }, sha512: sha512Of(bytes) }
}

function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex')
}
