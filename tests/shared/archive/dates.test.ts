import { expect, test } from 'vitest'
import { actionPlanMarkdown, executiveSummary } from '../../../shared/archive/markdown-files'
import { indexPage } from '../../../shared/archive/index-page'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import { summaryPaper } from '../../../shared/archive/summary-paper'
import { actionTable } from '../../../shared/archive/tables'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'

const readable = { actionPlanMarkdown, executiveSummary, indexPage, minutesMarkdownFile, minutesPage, minutesPaper, summaryPaper }

test('[ARC16] every file to be read writes the day of an action out, tables and programs have its digits', () => {
  const { review } = fullReview()
  const view = viewOf(review)
  for (const [name, render] of Object.entries(readable)) {
    const file = JSON.stringify(render(view))
    expect(file, name).toContain('18 December 2026')
    expect(file, name).not.toContain('2026-12-18')
  }
  expect(actionTable(view).flat()).toContain('2026-12-18')
})
