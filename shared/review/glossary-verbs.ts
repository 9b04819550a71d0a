import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, type Refusal, refusal, remove } from './change'
import { type Collection, id, optional } from './fields'
import { isSameTerm, type Term, termSchema } from './glossary'
import { orderAtEnd } from './order'
import type { Verb } from './verb'

interface State {
  readonly record: { readonly glossary: Collection<Term> }
}

export const addTermInput = termSchema.pick({ term: true }).extend(optional(termSchema, 'meaning'))

export const addTerm: Verb<State, z.infer<typeof addTermInput>> = ({ record }, input, { newId }) => {
  const refused = termRefusal(record.glossary, input.term, null)
  if (refused) return fail(refused)
  const term = { ...input, term: input.term.trim(), id: newId(), order: orderAtEnd(record.glossary) }
  return ok([create('glossary', termSchema.parse(term))])
}

export const editTermInput = z.object({ termId: id, ...optional(termSchema, 'term', 'meaning') })

export const editTerm: Verb<State, z.infer<typeof editTermInput>> = ({ record }, { termId, ...patch }) => {
  const known = record.glossary[termId]
  if (!known) return fail(missing)
  const refused = patch.term === undefined ? null : termRefusal(record.glossary, patch.term, termId)
  return refused ? fail(refused) : ok(edit('glossary', known, patch))
}

export const removeTermInput = z.object({ termId: id })

export const removeTerm: Verb<State, z.infer<typeof removeTermInput>> = ({ record }, { termId }) => {
  const known = record.glossary[termId]
  return known ? ok([remove('glossary', known)]) : fail(missing)
}

const missing = refusal('SUM3', 'This word was removed.')

/** SUM3: a word stands once. */
function termRefusal(glossary: Collection<Term>, term: string, ownId: string | null): Refusal | null {
  if (term.trim() === '') return refusal('SUM3', 'Enter the word first.') // SUM3
  const other = Object.values(glossary).find((each) => each.id !== ownId && isSameTerm(each.term, term))
  return other ? refusal('SUM3', `“${other.term}” is explained already.`) : null // SUM3
}
