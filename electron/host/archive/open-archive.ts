import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import { logPath, payloadPath, reviewJsonPath, ydocPaths } from '../../../shared/archive/bundle-files'
import { printable } from '../../../shared/archive/names'
import { type DocId, type LogLine, logLineSchema } from '../../../shared/record/commit'
import { loadDoc, readRecord } from '../../../shared/record/document'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import type { FileSystem } from '../files/file-system'
import { hashOfFile } from '../files/safe-write'
import type { JobTools, OpenInput, OpenOutput, Parts, VerifyInput, VerifyOutput } from '../jobs/job'
import { seldom } from '../jobs/seldom'
import { isMaterialName, materialPath, storeMaterial } from '../materials/store'
import { type VerifiedBundle, withVerifiedBundle } from './bundle-reader'

const overviewSchema = z.object({ format: z.literal('review-room'), reviewId: z.string() })
const entryLine = logLineSchema.omit({ payload: true })
const payloadLine = logLineSchema.pick({ hash: true, payload: true })

/** ARC9, ARC14: verifies the whole bundle, understands it, and only then stores its materials. */
export function openArchive(
  files: FileSystem,
  { bundle: path, materialsFolder }: OpenInput,
  tools: JobTools,
): Promise<Result<OpenOutput, HostError>> {
  return withVerifiedBundle(path, tools, async (bundle) => {
    const understood = await understand(bundle)
    if ('file' in understood) return fail({ kind: 'malformed', message: 'a file cannot be read', details: [understood.file] })
    const stored = await storeMaterials(files, bundle, materialsFolder, tools)
    return stored.ok ? ok(understood) : stored
  })
}

/** Compares every file of a saved bundle with its manifest; DLV15: and the whole with what was delivered, for another bundle can be valid too. */
export function verifyArchive({ path, sha512 }: VerifyInput, tools: JobTools): Promise<Result<VerifyOutput, HostError>> {
  return withVerifiedBundle(path, tools, async ({ files, whole }) => {
    if (sha512 === undefined || (await hashOf(whole(), tools)) === sha512) return ok({ files })
    return fail({ kind: 'altered', message: 'this is not the file that was delivered', details: [printable(basename(path))] })
  })
}

async function hashOf(content: AsyncIterable<Uint8Array>, { onProgress, signal }: JobTools): Promise<string> {
  const hash = createHash('sha512')
  // The drive is heard while a large file is read.
  const tell = seldom((bytes) => onProgress('Reading back', bytes, 0))
  let bytes = 0
  for await (const chunk of content) {
    signal.throwIfAborted()
    hash.update(chunk)
    tell((bytes += chunk.length))
  }
  return hash.digest('hex')
}

/** ARC15: what the bundle holds, or the file that does not say what it should. */
async function understand(bundle: VerifiedBundle): Promise<OpenOutput | { readonly file: string }> {
  let file: string = reviewJsonPath
  const text = async (path: string): Promise<string> => {
    file = path
    return new TextDecoder('utf-8', { fatal: true }).decode(await bundle.read(path))
  }
  try {
    const overview = overviewSchema.parse(JSON.parse(await text(reviewJsonPath)))
    const parts: { docId: DocId; update: Uint8Array }[] = []
    for (const [docId, path] of Object.entries(ydocPaths)) {
      if (docId === 'desk' && !bundle.manifest.has(path)) continue
      file = path
      const update = new Uint8Array(await bundle.read(path))
      loadDoc([update])
      parts.push({ docId: docId as DocId, update })
    }
    file = ydocPaths.record
    const review = readRecord(loadDoc(updatesOf(parts, 'record'))).review['review']
    if (review?.reviewId !== overview.reviewId) return { file }
    const entries = jsonLines(await text(logPath), entryLine)
    const payloads = new Map(jsonLines(await text(payloadPath), payloadLine).map(({ hash, payload }) => [hash, payload]))
    const log = entries.map((entry): LogLine => {
      const payload = payloads.get(entry.hash)
      return payload ? { ...entry, payload } : entry
    })
    return { reviewId: review.reviewId, title: review.title, parts, log }
  } catch {
    return { file }
  }
}

function updatesOf(parts: Parts, wanted: DocId): Uint8Array[] {
  return parts.filter(({ docId }) => docId === wanted).map(({ update }) => update)
}

function jsonLines<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}

async function storeMaterials(
  files: FileSystem,
  { manifest, stream }: VerifiedBundle,
  folder: string,
  { onProgress, signal }: JobTools,
): Promise<Result<null, HostError>> {
  const materials = [...manifest].filter(([path]) => path.startsWith('data/materials/'))
  for (const [at, [path, sha512]] of materials.entries()) {
    signal.throwIfAborted()
    onProgress('Taking over materials', at, materials.length)
    // MTS2: a copy that is there but damaged is replaced by the good one.
    const known = isMaterialName(sha512) ? await hashOfFile(files, materialPath(folder, sha512)).catch(() => null) : null
    if (known?.sha512 === sha512) continue
    const stored = await storeMaterial(files, folder, stream(path))
    if (!stored.ok) return stored
  }
  return ok(null)
}
