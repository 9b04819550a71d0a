import { expect, test } from 'vitest'
import { chainOrder, chainProblems, hashText, headsOf, logLine, logPayload } from '../../../shared/record/log'
import { fullReview } from '../../helpers/full-review'
import { makeReview } from '../../helpers/review-maker'

test('[LOG1] every verb is one entry with actor and operator, chained to what nothing follows yet', () => {
  const review = makeReview()
  const before = review.log.length
  review.act('addPerson', { name: 'Grace' })
  review.act('nextItem', {})
  expect(review.log.slice(before).map(({ entry }) => [entry.verb, entry.prev])).toEqual([
    ['addPerson', [review.log[before - 1]?.hash]],
    ['nextItem', [review.log[before]?.hash]],
  ])
  expect(chainProblems(review.log)).toEqual([])
  const context = {
    now: 7,
    newId: () => 'salt',
    actor: { personId: 'p1', name: 'Grace' },
    operator: { personId: null, name: 'Ada' },
  }
  expect(logLine('x', [], ['b', 'a'], context).entry).toMatchObject({
    at: 7,
    actor: 'p1',
    operator: 'name:Ada',
    prev: ['a', 'b'],
  })
})

test('[LOG1] two branches join in the next entry, and any order of arrival gives one order', () => {
  const { log } = fullReview().review
  const context = (now: number) => ({
    now,
    newId: () => `s${now}`,
    actor: { personId: null, name: 'A' },
    operator: { personId: null, name: 'A' },
  })
  const [left, right] = [1, 2].map((at) => logLine(`branch${at}`, [], headsOf(log), context(Date.UTC(2027, 0, at))))
  if (!left || !right) throw new Error('two branches are needed')
  const joined = logLine('join', [], headsOf([...log, left, right]), context(Date.UTC(2027, 0, 3)))
  const all = [...log, left, right, joined]
  expect(joined.entry.prev).toEqual([left.hash, right.hash].sort())
  expect(headsOf(all)).toEqual([joined.hash])
  expect(chainOrder([...all].reverse())).toEqual(chainOrder(all))
  expect(
    chainOrder(all)
      .slice(-3)
      .map(({ entry }) => entry.verb),
  ).toEqual(['branch1', 'branch2', 'join'])
})

test('[LOG1] a changed entry, a changed payload, a missing and a second beginning are each found', () => {
  const { log } = fullReview().review
  const [first, second, third] = log
  if (!first || !second || !third) throw new Error('three entries are needed')
  const rest = log.slice(3)
  expect(chainProblems([first, { ...second, entry: { ...second.entry, at: 0 } }, third, ...rest])).not.toEqual([])
  expect(chainProblems([first, { ...second, payload: { salt: 'x', changes: [] } }, third, ...rest])).not.toEqual([])
  expect(chainProblems([first, third, ...rest])).not.toEqual([])
  expect(chainProblems([second, third, ...rest])).not.toEqual([])
})

test('[LOG3] no free text of any verb is in the log, and every text can be proved by it', () => {
  const { review, ids } = fullReview()
  const secret = 'Zebrafisch 斑马鱼'
  review.act('addFeedback', { side: 'reviewer', label: 'issue', text: secret, location: secret, requestedChange: secret })
  review.act('editReview', { purpose: secret, takeaways: secret, subject: secret })
  review.act('parkTopic', { text: secret })
  const criterionId = String(review.act('addGateCriterion', { gate: 'exit', text: secret })[0]?.path[1])
  review.act('decideGateCriterion', { criterionId, status: 'waived', waivedBy: ids.person, reason: secret, evidence: secret })
  review.act('recordPreparation', { personId: ids.person, note: secret })
  const preparedId = String(review.act('addPreparedQuestion', { side: 'reviewer', text: secret })[0]?.path[1])
  review.act('editPreparedQuestion', { preparedId, answer: secret })
  review.act('usePreparedQuestion', { preparedId })
  const rubricId = String(
    review.act('addCriterion', { name: secret, levels: [1, 2].map((points) => ({ points, anchor: secret })) })[0]?.path[1],
  )
  review.act('editCriterion', { criterionId: rubricId, name: `${secret} 2` })
  review.act('addPerson', { name: secret })
  const written = JSON.stringify(review.log)
  expect(written).not.toContain('Zebrafisch')
  for (const sentence of [
    'Shadow',
    'season begins',
    'network plan',
    'measured again',
    'Version 2.1 replaces',
    'better where it is cold',
    'Chidi would',
    'on call at night',
  ])
    expect(written).not.toContain(sentence)
  const { payload } = review.log.at(-1) ?? {}
  const stored = payload?.changes[0]?.after as { name: string }
  expect(stored.name).toBe(`sha512:${hashText((payload?.salt ?? '') + secret).slice(0, 32)}`)
})

test('[LOG4] of the desk the log tells where, never what', () => {
  const { review, ids } = fullReview()
  review.act('writeNote', { itemId: ids.item, text: '42' })
  const [change] = review.log.at(-1)?.payload?.changes ?? []
  expect(change).toEqual({ doc: 'desk', path: ['notes', ids.item], after: null })
  expect(logPayload([{ doc: 'desk', path: ['feedback', 'f'], before: 1, after: { status: 'open' } }], 's').changes).toEqual([
    { doc: 'desk', path: ['feedback', 'f'], after: null },
  ])
})
