import type { AgendaItem } from '../item'

/** An item as it was read from a text; nothing is stored yet. */
export interface DraftItem {
  /** Line of the text it stands on, from 1. */
  readonly line: number
  readonly title: string
  readonly level: number
  readonly kind: AgendaItem['kind']
  /** Name as written, or as the text's own list of people has it in full; '' when nobody is named. */
  readonly presenter: string
  /** In ms; null when the text does not tell. */
  readonly plannedMs: number | null
  /** Clock time in minutes since midnight; null when the text does not tell. */
  readonly startsAt: number | null
  readonly internal: boolean
}

export type Why =
  'about' | 'comment' | 'detail' | 'empty' | 'end' | 'heading' | 'link' | 'long' | 'many' | 'people' | 'place' | 'struck' | 'text'

/** A line that becomes no item. */
export interface LeftOut {
  readonly line: number
  readonly text: string
  readonly why: Why
}

export interface ImportedAgenda {
  readonly items: readonly DraftItem[]
  readonly leftOut: readonly LeftOut[]
}

/** More is no agenda; what is behind stays out and is told. */
export const MOST_CHARACTERS = 500_000
export const MOST_LINES = 5_000
export const MOST_ITEMS = 500
export const LONGEST_LINE = 2_000
export const LONGEST_TITLE = 500
