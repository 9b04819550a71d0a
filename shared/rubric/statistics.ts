import { compare } from '../review/fields'

/** The middle value; of two in the middle their mean. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort(compare)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Beyond this a modified z-score is an outlier. */
const LIMIT = 3.5
/** What makes the two deviations comparable with a standard deviation. */
const [PER_MEDIAN, PER_MEAN] = [1.4826, 1.2533]

/**
 * PAN8: which values lie far from the others: the modified z-score of Iglewicz and Hoaglin (1993), over 3.5. It rests on the median, so that
 * one odd score does not hide itself as it does in a mean, and works for the few scores of a panel, where quartiles say nothing. Where more
 * than half agree the median deviation is zero; then the mean deviation stands in, as the authors advise.
 */
export function outliers(values: readonly number[]): boolean[] {
  const middle = median(values)
  if (middle === null) return []
  const far = values.map((value) => Math.abs(value - middle))
  const typical = median(far) ?? 0
  const mean = far.reduce((sum, each) => sum + each, 0) / far.length
  const unit = typical > 0 ? typical * PER_MEDIAN : mean * PER_MEAN
  return far.map((each) => unit > 0 && each / unit > LIMIT) // PAN8
}
