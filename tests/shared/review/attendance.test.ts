import { expect, test } from 'vitest'
import { nextAttendance, presenceOf, presenceWords } from '../../../shared/review/attendance'
import { type Person, personSchema } from '../../../shared/review/people'
import { emptyReview } from '../../helpers/empty-review'

function withPeople() {
  const review = emptyReview()
  const ids = ['Ada', 'Ben', 'Chidi'].map((name) => String(review.act('addPerson', { name })[0]?.path[1]))
  const people = () => ids.map((id) => review.state().record.people[id])
  return { review, ids, people }
}

const personWith = (...list: Person['attendance'][]) =>
  list.map((attendance) => personSchema.parse({ id: attendance, order: 'a', name: attendance, attendance }))
const roll = personWith('present', 'late', 'left', 'regrets', 'expected')

test('[ATT1] the roll is one step, with people who were not in the list', () => {
  const { review, ids } = withPeople()
  const changes = review.act('callRoll', { attendance: 'present', personIds: ids.slice(0, 2), newNames: ['Dora', ' Emil '] })
  expect(changes.map(({ path }) => path[0])).toEqual(Array(changes.length).fill('people'))
  expect(Object.values(review.state().record.people).map(({ name, attendance }) => `${name} ${attendance}`).sort()).toEqual(
    ['Ada present', 'Ben present', 'Chidi expected', 'Dora present', 'Emil present'],
  ) // prettier-ignore
  expect(review.rule('callRoll', { attendance: 'present', personIds: [] })).toBe('ATT1')
  expect(review.rule('callRoll', { attendance: 'present', personIds: ['gone'] })).toBe('PPL2')
  expect(review.rule('callRoll', { attendance: 'present', personIds: [], newNames: ['Fay', 'Fay'] })).toBe('PPL1')
})

test('[ATT2] coming keeps its first instant, leaving goes with coming back, and who was not there has neither', () => {
  const { review, ids, people } = withPeople()
  const call = (attendance: 'present' | 'left' | 'regrets' | 'late') => {
    review.act('callRoll', { attendance, personIds: ids.slice(0, 1) })
    return people()[0]
  }
  const first = call('late')
  expect(first).toMatchObject({ attendance: 'late', leftAt: null })
  const left = call('left')
  expect([left?.arrivedAt, left?.leftAt !== null]).toEqual([first?.arrivedAt, true])
  expect(call('present')).toMatchObject({ arrivedAt: first?.arrivedAt, leftAt: null })
  expect(call('regrets')).toMatchObject({ attendance: 'regrets', arrivedAt: null, leftAt: null })
})

test('[ATT3] the quorum is reached by as many as it says', () => {
  expect(presenceWords(roll, 'here', 3)).toBe('Present 2 of 5, quorum 3 not reached')
  expect(presenceWords(roll, 'came', 3)).toBe('Present 3 of 5, quorum 3 reached')
  expect(presenceWords(roll, 'here', null)).toBe('Present 2 of 5')
  expect(presenceOf(roll)).toEqual({ here: 2, came: 3, all: 5 })
})

test('[ATT5] before anybody is called nobody is counted', () => {
  expect(presenceWords(personWith('expected'), 'here', 1)).toBe('Roll not called')
  expect(presenceWords(personWith('expected', 'regrets'), 'came', null)).toBe('Present 0 of 2')
})

test('[ATT4] one press: comes, or late once the meeting has begun; here leaves; gone comes back', () => {
  const person = (attendance: 'expected' | 'present' | 'late' | 'left' | 'regrets', arrivedAt: number | null) =>
    personSchema.parse({ id: 'p', order: 'a', name: 'Ada', attendance, arrivedAt })
  expect(nextAttendance(person('expected', null), false)).toBe('present')
  expect(nextAttendance(person('present', 1), false)).toBe('expected')
  expect(nextAttendance(person('expected', null), true)).toBe('late')
  expect(nextAttendance(person('regrets', null), true)).toBe('late')
  expect(nextAttendance(person('late', 1), true)).toBe('left')
  expect(nextAttendance(person('left', 1), true)).toBe('present')
})
