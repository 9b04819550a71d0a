import type { ActionItem } from '../actions/action'
import { headOf } from '../feedback/group'
import { whereWords } from '../feedback/place'
import type { FeedbackItem } from '../feedback/item'
import { statusOf } from '../feedback/life'
import {
  feedbackStatusWords,
  forceWords,
  handsWords,
  itemStatusWords,
  labelWord,
  nameOf,
  priorityWords,
  statusWords,
} from '../record/words'
import { numbersOf } from '../agenda/outline'
import { inOrder } from '../review/fields'
import { timeChart } from '../timer/time-chart'
import { materialWords, supporterWords } from './action-columns'
import type { BundleView } from './bundle-view'
import { dayWords, minuteWords } from '../review/dates'
import { closingHeadings, closingWords } from './closing-words'
import { decisionBlocks } from './decision-blocks'
import { minutesBlocks } from './minutes-blocks'
import { bullets, type Block, type Blocks, heading, type Paper, paperFormat, run, table, text } from './paper'
import { panelBlocks } from './panel-pages'
import { exitBlocks, preparedBlocks, readinessBlocks } from './readiness-blocks'
import { answerWords, attendanceOf, factsOf, reviewLine, riskColumns, riskRows, subjectLine } from './review-words'
import { actionsInOrder, feedbackInOrder, ledgerRows, ledgerTotal, timeRows } from './tables'

/** RND1: the minutes as they are handed out: who, what, how long, what was said, decided, found and promised. */
export function minutesPaper(view: BundleView): Paper {
  return {
    ...paperOf(view, 'Minutes'),
    isOnePage: false,
    blocks: [
      { kind: 'facts', facts: factsOf(view) },
      ...attendance(view),
      ...readinessBlocks(view),
      ...agenda(view),
      ...minutes(view),
      ...panelBlocks(view),
      heading(1, 'Decision'),
      ...decisionBlocks(view),
      ...findings(view),
      ...risks(view),
      ...actions(view),
      ...exitBlocks(view),
      ...closing(view),
      ...preparedBlocks(view),
      ...chain(view),
    ],
  }
}

/** What every paper of a review says of itself. */
export function paperOf(view: BundleView, name: string) {
  return {
    title: view.review.title,
    kind: `${name} · ${reviewLine(view)}`,
    subtitle: subjectLine(view),
    foot: `${name}: ${view.review.title}`,
    format: paperFormat(view.zone),
    at: view.lastChange,
    program: view.program,
  }
}

const nothing = (words: string): Block => text(words, 'quiet')

function attendance(view: BundleView): Blocks {
  const { sum, rows } = attendanceOf(view)
  if (rows.length === 0) return [heading(1, 'Attendance'), nothing('Nobody was named.')]
  return [
    heading(1, 'Attendance'),
    text(sum),
    table(
      [
        { title: 'Name', share: 5 },
        { title: 'Role', share: 5 },
        { title: 'Attendance', share: null },
      ],
      rows,
    ),
  ]
}

function agenda(view: BundleView): Blocks {
  const rows = ledgerRows(view)
  if (rows.length === 0) return [heading(1, 'Agenda and time'), nothing('There was no agenda.')]
  const total = ledgerTotal(rows)
  const minutesWord = (value: number) => (value === 0 ? '–' : `${value} min`)
  return [
    heading(1, 'Agenda and time'),
    table(
      [
        { title: 'No.', share: null, isNumber: true },
        { title: 'Item', share: 8 },
        { title: 'Presenter', share: 5 },
        { title: 'Planned', share: null, isNumber: true },
        { title: 'Added', share: null, isNumber: true },
        { title: 'Paused', share: null, isNumber: true },
        { title: 'Taken', share: null, isNumber: true },
        { title: 'State', share: null },
      ],
      [
        ...rows.map(({ number, title, presenter, planned, extended, paused, actual, status }) => [
          number,
          title,
          presenter,
          ...[planned, extended, paused, actual].map(minutesWord),
          status === null ? 'Removed' : itemStatusWords[status],
        ]),
        ['', 'Total', '', ...[total.planned, total.extended, total.paused, total.actual].map(minutesWord), ''],
      ],
      true,
    ),
    ...chart(view),
  ]
}

function chart(view: BundleView): Blocks {
  const drawn = timeChart(timeRows(view))
  if (!drawn) return []
  const { bars, words, legend, names, values } = drawn
  return [{ kind: 'chart', bars, words, legend, names, values }]
}

function minutes(view: BundleView): Blocks {
  const written = view.sections.filter(({ isEmpty }) => !isEmpty)
  if (written.length === 0) return [heading(1, 'Minutes'), nothing('No minutes were taken.')]
  return [
    heading(1, 'Minutes'),
    ...written.flatMap(({ number, title, json }) => [
      heading(2, number === '' ? title : `${number}. ${title}`),
      ...minutesBlocks(json, view),
    ]),
  ]
}

function findings({ record }: BundleView): Blocks {
  const items = feedbackInOrder(record)
  const numbers = numbersOf(record.agenda)
  if (items.length === 0) return [heading(1, 'Findings'), nothing('None were recorded.')]
  const columns = [
    { title: 'No.', share: null, isNumber: true },
    { title: 'Kind', share: null },
    { title: 'Finding', share: 9 },
    { title: 'By', share: 3.6 },
    { title: 'Item', share: null, isNumber: true },
    { title: 'State', share: null },
  ]
  const underWords = (item: FeedbackItem): string => {
    const head = headOf(record.feedback, item)
    return head ? `Says the same as no. ${items.findIndex(({ id }) => id === head.id) + 1}` : ''
  }
  const rows = items.map((item, at) => [
    run(String(at + 1)),
    run([labelWord(item.label), item.force === null ? '' : forceWords[item.force].toLowerCase()].filter(Boolean).join('\n')),
    run(
      [
        item.text,
        whereWords(item, record.materials) && `At: ${whereWords(item, record.materials)}`,
        item.requestedChange && `Requested: ${item.requestedChange}`,
        answerWords(item) && `Answer: ${answerWords(item)}`,
        item.answersId !== null &&
          `Answers no. ${items.findIndex(({ id }) => id === item.answersId) + 1 || 'of a removed finding'}`,
        underWords(item),
        item.hands !== null && handsWords(item.hands),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    run(item.authorId === null ? '' : nameOf(item.authorId, record.people)),
    run(numbers.get(item.itemId ?? '') ?? ''),
    run(feedbackStatusWords[statusOf(item)]),
  ])
  return [heading(1, 'Findings'), { kind: 'table', columns, rows }]
}

/** RSK6: nothing where there is none. */
function risks(view: BundleView): Blocks {
  const rows = riskRows(view)
  if (rows.length === 0) return []
  const shares: Readonly<Record<string, number>> = { Risk: 8, Owner: 4 }
  const columns = riskColumns.map((title) => ({
    title,
    share: shares[title] ?? null,
    ...(title === 'No.' && { isNumber: true }),
  }))
  return [heading(1, 'Risks'), table(columns, rows)]
}

/** ACT7: what is said of an action beside who does it by when, in lines under its words. */
function detailLines(
  { acceptanceTest, supporters, evidence, evidenceMaterialId, notes }: ActionItem,
  record: BundleView['record'],
): string[] {
  const material = evidenceMaterialId === null ? '' : materialWords(record.materials[evidenceMaterialId], record.materials)
  return [
    acceptanceTest && `Accepted when: ${acceptanceTest}`,
    supporters.length > 0 && `Supported by: ${supporters.map((one) => supporterWords(one, record.people)).join('; ')}`,
    (evidence || material) && `Evidence: ${[evidence, material].filter(Boolean).join(', ')}`,
    notes && `Notes: ${notes}`,
  ].filter((line): line is string => Boolean(line))
}

function actions({ record }: BundleView): Blocks {
  const rows = actionsInOrder(record)
  if (rows.length === 0) return [heading(1, 'Action plan'), nothing('No actions were agreed.')]
  return [
    heading(1, 'Action plan'),
    table(
      [
        { title: 'No.', share: null, isNumber: true },
        { title: 'Action', share: 8 },
        { title: 'Owner', share: 4 },
        { title: 'Due', share: null },
        { title: 'Priority', share: null },
        { title: 'State', share: null },
      ],
      rows.map((action) => [
        String(action.number),
        [action.what, ...detailLines(action, record)].join('\n'),
        nameOf(action.ownerId, record.people, 'No owner'),
        action.due === null ? 'No date' : dayWords(action.due),
        priorityWords[action.priority],
        statusWords[action.status],
      ]),
    ),
  ]
}

/** CLO5: what became of parked topics, questions left open, lessons, and when it goes on. */
function closing(view: BundleView): Blocks {
  const { parking, lessons, next } = closingWords(view)
  const waiting = inOrder(view.record.questions).filter(({ answeredAt, text: words }) => answeredAt === null && words !== '')
  const part = (name: string, isEmpty: boolean, block: () => Block): Blocks => (isEmpty ? [] : [heading(1, name), block()])
  const columns = [
    { title: 'Topic', share: 8 },
    { title: 'Outcome', share: 5 },
  ]
  return [
    ...part(closingHeadings.parking, parking.length === 0, () => table(columns, parking)),
    ...part('Questions left open', waiting.length === 0, () => bullets(waiting.map(({ text: words }) => words))),
    ...part(closingHeadings.lessons, lessons.length === 0, () => bullets(lessons)),
    ...part(closingHeadings.next, next === '', () => text(next)),
  ]
}

/** RND1: with the end of the log's chain on paper, a later change of the log shows against the paper. */
function chain({ chain: { heads, entries }, lastChange, zone, program }: BundleView): Blocks {
  return [
    {
      kind: 'together',
      blocks: [
        heading(1, 'Record'),
        text(
          `Written by ${program} from the record as it stood on ${minuteWords(lastChange, zone)} (${zone}). The log of the review has ` +
            `${entries} ${entries === 1 ? 'entry' : 'entries'}, each chained to those before it; ` +
            'it ends with the following sha512. A log that ends otherwise was continued or changed since.',
          'quiet',
        ),
        heads.length === 0 ? nothing('The log is empty.') : { kind: 'code', text: heads.join('\n') },
      ],
    },
  ]
}
