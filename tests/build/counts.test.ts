import { describe, expect, test } from 'vitest'
import { countPlaywright, countRun, countVitest } from '../../build/counts.mjs'

describe('counts', () => {
  test('a test file that cannot be loaded counts as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 1 })
  })

  test('a flaky test and an error outside tests count as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  test('a run that fails without naming a test is one failure', () => {
    expect(countRun({ passed: 4, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 })
    expect(countRun(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countRun({ passed: 4, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 2, skipped: 0 })
  })
})
