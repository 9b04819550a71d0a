import { type Collection, compare, inOrder } from '../review/fields'
import type { Person } from '../review/people'
import { type Criterion, exact, pointsAt, rangeOf } from './criterion'
import type { Assessment, Score } from './score'
import { median, outliers } from './statistics'

export interface Scored {
  readonly criteria: Collection<Criterion>
  readonly scores: Collection<Score>
  readonly assessments: Collection<Assessment>
  readonly people: Collection<Person>
}

export interface ScoreLine {
  readonly score: Score
  /** Null for who is recused. */
  readonly points: number | null
  readonly isOutlier: boolean
}

/** What the panel said of one criterion. */
export interface PanelLine {
  readonly criterion: Criterion
  readonly least: number
  readonly most: number
  /** In the order of people. */
  readonly scores: readonly ScoreLine[]
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
  /** PAN8: half of the scale or more lies between the lowest and the highest score. */
  readonly isFarApart: boolean
  readonly assessment: Assessment | undefined
  readonly consensus: number | null
  /** What counts: the consensus, else the median. */
  readonly counted: number | null
  /** PAN9: the most conservative reading: the consensus, else the lowest score. */
  readonly careful: number | null
  readonly hasFailed: boolean
}

export interface PanelResults {
  readonly lines: readonly PanelLine[]
  /** Weighted, in percent of what could be got; null while nothing was scored. */
  readonly total: number | null
  readonly careful: number | null
  readonly panelists: readonly { readonly id: string; readonly total: number | null }[]
}

/** PAN8: the panel's scores as numbers; everything is told from the record. */
export function panelResults(record: Scored): PanelResults {
  const order = new Map(inOrder(record.people).map(({ id }, at) => [id, at]))
  const placeOf = (id: string) => order.get(id) ?? order.size
  const scores = Object.values(record.scores).sort(
    (left, right) => compare(placeOf(left.panelistId), placeOf(right.panelistId)) || compare(left.id, right.id),
  )
  const lines = inOrder(record.criteria).map((criterion) =>
    lineOf(
      criterion,
      scores.filter(({ criterionId }) => criterionId === criterion.id),
      record.assessments[criterion.id],
    ),
  )
  const totalOf = (pointsOf: (line: PanelLine) => number | null) =>
    weighted(lines.map((line) => ({ ...line, points: pointsOf(line) })))
  return {
    lines,
    total: totalOf(({ counted }) => counted),
    careful: totalOf(({ careful }) => careful),
    panelists: [...new Set(scores.map(({ panelistId }) => panelistId))].map((id) => ({
      id,
      total: totalOf((line) => line.scores.find(({ score }) => score.panelistId === id)?.points ?? null),
    })),
  }
}

function lineOf(criterion: Criterion, scores: readonly Score[], assessment: Assessment | undefined): PanelLine {
  const given = scores.map((score) => (score.recusal === '' ? pointsAt(criterion, score.levelsAt) : null))
  const values = given.filter((points) => points !== null)
  const far = outliers(values)
  let at = 0
  const { least, most } = rangeOf(criterion)
  const [low, high] = values.length === 0 ? [null, null] : [Math.min(...values), Math.max(...values)]
  const middle = median(values)
  const consensus = assessment?.points ?? null
  const careful = consensus ?? low
  return {
    criterion,
    least,
    most,
    scores: scores.map((score, place) => {
      const points = given[place] ?? null
      return { score, points, isOutlier: points !== null && far[at++] === true }
    }),
    median: middle,
    low,
    high,
    isFarApart: low !== null && high !== null && high > low && (high - low) * 2 >= most - least,
    assessment,
    consensus,
    counted: consensus ?? middle,
    careful,
    hasFailed: criterion.passPoints !== null && careful !== null && careful < criterion.passPoints,
  }
}

interface Weighed {
  readonly criterion: Criterion
  readonly most: number
  readonly points: number | null
}

/** PAN8: the share of the most points, by weight, over what was scored; in percent to a tenth. */
function weighted(lines: readonly Weighed[]): number | null {
  let [sum, weights] = [0, 0]
  for (const { criterion, most, points } of lines) {
    if (points === null || most <= 0) continue
    sum += (criterion.weight * points) / most
    weights += criterion.weight
  }
  return weights === 0 ? null : Math.round(exact((sum / weights) * 1000)) / 10
}
