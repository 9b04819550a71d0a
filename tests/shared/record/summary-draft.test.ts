import { expect, test } from 'vitest'
import { countWords, draftSummary, SUMMARY_WORDS } from '../../../shared/record/summary-draft'
import { termsInOrder } from '../../../shared/review/glossary'
import { wallView } from '../../../shared/wall/wall-view'
import { fullReview } from '../../helpers/full-review'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

function decided() {
  const review = makeReview()
  const { feedback, actions, risks } = review.state().record
  for (const feedbackId of Object.keys(feedback)) review.act('removeFeedback', { feedbackId })
  for (const actionId of Object.keys(actions)) review.act('removeAction', { actionId })
  for (const riskId of Object.keys(risks)) review.act('removeRisk', { riskId })
  review.act('editReview', {
    ...{ subject: 'Load forecast', version: '2.1', objectives: 'Know the error on cold days', decisionSought: 'Replace 1.8?' },
  })
  const mara = made(review.act('addPerson', { name: 'Mara Lind' }))
  return { review, mara }
}

test('[SUM1] a draft says what the fields of the record say, and nothing where they say nothing', () => {
  const { review, mara } = decided()
  for (const decisionId of Object.keys(review.state().record.decisions)) review.act('removeDecision', { decisionId })
  expect(draftSummary(review.state().record)).toEqual({
    purpose: 'Review of Load forecast 2.1.\nKnow the error on cold days.\nTo be decided: Replace 1.8?',
    takeaways: '',
    impact: '',
  })
  review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'The split leaks', force: 'blocking' })
  review.act('addFeedback', { side: 'presenter', label: 'lesson', text: 'Split by time first' })
  const decisionId = made(
    review.act('proposeDecision', { statement: 'Version 2.1 replaces 1.8', outcome: 'proceed-with-conditions' }),
  )
  review.act('editDecision', { decisionId, because: 'It is a fifth better' })
  const [condition] = review.act('addCondition', {
    decisionId,
    text: 'Shadow run for two weeks',
    ownerId: mara,
    due: '2026-12-04',
  })
  expect(condition).toBeDefined()
  review.act('addRisk', { text: 'The feed may stop' })
  for (const what of ['Write the runbook', 'b', 'c', 'd']) review.act('addAction', { what })
  const { takeaways, impact } = draftSummary(review.state().record)
  expect(takeaways.split('\n')).toEqual([
    'Proposed: Proceed with conditions.',
    'Version 2.1 replaces 1.8.',
    'Because: It is a fifth better.',
    '1 finding was raised, 0 settled, 1 of the others blocks.',
    'Lesson: Split by time first.',
  ])
  expect(impact.split('\n')).toEqual([
    'Condition: Shadow run for two weeks (Mara Lind by 4 December 2026).',
    'Risk: The feed may stop.',
    'Action: Write the runbook.',
    'Action: b.',
    'Action: c.',
    'And 1 more action in the plan.',
  ])
})

test('[SUM2] words are counted as a reader counts them', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('A fifth better, on cold days. 12 %')).toBe(7)
  expect(countWords('平均誤差は北部を隠す')).toBeGreaterThan(3)
  expect(SUMMARY_WORDS).toBe(200)
})

test('[SUM3] a word is explained once, in the order of the alphabet, and stands with the summary on the wall', () => {
  const { review } = decided()
  const termId = made(review.act('addTerm', { term: ' Feed ', meaning: 'Weather data by the hour' }))
  review.act('addTerm', { term: 'Backtest' })
  expect(termsInOrder(review.state().record.glossary).map(({ term }) => term)).toEqual(['Backtest', 'Feed'])
  expect(review.rule('addTerm', { term: 'feed' })).toBe('SUM3')
  expect(review.rule('addTerm', { term: ' ' })).toBe('SUM3')
  expect(review.rule('editTerm', { termId, term: 'BACKTEST' })).toBe('SUM3')
  expect(review.rule('editTerm', { termId, term: 'feed' })).toBe('ok')
  expect(review.rule('removeTerm', { termId: 'gone' })).toBe('SUM3')
  const { content } = wallView(review.state().record, { kind: 'summary', page: 99 }, '2026-12-01')
  expect(JSON.stringify(content)).toContain('Feed: Weather data by the hour')
  review.act('removeTerm', { termId })
  expect(termsInOrder(review.state().record.glossary)).toHaveLength(1)
})

test('[SUM1] every draft of a review in which everything is filled keeps within a page', () => {
  const { purpose, takeaways, impact } = draftSummary(fullReview().review.state().record)
  for (const part of [purpose, takeaways, impact]) expect(part).not.toBe('')
  expect(countWords(`${purpose} ${takeaways} ${impact}`)).toBeLessThan(2 * SUMMARY_WORDS)
})
