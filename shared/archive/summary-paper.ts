import type { Risk } from '../actions/risk'
import { risksInOrder } from '../actions/risk-verbs'
import { feedbackStatusWords, forceWords, labelWord, nameOf, riskLevelWords, riskStatusWords } from '../record/words'
import { compare, inOrder } from '../review/fields'
import { termsInOrder } from '../review/glossary'
import type { FeedbackItem } from '../feedback/item'
import { isSettled, statusOf } from '../feedback/life'
import type { BundleView } from './bundle-view'
import { dayWords } from '../review/dates'
import { oneDecision } from './decision-blocks'
import { paperOf } from './minutes-paper'
import { bullets, type Block, type Blocks, heading, type Paper, table, text } from './paper'
import { factsOf, knownRisks } from './review-words'
import { actionsInOrder } from './tables'

const MOST_RISKS = 5
const MOST_ACTIONS = 10

/** RND2: one page for those who were not there: purpose, takeaways, impact; what was decided; what is at risk; who owes what. */
export function summaryPaper(view: BundleView): Paper {
  const { review } = view
  const part = (name: string, words: string): Blocks => (words.trim() === '' ? [] : [heading(1, name), text(words)])
  return {
    ...paperOf(view, 'Executive summary'),
    isOnePage: true,
    blocks: [
      { kind: 'facts', facts: factsOf(view) },
      ...part('Purpose', review.purpose),
      ...part('Key takeaways', review.takeaways),
      ...part('Impact', review.impact),
      heading(1, 'Decision'),
      decided(view),
      ...risks(view),
      ...actions(view),
      ...words(view),
    ],
  }
}

function decided(view: BundleView): Block {
  const stated = inOrder(view.record.decisions)
  const decision = stated.find(({ status }) => status === 'accepted') ?? stated.find(({ status }) => status === 'proposed')
  return decision ? { kind: 'box', blocks: oneDecision(decision, view) } : text('No decision was recorded.', 'quiet')
}

/** Open before closed, what blocks before what does not, major before minor. */
function weight(item: FeedbackItem): number {
  const { force, severity } = item
  return (isSettled(item) ? 8 : 0) + (force === 'blocking' ? 0 : 4) + (severity === 'major' ? 0 : severity === 'minor' ? 1 : 2)
}

/** SUM4: the list of risks first; a finding that is in it stands once. */
function risks({ record }: BundleView): Blocks {
  const listed = risksInOrder(record.risks).filter(({ status }) => status !== 'closed')
  const inList = new Set(Object.values(record.risks).map(({ feedbackId }) => feedbackId))
  const found = knownRisks(record)
    .filter(({ id }) => !inList.has(id))
    .sort((left, right) => weight(left) - weight(right))
  const kind = ({ label, force }: FeedbackItem) =>
    `${labelWord(label)}${force === null ? '' : `, ${forceWords[force].toLowerCase()}`}`
  const all = [
    ...listed.map(
      (risk) =>
        `Risk${ratingWords(risk)}: ${risk.text}${risk.status === 'open' ? '' : ` (${riskStatusWords[risk.status].toLowerCase()})`}`,
    ),
    ...found.map(
      (item) => `${kind(item)}: ${item.text}${isSettled(item) ? ` (${feedbackStatusWords[statusOf(item)].toLowerCase()})` : ''}`,
    ),
  ]
  if (all.length === 0) return [heading(1, 'Top risks'), text('None were recorded.', 'quiet')]
  return [heading(1, 'Top risks'), bullets(all.slice(0, MOST_RISKS)), ...rest(all.length - MOST_RISKS)] // SUM4
}

/** `, likelihood high, impact medium` */
function ratingWords({ likelihood, impact }: Risk): string {
  return [
    likelihood === null ? '' : `, likelihood ${riskLevelWords[likelihood].toLowerCase()}`,
    impact === null ? '' : `, impact ${riskLevelWords[impact].toLowerCase()}`,
  ].join('')
}

/** SUM3 */
function words({ record }: BundleView): Blocks {
  const terms = termsInOrder(record.glossary)
  return terms.length === 0 ? [] : [heading(1, 'Words'), bullets(terms.map(({ term, meaning }) => `${term}: ${meaning.trim()}`))]
}

function actions({ record }: BundleView): Blocks {
  const open = actionsInOrder(record).filter(({ status }) => status === 'needs-action' || status === 'in-process')
  if (open.length === 0) return [heading(1, 'Open actions by owner'), text('None.', 'quiet')]
  const soonest = [...open].sort((left, right) => compare(left.due ?? '9', right.due ?? '9')).slice(0, MOST_ACTIONS)
  const owners = inOrder(record.people).map(({ id }) => id)
  const place = (ownerId: string | null) => (ownerId === null ? owners.length + 1 : owners.indexOf(ownerId))
  const rows = soonest.sort((left, right) => place(left.ownerId) - place(right.ownerId))
  return [
    heading(1, 'Open actions by owner'),
    table(
      [
        { title: 'Owner', share: 4 },
        { title: 'Action', share: 10 },
        { title: 'Due', share: null },
      ],
      rows.map(({ ownerId, what, due }, at) => [
        at > 0 && rows[at - 1]?.ownerId === ownerId ? '' : nameOf(ownerId, record.people, 'No owner'),
        what,
        due === null ? 'No date' : dayWords(due),
      ]),
    ),
    ...rest(open.length - rows.length),
  ]
}

function rest(count: number): Blocks {
  return count > 0 ? [text(`and ${count} more, in the minutes.`, 'quiet')] : []
}
