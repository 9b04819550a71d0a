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

/** Reads a manifest; null when a line is none or a path stands in it twice. */
export function parseManifest(text: string): Map<string, string> | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '')
  const files = new Map<string, string>()
  for (const line of lines) {
    const found = /^([0-9a-fA-F]{128})[ \t]+\*?(.+)$/.exec(line)
    if (!found?.[1] || !found[2]) return null
    const path = decoded(found[2])
    if (files.has(path)) return null
    files.set(path, found[1].toLowerCase())
  }
  return files
}

/** RFC 8493, 2.1.3: line ends and the percent sign itself are written as escapes. */
function encoded(path: string): string {
  return path.replace(/[%\r\n]/g, encodeURIComponent)
}

function decoded(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (escape) => decodeURIComponent(escape))
}

export type BagInfo = readonly (readonly [label: string, value: string])[]

/** One line each; what would end a line becomes a blank. */
export function bagInfoText(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')
}

/** Values by lower-case label; a line that begins with a blank goes on with the value before. */
export function parseBagInfo(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const line of text.replace(/(\r\n|\r|\n)[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) values.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return values
}
