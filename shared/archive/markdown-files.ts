import { risksInOrder } from '../actions/risk-verbs'
import { isSettled } from '../feedback/life'
import { escapeMarkdown, markdownLine as line } from '../minutes/render-markdown'
import { nameOf, statusWords, verdictWords } from '../record/words'
import { dayWords } from '../review/dates'
import { inOrder } from '../review/fields'
import { termsInOrder } from '../review/glossary'
import type { BundleView } from './bundle-view'
import { actionsInOrder, feedbackInOrder } from './tables'

/** Text of several lines; blanks before a line would mean code. */
const block = (words: string): string => escapeMarkdown(words.trim().replace(/\s*?\n[ \t]*/g, '\n')).replace(/\n/g, '\\\n')

function file(title: string, parts: readonly string[]): string {
  return `${[`# ${line(title)}`, ...parts.filter(Boolean)].join('\n\n')}\n`
}

/** One page for those who were not there: purpose, takeaways, impact, what was decided, what is at risk. */
export function executiveSummary({ review, record }: BundleView): string {
  const texts = [
    ['Purpose', review.purpose],
    ['Key takeaways', review.takeaways],
    ['Impact', review.impact],
  ] as const
  const decided = inOrder(record.decisions).filter(({ status }) => status === 'accepted')
  const inList = new Set(Object.values(record.risks).map(({ feedbackId }) => feedbackId))
  const risks = [
    ...risksInOrder(record.risks).filter(({ status }) => status !== 'closed'), // SUM4
    ...feedbackInOrder(record).filter((item) => item.label === 'risk' && !isSettled(item) && !inList.has(item.id)),
  ]
  const terms = termsInOrder(record.glossary)
  const open = actionsInOrder(record).filter(({ status }) => status === 'needs-action' || status === 'in-process')
  return file(review.title, [
    ...texts.map(([heading, words]) => (words === '' ? '' : `## ${heading}\n\n${block(words)}`)),
    `## Decision\n\n${
      decided.map((decision) => `**${verdictWords(decision) ?? ''}** ${block(decision.statement)}`.trim()).join('\n\n') ||
      'No decision was accepted.'
    }`,
    risks.length === 0 ? '' : `## Open risks\n\n${risks.map(({ text }) => `- ${line(text)}`).join('\n')}`,
    `## Open actions\n\n${
      open
        .map(
          ({ number, what, ownerId, due }) =>
            `- ${number}: ${line(what)} (${line(nameOf(ownerId, record.people, 'no owner'))}, ${due === null ? 'no date' : dayWords(due)})`,
        )
        .join('\n') || 'None.'
    }`,
    terms.length === 0 ? '' : `## Words\n\n${terms.map(({ term, meaning }) => `- ${line(term)}: ${line(meaning)}`).join('\n')}`, // SUM3
  ])
}

/** The action plan as a table. */
export function actionPlanMarkdown({ review, record }: BundleView): string {
  const rows = actionsInOrder(record).map((action) => [
    String(action.number),
    line(action.what),
    line(nameOf(action.ownerId, record.people, '')),
    action.due === null ? '' : dayWords(action.due),
    statusWords[action.status],
  ])
  const table = [['No.', 'Action', 'Owner', 'Due', 'Status'], ['---:', '---', '---', '---', '---'], ...rows]
  return file(`Action plan: ${review.title}`, [
    rows.length === 0 ? 'No actions were agreed.' : table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ])
}
