import type { Outcome } from '../../../shared/decision/decision'
import type { ReviewStatus } from '../../../shared/review/review'
import type { IconName } from '../../ui/icon-paths'
import type { Tone } from '../../ui/status'

export const statusWords: Readonly<Record<ReviewStatus, string>> = {
  planned: 'Planned',
  preparing: 'Preparing',
  'in-progress': 'In progress',
  'follow-up': 'Follow-up',
  closed: 'Closed',
}

export const outcomeWords: Readonly<Record<Outcome, { readonly word: string; readonly tone: Tone; readonly icon: IconName }>> = {
  proceed: { word: 'Proceed', tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { word: 'With conditions', tone: 'warn', icon: 'check' },
  rework: { word: 'Rework', tone: 'warn', icon: 'back' },
  hold: { word: 'Hold', tone: 'warn', icon: 'pause' },
  stop: { word: 'Stop', tone: 'danger', icon: 'stop' },
}

/** The place of a review where the work is. */
export function placeOf(status: ReviewStatus): 'prepare' | 'run' | 'follow-up' {
  if (status === 'planned' || status === 'preparing') return 'prepare'
  return status === 'in-progress' ? 'run' : 'follow-up'
}
