import type { DeskState } from '../record/state'

/** What of a review is on the facilitator's desk, and so not in a bundle unless asked for. */
export interface LeftOut {
  readonly unrevealed: number
  readonly notes: number
  readonly ballots: number
}

/** ARC4: counted before saving, so that nobody believes it went along. */
export function leftOut({ feedback, notes, ballots }: DeskState): LeftOut {
  return {
    unrevealed: Object.keys(feedback).length,
    notes: Object.values(notes).filter(({ text }) => text.trim() !== '').length,
    ballots: Object.keys(ballots).length,
  }
}
