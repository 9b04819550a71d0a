import { inOrder } from '../../../../shared/review/fields'
import { looksLikeName, matchPerson } from '../../../../shared/scribe/names'
import { useReview, useSession } from '../../../storage/use-review'
import type { Reading } from './words-field'

/** Whom a digit or words mean, for a field that takes a person; somebody new is entered in the list first. */
export function useNamed(store: (personId: string) => string | null): {
  readonly read: (words: string) => Reading
  readonly take: (words: string) => string | null
  readonly pick: (digit: number) => string | null
} {
  const people = inOrder(useReview(({ record }) => record.people))
  const session = useSession()
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  return {
    read(words) {
      const match = matchPerson(words, people)
      if (match.kind === 'one') return { says: nameOf(match.id) === words ? '' : nameOf(match.id) }
      if (match.kind === 'several') return { says: 'Several people could be meant.', isWrong: true }
      return looksLikeName(words)
        ? { says: `Enter adds ${words} to the people.`, needsEnter: true }
        : { says: 'Nobody here is called so.', isWrong: true }
    },
    take(words) {
      const match = matchPerson(words, people)
      if (match.kind === 'one') return store(match.id)
      if (match.kind === 'several') return 'Several people could be meant. Use the full name.'
      if (!looksLikeName(words)) return 'Nobody here is called so.'
      const added = session.act('addPerson', { name: words })
      return added.ok ? store(added.value[0]?.path[1] ?? '') : added.error.message
    },
    pick(digit) {
      const person = people[digit - 1]
      return person ? store(person.id) : `There is no person ${digit}.`
    },
  }
}
