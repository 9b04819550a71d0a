/** Somebody of the review, as far as a line can name them. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** Whom words name: one person, several that they could mean, or nobody. */
export type Match = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'several' } | { readonly kind: 'nobody' }

/** Words compared without case, accents, signs of direction and dots; a line below is a blank, an at sign is nothing. */
export function folded(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}.@]/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** SCR3: a person is meant by the full name, a nick that stands in brackets or quotes, a word of the name, or the initials; the surest way that fits decides. */
export function matchPerson(words: string, people: readonly Named[]): Match {
  const wanted = folded(words)
  if (wanted === '') return { kind: 'nobody' }
  for (const way of ways) {
    const found = people.filter(({ name }) => way(name).includes(wanted))
    if (found[0]) return found.length === 1 ? { kind: 'one', id: found[0].id } : { kind: 'several' } // SCR3
  }
  return { kind: 'nobody' }
}

const nickPattern = /[("“„'«]([^)"”'»]+)[)"”'»]/gu

function withoutNick(name: string): string[] {
  return folded(name.replace(nickPattern, ' ')).split(' ').filter(Boolean)
}

const ways: readonly ((name: string) => string[])[] = [
  (name) => [folded(name), withoutNick(name).join(' ')],
  (name) => [...name.matchAll(nickPattern)].map(([, nick = '']) => folded(nick)),
  (name) => withoutNick(name).slice(0, 1),
  // "Ada L" for Ada Lovelace.
  (name) => withoutNick(name).flatMap((word, at, [first = '']) => (at === 0 ? [] : [`${first} ${word[0] ?? ''}`])),
  (name) => withoutNick(name).slice(1),
  (name) => {
    const parts = withoutNick(name)
    return parts.length < 2 ? [] : [parts.map((part) => part[0]).join('')]
  },
]

/** Whether words that name nobody here look like a name: up to three words, none beginning small. */
export function looksLikeName(words: string): boolean {
  const parts = words.trim().split(/\s+/)
  return parts.length <= 3 && parts.every((part) => /^\p{L}[\p{L}\p{M}\p{Cf}.'’-]*$/u.test(part) && !/^\p{Ll}/u.test(part))
}
