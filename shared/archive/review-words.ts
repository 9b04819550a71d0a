import type { RiskLevel } from '../actions/risk'
import { risksInOrder } from '../actions/risk-verbs'
import { supersededChain } from '../decision/chain'
import type { Decision } from '../decision/decision'
import { type FeedbackItem, isAtRisk } from '../feedback/item'
import { dispositionOf, isSettled, statusOf } from '../feedback/life'
import {
  appraisalWords,
  attendanceWords,
  dispositionWords,
  feedbackStatusWords,
  nameOf,
  riskLevelWords,
  riskStatusWords,
  roleWords,
  verdictWords,
} from '../record/words'
import { presenceWords } from '../review/attendance'
import { compare, inOrder } from '../review/fields'
import type { Person } from '../review/people'
import type { Review } from '../review/review'
import { type LedgerRow, ledgerOf } from '../timer/ledger'
import { timelineOf } from '../timer/timeline'
import type { BundleView } from './bundle-view'
import { dayWords, minuteAt, minutesOf, minuteWords } from '../review/dates'
import type { Fact } from './paper'
import { actionsInOrder, feedbackInOrder } from './tables'

export const kindWords = {
  'technical-review': 'Technical review',
  'management-review': 'Management review',
  inspection: 'Inspection',
  'walk-through': 'Walk-through',
  'panel-assessment': 'Panel assessment',
} as const
const statusWords = {
  planned: 'planned',
  preparing: 'in preparation',
  'in-progress': 'in progress',
  'follow-up': 'in follow-up',
  closed: 'closed',
} as const

/** `Technical review · held 24 November 2026, 10:00 (Europe/Berlin) · closed`. */
export function reviewLine({ review, zone, record }: BundleView): string {
  const startedAt = ledgerOf(record.agenda, timelineOf(record.timer), review.createdAt).startedAt
  const held =
    startedAt !== null
      ? `held ${minuteWords(startedAt, zone)} (${zone})`
      : review.scheduledStart !== null
        ? `planned for ${minuteWords(review.scheduledStart, zone)} (${zone})`
        : ''
  return [kindWords[review.kind], held, statusWords[review.status]].filter(Boolean).join(' · ')
}

export function subjectLine({ review }: BundleView): string {
  return [review.subject, review.version].filter(Boolean).join(', ')
}

export const outcomeOf = (decision: Decision): string => verdictWords(decision) ?? 'No outcome yet'

/** Who was there: a line that counts, and for each person name, roles and how they came and went. ATT3: those who left count. */
export function attendanceOf({ record, review, zone }: BundleView): { readonly sum: string; readonly rows: readonly string[][] } {
  const people = inOrder(record.people)
  return {
    sum: presenceWords(people, 'came', review.quorum),
    rows: people.map((person) => [
      person.name,
      person.roles.map((role) => roleWords[role]).join(', '),
      cameWords(person, review, zone),
    ]),
  }
}

function cameWords({ attendance, arrivedAt, leftAt }: Person, { status }: Review, zone: string): string {
  const isHeld = status !== 'planned' && status !== 'preparing'
  if (attendance === 'expected') return isHeld ? 'Not noted' : attendanceWords.expected
  const at = attendance === 'late' ? arrivedAt : attendance === 'left' ? leftAt : null
  return at === null ? attendanceWords[attendance] : `${attendanceWords[attendance]}, ${minuteAt(at, zone).slice(-5)}`
}

/** What is at risk: risks, and whatever blocks. */
export function knownRisks(record: BundleView['record']): FeedbackItem[] {
  return feedbackInOrder(record).filter(isAtRisk)
}

/** Times per agenda item as they stood at the last change. */
export function timesOf({ record, lastChange }: BundleView): readonly LedgerRow[] {
  return ledgerOf(record.agenda, timelineOf(record.timer), lastChange).rows
}

/** What can be told in four figures. */
export function factsOf(view: BundleView): readonly Fact[] {
  const { record } = view
  const stated = inOrder(record.decisions)
  const decided = stated.find(({ status }) => status === 'accepted') ?? stated.find(({ status }) => status === 'proposed')
  const plan = actionsInOrder(record).filter(({ status }) => status !== 'cancelled')
  const open = plan.filter(({ status }) => status !== 'completed')
  const next = open.flatMap(({ due }) => due ?? []).sort(compare)[0]
  const known = knownRisks(record)
  const blocking = known.filter((item) => item.force === 'blocking' && !isSettled(item))
  const rows = timesOf(view)
  const sum = (field: 'plannedMs' | 'actualMs') => minutesOf(rows.reduce((total, row) => total + row[field], 0))
  const fact = (name: string, value: string, note = ''): Fact => ({ name, value, note })
  return [
    fact(
      'Decision',
      decided ? outcomeOf(decided) : 'None yet',
      decided?.status === 'proposed' ? 'proposed, not accepted yet' : '',
    ),
    fact('Known risks', String(known.length), blocking.length > 0 ? `${blocking.length} open and blocking` : ''),
    fact('Open actions', `${open.length} of ${plan.length}`, next === undefined ? '' : `next due ${dayWords(next)}`),
    fact('Time taken', `${sum('actualMs')} min`, `${sum('plannedMs')} min planned`),
  ]
}

/** Where an item stands, when it does not merely stand open: `answered`. */
export function standingWords(item: FeedbackItem): string {
  const status = statusOf(item)
  return status === 'open' ? '' : feedbackStatusWords[status].toLowerCase()
}

/** `Rejected: the data ends in March`; empty without an answer. */
export function answerWords(item: FeedbackItem): string {
  const answer = dispositionOf(item)
  return answer?.disposition ? `${dispositionWords[answer.disposition]}: ${answer.note}` : ''
}

/** What a decision says beside its statement, as lists with a name: what was considered, what the panel said, who dissents. */
export function decisionLists(
  decision: Decision,
  { people }: BundleView['record'],
): (readonly [name: string, items: readonly string[]])[] {
  const said = (personId: string, words: string) => `${nameOf(personId, people)}${words === '' ? '' : `: ${words}`}`
  return [
    ['Options considered', decision.options],
    [
      'What the panel said',
      decision.appraisals.map(({ personId, appraisal }) => said(personId, appraisalWords[appraisal].toLowerCase())),
    ],
    [
      'Dissent',
      [
        ...(decision.dissent === '' ? [] : [decision.dissent]),
        ...decision.dissents.map(({ personId, words }) => said(personId, words)),
      ],
    ],
  ]
}

/** DEC11: `Hold: Wait for spring. Accepted 3 November 2026, 10:05, superseded 24 November 2026, 11:20`, the newest first. */
export function supersededWords({ record, zone }: BundleView): string[] {
  return supersededChain(record.decisions).map((decision) => {
    const until = decision.supersededById === null ? null : (record.decisions[decision.supersededById]?.acceptedAt ?? null)
    const when = [
      decision.acceptedAt === null ? '' : `accepted ${minuteWords(decision.acceptedAt, zone)}`,
      until === null ? '' : `superseded ${minuteWords(until, zone)}`,
    ].filter(Boolean)
    return `${outcomeOf(decision)}: ${decision.statement}${when.length === 0 ? '' : ` (${when.join(', ')})`}`
  })
}

export const riskColumns = ['No.', 'Risk', 'Likelihood', 'Impact', 'Owner', 'Mitigation', 'State'] as const

/** RSK6: the risks as the minutes tell them, open and worst first. */
export function riskRows({ record }: BundleView): string[][] {
  const level = (of: RiskLevel | null) => (of === null ? '–' : riskLevelWords[of])
  return risksInOrder(record.risks).map(({ number, text, reason, likelihood, impact, ownerId, actionId, status }) => {
    const action = record.actions[actionId ?? '']
    return [
      String(number),
      reason === '' ? text : `${text}\n${riskStatusWords[status]}: ${reason}`,
      level(likelihood),
      level(impact),
      nameOf(ownerId, record.people, 'No owner'),
      action ? `Action ${action.number}` : '–',
      riskStatusWords[status],
    ]
  })
}
