import type { ActionItem } from '../actions/action'
import { overdueWords } from '../actions/action-verbs'
import { byUrgency, isDone } from '../actions/urgency'
import { outlineOf } from '../agenda/outline'
import type { CalendarDate } from '../context'
import { type Appraisal, standingAppraisal } from '../decision/appraisal'
import type { Decision, Outcome } from '../decision/decision'
import { lackingIn } from '../decision/lacking'
import { headOf } from '../feedback/group'
import { type FeedbackItem, isAtRisk } from '../feedback/item'
import { isSettled, statusOf } from '../feedback/life'
import type { RecordState } from '../record/state'
import { feedbackStatusWords, labelWord, nameOf, namesWords, verdictWords } from '../record/words'
import { dayWords } from '../review/dates'
import { termsInOrder } from '../review/glossary'
import { nextMeetingWords } from '../review/next-meeting'
import { compare, inOrder } from '../review/fields'
import { panelBlocks } from './panel-blocks'
import type { PaperKind, WallBlock, WallTone } from './wall-schema'

const outcomeTones: Readonly<Record<Outcome, WallTone>> = {
  proceed: 'ok',
  'proceed-with-conditions': 'warn',
  rework: 'warn',
  hold: 'warn',
  stop: 'danger',
}

const appraisalTones: Readonly<Record<Appraisal, WallTone>> = {
  'accepted-as-is': 'ok',
  'accepted-with-rework-verification': 'warn',
  're-review': 'warn',
  'not-completed': 'warn',
}

function toneOf(decision: Decision): WallTone {
  const appraisal = standingAppraisal(decision)
  if (appraisal !== null) return appraisalTones[appraisal]
  return decision.outcome === null ? 'neutral' : outcomeTones[decision.outcome]
}

/** What a paper says on a day, before it is cut into pages. */
export const blocksOf: Readonly<Record<PaperKind, (record: RecordState, today: CalendarDate) => WallBlock[]>> = {
  decision: (record, today) =>
    orQuiet(
      shownDecisions(record).flatMap((one) => decided(one, record, today)),
      'No decision has been stated yet.',
    ),
  feedback: (record) => orQuiet(feedback(record), 'Nothing has been raised yet.'),
  actions: (record, today) =>
    orQuiet(
      shownActions(record)
        .sort(byUrgency(today)) // WAL21
        .map((action) => actionRow(action, record, today)),
      'No action has been agreed yet.',
    ),
  summary,
  risks,
  panel: panelBlocks,
  'read-back': readBackBlocks,
}

/** What the head says beside the title: how to read what stands under it. */
export function asideOf(kind: PaperKind, pages: readonly (readonly WallBlock[])[], isOne: boolean): string {
  const blocks = pages.flat()
  if (blocks[0]?.kind === 'text') return ''
  if (kind === 'read-back') return 'To be confirmed aloud'
  if (kind === 'panel') return 'Each dot a score, the stroke their median'
  const entries = blocks.filter((block) => block.kind === 'entry' && !block.isContinued)
  return kind === 'feedback' && !isOne && entries.length > 1 ? 'Newest first' : '' // WAL13
}

/** WAL3, WAL13: only feedback of the record, which is revealed, newest first; never who wrote it. */
function feedback(record: RecordState): WallBlock[] {
  return shownFeedback(record)
    .map((item) => entry(item))
    .toReversed()
}

/** FB11: the item that the board shows, what stands under it, and what answers it; null when it is none for the wall. */
export function oneFeedback(record: RecordState, feedbackId: string | null): WallBlock[] | null {
  const shown = shownFeedback(record)
  const item = shown.find(({ id }) => id === feedbackId)
  if (!item) return null
  const under = shown.filter((each) => headOf(record.feedback, each)?.id === item.id)
  const answers = shown.filter(({ answersId }) => answersId === item.id)
  return [entry(item, item.hands), ...[...under, ...answers].map((each) => entry(each))]
}

function shownFeedback(record: RecordState): FeedbackItem[] {
  const internal = internalItems(record)
  return inOrder(record.feedback).filter(({ itemId }) => !internal.has(itemId ?? '')) // WAL2
}

function entry({ side, label, force, text: words }: FeedbackItem, hands: number | null = null): WallBlock {
  return { kind: 'entry', side, label, isBlocking: force === 'blocking', isContinued: false, hands, text: words }
}

/** WAL2: what belongs to an internal item stays off the wall, whatever it became. */
function internalItems(record: RecordState): ReadonlySet<string> {
  return new Set(outlineOf(record.agenda).flatMap(({ item, isInternal }) => (isInternal ? item.id : [])))
}

function shownDecisions(record: RecordState): Decision[] {
  const internal = internalItems(record)
  return inOrder(record.decisions).filter(({ status, itemId }) => status !== 'superseded' && !internal.has(itemId ?? '')) // WAL2
}

function shownActions(record: RecordState): ActionItem[] {
  const internal = internalItems(record)
  const shown = new Set(shownDecisions(record).map(({ id }) => id))
  const isInternal = ({ source: { kind, id }, ...action }: ActionItem): boolean => {
    if (kind === 'minutes') return internal.has(id ?? '')
    if (kind === 'parking') return internal.has(record.parking[id ?? '']?.itemId ?? '')
    if (kind === 'feedback') return internal.has(record.feedback[id ?? '']?.itemId ?? '')
    const condition = Object.values(record.conditions).find(({ actionId }) => actionId === action.id)
    return condition !== undefined && !shown.has(condition.decisionId)
  }
  return inOrder(record.actions).filter((action) => action.status !== 'cancelled' && !isInternal(action)) // WAL2
}

const heading = (words: string): WallBlock => ({ kind: 'heading', text: words })
const text = (words: string, isQuiet = false): WallBlock => ({ kind: 'text', text: words, isQuiet })
const orQuiet = (blocks: WallBlock[], words: string): WallBlock[] => (blocks.length === 0 ? [text(words, true)] : blocks)

/** WAL7: outcome, whether it is decided and by whom, the exact statement, each condition with its owner and date, and why. */
function decided(decision: Decision, record: RecordState, today: CalendarDate): WallBlock[] {
  const { id, statement, because, status } = decision
  const isProposed = status !== 'accepted'
  const conditions = inOrder(record.conditions).filter(({ decisionId }) => decisionId === id)
  const endsIn = record.review['review']?.endsIn ?? 'gate'
  const lacksConditions = lackingIn(decision, endsIn, record.conditions).includes('condition')
  return [
    {
      kind: 'badge',
      text: verdictWords(decision) ?? 'No outcome yet',
      tone: isProposed ? 'neutral' : toneOf(decision),
      note: isProposed ? 'Proposed, not accepted yet' : 'This decision is accepted',
      isProposed,
    },
    text(makersWords(decision, record), true), // WAL20
    ...(statement.trim() === '' ? [] : [{ kind: 'lead', text: statement.trim() } as const]),
    ...(conditions.length === 0 && !lacksConditions ? [] : [heading('Conditions')]),
    ...(lacksConditions ? [text(isProposed ? 'No conditions written yet' : 'No conditions written', true)] : []), // WAL20
    ...conditions.map((condition, at): WallBlock => {
      const action = record.actions[condition.actionId]
      return { ...whoAndWhen(action, record, today), kind: 'row', mark: String(at + 1), text: condition.text }
    }),
    ...(because.trim() === '' ? [] : [heading('Because'), text(because.trim())]),
  ]
}

/** WAL20 */
function makersWords({ deciderIds, status }: Decision, { people }: RecordState): string {
  if (deciderIds.length === 0) return status === 'proposed' ? 'No decision maker yet' : 'By nobody named' // DEC15
  // Each name has its own direction of writing: two that run from the right would change places.
  const words = namesWords(deciderIds.map((id) => `\u2068${nameOf(id, people)}\u2069`))
  return `${deciderIds.length === 1 ? 'Decision maker' : 'Decision makers'}: ${words}`
}

interface WhoAndWhen {
  readonly who: string
  readonly isNobody: boolean
  readonly when: string
  readonly tone: WallTone
}

/** Who owns an action, and how it stands: done, overdue (WAL15), or due on its day. */
function whoAndWhen(action: ActionItem | undefined, { people }: RecordState, today: CalendarDate): WhoAndWhen {
  if (!action) return { who: '', isNobody: false, when: '', tone: 'neutral' }
  const isNobody = action.ownerId === null && !isDone(action)
  const who = { who: nameOf(action.ownerId, people, isNobody ? '\u26a0\ufe0e No owner yet' : 'No owner'), isNobody } // WAL21
  if (action.status === 'completed') return { ...who, when: 'Done', tone: 'ok' }
  const late = overdueWords(action, today)
  if (late !== '') return { ...who, when: `\u26a0\ufe0e ${late}`, tone: 'danger' } // WAL15
  return { ...who, when: action.due === null ? 'No date yet' : dayWords(action.due), tone: 'neutral' }
}

function actionRow(action: ActionItem, record: RecordState, today: CalendarDate): WallBlock {
  return { ...whoAndWhen(action, record, today), kind: 'row', mark: String(action.number), text: action.what }
}

function summary({ review, glossary }: RecordState): WallBlock[] {
  const { purpose = '', takeaways = '', impact = '' } = review['review'] ?? {}
  const part = (name: string, words: string): WallBlock[] => (words.trim() === '' ? [] : [heading(name), text(words.trim())])
  const parts = [...part('Purpose', purpose), ...part('Key takeaways', takeaways), ...part('Impact', impact)]
  const terms = termsInOrder(glossary).map(({ term, meaning }) => text(`${term}: ${meaning.trim()}`))
  const words = terms.length > 0 && parts.length > 0 ? [heading('Words'), ...terms] : [] // SUM3
  return orQuiet([...parts, ...words], 'No executive summary has been written yet.')
}

/** Risks and what blocks, open before closed, never who raised them (WAL3). */
function risks(record: RecordState): WallBlock[] {
  const internal = internalItems(record)
  const known = inOrder(record.feedback).filter((item) => isAtRisk(item) && !internal.has(item.itemId ?? '')) // WAL2
  const weight = (item: (typeof known)[number]) => (isSettled(item) ? 2 : 0) + (item.force === 'blocking' ? 0 : 1)
  const rows = [...known]
    .sort((left, right) => compare(weight(left), weight(right)))
    .map((item): WallBlock => {
      const { label, text: words } = item
      const isBlocking = item.force === 'blocking' && !isSettled(item)
      const who = isBlocking ? '\u26a0\ufe0e Blocking' : feedbackStatusWords[statusOf(item)]
      return {
        kind: 'row',
        mark: labelWord(label),
        tone: isBlocking ? 'danger' : 'neutral',
        text: words,
        who,
        isNobody: false,
        when: '',
      }
    })
  return orQuiet(rows, 'No risk is known.')
}

/** WAL8: what this meeting decided and agreed, to be read aloud and confirmed. */
export function readBackBlocks(record: RecordState, today: CalendarDate): WallBlock[] {
  const since = Object.values(record.timer).reduce(
    (first, event) => (event.kind === 'started' ? Math.min(first, event.at) : first),
    Infinity,
  )
  const decisions = shownDecisions(record).filter(({ proposedAt, acceptedAt }) => Math.max(proposedAt, acceptedAt ?? 0) >= since) // WAL8
  const conditions = new Set(Object.values(record.conditions).map(({ actionId }) => actionId))
  const agreed = shownActions(record).filter(({ id, createdAt }) => createdAt >= since && !conditions.has(id)) // WAL8
  const next = record.review['review'] ? nextMeetingWords(record.review['review']) : ''
  const blocks = [
    ...decisions.flatMap((decision) => decided({ ...decision, because: '' }, record, today)),
    ...(agreed.length === 0 ? [] : [heading('Actions agreed')]),
    ...agreed.map((action) => actionRow(action, record, today)),
    ...(next === '' ? [] : [heading('Next review'), text(next)]),
  ]
  return orQuiet(blocks, 'Nothing has been decided or agreed in this meeting yet.')
}
