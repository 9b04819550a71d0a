import type { Collection } from './fields'
import type { Attendance, Person } from './people'

export interface Presence {
  /** In the room now. */
  readonly here: number
  /** Were there, also if they left. */
  readonly came: number
  readonly all: number
}

export function presenceOf(people: readonly Person[]): Presence {
  const among = (...which: Attendance[]) => people.filter(({ attendance }) => which.includes(attendance)).length
  return { here: among('present', 'late'), came: among('present', 'late', 'left'), all: people.length }
}

/** How many are here; null while the roll was not called (ATT5). */
export function presentNow(people: Collection<Person>): number | null {
  const all = Object.values(people)
  return all.every(({ attendance }) => attendance === 'expected') ? null : presenceOf(all).here
}

/** ATT3: `Present 7 of 9, quorum 5 reached`; the quorum only where there is one. Counts who is here, or who came at all. */
export function presenceWords(people: readonly Person[], which: 'here' | 'came', quorum: number | null): string {
  if (people.every(({ attendance }) => attendance === 'expected')) return 'Roll not called' // ATT5
  const { all, [which]: present } = presenceOf(people)
  const words = `Present ${present} of ${all}`
  if (quorum === null) return words
  return `${words}, quorum ${quorum} ${present >= quorum ? 'reached' : 'not reached'}` // ATT3
}

/** ATT4: what one press means: whoever is here leaves, whoever is not comes, and comes late once the meeting has begun. */
export function nextAttendance({ attendance, arrivedAt }: Person, isBegun: boolean): Attendance {
  if (attendance === 'present' || attendance === 'late') return isBegun ? 'left' : 'expected'
  return isBegun && arrivedAt === null ? 'late' : 'present' // ATT4
}
