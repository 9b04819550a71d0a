import { type Collection, inOrder } from '../review/fields'
import type { Person } from '../review/people'
import type { Ballot, Panel } from './score'

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

/** How many ballots are in, of how many; who left the panel with a ballot in still counts (PPL2). */
export function ballotsIn(
  people: Collection<Person>,
  ballots: Collection<Ballot>,
): { readonly given: number; readonly all: number; readonly missing: readonly Person[] } {
  const panelists = panelistsOf(people)
  const missing = panelists.filter(({ id }) => !ballots[id])
  const given = Object.keys(ballots).length
  return { given, all: given + missing.length, missing }
}
