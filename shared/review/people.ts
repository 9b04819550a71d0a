import { z } from 'zod'
import { id, order, shortText } from './fields'
import type { Side } from './review'

export const roles = ['facilitator', 'recorder', 'presenter', 'reviewer', 'decision-maker', 'observer'] as const
export type Role = (typeof roles)[number]

export const attendances = ['expected', 'present', 'late', 'left', 'regrets'] as const

export const personSchema = z.object({
  id,
  order,
  name: shortText,
  roles: z.array(z.enum(roles)).default([]),
  attendance: z.enum(attendances).default('expected'),
})
export type Person = z.infer<typeof personSchema>

/** The side a person speaks for; null for people who hold neither or both sides' roles. */
export function sideOf(person: Person): Side | null {
  const isPresenter = person.roles.includes('presenter')
  const isReviewer = person.roles.includes('reviewer')
  return isPresenter === isReviewer ? null : isPresenter ? 'presenter' : 'reviewer'
}
