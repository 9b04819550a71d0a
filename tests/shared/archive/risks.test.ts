import { expect, test } from 'vitest'
import { decisionMarkdown } from '../../../shared/archive/decision-markdown'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import { executiveSummary } from '../../../shared/archive/markdown-files'
import { indexPage } from '../../../shared/archive/index-page'
import { summaryPaper } from '../../../shared/archive/summary-paper'
import { riskTable } from '../../../shared/archive/tables'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'

test('[RSK6] every form of the minutes and the table tell the risks', () => {
  const { review, ids } = fullReview()
  review.act('decideRisk', { riskId: ids.risk, status: 'accepted', reason: 'One winter only' })
  const view = viewOf(review)
  const forms = {
    markdown: minutesMarkdownFile(view),
    page: minutesPage(view),
    paper: JSON.stringify(minutesPaper(view)),
    table: riskTable(view).flat().join('\n'),
  }
  for (const [name, form] of Object.entries(forms))
    for (const words of ['The winter is colder than any before', 'One winter only', 'Low', 'Medium'])
      expect(form, name).toContain(words)
})

test('[DEC8] [DEC11] the decision as text tells who dissents, what was considered, and what it superseded', () => {
  const { review, ids } = fullReview()
  const [next] = review.act('proposeDecision', { statement: 'Wait', outcome: 'hold' })
  const decisionId = String(next?.path[1])
  const dissents = [{ personId: ids.person, words: 'Too late' }]
  review.act('editDecision', { decisionId, dissents, options: ['Stop at once'] })
  review.act('acceptDecision', { decisionId })
  const name = review.state().record.people[ids.person]?.name ?? ''
  const text = decisionMarkdown(viewOf(review))
  for (const words of ['## Hold', 'Stop at once', `${name}: Too late`, '### Superseded', 'Proceed with conditions: Version 2.1'])
    expect(text).toContain(words)
})

test('[SUM3] [SUM4] the summary has the list of risks first, each once, and the words explained, on its page and as text', () => {
  const { review, ids } = fullReview()
  const { feedback, risks } = review.state().record
  review.act('editFeedback', { feedbackId: ids.feedback, label: 'risk', text: 'The feed may stop' })
  const [known] = Object.values(risks)
  const entered = review.act('addRisk', {
    text: 'The feed may stop, entered',
    likelihood: 'high',
    impact: 'high',
    feedbackId: ids.feedback,
  })
  expect([Object.keys(feedback).length > 0, entered.length]).toEqual([true, 1])
  const view = viewOf(review)
  const { blocks } = summaryPaper(view)
  const paper = JSON.stringify(blocks)
  const top = JSON.stringify(blocks[blocks.findIndex((block) => JSON.stringify(block).includes('"Top risks"')) + 1])
  expect(top).toContain('Risk, likelihood high, impact high: The feed may stop, entered')
  expect(top.indexOf('The feed may stop, entered')).toBeLessThan(top.indexOf(known?.text ?? '?'))
  // The finding of an entry stands once.
  expect(top.split('The feed may stop').length - 1).toBe(1)
  for (const form of [paper, executiveSummary(view), indexPage(view)])
    expect(form).toContain('A forecast of days that are known already')
  expect(executiveSummary(view).split('The feed may stop').length - 1).toBe(1)
})
