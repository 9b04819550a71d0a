import { expect, test } from 'vitest'
import { decisionMarkdown } from '../../../shared/archive/decision-markdown'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
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
