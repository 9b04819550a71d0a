import { compare } from '../review/fields'

const LONGEST_NAME = 100
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i

/** Length of a text in UTF-8, in bytes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function cut(text: string, longest: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > longest) break
    kept += character
  }
  return kept
}

/** `name.tar.gz` as [`name.tar`, `.gz`]; an ending longer than 16 characters is none. */
function ending(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 16 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/**
 * ARC5: a name that every file system takes: NFC, at most 100 bytes, no characters that some system forbids or reads as something else
 * (separators, controls, direction marks, lone surrogates), no reserved names, no dot or blank at either end.
 */
export function safeFileName(name: string, longest = LONGEST_NAME): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const [stem, tail] = ending(plain)
  // A name is reserved whatever follows its first dot.
  const first = stem.split('.')[0]?.trim() ?? ''
  const free = reserved.test(first) ? `_${stem}` : stem
  const end = cut(tail, 20)
  return `${cut(free, longest - utf8Length(end)).replace(/[. ]+$/, '') || 'file'}${end}`
}

/** ARC5: safe names in the order given; names that some system takes for the same get " (2)", " (3)". */
export function safeFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  // Where to go on counting: from 2 each time, a thousand files of one name would be compared a million times.
  const next = new Map<string, number>()
  return names.map((name) => {
    const safe = safeFileName(name)
    const [stem, tail] = ending(safe)
    let free = safe
    let twin = next.get(folded(safe)) ?? 2
    for (; taken.has(folded(free)); twin++) {
      const mark = ` (${twin})`
      free = `${cut(stem, LONGEST_NAME - utf8Length(mark + tail))}${mark}${tail}`
    }
    next.set(folded(safe), twin)
    taken.add(folded(free))
    return free
  })
}

/** Whether a path, taken from some folder, stays in it on every system: `a/b`, never `/a`, `C:a`, `~a`, `a//b`, `./a` or `..\\a`. */
export function isInside(path: string): boolean {
  return !/^(~|[a-zA-Z]:)|\u0000/.test(path) && path.split(/[\\/]/).every((part) => part !== '' && part !== '.' && part !== '..')
}

/** VRF3: a text as any screen can show it: what a terminal would obey, or what turns or hides text, is written as its number. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) =>
    sign.split('').reduce((shown, unit) => `${shown}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`, ''),
  )
}

/** What file systems without case, or that compose characters, take for the same name. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFC')
}

/** ARC5: letters and digits of any script in lower case, joined by hyphens; '' where there are none. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return cut(slug, 60).replace(/-+$/, '')
}

/** ARC5: `solar-forecast-2026-11-24`. */
export function bundleName(title: string, day: string, withDesk: boolean): string {
  return [slugOf(title) || 'review', day, ...(withDesk ? ['private'] : [])].join('-')
}

/** Paths in the order in which they stand in a bundle. */
export function byPath<Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((left, right) => compare(left.path, right.path))
}
