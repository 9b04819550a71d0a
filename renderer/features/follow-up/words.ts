import type { ActionItem } from '../../../shared/actions/action'
import type { Outcome } from '../../../shared/decision/decision'
import type { FeedbackItem, Label } from '../../../shared/feedback/item'
import type { RecordState } from '../../../shared/record/state'
import { inOrder } from '../../../shared/review/fields'
import type { IconName } from '../../ui/icon-paths'
import type { Tone } from '../../ui/status'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  proceed: 'Proceed',
  'proceed-with-conditions': 'Proceed with conditions',
  rework: 'Rework',
  hold: 'Hold',
  stop: 'Stop',
}

export const outcomeLooks: Readonly<Record<Outcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  proceed: { tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { tone: 'warn', icon: 'check' },
  rework: { tone: 'warn', icon: 'back' },
  hold: { tone: 'warn', icon: 'pause' },
  stop: { tone: 'danger', icon: 'stop' },
}

export const statusWords: Readonly<Record<ActionItem['status'], string>> = {
  'needs-action': 'Needs action',
  'in-process': 'In process',
  completed: 'Completed',
  cancelled: 'Cancelled',
}

export const priorityWords: Readonly<Record<ActionItem['priority'], string>> = { high: 'High', medium: 'Medium', low: 'Low' }

export const forceWords: Readonly<Record<NonNullable<FeedbackItem['force']>, string>> = {
  blocking: 'Blocking',
  'non-blocking': 'Non-blocking',
  'if-minor': 'If minor',
}

/** A label as it stands at the beginning of a line. */
export function labelWord(label: Label): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** Where an action came from, in words. */
export function sourceWords({ source }: Pick<ActionItem, 'source'>, record: RecordState): string {
  switch (source.kind) {
    case 'feedback': {
      const item = source.id === null ? undefined : record.feedback[source.id]
      return item ? labelWord(item.label) : 'Removed finding'
    }
    case 'condition':
      return 'Condition'
    case 'minutes': {
      const at = inOrder(record.agenda).findIndex(({ id }) => id === source.id)
      return at < 0 ? 'Minutes' : `Minutes, item ${at + 1}`
    }
    case 'review':
      return 'By hand'
  }
}

/** A name, or why there is none. */
export function nameOf(personId: string | null, people: RecordState['people'], nobody = 'Nobody'): string {
  return personId === null ? nobody : (people[personId]?.name ?? 'Somebody removed')
}

/** An instant as a day and a time of day in the review's zone. */
export function instantWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
}

/** `YYYY-MM-DD` as `24 Nov 2026`. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}
