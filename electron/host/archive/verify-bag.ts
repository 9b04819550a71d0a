import { createHash } from 'node:crypto'
import { manifestName, parseBagInfo, parseDeclaration } from '../../../shared/archive/bag'
import type { JobTools } from '../jobs/job'
import type { BagFiles } from './bag-files'
import { finding, type Finding, oxumFinding } from './bag-findings'
import { type ListOptions, type Manifest, MOST_FAULTS, readFetchList, readManifest, TextFault } from './bag-lists'
import { isDamage, isSystemError, malformed, unreadable } from './refused'

export interface BagReport {
  /** Empty when the bag is whole and valid. */
  readonly findings: readonly Finding[]
  /** Of the payload, as it is there. */
  readonly files: number
  readonly bytes: number
  /** What its manifests by sha512 list and is there, payload and tag files: lower-case hex by path. */
  readonly sha512: ReadonlyMap<string, string>
  /** bag-info.txt by lower-case label. */
  readonly info: ReadonlyMap<string, string>
}

/** Longest tag file that is read whole, in bytes. */
const LONGEST_TEXT = 1024 * 1024

/**
 * VRF1: compares a bag with what it says of itself (RFC 8493; bags before 1.0 leniently): its form, every file of every manifest, both ways, and its
 * totals. Content is read once, piece by piece. @throws Refused when it is no bag or the system cannot read it
 */
export async function verifyBag(bag: BagFiles, { onProgress, signal }: JobTools): Promise<BagReport> {
  const findings: Finding[] = [...bag.strange]
  // One by one: there may be more of them than a call takes arguments.
  const note = (more: Iterable<Finding>) => {
    for (const each of more) findings.push(each)
  }

  /** What `run` answers; null after a fault of the file, which becomes a finding. */
  async function told<Value>(path: string, run: () => Promise<Value>): Promise<Value | null> {
    try {
      return await run()
    } catch (error) {
      if (error instanceof TextFault) findings.push(finding('malformed', path, error.message))
      else if (isDamage(error)) findings.push(finding('altered', path))
      else throw isSystemError(error) ? unreadable(error, path) : error
      return null
    }
  }

  if (!bag.files.has('bagit.txt')) throw malformed('there is no bag: it has no bagit.txt')
  const { options, findings: faults } = declared((await told('bagit.txt', () => textOf(bag, 'bagit.txt', 'utf-8'))) ?? '')
  note(faults)
  const info = parseBagInfo((await told('bag-info.txt', () => textOf(bag, 'bag-info.txt', options.encoding))) ?? '')
  note(info.faulty.slice(0, MOST_FAULTS).map((line) => finding('malformed', 'bag-info.txt', `line ${line}: no label and value`)))

  const fetched = bag.files.has('fetch.txt') ? await told('fetch.txt', () => readFetchList(bag, options)) : null
  note(fetched?.findings ?? [])
  const manifests: Manifest[] = []
  const absent = new Set<string>()
  for (const name of manifestNames(bag)) {
    const read = name.algorithm === null ? null : await told(name.file, () => readManifest(bag, name, options))
    if (name.algorithm === null) findings.push(finding('not-checked', name.file, 'sums of this kind cannot be computed here'))
    if (read) {
      manifests.push(read.manifest)
      note(read.findings)
      read.absent.forEach((path) => absent.add(path))
    }
  }
  const isFetched = (path: string): boolean => fetched?.paths.has(path) === true
  note([...absent].map((path) => finding(isFetched(path) ? 'not-fetched' : 'missing', path)))
  for (const path of fetched?.paths ?? [])
    if (!bag.files.has(path) && !absent.has(path)) findings.push(finding('not-listed', path, 'but in fetch.txt'))
  note(unlisted(bag, manifests, options))
  note(wrongTotals(bag, info.values.get('payload-oxum')))

  const sums = sumsByFile(manifests)
  let done = 0
  onProgress('Checking', 0, sums.size)
  for (const [path, expected] of sums) {
    const wrong = await told(path, () => differing(bag.read(path), expected, signal))
    if (wrong && wrong.length > 0)
      findings.push(finding('altered', path, wrong.length < expected.length ? `by ${wrong.join(' and ')}` : ''))
    onProgress('Checking', ++done, sums.size)
  }
  const sha512 = new Map(manifests.flatMap((manifest) => (manifest.algorithm === 'sha512' ? [...manifest.sums] : [])))
  return { findings, ...payloadOf(bag), sha512, info: info.values }
}

function declared(text: string): { options: ListOptions; findings: Finding[] } {
  const declaration = parseDeclaration(text)
  if (!declaration)
    return {
      options: { encoding: 'utf-8', isOld: false },
      findings: [finding('malformed', 'bagit.txt', 'no version and encoding')],
    }
  const { version, encoding } = declaration
  const isOld = /^0\.9[3-7]$/.test(version)
  const findings = isOld || version === '1.0' ? [] : [finding('malformed', 'bagit.txt', `version ${version} is not known here`)]
  try {
    return { options: { encoding: new TextDecoder(encoding).encoding, isOld }, findings }
  } catch {
    findings.push(finding('malformed', 'bagit.txt', `encoding ${encoding} is not known here`))
    return { options: { encoding: 'utf-8', isOld }, findings }
  }
}

/** '' when the file is not there. */
async function textOf({ files, read }: BagFiles, path: string, encoding: string): Promise<string> {
  if (!files.has(path)) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of read(path)) {
    if ((bytes += chunk.length) > LONGEST_TEXT) throw new TextFault('too long')
    chunks.push(chunk)
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: path === 'bagit.txt' }).decode(Buffer.concat(chunks))
  } catch {
    throw new TextFault(`not in ${encoding}`)
  }
}

function manifestNames({ files }: BagFiles) {
  return [...files.keys()].sort().flatMap((file) => manifestName(file) ?? [])
}

/** Payload that no manifest lists; from 1.0 on every manifest lists all of it. */
function unlisted(bag: BagFiles, manifests: readonly Manifest[], { isOld }: ListOptions): Finding[] {
  const ofPayload = manifests.filter(({ isTag }) => !isTag)
  const findings = bag.hasPayload ? [] : [finding('missing', 'data/')]
  const isListed = manifestNames(bag).some(({ isTag }) => !isTag)
  if (!isListed) findings.push(finding('missing', 'manifest-sha512.txt', 'or another manifest of the payload'))
  // One that cannot be read was told already.
  if (ofPayload.length === 0) return findings
  for (const path of [...bag.files.keys()].sort().filter((each) => each.startsWith('data/'))) {
    const without = ofPayload.filter(({ sums }) => !sums.has(path)).map(({ file }) => file)
    if (without.length === ofPayload.length) findings.push(finding('not-listed', path))
    else if (without.length > 0 && !isOld) findings.push(finding('not-listed', path, `in ${without.join(' and ')}`))
  }
  return findings
}

function payloadOf({ files }: BagFiles): { files: number; bytes: number } {
  const sizes = [...files].filter(([path]) => path.startsWith('data/')).map(([, bytes]) => bytes)
  return { files: sizes.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) }
}

function wrongTotals(bag: BagFiles, said: string | undefined): Finding[] {
  if (said === undefined) return []
  const { files, bytes } = payloadOf(bag)
  const found = `${bytes}.${files}`
  return said === found ? [] : [oxumFinding(said, found)]
}

interface Expected {
  readonly file: string
  readonly algorithm: string
  readonly sum: string
}

function sumsByFile(manifests: readonly Manifest[]): Map<string, Expected[]> {
  const byFile = new Map<string, Expected[]>()
  for (const { file, algorithm, sums } of manifests)
    for (const [path, sum] of sums) byFile.set(path, [...(byFile.get(path) ?? []), { file, algorithm: algorithm ?? '', sum }])
  return byFile
}

/** The manifests that say something else than the content is. */
async function differing(
  content: AsyncIterable<Uint8Array>,
  expected: readonly Expected[],
  signal: AbortSignal,
): Promise<string[]> {
  const hashes = new Map(expected.map(({ algorithm }) => [algorithm, createHash(algorithm)]))
  for await (const chunk of content) {
    signal.throwIfAborted()
    for (const hash of hashes.values()) hash.update(chunk)
  }
  const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
  return expected.filter(({ algorithm, sum }) => found.get(algorithm) !== sum).map(({ file }) => file)
}
