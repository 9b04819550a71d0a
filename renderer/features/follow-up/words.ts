import { type Appraisal, standingAppraisal } from '../../../shared/decision/appraisal'
import type { Decision, Outcome } from '../../../shared/decision/decision'
import type { IconName } from '../../ui/icon-paths'
import type { Tone } from '../../ui/status'

type Look = { readonly tone: Tone; readonly icon: IconName }

const appraisalLooks: Readonly<Record<Appraisal, Look>> = {
  'accepted-as-is': { tone: 'ok', icon: 'check' },
  'accepted-with-rework-verification': { tone: 'warn', icon: 'check' },
  're-review': { tone: 'warn', icon: 'back' },
  'not-completed': { tone: 'warn', icon: 'pause' },
}

/** How a decision looks, by its appraisal or its outcome; null while it has neither. */
export function lookOf(decision: Decision): Look | null {
  const appraisal = standingAppraisal(decision)
  if (appraisal !== null) return appraisalLooks[appraisal]
  return decision.outcome === null ? null : outcomeLooks[decision.outcome]
}

const outcomeLooks: Readonly<Record<Outcome, Look>> = {
  proceed: { tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { tone: 'warn', icon: 'check' },
  rework: { tone: 'warn', icon: 'back' },
  hold: { tone: 'warn', icon: 'pause' },
  stop: { tone: 'danger', icon: 'stop' },
}
