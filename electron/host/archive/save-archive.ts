import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { bagInfoText, BAG_DECLARATION, manifestText, tagFiles } from '../../../shared/archive/bag'
import { type Bundle, type BundleFile, bundleFiles } from '../../../shared/archive/bundle-files'
import { loadDoc, readRecord } from '../../../shared/record/document'
import { fail, ok, type Result } from '../../../shared/result'
import type { HostError } from '../../../shared/host-contract'
import type { FileSystem } from '../files/file-system'
import { hashOfFile, writeSafely, type Written } from '../files/safe-write'
import type { JobTools, SaveInput, SaveOutput } from '../jobs/job'
import { isMaterialName, materialPath } from '../materials/store'
import { csvText } from './csv'
import { type ZipEntry, zipStream } from './zip-writer'

/** Names tried beside the first: "(2)" to "(999)". */
const MOST_TWINS = 999

/** ARC10: writes one bundle, reads it back, and only then gives it its name. An existing file is never overwritten. */
export async function saveArchive(
  files: FileSystem,
  input: SaveInput,
  { onProgress, signal }: JobTools,
): Promise<Result<SaveOutput, HostError>> {
  const present = await wholeMaterials(files, input, onProgress, signal)
  const bundle = bundleFiles({ ...input, present: new Set(present.keys()) })
  if (!bundle) return fail({ kind: 'bad-request', message: 'there is no review in what was sent', details: ['parts'] })
  const entries = zipEntries(bundle, present, input.materialsFolder)
  const total = entries.reduce((sum, entry) => sum + ('bytes' in entry ? entry.bytes.length : entry.size), 0)
  const tell = seldom(onProgress)
  const written = await writeUnderFreeName(files, input.folder, bundle.name, () => zipStream(entries, bundle.lastChange), {
    signal,
    permissions: 0o666, // for those who share the drive; the system takes away what it does not allow
    onProgress: (bytes) => tell(bytes >= total ? 'Reading back' : 'Writing', Math.min(bytes, total), total),
  })
  if (!written.ok) return written
  return ok({ title: bundle.title, missing: bundle.missing, ...written.value })
}

/** Sizes of the materials whose bytes are in the store and still are what they were. */
type Whole = ReadonlyMap<string, number>

async function wholeMaterials(
  files: FileSystem,
  { parts, materialsFolder }: SaveInput,
  onProgress: JobTools['onProgress'],
  signal: AbortSignal,
): Promise<Whole> {
  const record = readRecord(loadDoc(parts.filter(({ docId }) => docId === 'record').map(({ update }) => update)))
  const wanted = [...new Set(Object.values(record.materials).map(({ sha512 }) => sha512))].filter(isMaterialName)
  const whole = new Map<string, number>()
  for (const [at, sha512] of wanted.entries()) {
    signal.throwIfAborted()
    onProgress('Checking materials', at, wanted.length)
    const found = await hashOfFile(files, materialPath(materialsFolder, sha512)).catch(() => null)
    if (found?.sha512 === sha512) whole.set(sha512, found.bytes)
  }
  return whole
}

/** The bag (RFC 8493) in one folder, tag files first. */
function zipEntries(bundle: Bundle, whole: Whole, materialsFolder: string): ZipEntry[] {
  const payload = bundle.files.map((file) => payloadEntry(file, whole, materialsFolder))
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

function payloadEntry(file: BundleFile, whole: Whole, materialsFolder: string): { entry: ZipEntry; sha512: string } {
  if (file.kind === 'material') {
    const open = () => Promise.resolve(createReadStream(materialPath(materialsFolder, file.sha512)))
    return { entry: { path: file.path, size: whole.get(file.sha512) ?? file.bytes, open }, sha512: file.sha512 }
  }
  const bytes = bytesOf(file)
  return { entry: { path: file.path, bytes }, sha512: sha512Of(bytes) }
}

function bytesOf(file: Exclude<BundleFile, { kind: 'material' }>): Uint8Array {
  if (file.kind === 'bytes') return file.bytes
  return Buffer.from(file.kind === 'text' ? file.text : csvText(file.table))
}

function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex')
}

async function writeUnderFreeName(
  files: FileSystem,
  folder: string,
  name: string,
  source: () => AsyncIterable<Uint8Array>,
  options: Parameters<typeof writeSafely>[3],
): Promise<Result<Written & { path: string }, HostError>> {
  for (let twin = 1; twin <= MOST_TWINS; twin++) {
    const path = join(folder, `${name}${twin === 1 ? '' : ` (${twin})`}.zip`)
    // Looked at first, so that a large bundle is not written only to find its name taken.
    const isTaken = await files.stat(path).then(
      () => true,
      () => false,
    )
    if (isTaken) continue
    const written = await writeSafely(files, path, source, { ...options, keepExisting: true })
    if (written.ok) return ok({ path, ...written.value })
    if (!written.error.details?.includes('exists')) return written
  }
  return fail({ kind: 'failed', message: 'the folder has too many bundles of this name' })
}

/** Tells at most every hundredth of the whole, and every change of step. */
function seldom(onProgress: JobTools['onProgress']): JobTools['onProgress'] {
  let last = { step: '', done: 0 }
  return (step, done, total) => {
    if (step === last.step && done - last.done < total / 100) return
    last = { step, done }
    onProgress(step, done, total)
  }
}
