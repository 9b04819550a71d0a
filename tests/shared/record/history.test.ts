import { expect, test } from 'vitest'
import { foundIn, historyOf } from '../../../shared/record/history'
import { fullReview } from '../../helpers/full-review'
import { doneWords } from '../../../shared/record/done-words'
import { verbs } from '../../../shared/record/verbs'
import { makeReview } from '../../helpers/review-maker'

test('[LOG6] each entry tells when, who, by whose hands, what was done and to what, by the names of today', () => {
  const review = makeReview()
  review.act('addPerson', { name: 'Grace Hopper' })
  const person = Object.values(review.state().record.people).find(({ name }) => name === 'Grace Hopper')?.id ?? ''
  review.actAs(person, 'addAction', { what: 'Write the runbook' })
  const [action] = Object.values(review.state().record.actions).filter(({ what }) => what === 'Write the runbook')
  review.act('editAction', { actionId: action?.id ?? '', ownerId: person, due: '2026-12-04' })
  review.act('editPerson', { personId: person, name: 'Grace M. Hopper' })
  const [added, made, edited] = historyOf(review.log, review.state().record).slice(-4)
  expect(added).toMatchObject({ actor: 'Ada', operator: null, act: 'Person added', subject: 'Grace M. Hopper' })
  expect(made).toMatchObject({ actor: 'Grace M. Hopper', operator: 'Ada', act: 'Action added', subject: 'Write the runbook' })
  expect(edited).toMatchObject({ subject: 'Write the runbook', details: ['owner: Grace M. Hopper', 'due: 2026-12-04'] })
  expect(edited?.at).toBe(review.log.at(-2)?.entry.at)
})

test('[LOG6] what was removed is called so, an act of a newer program by its own name, and undoing after what it undid', () => {
  const review = makeReview()
  const [made] = review.act('addAction', { what: 'Never mind' })
  review.act('removeAction', { actionId: made?.path[1] ?? '' })
  const [line] = review.log
  if (!line) throw new Error('a line is needed')
  const of = (verb: string) => ({
    ...line,
    hash: verb,
    entry: { ...line.entry, verb, at: line.entry.at + 9e9 },
    payload: undefined,
  })
  const entries = historyOf([...review.log, of('undo:addPerson'), of('vote'), of('redo:constructor')], review.state().record)
  const told = entries.map(({ act, subject }) => `${act}: ${subject}`)
  expect(told[0]).toMatch(/^Review made: .+ and others$/)
  expect(told).toContain('Action added: removed since')
  expect(told).toContain('Action removed: removed since')
  expect(told).toContain('Undone: Person added: ')
  expect(told).toContain('vote: ')
  expect(told).toContain('Redone: constructor: ')
})

test('[LOG8] what came with the thing that was named is not counted as one more of it', () => {
  const review = makeReview()
  const decisionId = String(review.act('proposeDecision', { statement: 'Go', outcome: 'hold' })[0]?.path[1])
  review.act('addCondition', { decisionId, text: 'The north is measured first' })
  const told = historyOf(review.log, review.state().record).map(({ subject }) => subject)
  expect(told).toContain('The north is measured first')
  const actionIds = ['Measure', 'Publish'].map((what) => String(review.act('addAction', { what })[0]?.path[1]))
  review.act('editActions', { actionIds, priority: 'high' })
  const last = historyOf(review.log, review.state().record).map(({ subject }) => subject)
  expect(last.some((subject) => /^(Measure|Publish) and others$/.test(subject))).toBe(true)
})

test('[LOG6] of the desk nothing is told but that something was written, and nobody who is anonymous', () => {
  const review = makeReview()
  const people = Object.values(review.state().record.people)
  const author = people.at(-1)?.id ?? ''
  const secret = 'Zebrafisch'
  const [item] = Object.keys(review.state().record.agenda)
  review.act('writeNote', { itemId: item ?? '', text: secret })
  review.actAs(author, 'addFeedback', { side: 'reviewer', label: 'issue', text: secret, isPrivate: true, isAnonymous: true })
  const entries = historyOf(review.log, review.state().record).slice(-2)
  expect(JSON.stringify(entries)).not.toContain(secret)
  expect(entries[0]).toMatchObject({ act: 'Private note changed', itemIds: [item] })
  expect(entries[1]).toMatchObject({ act: 'Feedback added', subject: '', actor: 'Ada', operator: null, details: [] })
})

test('[LOG7] the history of an item has what happened to it and to what belongs to it, also to what is gone; words narrow it', () => {
  const { review, ids } = fullReview()
  const [made] = review.act('parkTopic', { text: 'Costs of storage', itemId: ids.item })
  review.act('removeTopic', { topicId: made?.path[1] ?? '' })
  const entries = historyOf(review.log, review.state().record)
  const own = foundIn(entries, ids.item, '')
  expect(own.length).toBeGreaterThan(2)
  expect(own.length).toBeLessThan(entries.length)
  expect(own.slice(-2).map(({ act }) => act)).toEqual(['Topic parked', 'Parked topic removed'])
  expect(foundIn(entries, null, '')).toEqual(entries)
  const found = foundIn(entries, null, 'ACTION add')
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ act }) => act === 'Action added')).toBe(true)
  expect(foundIn(entries, ids.item, 'no such words')).toEqual([])
})

test('[LOG8] every act is told as what happened, in words of its own, and a person without a name as nobody', () => {
  const done = Object.values(doneWords).flatMap((words) =>
    typeof words === 'string' ? [words] : [words.done, words.takenBack, words.changed],
  )
  expect(new Set(done).size).toBe(done.length)
  const labels = new Set<string>(Object.values(verbs).map(({ label }) => label))
  expect(done.filter((words) => labels.has(words))).toEqual([])
  const review = makeReview()
  review.act('parkTopic', { text: 'Costs of storage' })
  const line = review.log.at(-1)
  if (!line) throw new Error('a line is needed')
  const nameless = { ...line, entry: { ...line.entry, actor: 'name:', operator: 'name:' } }
  const [entry] = historyOf([nameless], review.state().record)
  expect(entry).toMatchObject({ act: 'Topic parked', subject: 'Costs of storage', actor: null, operator: null })
  expect(foundIn(entry ? [entry] : [], null, 'nobody')).toHaveLength(1)
})
