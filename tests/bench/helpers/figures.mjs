/** The value below which `share` of the sample lies. */
export function percentile(sample, share) {
  const sorted = [...sample].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (sample) => percentile(sample, 0.5)
export const p95 = (sample) => percentile(sample, 0.95)

/** A row of the table, from two samples of one run in ms, each summed up by `figure`. */
export function rowOf({ name, sample, reference, referenceSample, figure, runs, goal }) {
  const [value, referenceValue] = [figure(sample), figure(referenceSample)]
  const row = { name, value, unit: 'ms', reference, referenceValue, ratio: value / referenceValue, runs }
  return goal === undefined ? row : { ...row, goal }
}
