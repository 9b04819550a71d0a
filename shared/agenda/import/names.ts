import { compare } from '../../review/fields'

/** Who may be meant by a name in an agenda. */
export interface Names {
  /** The full name of somebody who is known by this name, first name, initials, handle or role; null when nobody or several are. */
  readonly find: (written: string) => string | null
}

/** Somebody in a list of people: the name, and other words for the same person. */
export interface Listed {
  readonly name: string
  readonly aliases: readonly string[]
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[@.*]/g, '').replace(/\s+/g, ' ').trim().toLowerCase()

export function namesOf(people: readonly Listed[]): Names {
  const exact = new Set(people.map(({ name }) => name))
  const whole = new Map<string, string>()
  const short = new Map<string, Set<string>>()
  for (const { name, aliases } of people) {
    for (const word of [name, ...aliases]) if (fold(word) !== '') whole.set(fold(word), whole.get(fold(word)) ?? name)
    const parts = name.split(/[\s-]+/).filter(Boolean)
    const initials = parts.length > 1 ? parts.map((part) => part[0]).join('') : ''
    for (const word of [parts[0] ?? '', parts.length > 1 ? (parts.at(-1) ?? '') : '', initials].map(fold))
      if (word.length > 1) short.set(word, (short.get(word) ?? new Set()).add(name))
  }
  return {
    find(written) {
      if (exact.has(written)) return written
      const known = whole.get(fold(written))
      if (known !== undefined) return known
      const several = [...(short.get(fold(written)) ?? [])].sort(compare)
      return several.length === 1 ? (several[0] ?? null) : null
    },
  }
}

const particle = /^(?:al|bin|da|de|del|den|der|di|du|el|et|la|le|ten|ter|van|von|y|zu)$/
const noName =
  /\b(?:all|any|anyone|board|break|cont|continued|discussion|draft|everybody|everyone|group|if|left|lunch|maybe|minutes?|n\/?a|optional|part|primary|remaining|rfc|secondary|tbc|tbd|team|time|various)\b/i

/** Whether a text can be the name of a person: a handle, or up to four words with capitals. */
export function looksLikeName(text: string): boolean {
  if (/^@[\w-]{1,39}$/.test(text)) return true
  const parts = text.split(' ')
  return (
    text.length <= 60 &&
    parts.length <= 4 &&
    !noName.test(text) &&
    parts.every((part) => particle.test(part) || /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'\u2019.-]*$/u.test(part)) &&
    parts.some((part) => !particle.test(part))
  )
}

/** `Evan and Andi`, `Rob/Liliana`: one after the other. */
export function splitNames(text: string): string[] {
  return text
    .split(/\s*(?:\band\/or\b|[,;/&+]|\b(?:and|und|et|with)\b(?! al))\s*/u)
    .map((name) => name.replace(/\s+on behalf of .*$/i, '').trim())
    .filter((name) => name !== '')
}
