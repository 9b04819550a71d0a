import type { Mark } from '../../../shared/rubric/score'

/** A mark while it is given: recusal is ticked before its reason is written. */
export interface DraftMark extends Mark {
  readonly isRecused: boolean
}
