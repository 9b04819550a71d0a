import { z } from 'zod'
import type { Instant } from '../context'
import { fail, ok } from '../result'
import { type Change, create, edit, refusal } from './change'
import { type Collection, id, shortText } from './fields'
import { orderAtEnd } from './order'
import { attendances, type Person, personSchema } from './people'
import { nameRefusal } from './people-verbs'
import type { Verb } from './verb'

interface State {
  readonly record: { readonly people: Collection<Person> }
}

export const callRollInput = z.object({
  attendance: z.enum(attendances),
  personIds: z.array(id).max(500),
  /** People who are not in the list yet. */
  newNames: z.array(shortText).max(50).optional(),
})

/** ATT1: whoever is called at once is one step; who was not expected is entered in the same step. */
export const callRoll: Verb<State, z.infer<typeof callRollInput>> = (
  state,
  { attendance, personIds, newNames = [] },
  { newId, now },
) => {
  const { people } = state.record
  if (personIds.length + newNames.length === 0) return fail(refusal('ATT1', 'Say who.')) // ATT1
  const called = [...new Set(personIds)].map((personId) => people[personId])
  const known = called.filter((person) => person !== undefined)
  if (known.length < called.length) return fail(refusal('PPL2', 'This person was removed.'))
  const changes: Change[] = known.flatMap((person) => edit('people', person, came(person, attendance, now)))
  const all = { ...people }
  for (const name of newNames) {
    const refused = nameRefusal({ record: { people: all } }, name)
    if (refused) return refused
    const person = personSchema.parse({ id: newId(), order: orderAtEnd(all), name: name.trim() })
    all[person.id] = { ...person, ...came(person, attendance, now) }
    changes.push(create('people', all[person.id] as Person))
  }
  return ok(changes)
}

/** ATT2: the first instant of coming stays, also when somebody leaves and comes back; who was never there has none. */
function came(
  { arrivedAt, leftAt }: Person,
  attendance: Person['attendance'],
  now: Instant,
): Pick<Person, 'attendance' | 'arrivedAt' | 'leftAt'> {
  if (attendance === 'expected' || attendance === 'regrets') return { attendance, arrivedAt: null, leftAt: null }
  if (attendance === 'left') return { attendance, arrivedAt, leftAt: leftAt ?? now }
  return { attendance, arrivedAt: arrivedAt ?? now, leftAt: null } // ATT2
}
