import { confidenceWords, nameOf, numberWords } from '../record/words'
import { minuteWords } from '../review/dates'
import { levelsOf } from '../rubric/criterion'
import { isRevealed } from '../rubric/panel'
import { type PanelLine, panelResults, type ScoreLine } from '../rubric/results'
import type { BundleView } from './bundle-view'
import type { Table } from './tables'

export const panelColumns = ['Criterion', 'Weight', 'Median', 'From', 'To', 'Consensus', 'Remarks'] as const
export const scoreColumns = ['Criterion', 'Who', 'Points', 'Confidence', 'Comment'] as const

export interface PanelWords {
  /** The total, and when it was revealed. */
  readonly sum: string
  /** A row for each criterion. */
  readonly rows: readonly (readonly string[])[]
  /** A row for each score. */
  readonly scores: readonly (readonly string[])[]
  /** What the presenters said to it; '' for nothing. */
  readonly response: string
}

const points = (value: number | null): string => (value === null ? '' : numberWords(value))

/** PAN16: what a revealed panel said; null before that, because until then there is nothing of it in a bundle. */
export function panelWords({ record, zone }: BundleView): PanelWords | null {
  const panel = record.panel['panel']
  if (!panel || !isRevealed(record)) return null // PAN16
  const { lines, total, careful, panelists } = panelResults(record)
  const careWords = careful === null || careful === total ? '' : `, ${numberWords(careful)} % in the most careful reading`
  const people = panelists.length === 1 ? '1 person' : `${panelists.length} people`
  return {
    sum: `${total === null ? 'Not scored' : `${numberWords(total)} % by weight${careWords}`}; scored blind by ${people}, revealed ${minuteWords(panel.revealedAt, zone)}.`,
    rows: lines.map((line) => [
      line.criterion.name,
      numberWords(line.criterion.weight),
      line.median === null ? '–' : `${points(line.median)} of ${points(line.most)}`,
      points(line.low),
      points(line.high),
      points(line.consensus),
      remarks(line),
    ]),
    scores: lines.flatMap((line) =>
      line.scores.map((given) => [
        line.criterion.name,
        nameOf(given.score.panelistId, record.people),
        given.points === null ? 'recused' : `${points(given.points)}${given.isOutlier ? ' (outlier)' : ''}`,
        given.score.confidence === null ? '' : confidenceWords[given.score.confidence],
        saidOf(given, line),
      ]),
    ),
    response: panel.response === '' ? '' : `${nameOf(panel.respondedBy, record.people, 'The presenters')}: ${panel.response}`,
  }
}

function remarks({ hasFailed, isFarApart, criterion, assessment }: PanelLine): string {
  const failed = hasFailed ? `Failed: ${points(criterion.passPoints)} to pass` : ''
  return [failed, isFarApart ? 'Far apart' : '', assessment?.note ?? ''].filter(Boolean).join('. ')
}

function saidOf({ score }: ScoreLine, { criterion }: PanelLine): string {
  if (score.recusal !== '') return score.recusal
  const parts = criterion.counts === 'sum' ? score.levelsAt.map((at) => levelsOf(criterion)[at]?.anchor ?? '') : []
  return [parts.join('; '), score.comment].filter(Boolean).join('. ')
}

/** PAN16: each score with the meaning of its points, for spreadsheets. */
export function scoreTable({ record }: BundleView): Table {
  const names = [
    'Criterion',
    'Weight',
    'To pass',
    'Most',
    'Panelist',
    'Points',
    'Anchor',
    'Confidence',
    'Comment',
    'Recused because',
  ]
  const rows = panelResults(record).lines.flatMap((line) =>
    line.scores.map((given) => [
      line.criterion.name,
      numberWords(line.criterion.weight),
      points(line.criterion.passPoints),
      points(line.most),
      nameOf(given.score.panelistId, record.people),
      points(given.points),
      given.score.levelsAt.map((at) => levelsOf(line.criterion)[at]?.anchor ?? '').join('; '),
      given.score.confidence ?? '',
      given.score.comment,
      given.score.recusal,
      line.isFarApart ? 'yes' : '',
      points(line.consensus),
      line.assessment?.note ?? '',
      given.isOutlier ? 'yes' : '',
    ]),
  )
  return [[...names, 'Far apart', 'Consensus', 'Note', 'Outlier'], ...rows]
}
