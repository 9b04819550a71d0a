import type { Outcome } from '../../../shared/decision/decision'
import type { IconName } from '../../ui/icon-paths'
import type { Tone } from '../../ui/status'

export const outcomeLooks: Readonly<Record<Outcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  proceed: { tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { tone: 'warn', icon: 'check' },
  rework: { tone: 'warn', icon: 'back' },
  hold: { tone: 'warn', icon: 'pause' },
  stop: { tone: 'danger', icon: 'stop' },
}

/** An instant as a day and a time of day in the review's zone. */
export function instantWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
}

/** `YYYY-MM-DD` as `24 Nov 2026`. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}
