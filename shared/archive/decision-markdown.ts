import { markdownLine as line } from '../minutes/render-markdown'
import { nameOf, quorumWords } from '../record/words'
import { dayWords, minuteWords } from '../review/dates'
import { inOrder } from '../review/fields'
import type { Decision } from '../decision/decision'
import type { BundleView } from './bundle-view'
import { decisionLists, outcomeOf, supersededWords } from './review-words'

/** The decisions as text: what stands, whole, and below it the chain of what it superseded. */
export function decisionMarkdown(view: BundleView): string {
  const stated = inOrder(view.record.decisions).filter(({ status }) => status !== 'superseded')
  const parts = [
    `# Decision: ${line(view.review.title)}`,
    ...(stated.length === 0 ? ['No decision was recorded.'] : stated.flatMap((decision) => oneDecision(decision, view))),
    ...list('Superseded', supersededWords(view)),
  ]
  return `${parts.join('\n\n')}\n`
}

function oneDecision(decision: Decision, view: BundleView): string[] {
  const { record, zone } = view
  const deciders = decision.deciderIds.map((id) => nameOf(id, record.people)).join(', ')
  const accepted =
    decision.acceptedAt === null
      ? 'Proposed, not accepted yet.'
      : `Accepted ${minuteWords(decision.acceptedAt, zone)}${deciders === '' ? '' : ` by ${deciders}`}.`
  const conditions = inOrder(record.conditions).filter(({ decisionId }) => decisionId === decision.id)
  return [
    `## ${line(outcomeOf(decision))}`,
    ...(decision.statement === '' ? [] : [`**${line(decision.statement)}**`]),
    line([accepted, quorumWords(decision)].filter(Boolean).join(' ')),
    ...list('Because', decision.because === '' ? [] : [decision.because]),
    ...list(
      'Conditions',
      conditions.map(({ text, actionId }) => {
        const number = record.actions[actionId]?.number
        return number === undefined ? text : `${text} (action ${number})`
      }),
    ),
    ...decisionLists(decision, record).flatMap(([name, items]) => list(name, items)),
    ...list(
      'Blocking findings let stand',
      decision.waivers.map(
        ({ feedbackId, byId, reason }) =>
          `${record.feedback[feedbackId]?.text ?? 'Removed finding'}: ${reason} (${nameOf(byId, record.people)})`,
      ),
    ),
    ...(decision.reviewBy === null ? [] : [`To be looked at again by ${dayWords(decision.reviewBy)}.`]),
  ]
}

function list(name: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`### ${name}`, items.map((item) => `- ${line(item)}`).join('\n')]
}
