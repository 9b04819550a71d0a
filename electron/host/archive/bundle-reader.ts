import { createHash } from 'node:crypto'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BUNDLE_FORMAT, parseBagInfo, parseManifest, tagFiles } from '../../../shared/archive/bag'
import { folded, safeFileName } from '../../../shared/archive/names'
import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import { errorCode, fileError } from '../files/file-error'
import type { JobTools } from '../jobs/job'
import { LARGEST_MATERIAL } from '../../../shared/review/materials'
import { LARGEST_BUNDLE } from '../materials/store'

const MOST_ENTRIES = 20_000
/** Largest file that is read into memory, in bytes. */
const LARGEST_RECORD = 256 * 1024 * 1024
const LONGEST_SEGMENT = 200

/** A bundle of which every file was compared with its manifest. */
export interface VerifiedBundle {
  /** Payload: path in the bag to sha512. */
  readonly manifest: ReadonlyMap<string, string>
  readonly files: number
  read(path: string): Promise<Uint8Array>
  stream(path: string): Promise<AsyncIterable<Uint8Array>>
}

/** Thrown inside this file only; becomes the answer. */
class Refused extends Error {
  constructor(readonly error: HostError) {
    super(error.message)
  }
}

const malformed = (message: string, ...details: string[]): Refused =>
  new Refused({ kind: 'malformed', message, ...(details.length > 0 && { details }) })
const altered = (names: readonly string[]): Refused =>
  new Refused({ kind: 'altered', message: 'files differ from the manifest', details: [...names].slice(0, 20) })

/**
 * ARC7: opens a bundle for `use` only after its whole form and every byte of it were checked; refuses it as a whole, by name of file.
 * Nothing is written.
 */
export async function withVerifiedBundle<Value>(
  path: string,
  { onProgress, signal }: JobTools,
  use: (bundle: VerifiedBundle) => Promise<Result<Value, HostError>>,
): Promise<Result<Value, HostError>> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch((error: unknown) => {
      if (errorCode(error)) throw error
      throw malformed('this is not a zip file')
    })
    const entries = await entriesOf(zip)
    const bag = { zip, entries }
    const manifest = await checkBag(bag, onProgress, signal)
    return await use({
      manifest,
      files: entries.size,
      read: (name) => readEntry(bag, name),
      stream: (name) => streamEntry(bag, name),
    })
  } catch (error) {
    if (signal.aborted) return fail({ kind: 'cancelled', message: '' })
    if (error instanceof Refused) return fail(error.error)
    if (errorCode(error)) return fail(fileError(error, 'the bundle could not be read'))
    return fail({ kind: 'malformed', message: 'the file is damaged' })
  } finally {
    zip?.close()
  }
}

interface Bag {
  readonly zip: ZipFile
  /** By path in the bag. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** ARC8: every name is one that every system takes for a file in the bag, and for no other. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw malformed('the bundle has too many files')
  const entries = new Map<string, Entry>()
  const known = new Set<string>()
  let root: string | null = null
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const [top = '', ...inside] = checkedPath(entry)
    if (root !== null && top !== root) throw malformed('the bundle holds more than one folder', entry.fileName)
    root = top
    if (entry.fileName.endsWith('/')) continue
    const path = inside.join('/')
    if (path === '') throw malformed('a file lies outside the bag', entry.fileName)
    if (known.has(folded(path))) throw malformed('two files have the same name', path)
    if (entry.uncompressedSize > LARGEST_RECORD || (total += entry.uncompressedSize) > LARGEST_BUNDLE)
      throw new Refused({ kind: 'too-large', message: 'the bundle is too large', details: [path] })
    known.add(folded(path))
    entries.set(path, entry)
  }
  return entries
}

function checkedPath(entry: Entry): string[] {
  const name = entry.fileName
  const segments = name.replace(/\/$/, '').split('/')
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
  if (isLink) throw malformed('the bundle holds a link', name)
  if (entry.isEncrypted() || !entry.canDecodeFileData()) throw malformed('a file is packed in a way that is not read here', name)
  if (name.endsWith('/') && entry.uncompressedSize > 0) throw malformed('a folder has content', name)
  if (segments.length > 8 || segments.some((segment) => segment === '' || safeFileName(segment, LONGEST_SEGMENT) !== segment))
    throw malformed('a name is not allowed', name)
  return segments
}

/** ARC7: form, version, then every file against its manifest, both ways. */
async function checkBag(bag: Bag, onProgress: JobTools['onProgress'], signal: AbortSignal): Promise<Map<string, string>> {
  const { entries } = bag
  const missing = Object.values(tagFiles).filter((path) => !entries.has(path))
  if (missing.length > 0) throw malformed('this is not an archive bundle of Review Room', ...missing)
  if (
    !/^BagIt-Version: (1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(await readText(bag, tagFiles.declaration))
  )
    throw malformed('this is not a bag', tagFiles.declaration)
  const format = Number(parseBagInfo(await readText(bag, tagFiles.info)).get('review-room-format'))
  if (!Number.isInteger(format) || format < 1) throw malformed('this is not an archive bundle of Review Room', tagFiles.info)
  if (format > BUNDLE_FORMAT)
    throw new Refused({ kind: 'newer', message: 'the bundle was saved by a newer version of Review Room' })
  const payload = parseManifest(await readText(bag, tagFiles.manifest))
  const tags = parseManifest(await readText(bag, tagFiles.tagManifest))
  if (!payload) throw malformed('a manifest cannot be read', tagFiles.manifest)
  if (!tags) throw malformed('a manifest cannot be read', tagFiles.tagManifest)

  const listed = new Map([...payload, ...tags])
  const gone = [...listed.keys()].filter((path) => !entries.has(path))
  const added = [...entries.keys()].filter((path) => path !== tagFiles.tagManifest && !listed.has(path))
  if (gone.length + added.length > 0) throw altered([...gone, ...added])
  const isMisplaced = [...payload.keys()].some((path) => !path.startsWith('data/')) || !tags.has(tagFiles.manifest)
  if (isMisplaced) throw malformed('a manifest lists what does not belong to it', tagFiles.manifest)
  await compareAll(bag, listed, onProgress, signal)
  return payload
}

async function compareAll(
  bag: Bag,
  listed: ReadonlyMap<string, string>,
  onProgress: JobTools['onProgress'],
  signal: AbortSignal,
): Promise<void> {
  const different: string[] = []
  let done = 0
  onProgress('Checking', 0, listed.size)
  for (const [path, sha512] of listed) {
    signal.throwIfAborted()
    const hash = createHash('sha512')
    try {
      for await (const chunk of await streamEntry(bag, path)) {
        signal.throwIfAborted()
        hash.update(chunk)
      }
    } catch (error) {
      if (signal.aborted || errorCode(error)) throw error
      different.push(path)
      continue
    }
    if (hash.digest('hex') !== sha512) different.push(path)
    onProgress('Checking', ++done, listed.size)
  }
  if (different.length > 0) throw altered(different)
}

async function streamEntry({ zip, entries }: Bag, path: string): Promise<AsyncIterable<Uint8Array>> {
  const entry = entries.get(path)
  if (!entry) throw malformed('a file is missing', path)
  const limit = path.startsWith('data/materials/') ? LARGEST_MATERIAL : LARGEST_RECORD
  if (entry.uncompressedSize > limit) throw new Refused({ kind: 'too-large', message: 'a file is too large', details: [path] })
  // The name stands in the file twice; programs that read the other one must see the same.
  const local = await zip.readLocalFileHeaderPromise(entry)
  if (!local.fileName.equals(entry.fileNameRaw)) throw new Error('names differ')
  return zip.openReadStreamPromise(entry)
}

async function readEntry(bag: Bag, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await streamEntry(bag, path)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function readText(bag: Bag, path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readEntry(bag, path))
  } catch (error) {
    if (error instanceof Refused || errorCode(error)?.startsWith('E') === true) throw error
    throw altered([path])
  }
}
