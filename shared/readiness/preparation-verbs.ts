import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import type { Material } from '../review/materials'
import type { Person } from '../review/people'
import type { Verb } from '../review/verb'
import { type Preparation, preparationSchema } from './preparation'

interface State {
  readonly record: {
    readonly preparations: Collection<Preparation>
    readonly people: Collection<Person>
    readonly materials: Collection<Material>
  }
}

export const recordPreparationInput = z.object({
  personId: id,
  ...optional(preparationSchema, 'materialIds', 'spentMs', 'outcome', 'note'),
})

/** RDY4: one record for each person, begun with the first thing that is told of them. */
export const recordPreparation: Verb<State, z.infer<typeof recordPreparationInput>> = (state, { personId, ...patch }) => {
  const { people, materials, preparations } = state.record
  if (!people[personId]) return fail(refusal('PPL2', 'This person was removed.'))
  const before = preparations[personId]
  if (patch.materialIds?.some((materialId) => !materials[materialId] && !before?.materialIds.includes(materialId)))
    return fail(refusal('MAT1', 'This material was removed.'))
  const told = patch.materialIds ? { ...patch, materialIds: [...new Set(patch.materialIds)] } : patch
  return ok(
    before ? edit('preparations', before, told) : [create('preparations', preparationSchema.parse({ ...told, id: personId }))], // RDY4
  )
}
