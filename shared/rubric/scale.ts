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
