import { risksInOrder } from '../actions/risk-verbs'
import type { FeedbackItem } from '../feedback/item'
import { isFinding, isSettled } from '../feedback/life'
import { dayWords } from '../review/dates'
import { compare, inOrder } from '../review/fields'
import type { Review } from '../review/review'
import type { RecordState } from './state'
import { nameOf, verdictWords } from './words'

export const summaryParts = ['purpose', 'takeaways', 'impact'] as const
export type SummaryPart = (typeof summaryParts)[number]
export type Summary = Readonly<Pick<Review, SummaryPart>>

/** SUM2: what somebody reads who has one page and one minute. */
export const SUMMARY_WORDS = 200

const MOST = 3

/** SUM1: the parts of the executive summary in sentences from the record's fields; '' where it has nothing to say. The words are the record's own. */
export function draftSummary(record: RecordState): Summary {
  const review = record.review['review']
  return review
    ? { purpose: purpose(review), takeaways: takeaways(record), impact: impact(record) }
    : { purpose: '', takeaways: '', impact: '' }
}

/** SUM2: words as a reader counts them; scripts without blanks count by the word all the same. */
export function countWords(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length
}

function purpose({ subject, version, objectives, decisionSought }: Review): string {
  const what = [subject, version].filter(Boolean).join(' ')
  return paragraphs([
    what === '' ? '' : sentence(`Review of ${what}`),
    sentence(objectives),
    decisionSought.trim() === '' ? '' : sentence(`To be decided: ${decisionSought.trim()}`),
  ])
}

function takeaways(record: RecordState): string {
  const stated = inOrder(record.decisions)
  const decision = stated.find(({ status }) => status === 'accepted') ?? stated.find(({ status }) => status === 'proposed')
  const verdict = decision ? verdictWords(decision) : null
  const lead = decision?.status === 'accepted' ? 'Decided' : 'Proposed'
  return paragraphs([
    verdict === null ? '' : sentence(`${lead}: ${verdict}`),
    sentence(decision?.statement ?? ''),
    decision === undefined || decision.because.trim() === '' ? '' : sentence(`Because: ${decision.because.trim()}`),
    findingsWords(record),
    ...ofLabel(record, 'lesson').map((text) => sentence(`Lesson: ${text}`)),
  ])
}

function findingsWords({ feedback }: RecordState): string {
  const findings = Object.values(feedback).filter(isFinding)
  if (findings.length === 0) return ''
  const settled = findings.filter(isSettled).length
  const blocking = findings.filter((item) => item.force === 'blocking' && !isSettled(item)).length
  const block = blocking === 0 ? '' : `, ${blocking} of the others ${blocking === 1 ? 'blocks' : 'block'}`
  return `${findings.length} ${findings.length === 1 ? 'finding was' : 'findings were'} raised, ${settled} settled${block}.`
}

function ofLabel({ feedback }: RecordState, label: FeedbackItem['label']): string[] {
  return inOrder(feedback)
    .filter((item) => item.label === label)
    .slice(0, MOST)
    .map(({ text }) => text.trim())
}

/** What changes for whom: conditions, what may go wrong, who does what by when. */
function impact(record: RecordState): string {
  const { people, actions } = record
  const accepted = new Set(inOrder(record.decisions).flatMap(({ id, status }) => (status === 'superseded' ? [] : [id])))
  const owing = (actionId: string): string => {
    const action = actions[actionId]
    const parts = action ? [nameOf(action.ownerId, people, ''), action.due === null ? '' : `by ${dayWords(action.due)}`] : []
    return parts.filter(Boolean).join(' ')
  }
  const conditions = inOrder(record.conditions).filter(({ decisionId }) => accepted.has(decisionId))
  const own = new Set(conditions.map(({ actionId }) => actionId))
  const open = Object.values(actions)
    .filter(({ id, status }) => (status === 'needs-action' || status === 'in-process') && !own.has(id))
    .sort((left, right) => compare(left.due ?? '9', right.due ?? '9') || compare(left.number, right.number))
  const withOwing = (lead: string, words: string, actionId: string): string => {
    const who = owing(actionId)
    return `${lead}: ${words.trim()}${who === '' ? '' : ` (${who})`}`
  }
  const risks = risksInOrder(record.risks).filter(({ status }) => status === 'open' || status === 'accepted')
  return paragraphs([
    ...conditions.map(({ text, actionId }) => sentence(withOwing('Condition', text, actionId))),
    ...risks
      .slice(0, MOST)
      .map(({ text, status }) => sentence(`${status === 'accepted' ? 'Accepted risk' : 'Risk'}: ${text.trim()}`)),
    ...open.slice(0, MOST).map(({ id, what }) => sentence(withOwing('Action', what, id))),
    open.length > MOST ? `And ${open.length - MOST} more ${open.length - MOST === 1 ? 'action' : 'actions'} in the plan.` : '',
  ])
}

/** With a full stop, where the words do not end by themselves. */
function sentence(words: string): string {
  const text = words.trim()
  return text === '' || /[.!?…。！？؟:]$/.test(text) ? text : `${text}.`
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
