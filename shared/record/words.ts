import type { ActionItem } from '../actions/action'
import type { RiskLevel, RiskStatus } from '../actions/risk'
import type { AgendaItem } from '../agenda/item'
import { numbersOf } from '../agenda/outline'
import { type Appraisal, standingAppraisal } from '../decision/appraisal'
import type { Decision, Outcome } from '../decision/decision'
import type { DispositionKind, FeedbackItem, FeedbackStatus, Label, LifeAct } from '../feedback/item'
import type { GateStatus } from '../readiness/gate'
import type { PreparationOutcome } from '../readiness/preparation'
import type { Person, Role } from '../review/people'
import type { Side } from '../review/review'
import type { Confidence } from '../rubric/score'
import type { RecordState } from './state'

export { nameOf } from '../review/people'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  proceed: 'Proceed',
  'proceed-with-conditions': 'Proceed with conditions',
  rework: 'Rework',
  hold: 'Hold',
  stop: 'Stop',
}

export const appraisalWords: Readonly<Record<Appraisal, string>> = {
  'accepted-as-is': 'Accepted as is',
  'accepted-with-rework-verification': 'Accepted with rework verification',
  're-review': 'Re-review',
  'not-completed': 'Not completed',
}

/** DEC7: what a decision comes to, in words: its appraisal, or the outcome of the gate; null while it has neither. */
export function verdictWords(decision: Decision): string | null {
  const appraisal = standingAppraisal(decision)
  if (appraisal !== null) return appraisalWords[appraisal]
  return decision.outcome === null ? null : outcomeWords[decision.outcome]
}

/** DEC10: `Quorum of 5 reached with 7 present.` */
export function quorumWords({ quorum }: Decision): string {
  if (quorum === null) return ''
  if (quorum.present === null) return `A quorum of ${quorum.needed} was asked for; the roll was not called.`
  return `Quorum of ${quorum.needed} ${quorum.present < quorum.needed ? 'not reached' : 'reached'} with ${quorum.present} present.`
}

export const statusWords: Readonly<Record<ActionItem['status'], string>> = {
  'needs-action': 'Needs action',
  'in-process': 'In process',
  completed: 'Completed',
  cancelled: 'Cancelled',
}

export const riskLevelWords: Readonly<Record<RiskLevel, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

export const riskStatusWords: Readonly<Record<RiskStatus, string>> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  closed: 'Closed',
}

export const priorityWords: Readonly<Record<ActionItem['priority'], string>> = { high: 'High', medium: 'Medium', low: 'Low' }

export const forceWords: Readonly<Record<NonNullable<FeedbackItem['force']>, string>> = {
  blocking: 'Blocking',
  'non-blocking': 'Non-blocking',
  'if-minor': 'If minor',
}

export const feedbackStatusWords: Readonly<Record<FeedbackStatus, string>> = {
  open: 'Open',
  dispositioned: 'Answered',
  implemented: 'Implemented',
  verified: 'Verified',
  closed: 'Closed',
}

export const dispositionWords: Readonly<Record<DispositionKind, string>> = {
  accepted: 'Accepted',
  'accepted-with-modification': 'Accepted with modification',
  rejected: 'Rejected',
  deferred: 'Deferred',
  duplicate: 'Duplicate',
}

/** FB9: `7 hands`. */
export function handsWords(hands: number): string {
  return `${hands} ${hands === 1 ? 'hand' : 'hands'}`
}

/** What is offered to be done with an item next. */
export const lifeActWords: Readonly<Record<LifeAct, string>> = {
  dispose: 'Disposition…',
  implement: 'Implemented',
  verify: 'Verify',
  close: 'Close item',
  withdraw: 'Withdraw…',
  reopen: 'Open again…',
}

export const confidenceWords: Readonly<Record<Confidence, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

export const sideWords: Readonly<Record<Side, string>> = { presenter: 'Presenter', reviewer: 'Reviewer' }

export const attendanceWords: Readonly<Record<Person['attendance'], string>> = {
  expected: 'Expected',
  present: 'Present',
  late: 'Came late',
  left: 'Left early',
  regrets: 'Sent regrets',
}

export const gateStatusWords: Readonly<Record<GateStatus, string>> = {
  open: 'Open',
  met: 'Met',
  'not-met': 'Not met',
  waived: 'Waived',
}

export const preparationWords: Readonly<Record<PreparationOutcome, string>> = {
  sufficient: 'Sufficient',
  insufficient: 'Insufficient',
}

export const itemStatusWords: Readonly<Record<AgendaItem['status'], string>> = {
  pending: 'Not discussed',
  discussed: 'Discussed',
  deferred: 'Deferred',
  carried: 'Carried over',
}

export const roleWords: Readonly<Record<Role, string>> = {
  facilitator: 'Facilitator',
  recorder: 'Recorder',
  presenter: 'Presenter',
  reviewer: 'Reviewer',
  'decision-maker': 'Decision maker',
  observer: 'Observer',
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
      const number = numbersOf(record.agenda).get(source.id ?? '')
      return number === undefined ? 'Minutes' : `Minutes, item ${number}`
    }
    case 'parking':
      return 'Parking lot'
    case 'risk': {
      const risk = source.id === null ? undefined : record.risks[source.id]
      return risk ? `Risk ${risk.number}` : 'Removed risk'
    }
    case 'review':
      return 'By hand'
  }
}

/** PAN18: how many criteria failed. */
export function failedWords(failed: number, all: number): string {
  return failed === 0 ? 'no criterion failed' : `${failed} of ${all} criteria failed`
}

/** How many of the panel scored; whoever scored and left it since counts as well. */
export function scoredWords(scored: number, panel: number): string {
  return `${scored} of ${Math.max(scored, panel)} scored`
}

/** Where the scores of a criterion lie. */
export function spreadWords(low: number | null, high: number | null): string {
  return low === null || high === null || low === high ? 'all agree' : `from ${numberWords(low)} to ${numberWords(high)}`
}

/** Points and percent: a tenth where there is one. */
export function numberWords(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** More names than this are counted. */
const FEW_NAMES = 3

/** `Ada, Ben and Cleo`; of many the first and how many more. */
export function namesWords(names: readonly string[]): string {
  const shown = names.length > FEW_NAMES + 1 ? names.slice(0, FEW_NAMES) : names
  const words = shown.length < names.length ? [...shown, `${names.length - shown.length} more`] : shown
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
