import { type Collection, compare, inOrder } from '../review/fields'
import type { Person } from '../review/people'
import { type Criterion, levelsOf } from './criterion'
import type { Ballot, Panel, Score } from './score'

/** PAN1: who scores. */
export function isPanelist(person: Pick<Person, 'roles'> | undefined): boolean {
  return person?.roles.some((role) => role === 'reviewer' || role === 'decision-maker') ?? false // PAN1
}

/** Who scores, in the order of people. */
export function panelistsOf(people: Collection<Person>): Person[] {
  return inOrder(people).filter(isPanelist)
}

export function isRevealed({ panel }: { readonly panel: Collection<Panel> }): boolean {
  return panel['panel'] !== undefined
}

/** What marks of these criteria mean: what is looked at, and the levels among which was chosen. */
export function meaningOf(criteria: Collection<Criterion>): string {
  const told = Object.values(criteria).map(({ id, name, counts, levels }) => {
    const chosenFrom = levelsOf({ levels }).map(({ points, anchor }) => [points, anchor])
    return [id, name, levels.length === 0 ? 'one' : counts, chosenFrom] as const
  })
  return JSON.stringify(told.sort(([left], [right]) => compare(left, right)))
}

/** PAN20: whether a ballot was given by the rubric as it is; another window may have changed it at that moment. */
export function isByRubric({ rubric }: Ballot, criteria: Collection<Criterion>): boolean {
  return rubric === '' || rubric === meaningOf(criteria) // PAN20
}

/** PAN21: ballots that another window sealed before it heard of the reveal, and that can be revealed too. */
export function lateBallots(
  { criteria, scores }: { readonly criteria: Collection<Criterion>; readonly scores: Collection<Score> },
  ballots: Collection<Ballot>,
): Ballot[] {
  const scored = new Set(Object.values(scores).map(({ panelistId }) => panelistId))
  return Object.values(ballots).filter((ballot) => !scored.has(ballot.id) && isByRubric(ballot, criteria)) // PAN21
}

/** How many ballots are in, of how many; who left the panel with a ballot in still counts (PPL2). */
export function ballotsIn(
  people: Collection<Person>,
  ballots: Collection<Ballot>,
  criteria: Collection<Criterion>,
): { readonly given: number; readonly all: number; readonly missing: readonly Person[] } {
  const counting = new Set(Object.values(ballots).flatMap((ballot) => (isByRubric(ballot, criteria) ? [ballot.id] : [])))
  const missing = panelistsOf(people).filter(({ id }) => !counting.has(id))
  const given = counting.size
  return { given, all: given + missing.length, missing }
}
