import { BUNDLE_FORMAT, tagFiles } from '../../../shared/archive/bag'
import { folded, printable, safeFileName, utf8Length } from '../../../shared/archive/names'
import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import { LARGEST_MATERIAL } from '../../../shared/review/materials'
import { errorCode, fileError } from '../files/file-error'
import type { JobTools } from '../jobs/job'
import { LARGEST_BUNDLE } from '../materials/store'
import type { FindingKind } from './bag-findings'
import { bagInZip, type ZippedBag } from './bag-in-zip'
import { malformed, Refused } from './refused'
import { type BagReport, verifyBag } from './verify-bag'

/** Largest file that is read into memory, in bytes. */
const LARGEST_RECORD = 256 * 1024 * 1024
/** Of a name and of a path, in bytes, and of a path in folders. */
const LONGEST_SEGMENT = 200
const LONGEST_PATH = 400
const DEEPEST = 8

/** A bundle of which every file was compared with its manifest. */
export interface VerifiedBundle {
  /** Payload: path in the bag to sha512. */
  readonly manifest: ReadonlyMap<string, string>
  readonly files: number
  read(path: string): Promise<Uint8Array>
  stream(path: string): AsyncIterable<Uint8Array>
  /** The file that the bundle is. */
  whole(): AsyncIterable<Uint8Array>
}

/**
 * ARC7: opens a bundle for `use` only after its whole form and every byte of it were checked; refuses it as a whole, by name of file.
 * Nothing is written.
 */
export async function withVerifiedBundle<Value>(
  path: string,
  tools: JobTools,
  use: (bundle: VerifiedBundle) => Promise<Result<Value, HostError>>,
): Promise<Result<Value, HostError>> {
  let bag: ZippedBag | undefined
  try {
    const opened = (bag = await bagInZip(path))
    checkNames(opened)
    checkSizes(opened)
    const manifest = reviewIn(opened, await verifyBag(opened, tools))
    const stream = (name: string) => opened.read(name)
    const read = (name: string) => wholeOf(stream(name))
    return await use({ manifest, files: opened.files.size, stream, read, whole: opened.whole })
  } catch (error) {
    if (tools.signal.aborted) return fail({ kind: 'cancelled', message: '' })
    if (error instanceof Refused) return fail(error.error)
    if (errorCode(error)) return fail(fileError(error, 'the bundle could not be read'))
    return fail({ kind: 'malformed', message: 'the file is damaged' })
  } finally {
    await bag?.close()
  }
}

/** ARC8: every name is one that every system takes, for a file in the bag and for no other. */
function checkNames({ root, files }: ZippedBag): void {
  const known = new Map<string, string>()
  for (const path of [...files.keys()].map((each) => root + each)) {
    const segments = path.split('/')
    if (segments.length > DEEPEST || utf8Length(path) > LONGEST_PATH) throw malformed('a name is too long', path)
    if (segments.some((segment) => safeFileName(segment, LONGEST_SEGMENT) !== segment))
      throw malformed('a name is not allowed', path)
    for (const [at] of segments.entries()) {
      const part = segments.slice(0, at + 1).join('/')
      const mark = at === segments.length - 1 ? '' : '/'
      const taken = known.get(folded(part))
      if (taken !== undefined && taken !== part + mark) throw malformed('two files have the same name', path)
      known.set(folded(part), part + mark)
    }
  }
}

function checkSizes({ files }: ZippedBag): void {
  let total = 0
  for (const [path, bytes] of files) {
    const limit = path.startsWith('data/materials/') ? LARGEST_MATERIAL : LARGEST_RECORD
    if (bytes > limit || (total += bytes) > LARGEST_BUNDLE)
      throw new Refused({ kind: 'too-large', message: 'the bundle is too large', details: [path] })
  }
}

/** Findings that say that a file is not as it was when the bag was made. */
const changes: readonly FindingKind[] = ['altered', 'missing', 'not-listed', 'not-fetched']

/** ARC7: the payload of a bag of ours that is whole, by sha512. ARC11: any other whole bag is refused as one that holds no review. */
function reviewIn({ files }: ZippedBag, { findings, sha512, info }: BagReport): Map<string, string> {
  const changed = findings.filter(({ kind }) => changes.includes(kind)).map(({ path }) => path)
  if (changed.length > 0) throw altered(changed)
  if (findings.length > 0) throw malformed('the bag breaks a rule', ...findings.map(({ message }) => message).slice(0, 20))
  const format = info.get('review-room-format')
  if (format === undefined)
    throw new Refused({ kind: 'no-review', message: 'this is a whole bag, but none that Review Room saved: it holds no review' })
  if (!/^[1-9]\d{0,5}$/.test(format)) throw malformed('the bundle does not say its format', tagFiles.info)
  if (Number(format) > BUNDLE_FORMAT)
    throw new Refused({ kind: 'newer', message: 'the bundle was saved by a newer version of Review Room' })
  const unlisted = [...files.keys()].filter((path) => path !== tagFiles.tagManifest && !sha512.has(path))
  if (unlisted.length > 0) throw altered(unlisted)
  return new Map([...sha512].filter(([path]) => path.startsWith('data/')))
}

function altered(names: readonly string[]): Refused {
  return new Refused({ kind: 'altered', message: 'files differ from the manifest', details: names.slice(0, 20).map(printable) })
}

async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
