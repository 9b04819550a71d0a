import { levelsOf } from './criterion'
import type { PanelLine } from './results'

/** The scores of one criterion as places on its scale, from 0 at the least points to 1 at the most. */
export interface Scale {
  /** By place, not by person: the order would tell whose they are. */
  readonly dots: { readonly at: number; readonly isFar: boolean }[]
  readonly middle: number | null
  readonly agreed: number | null
  /** What it takes to pass. */
  readonly pass: number | null
}

/** What two windows wrote of a scale at once may lie beside it: that stands at its end. */
export function placeOn({ least, most }: Pick<PanelLine, 'least' | 'most'>, points: number): number {
  return most > least ? Math.min(1, Math.max(0, (points - least) / (most - least))) : 0
}

export function scaleOf(line: PanelLine): Scale {
  const at = (points: number | null) => (points === null ? null : placeOn(line, points))
  return {
    dots: line.scores
      .flatMap(({ points, isOutlier }) => (points === null ? [] : [{ at: placeOn(line, points), isFar: isOutlier }]))
      .sort((left, right) => left.at - right.at),
    middle: at(line.median),
    agreed: at(line.consensus),
    pass: at(line.criterion.passPoints),
  }
}

/** More levels than this are told by the ends of their scale. */
const FEW_LEVELS = 6
/** Nearer to each other than this, two figures under a scale run together. */
const TOO_NEAR = 0.12

export interface Tick {
  readonly at: number
  readonly points: number
  readonly isPass: boolean
}

/** PAN15: what is written under a scale: what it takes to pass, its ends, and its levels where one of few holds; what has no room gives way. */
export function ticksOf(line: Pick<PanelLine, 'criterion' | 'least' | 'most'>): Tick[] {
  const { criterion, least, most } = line
  const levels = criterion.counts === 'one' || criterion.levels.length === 0 ? levelsOf(criterion) : []
  const pass = criterion.passPoints
  const wanted = [
    ...(pass === null ? [] : [pass]),
    ...[least, most],
    ...(levels.length <= FEW_LEVELS ? levels.map(({ points }) => points) : []),
  ]
  const ticks: Tick[] = []
  for (const points of wanted) {
    const at = placeOn(line, points)
    if (ticks.every((other) => Math.abs(other.at - at) >= TOO_NEAR)) ticks.push({ at, points, isPass: points === pass })
  }
  return ticks.sort((left, right) => left.at - right.at)
}
