import type { Appraisal } from '../../../shared/decision/appraisal'
import type { LibraryRow } from '../../../shared/record/library-row'
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

const outcomeWords: Readonly<Record<Outcome, { readonly word: string; readonly tone: Tone; readonly icon: IconName }>> = {
  proceed: { word: 'Proceed', tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { word: 'With conditions', tone: 'warn', icon: 'check' },
  rework: { word: 'Rework', tone: 'warn', icon: 'back' },
  hold: { word: 'Hold', tone: 'warn', icon: 'pause' },
  stop: { word: 'Stop', tone: 'danger', icon: 'stop' },
}

const appraisalWords: Readonly<Record<Appraisal, { readonly word: string; readonly tone: Tone; readonly icon: IconName }>> = {
  'accepted-as-is': { word: 'Accepted as is', tone: 'ok', icon: 'check' },
  'accepted-with-rework-verification': { word: 'With rework', tone: 'warn', icon: 'check' },
  're-review': { word: 'Re-review', tone: 'warn', icon: 'back' },
  'not-completed': { word: 'Not completed', tone: 'warn', icon: 'pause' },
}

/** DEC7: what a review came to, by its appraisal or the outcome of its gate. */
export function verdictOf({ appraisal, outcome }: Pick<LibraryRow, 'appraisal' | 'outcome'>) {
  return appraisal ? appraisalWords[appraisal] : outcome ? outcomeWords[outcome] : null
}

/** The place of a review where the work is. */
export function placeOf(status: ReviewStatus): 'prepare' | 'run' | 'follow-up' {
  if (status === 'planned' || status === 'preparing') return 'prepare'
  return status === 'in-progress' ? 'run' : 'follow-up'
}
