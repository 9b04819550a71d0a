/**
 * How many tests passed, failed and were left out.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Readonly<Counts>} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Readonly<Counts>} left
 * @param {Readonly<Counts>} right
 * @returns {Counts}
 */
export function add(left, right) {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: left.skipped + right.skipped }
}

/**
 * A step that is not made of tests counts as one.
 * @param {boolean} isOk
 * @returns {Counts}
 */
export function one(isOk) {
  return isOk ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/**
 * Counts of vitest's JSON report. A file that could not be loaded has no tests but counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts of Playwright's JSON report. Errors outside tests count as one failure each.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/**
 * The counts of a run: what its report says, and one failure more when the program failed without saying which test did.
 * @param {Counts | null} reported null when there is no report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countRun(reported, exitCode) {
  const counts = reported ?? none
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
