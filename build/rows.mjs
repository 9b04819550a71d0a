/**
 * One figure beside its reference from the same run. `value` and `referenceValue` are in `unit`; `ratio` is their quotient;
 * `runs` is how often each was measured. `goal` is the ratio aimed at, if there is one.
 * @typedef {{ name: string, value: number, unit: string, reference: string, referenceValue: number, ratio: number, runs: number, goal?: number }} Row
 */

/**
 * The rows as a table of plain text.
 * @param {readonly Row[]} rows
 */
export function formatRows(rows) {
  const cells = rows.map((row) => [
    row.name,
    `${short(row.value)} ${row.unit}`,
    `${row.reference}: ${short(row.referenceValue)} ${row.unit}`,
    `x${row.ratio.toFixed(2)}`,
    row.goal === undefined ? '' : row.ratio <= row.goal ? `goal x${row.goal} met` : `goal x${row.goal} MISSED`,
    `${row.runs} runs`,
  ])
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * What is wrong with what a benchmark answered, in words; null when it is a row.
 * @param {unknown} row
 */
export function faultOf(row) {
  if (typeof row !== 'object' || row === null) return 'a row is an object'
  const fields = /** @type {Record<string, unknown>} */ (row)
  const texts = ['name', 'unit', 'reference'].filter((key) => typeof fields[key] !== 'string' || fields[key] === '')
  const numbers = ['value', 'referenceValue', 'ratio', 'runs'].filter((key) => !Number.isFinite(fields[key]))
  const missing = [...texts, ...numbers]
  return missing.length === 0 ? null : `a row lacks ${missing.join(', ')}`
}

/** @param {number} value */
function short(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
