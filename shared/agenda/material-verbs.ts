import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id } from '../review/fields'
import { LARGEST_MATERIAL, LARGEST_MATERIAL_WORDS, type Material, materialSchema } from '../review/materials'
import { orderAtEnd } from '../review/order'
import type { Verb } from '../review/verb'
import type { AgendaItem } from './item'

interface State {
  readonly record: { readonly materials: Collection<Material>; readonly agenda: Collection<AgendaItem> }
}

const missing = refusal('MAT1', 'This material was removed.')

export const addMaterialInput = materialSchema
  .pick({ name: true, mediaType: true, bytes: true, sha512: true })
  .extend({ itemId: id.nullable().optional(), replaces: id.nullable().optional() })

/** MAT1: a material is known by the hash of its bytes, which are stored before it enters the record. */
export const addMaterial: Verb<State, z.input<typeof addMaterialInput>> = (state, { itemId, ...input }, { newId, now }) => {
  if (input.bytes > LARGEST_MATERIAL) return fail(refusal('MAT2', `Materials can have up to ${LARGEST_MATERIAL_WORDS}.`))
  const { materials, agenda } = state.record
  const material = materialSchema.parse({ ...input, id: newId(), order: orderAtEnd(materials), addedAt: now }) // MAT1
  const item = itemId ? agenda[itemId] : undefined
  return ok([
    create('materials', material),
    ...(item ? edit('agenda', item, { materialIds: [...item.materialIds, material.id] }) : []),
  ])
}

export const renameMaterialInput = z.object({ materialId: id, name: materialSchema.shape.name })

export const renameMaterial: Verb<State, z.infer<typeof renameMaterialInput>> = (state, { materialId, name }) => {
  const material = state.record.materials[materialId]
  if (!material) return fail(missing)
  return name.trim() === ''
    ? fail(refusal('MAT3', 'A material needs a name.'))
    : ok(edit('materials', material, { name: name.trim() })) // MAT3
}

export const attachMaterialInput = z.object({ materialId: id, itemId: id, attached: z.boolean() })

export const attachMaterial: Verb<State, z.infer<typeof attachMaterialInput>> = (state, { materialId, itemId, attached }) => {
  const item = state.record.agenda[itemId]
  if (!item || !state.record.materials[materialId]) return fail(missing)
  const others = item.materialIds.filter((other) => other !== materialId)
  return ok(edit('agenda', item, { materialIds: attached ? [...others, materialId] : others }))
}

export const removeMaterialInput = z.object({ materialId: id })

interface WithEvidence extends State {
  readonly record: State['record'] & {
    readonly actions: Collection<{ readonly number: number; readonly evidenceMaterialId: string | null }>
  }
}

/** MAT4: removal detaches the material everywhere in the same step. ACT13: what shows that an action is done stays. */
export const removeMaterial: Verb<WithEvidence, z.infer<typeof removeMaterialInput>> = (state, { materialId }) => {
  const material = state.record.materials[materialId]
  if (!material) return fail(missing)
  const shown = Object.values(state.record.actions).find(({ evidenceMaterialId }) => evidenceMaterialId === materialId)
  if (shown) return fail(refusal('ACT13', `This material is the evidence of action ${shown.number}. Take it away there first.`)) // ACT13
  const detached = Object.values(state.record.agenda)
    .filter((item) => item.materialIds.includes(materialId))
    .flatMap((item) => edit('agenda', item, { materialIds: item.materialIds.filter((other) => other !== materialId) })) // MAT4
  return ok([...detached, remove('materials', material)])
}
