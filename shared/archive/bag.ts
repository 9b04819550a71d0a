import { compare } from '../review/fields'

/** Version of the bundle's layout. Raised when an older program could not open what is written. */
export const BUNDLE_FORMAT = 1

/** BagIt 1.0 (RFC 8493). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const tagFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha512.txt',
  tagManifest: 'tagmanifest-sha512.txt',
} as const

export interface ManifestLine {
  readonly path: string
  /** Lower-case hex. */
  readonly sha512: string
}

/** Lines of a manifest, sorted by path. */
export function manifestText(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((left, right) => compare(left.path, right.path))
    .map(({ path, sha512 }) => `${sha512}  ${encoded(path)}\n`)
    .join('')
}

/** Algorithms of RFC 8493, 2.4, and those built like them: as written in names of manifests to as Node calls it, with the digits of a sum. */
const algorithms: ReadonlyMap<string, readonly [name: string, digits: number]> = new Map([
  ['md5', ['md5', 32]],
  ['sha1', ['sha1', 40]],
  ['sha224', ['sha224', 56]],
  ['sha256', ['sha256', 64]],
  ['sha384', ['sha384', 96]],
  ['sha512', ['sha512', 128]],
  ['sha3224', ['sha3-224', 56]],
  ['sha3256', ['sha3-256', 64]],
  ['sha3384', ['sha3-384', 96]],
  ['sha3512', ['sha3-512', 128]],
  ['blake2b512', ['blake2b512', 128]],
  ['blake2s256', ['blake2s256', 64]],
])

export interface ManifestName {
  readonly file: string
  /** Whether it lists tag files, not payload. */
  readonly isTag: boolean
  /** As in the name of the file. */
  readonly written: string
  /** As Node calls it; null when it is not known here. */
  readonly algorithm: string | null
  /** Hexadecimal digits of a sum; 0 when the algorithm is not known. */
  readonly digits: number
}

/** What a manifest lists, by its file's name; null for any other file. */
export function manifestName(file: string): ManifestName | null {
  const found = /^(tag)?manifest-([^/]+)\.txt$/.exec(file)
  if (!found?.[2]) return null
  const [algorithm = null, digits = 0] = algorithms.get(found[2].toLowerCase().replace(/[^a-z0-9]/g, '')) ?? []
  return { file, isTag: found[1] === 'tag', written: found[2], algorithm, digits }
}

/** A line of a manifest: the sum in lower-case hex and the path as it stands there; null when it is none. */
export function parseManifestLine(line: string, digits: number): { readonly sum: string; readonly path: string } | null {
  const [, sum = '', path = ''] = /^([0-9a-fA-F]+)[ \t]+\*?(?:\.\/)?(.+)$/.exec(line) ?? []
  return sum.length === digits && path !== '' ? { sum: sum.toLowerCase(), path } : null
}

/** A line of fetch.txt: the path as it stands there; null when it is none. */
export function parseFetchLine(line: string): string | null {
  return /^\S+[ \t]+(?:\d+|-)[ \t]+(?:\.\/)?(.+)$/.exec(line)?.[1] ?? null
}

/** bagit.txt: version and encoding; null when it is none. Before 1.0 blanks and blank lines were taken. */
export function parseDeclaration(text: string): { readonly version: string; readonly encoding: string } | null {
  const strict = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)?$/.exec(text)
  const found = strict ?? /^BagIt-Version\s*:\s*(0\.9\d)\s*[\r\n]\s*Tag-File-Character-Encoding\s*:\s*(\S+)\s*$/i.exec(text)
  return found?.[1] && found[2] ? { version: found[1], encoding: found[2] } : null
}

/** RFC 8493, 2.1.3: line ends and the percent sign itself are written as escapes. */
function encoded(path: string): string {
  return path.replace(/[%\r\n]/g, encodeURIComponent)
}

/** The path that is meant. Before 1.0 the percent sign stood for itself. */
export function decoded(path: string, isOld = false): string {
  return path.replace(isOld ? /%(0D|0A)/gi : /%(25|0D|0A)/gi, (escape) => decodeURIComponent(escape))
}

export type BagInfo = readonly (readonly [label: string, value: string])[]

/** One line each; what would end a line becomes a blank. */
export function bagInfoText(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')
}

/** Values by lower-case label; a line that begins with a blank goes on with the value before. `faulty` are the lines that are none, by number. */
export function parseBagInfo(text: string): { readonly values: ReadonlyMap<string, string>; readonly faulty: readonly number[] } {
  // Joined at the end: a value of many lines would be copied for each of them.
  const pieces = new Map<string, string[]>()
  const faulty: number[] = []
  let last: string[] | null = null
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last) last.push(line.trim())
    else if (colon > 0) {
      last = [line.slice(colon + 1).trim()]
      pieces.set(line.slice(0, colon).trim().toLowerCase(), last)
    } else if (line.trim() !== '') faulty.push(at + 1)
  }
  const values = new Map([...pieces].map(([label, parts]) => [label, parts.filter((part) => part !== '').join(' ')]))
  return { values, faulty }
}
