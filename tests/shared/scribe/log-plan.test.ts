import { expect, test } from 'vitest'
import { applyChanges } from '../../../shared/record/document'
import { invert } from '../../../shared/review/change'
import { inOrder } from '../../../shared/review/fields'
import { type LogPlan, planLog } from '../../../shared/scribe/log-plan'
import { readLog } from '../../../shared/scribe/read-log'
import { type MadeReview, makeReview } from '../../helpers/review-maker'

const today = '2026-11-24'

function plan(review: MadeReview, log: string, addsPeople = true): LogPlan {
  const { people, agenda } = review.state().record
  return planLog(readLog(log), { people, agenda, today }, addsPeople)
}

/** The sample review with people whose names are known here. */
function review(...names: string[]): MadeReview {
  const made = makeReview()
  for (const name of names) made.act('addPerson', { name })
  return made
}

const idOf = (made: MadeReview, name: string) => inOrder(made.state().record.people).find((person) => person.name === name)?.id

test('[SCR13] topics are the items of their title, without regard to case and accents, or new ones, discussed, without planned time', () => {
  const made = review()
  made.act('addItem', { title: 'Überblick' })
  const items = Object.keys(made.state().record.agenda)
  const known = inOrder(made.state().record.agenda).at(-1)?.id ?? ''
  const log = 'Hello all\nTopic: uberblick\n<ada> First\nTopic: Costs\n<bob> Much\nTopic: COSTS\n<bob> Too much'
  const { sections, input, lines } = plan(made, log)
  expect(sections.map(({ itemId, itemAt }) => [itemId, itemAt])).toEqual([
    [null, null],
    [known, null],
    [null, 0],
  ])
  expect(sections[1]?.blocks).toEqual([{ kind: 'text', speaker: 'ada', text: 'First' }])
  expect(sections[2]?.blocks).toHaveLength(2)
  expect(lines).toBe(4)
  made.act('importLog', input)
  const added = inOrder(made.state().record.agenda).filter(({ id }) => !items.includes(id))
  expect(added).toMatchObject([{ title: 'Costs', status: 'discussed', plannedMs: 0, level: 0 }])
})

test('[SCR13] actions and decisions come of the lines as the grammar makes them, in their topic', () => {
  const made = review('Zoë Quill')
  const { input, sections } = plan(
    made,
    'Topic: New things\nACTION: zoe to measure again by 3 December\nACTION: Yan to write it up\nACTION: tidy up\nRESOLVED: We wait',
  )
  expect(sections[0]?.blocks.map(({ kind }) => kind)).toEqual(['action', 'action', 'action', 'decision'])
  const before = made.state()
  const changes = made.act('importLog', input)
  const { agenda, actions, decisions, people } = made.state().record
  const itemId = inOrder(agenda).at(-1)?.id
  const source = { kind: 'minutes', id: itemId }
  const made3 = inOrder(actions).filter(({ id }) => !before.record.actions[id])
  expect(made3).toMatchObject([
    { what: 'measure again', ownerId: idOf(made, 'Zoë Quill'), due: '2026-12-03', source },
    { what: 'write it up', ownerId: idOf(made, 'Yan'), due: null, source },
    { what: 'tidy up', ownerId: null, source },
  ])
  expect(people[idOf(made, 'Yan') ?? '']?.attendance).toBe('expected')
  expect(Object.values(decisions).find(({ statement }) => statement === 'We wait')).toMatchObject({
    status: 'proposed',
    itemId,
  })
  applyChanges(made.docs, invert(changes), 'test')
  expect(made.state()).toEqual(before)
})

test('[SCR13] what is not in the review any more is refused, and nothing is changed', () => {
  const made = review('Zoë Quill')
  const { input } = plan(made, 'ACTION: Zoë to measure again')
  made.act('removePerson', { personId: idOf(made, 'Zoë Quill') ?? '' })
  expect(made.rule('importLog', input)).toBe('SCR13')
})

test('[SCR14] who is named is present or sent regrets, except where the roll call saw more; new names are new people', () => {
  const made = review('Zoë Quill', 'Quentin Rush', 'Quita Rush', 'Left Early', 'Vera Ohm')
  made.act('callRoll', { attendance: 'left', personIds: [idOf(made, 'Left Early') ?? ''] })
  made.act('callRoll', { attendance: 'regrets', personIds: [idOf(made, 'Vera Ohm') ?? ''] })
  const log = 'Present: zoe, Rush, Left Early, Nora New, nora new\nRegrets: Quentin, Zoë\nChair: Vera\nScribe: Wim'
  const { input, present, regrets, strangers, leftOut } = plan(made, log)
  expect(present).toEqual(['Zoë Quill', 'Left Early', 'Nora New', 'Vera Ohm', 'Wim'])
  expect(regrets).toEqual(['Quentin Rush'])
  expect(strangers).toEqual(['Nora New', 'Wim'])
  expect(leftOut).toEqual([{ line: 1, text: 'Rush', why: 'unclear' }])
  made.act('importLog', input)
  const { people } = made.state().record
  const came = Object.fromEntries(Object.values(people).map(({ name, attendance }) => [name, attendance]))
  expect(came).toMatchObject({ 'Zoë Quill': 'present', 'Quentin Rush': 'regrets', 'Quita Rush': 'expected' })
  expect(came).toMatchObject({ 'Left Early': 'left', 'Vera Ohm': 'present', 'Nora New': 'present', Wim: 'present' })
})

test('[SCR14] new people are not wanted: their names are told, and stay in the words of actions', () => {
  const made = review()
  const { input, leftOut } = plan(made, 'Present: Nora New\nACTION: Nora New to write it up', false)
  expect(input.people).toEqual([])
  expect(input.actions).toMatchObject([{ what: 'Nora New to write it up', ownerId: null, ownerAt: null }])
  expect(leftOut).toEqual([{ line: 1, text: 'Nora New', why: 'stranger' }])
})

test('[SCR12] [SCR15] more than a review can hold stays as text; every word is somewhere', () => {
  const made = review()
  const many = Array.from({ length: 1_200 }, (_, at) => `Topic: T${at}\nACTION: do ${at}`).join('\n')
  const { input, sections } = plan(made, many)
  expect(made.rule('importLog', input)).toBe('ok')
  const texts = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])))
  expect(texts).toContain('T1199')
  expect(texts).toContain('ACTION: do 1199')
  expect(input.items.length + texts.filter((text) => text.startsWith('T')).length).toBe(1_200)
})

test('[SCR15] a log of nothing brings nothing', () => {
  const { input, sections, lines } = plan(makeReview(), ' \n---\n')
  expect({ ...input, sections, lines }).toEqual({
    ...{ people: [], roll: [], items: [], actions: [], decisions: [] },
    ...{ sections: [], lines: 0 },
  })
})
