import type { Counting, Level } from '../criterion'

/** A criterion as it was read from a text; nothing is stored yet. */
export interface DraftCriterion {
  /** Line of the text it stands on, from 1. */
  readonly line: number
  readonly name: string
  /** From 0 to 100; null when the text does not tell. */
  readonly weight: number | null
  readonly counts: Counting
  readonly levels: readonly Level[]
  readonly passPoints: number | null
}

/** A criterion with the weight it gets. */
export type ReadCriterion = DraftCriterion & { readonly weight: number }

export type Why = 'about' | 'comment' | 'heading' | 'level' | 'long' | 'many' | 'text'

/** A line of which no criterion and no level comes. */
export interface LeftOut {
  readonly line: number
  readonly text: string
  readonly why: Why
}

export interface ImportedRubric {
  readonly criteria: readonly ReadCriterion[]
  readonly leftOut: readonly LeftOut[]
}

export type Leave = (out: LeftOut) => void

export const MOST_CRITERIA = 100
export const LONGEST_NAME = 500
