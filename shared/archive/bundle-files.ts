import * as Y from 'yjs'
import { fragmentName } from '../minutes/fragments'
import type { DocId, LogLine } from '../record/commit'
import { loadDoc, readDesk, readRecord } from '../record/document'
import { canonicalJson, chainOrder } from '../record/log'
import type { Instant } from '../context'
import { isRevealed } from '../rubric/panel'
import { BUNDLE_FORMAT, type BagInfo } from './bag'
import { bundleView, type BundleView } from './bundle-view'
import { actionCalendar, type Calendar } from './calendar'
import { crateJson, cratePath, cratePreview, cratePreviewPath } from './crate'
import { decisionMarkdown } from './decision-markdown'
import { dayAt } from '../review/dates'
import { indexPage } from './index-page'
import { actionsJson, feedbackJson, reviewJson, stableJson } from './json-files'
import { actionPlanMarkdown, executiveSummary } from './markdown-files'
import { minutesMarkdownFile, minutesPage } from './minutes-files'
import { minutesPaper } from './minutes-paper'
import { bundleName, utf8Length } from './names'
import { scoreTable } from './panel-words'
import type { Paper } from './paper'
import { summaryPaper } from './summary-paper'
import { actionTable, collectionLists, feedbackTable, ledgerTable, riskTable, type Table } from './tables'

/** A file of the bundle: its path in the bag, and what is in it. */
export type BundleFile = { readonly path: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'material'; readonly sha512: string; readonly bytes: number }
  | { readonly kind: 'pdf' | 'docx'; readonly paper: Paper }
  | { readonly kind: 'calendar'; readonly calendar: Calendar }
  /** Describes the other files, whose sizes are known last. */
  | { readonly kind: 'crate'; readonly describe: (sizes: ReadonlyMap<string, number>) => string }
)

export interface Bundle {
  readonly reviewId: string
  readonly title: string
  /** Of the file without its ending, and of the bag's folder in it. */
  readonly name: string
  /** Payload, sorted by path. */
  readonly files: readonly BundleFile[]
  readonly info: BagInfo
  readonly lastChange: Instant
  /** Materials of the record whose bytes are not in the store, by name. */
  readonly missing: readonly string[]
}

export interface BundleInput {
  /** The live state of the documents, as updates. */
  readonly parts: readonly { readonly docId: DocId; readonly update: Uint8Array }[]
  readonly log: readonly LogLine[]
  /** Whether private notes and unrevealed feedback go along. */
  readonly withDesk: boolean
  readonly version: string
  readonly present: ReadonlySet<string>
  /** Paths of papers that could not be set: they are left out, and no page leads to them. */
  readonly without?: ReadonlySet<string>
}

export const ydocPaths = {
  record: 'data/record/record.ydoc',
  minutes: 'data/record/minutes.ydoc',
  desk: 'data/record/desk.ydoc',
} as const
export const reviewJsonPath = 'data/record/review.json'
export const logPath = 'data/record/log.jsonl'
export const payloadPath = 'data/record/log-payloads.jsonl'
export const paperPaths = {
  minutesPdf: 'data/minutes/minutes.pdf',
  minutesDocx: 'data/minutes/minutes.docx',
  summaryPdf: 'data/summary/executive-summary.pdf',
} as const
export const actionsCsvPath = 'data/action-plan/actions.csv'

/**
 * ARC1: what goes into a bundle: a pure function of the documents, the log and the program's version. The desk is only looked at when it goes along.
 * @returns null when the record holds no review.
 */
export function bundleFiles({ parts, log, withDesk, version, present, without = new Set() }: BundleInput): Bundle | null {
  const updatesOf = (wanted: DocId) => parts.filter(({ docId }) => docId === wanted).map(({ update }) => update)
  const recordDoc = loadDoc(updatesOf('record'))
  const record = readRecord(recordDoc)
  const review = record.review['review']
  if (!review) return null
  const minutes = shownMinutes(loadDoc(updatesOf('minutes')), Object.keys(record.agenda))
  const lines = chainOrder(log)
  const view = bundleView({ record, review, minutes, log: lines, version, present, without })

  const text = (path: string, words: string): BundleFile => ({ path, kind: 'text', text: words })
  const table = (path: string, rows: Table): BundleFile => ({ path, kind: 'table', table: rows })
  const ydoc = (path: string, doc: Y.Doc): BundleFile => ({ path, kind: 'bytes', bytes: freshEncoding(doc) })
  const paper = (kind: 'pdf' | 'docx', path: string, set: (seen: BundleView) => Paper): BundleFile[] =>
    without.has(path) ? [] : [{ path, kind, paper: set(view) }]
  const desk = withDesk ? loadDoc(updatesOf('desk')) : null
  const files: BundleFile[] = [
    text('data/index.html', indexPage(view)),
    ...paper('pdf', paperPaths.minutesPdf, minutesPaper),
    ...paper('docx', paperPaths.minutesDocx, minutesPaper),
    text('data/minutes/minutes.html', minutesPage(view)),
    text('data/minutes/minutes.md', minutesMarkdownFile(view)),
    ...paper('pdf', paperPaths.summaryPdf, summaryPaper),
    text('data/summary/executive-summary.md', executiveSummary(view)),
    table(actionsCsvPath, actionTable(view)),
    { path: 'data/action-plan/actions.ics', kind: 'calendar', calendar: actionCalendar(view) },
    text('data/action-plan/actions.json', actionsJson(view)),
    text('data/action-plan/actions.md', actionPlanMarkdown(view)),
    table('data/minutes/time-ledger.csv', ledgerTable(view)),
    table('data/feedback/feedback.csv', feedbackTable(view)),
    table('data/feedback/risks.csv', riskTable(view)),
    text('data/decision/decision.md', decisionMarkdown(view)),
    text('data/feedback/feedback.json', feedbackJson(view)),
    ...(isRevealed(record) ? [table('data/panel/scores.csv', scoreTable(view))] : []), // PAN16
    { path: cratePath, kind: 'crate', describe: (sizes) => crateJson(view, sizes) },
    text(cratePreviewPath, cratePreview(view)),
    text(reviewJsonPath, reviewJson(view)),
    ydoc(ydocPaths.record, recordDoc),
    ydoc(ydocPaths.minutes, minutes),
    text(logPath, jsonLines(lines.map(({ hash, entry }) => ({ hash, entry })))),
    text(payloadPath, jsonLines(lines.flatMap(({ hash, payload }) => (payload ? [{ hash, payload }] : [])))),
    ...(desk ? [ydoc(ydocPaths.desk, desk), text('data/record/desk.json', deskJson(desk))] : []),
    ...view.materials
      .filter(({ isPresent }) => isPresent)
      .map(({ path, material }): BundleFile => ({ path, kind: 'material', sha512: material.sha512, bytes: material.bytes })),
  ]
  const day = dayAt(view.lastChange, view.zone)
  return {
    reviewId: review.reviewId,
    title: review.title,
    name: bundleName(review.title, day, withDesk),
    files: files.sort((left, right) => (left.path < right.path ? -1 : 1)),
    info: [
      ['Bag-Software-Agent', view.program],
      ['Bagging-Date', day],
      ['External-Description', review.title],
      ['External-Identifier', review.reviewId],
      ['Review-Room-Format', String(BUNDLE_FORMAT)],
      ...(withDesk ? [['Review-Room-Private', 'with private notes and unrevealed feedback'] as const] : []),
    ],
    lastChange: view.lastChange,
    missing: view.materials.filter(({ isPresent }) => !isPresent).map(({ material }) => material.name),
  }
}

/** ARC2: a document as it is after one reload: without deleted text, and the same bytes for the same content and history. */
function freshEncoding(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(loadDoc([Y.encodeStateAsUpdate(doc)]))
}

/** ARC2: minutes of items that were removed from the agenda are deleted text: nobody sees them, so nobody gets them. */
function shownMinutes(minutes: Y.Doc, itemIds: readonly string[]): Y.Doc {
  const shown = new Set([...itemIds, null].map(fragmentName))
  for (const name of [...minutes.share.keys()].filter((key) => key.startsWith('item:') && !shown.has(key))) {
    const fragment = minutes.getXmlFragment(name)
    fragment.delete(0, fragment.length)
  }
  return minutes
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${canonicalJson(value)}\n`).join('')
}

function deskJson(desk: Y.Doc): string {
  return stableJson(collectionLists(readDesk(desk) as unknown as Parameters<typeof collectionLists>[0]))
}

/** Size of a file in bytes; of a table about that, because quotes are only added when it is written; null for what is made only then. */
export function sizeOf(file: BundleFile): number | null {
  if (file.kind === 'material') return file.bytes
  if (file.kind === 'bytes') return file.bytes.length
  if (file.kind === 'text') return utf8Length(file.text)
  if (file.kind === 'table') return file.table.flat().reduce((sum, cell) => sum + utf8Length(cell) + 1, 0)
  return null
}
