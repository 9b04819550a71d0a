import { z } from 'zod'
import { type Collection, compare, id, order, shortText, text } from './fields'

/** SUM3: a word of the subject, explained to those who do not know it. */
export const termSchema = z.object({ id, order, term: shortText, meaning: text.default('') })
export type Term = z.infer<typeof termSchema>

const plain = (term: string): string => term.trim().toLocaleLowerCase('en')

/** SUM3: by the alphabet, as a reader looks for them. */
export function termsInOrder(glossary: Collection<Term>): Term[] {
  return Object.values(glossary).sort((left, right) => compare(plain(left.term), plain(right.term)) || compare(left.id, right.id))
}

export const isSameTerm = (left: string, right: string): boolean => plain(left) === plain(right)
