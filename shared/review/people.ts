import { z } from 'zod'
import { type Collection, id, inOrder, instant, order, shortText } from './fields'
import type { Side } from './review'

export const roles = ['facilitator', 'recorder', 'presenter', 'reviewer', 'decision-maker', 'observer'] as const
export type Role = (typeof roles)[number]

export const attendances = ['expected', 'present', 'late', 'left', 'regrets'] as const
export type Attendance = (typeof attendances)[number]

export const personSchema = z.object({
  id,
  order,
  name: shortText,
  roles: z.array(z.enum(roles)).default([]),
  attendance: z.enum(attendances).default('expected'),
  /** Instants of coming and leaving, as the roll was called; null for who was not there, or did not leave. */
  arrivedAt: instant.nullable().default(null),
  leftAt: instant.nullable().default(null),
})
export type Person = z.infer<typeof personSchema>

/** CAN1: who leads the meeting: facilitator, recorder, a person without a role, and somebody who is not in the list. */
export function isLeading(person: Person | undefined): boolean {
  return !person || person.roles.length === 0 || person.roles.includes('facilitator') || person.roles.includes('recorder')
}

/** The side a person speaks for; null for people who hold neither or both sides' roles. */
export function sideOf(person: Person): Side | null {
  const isPresenter = person.roles.includes('presenter')
  const isReviewer = person.roles.includes('reviewer')
  return isPresenter === isReviewer ? null : isPresenter ? 'presenter' : 'reviewer'
}

/** Whoever reviews, also who cannot come. */
export function reviewersOf(people: Collection<Person>): Person[] {
  return inOrder(people).filter(({ roles: held }) => held.includes('reviewer'))
}

/** A name, or why there is none. */
export function nameOf(personId: string | null, people: Collection<Person>, nobody = 'Nobody'): string {
  return personId === null ? nobody : (people[personId]?.name ?? 'Somebody removed')
}
