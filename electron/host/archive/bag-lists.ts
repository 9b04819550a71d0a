import { decoded, type ManifestName, parseFetchLine, parseManifestLine } from '../../../shared/archive/bag'
import { isInside } from '../../../shared/archive/names'
import type { BagFiles } from './bag-files'
import { finding, type Finding } from './bag-findings'

/** A manifest as far as it names files that are there. */
export interface Manifest extends ManifestName {
  /** Lower-case hex by path. */
  readonly sums: ReadonlyMap<string, string>
}

export interface ListOptions {
  readonly encoding: string
  /** Before 1.0: a percent sign stands for itself, and the same line may stand twice. */
  readonly isOld: boolean
}

/** ARC13: a line longer than this many characters, or more wrong lines, and a list is not read on. */
const LONGEST_LINE = 8192
export const MOST_FAULTS = 1000

/** VRF1: reads a manifest line by line. What it lists and is not there is `absent`; every other fault is a finding. @throws Damaged, errors of the system */
export async function readManifest(
  { files, read }: BagFiles,
  name: ManifestName,
  { encoding, isOld }: ListOptions,
): Promise<{ manifest: Manifest; absent: string[]; findings: Finding[] }> {
  const sums = new Map<string, string>()
  const absent: string[] = []
  const findings: Finding[] = []
  const place = placesOf(files)
  const fault = (line: number, words: string) => findings.push(finding('malformed', name.file, `line ${line}: ${words}`))
  for await (const { line, number } of linesOf(read(name.file), encoding)) {
    if (findings.length + absent.length >= MOST_FAULTS) {
      fault(number, 'not read on, because so much before it is wrong')
      break
    }
    const parsed = parseManifestLine(line, name.digits)
    if (!parsed) {
      fault(number, `no ${name.written} and path`)
      continue
    }
    const meant = decoded(parsed.path, isOld)
    if (!isInside(meant)) findings.push(finding('unsafe', meant, `listed in ${name.file}`))
    else if (meant.startsWith('data/') === name.isTag) fault(number, `${meant} does not belong there`)
    else {
      const path = place(meant, parsed.path)
      const known = sums.get(path ?? meant)
      if (path === null) absent.push(meant)
      else if (known === undefined) sums.set(path, parsed.sum)
      else if (!isOld || known !== parsed.sum) fault(number, `${path} is listed twice`)
    }
  }
  return { manifest: { ...name, sums }, absent, findings }
}

/** VRF1: the paths that fetch.txt lists. Nothing is fetched. @throws Damaged, errors of the system */
export async function readFetchList(
  { read }: BagFiles,
  { encoding, isOld }: ListOptions,
): Promise<{ paths: Set<string>; findings: Finding[] }> {
  const paths = new Set<string>()
  const findings: Finding[] = []
  for await (const { line, number } of linesOf(read('fetch.txt'), encoding)) {
    if (findings.length >= MOST_FAULTS || paths.size >= MOST_FAULTS) {
      findings.push(finding('malformed', 'fetch.txt', `line ${number}: not read on`))
      break
    }
    const path = decoded(parseFetchLine(line) ?? '', isOld)
    if (path === '') findings.push(finding('malformed', 'fetch.txt', `line ${number}: no address, length and path`))
    else if (!isInside(path) || !path.startsWith('data/')) findings.push(finding('unsafe', path, 'listed in fetch.txt'))
    else if (paths.has(path)) findings.push(finding('malformed', 'fetch.txt', `line ${number}: ${path} is listed twice`))
    else paths.add(path)
  }
  return { paths, findings }
}

/** Finds the file that a listed path means: as it is meant, as it is written, or in the other form of its accents. */
function placesOf(files: ReadonlyMap<string, number>): (...paths: readonly string[]) => string | null {
  let composed: Map<string, string> | undefined
  return (...paths) => {
    const exact = paths.find((path) => files.has(path))
    if (exact !== undefined) return exact
    composed ??= new Map([...files.keys()].map((path) => [path.normalize('NFC'), path]))
    return composed.get((paths[0] ?? '').normalize('NFC')) ?? null
  }
}

/** Lines that are not empty, by number from 1, without their ends; in memory is one at a time. @throws Error when the text is not in `encoding` */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<{ line: string; number: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let number = 0
  const cut = function* (lines: readonly string[]) {
    for (const line of lines) {
      number++
      if (line.length > LONGEST_LINE) throw new TextFault(`line ${number} is too long`)
      if (line !== '') yield { line, number }
    }
  }
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new TextFault(`not in ${encoding}`)
    }
  }
  let rest = ''
  for await (const chunk of bytes) {
    // A return at the end may be half of a line end.
    const lines = (rest + decode(chunk)).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    yield* cut(lines)
    if (rest.length > LONGEST_LINE) throw new TextFault(`line ${number + 1} is too long`)
  }
  yield* cut((rest + decode()).split(/\r\n|\n|\r/))
}

/** A file of the bag's own that cannot be read as text; the message says why. */
export class TextFault extends Error {}
