import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from './change'
import { type Collection, id, optional } from './fields'
import { orderAtEnd } from './order'
import { type Person, personSchema } from './people'
import type { Verb } from './verb'

interface State {
  readonly record: { readonly people: Collection<Person> }
}

export const addPersonInput = personSchema.pick({ name: true }).extend(optional(personSchema, 'roles'))

/** PPL1: a name is entered once; two people of one name need a distinguishing word. */
export const addPerson: Verb<State, z.input<typeof addPersonInput>> = (state, { name, roles }, { newId }) => {
  const refused = nameRefusal(state, name)
  if (refused) return refused
  const { people } = state.record
  return ok([
    create('people', personSchema.parse({ id: newId(), order: orderAtEnd(people), name: name.trim(), roles: roles ?? [] })),
  ])
}

export const editPersonInput = z.object({ personId: id, ...optional(personSchema, 'name', 'roles') })

export const editPerson: Verb<State, z.input<typeof editPersonInput>> = (state, { personId, ...patch }) => {
  const person = state.record.people[personId]
  if (!person) return fail(refusal('PPL2', 'This person was removed.'))
  const refused = patch.name === undefined ? undefined : nameRefusal(state, patch.name, personId)
  return refused ?? ok(edit('people', person, patch.name === undefined ? patch : { ...patch, name: patch.name.trim() }))
}

/** PPL1: null for a name that can be entered. */
export function nameRefusal(state: State, name: string, except?: string): ReturnType<Verb<State, unknown>> | undefined {
  const wanted = name.trim()
  if (wanted === '') return fail(refusal('PPL1', 'Enter a name.')) // PPL1
  const twin = Object.values(state.record.people).some((person) => person.id !== except && person.name === wanted)
  return twin ? fail(refusal('PPL1', `${wanted} is in the list already. Add a word to tell the two apart.`)) : undefined
}

export const removePersonInput = z.object({ personId: id })

/** PPL2: removal takes the person from the list only; what they did stays theirs. References to them are shown as "removed person". */
export const removePerson: Verb<State, z.infer<typeof removePersonInput>> = (state, { personId }) => {
  const person = state.record.people[personId]
  return person ? ok([remove('people', person)]) : fail(refusal('PPL2', 'This person was removed already.')) // PPL2
}
