import { nameOf, quorumWords, statusWords } from '../record/words'
import type { Decision } from '../decision/decision'
import { inOrder } from '../review/fields'
import type { BundleView } from './bundle-view'
import { dayWords, minuteWords } from '../review/dates'
import { bullets, type Block, type Blocks, text } from './paper'
import { decisionLists, outcomeOf, supersededWords } from './review-words'

/** The decisions that stand, each with what hangs on it; a superseded one as a line. */
export function decisionBlocks(view: BundleView): Blocks {
  const all = inOrder(view.record.decisions)
  const stated = all.filter(({ status }) => status !== 'superseded')
  const earlier = supersededWords(view)
  if (stated.length === 0) return [text('No decision was recorded.', 'quiet')]
  return [
    ...stated.map((decision): Block => ({ kind: 'box', blocks: oneDecision(decision, view) })),
    ...(earlier.length > 0 ? [text('Superseded', 'label'), bullets(earlier)] : []),
  ]
}

/** A decision in whole sentences. */
export function oneDecision(decision: Decision, { record, zone }: BundleView): Blocks {
  const deciders = decision.deciderIds.map((id) => nameOf(id, record.people)).join(', ')
  const accepted =
    decision.acceptedAt === null
      ? 'Proposed, not accepted yet.'
      : `Accepted ${minuteWords(decision.acceptedAt, zone)}${deciders ? ` by ${deciders}` : ''}.`
  const conditions = inOrder(record.conditions).filter(({ decisionId }) => decisionId === decision.id)
  const part = (name: string, words: string): Blocks => (words === '' ? [] : [text(name, 'label'), text(words)])
  const listed = (name: string, items: readonly string[]): Blocks =>
    items.length === 0 ? [] : [text(name, 'label'), bullets(items)]
  return [
    text(outcomeOf(decision), 'strong'),
    ...(decision.statement === '' ? [] : [text(decision.statement)]),
    text([accepted, quorumWords(decision)].filter(Boolean).join(' '), 'quiet'),
    ...part('Because', decision.because),
    ...listed(
      'Conditions',
      conditions.map(({ text: words, actionId }) => `${words}${owed(record, actionId)}`),
    ),
    ...decisionLists(decision, record).flatMap(([name, items]) => listed(name, items)),
    ...listed(
      'Blocking findings let stand',
      decision.waivers.map(
        ({ feedbackId, byId, reason }) =>
          `${record.feedback[feedbackId]?.text ?? 'Removed finding'} – ${reason} (${nameOf(byId, record.people)})`,
      ),
    ),
    ...(decision.reviewBy === null ? [] : [text(`To be looked at again by ${dayWords(decision.reviewBy)}.`, 'quiet')]),
  ]
}

function owed(record: BundleView['record'], actionId: string): string {
  const action = record.actions[actionId]
  if (!action) return ''
  const due = action.due === null ? '' : `, due ${dayWords(action.due)}`
  const owner = nameOf(action.ownerId, record.people, 'no owner')
  return ` (action ${action.number}, ${owner}${due}, ${statusWords[action.status].toLowerCase()})`
}
