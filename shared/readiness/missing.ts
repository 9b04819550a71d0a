import { type Collection, inOrder } from '../review/fields'
import { nameOf, type Person } from '../review/people'
import type { GateCriterion } from './gate'
import type { Preparation } from './preparation'

export interface ReadinessState {
  readonly gateCriteria: Collection<GateCriterion>
  readonly preparations: Collection<Preparation>
  readonly people: Collection<Person>
}

export interface Missing {
  readonly kind: 'criterion' | 'preparation'
  /** Of the criterion or the person. */
  readonly id: string
  readonly words: string
}

/** RDY7: what stands against beginning: entrance criteria without a good answer, reviewers who are not known to be prepared. */
export function missingAtStart({ gateCriteria, preparations, people }: ReadinessState): Missing[] {
  const criteria = inOrder(gateCriteria)
    .filter(({ gate, status }) => gate === 'entrance' && (status === 'open' || status === 'not-met')) // RDY7
    .map(({ id, text, status }) => missing('criterion', id, `${status === 'open' ? 'Not answered' : 'Not met'}: ${text}`))
  const reviewers = expectedReviewers(people).flatMap(({ id, name }) => {
    const lack = lackOf(preparations[id])
    return lack === null ? [] : [missing('preparation', id, `${name}: ${lack}`)]
  })
  return [...criteria, ...reviewers]
}

/** RDY12: entrance criteria that are let stand, and by whom: they are not missing, and not met either. */
export function waivedAtStart({ gateCriteria, people }: ReadinessState): Missing[] {
  return inOrder(gateCriteria)
    .filter(({ gate, status }) => gate === 'entrance' && status === 'waived') // RDY12
    .map(({ id, text, waivedBy }) => missing('criterion', id, `${text} (by ${nameOf(waivedBy, people)})`)) // RDY13
}

/** RDY10: whether anything has to be shown before the start. */
export function asksAtStart({ gateCriteria, people }: ReadinessState): boolean {
  return Object.values(gateCriteria).some(({ gate }) => gate === 'entrance') || expectedReviewers(people).length > 0 // RDY10
}

/** Reviewers who are to come; whoever sent regrets need not prepare. */
export function expectedReviewers(people: Collection<Person>): Person[] {
  return inOrder(people).filter(({ roles, attendance }) => roles.includes('reviewer') && attendance !== 'regrets')
}

function lackOf(preparation: Preparation | undefined): string | null {
  if (!preparation) return 'no preparation record'
  if (preparation.outcome === null) return 'not said whether prepared'
  return preparation.outcome === 'insufficient' ? 'preparation insufficient' : null
}

function missing(kind: Missing['kind'], id: string, words: string): Missing {
  return { kind, id, words }
}
