import { expect, test } from 'vitest'
import type { Answers } from '../../../shared/packet/packet'
import { packetInput } from '../../../shared/packet/packet-plan'
import { applyChanges } from '../../../shared/record/document'
import { verbs } from '../../../shared/record/verbs'
import { invert } from '../../../shared/review/change'
import { inOrder } from '../../../shared/review/fields'
import { payloads } from '../../helpers/payloads'
import { PACKET_ID, packetRoom } from '../../helpers/packets'

const fatesOf = ({ plan }: ReturnType<typeof packetRoom>, packet: Parameters<typeof plan>[0]) => {
  const { items, preparation, ballot } = plan(packet)
  return [
    ...items.map(({ key, fate }) => `${key} ${fate}`),
    ...preparation.map(({ field, fate }) => `${field} ${fate}`),
    ballot.fate,
  ]
}
const allOf = (fate: string) => ['q1', 'f1', 'f3', 'materials', 'minutes', 'outcome', 'note'].map((name) => `${name} ${fate}`)

test('[PKT5] [PKT6] all that is new comes in at once and is taken back at once; imported again it adds nothing', () => {
  const room = packetRoom()
  const { review, filled, take, plan } = room
  const packet = filled()
  const before = review.state()
  expect(fatesOf(room, packet)).toEqual([...allOf('new'), 'new'])
  expect(verbs.importPacket.isUndoable).toBe(true)
  const changes = take(packet)
  const after = review.state()
  expect(fatesOf(room, packet)).toEqual([...allOf('there'), 'there'])
  expect(packetInput(plan(packet))).toEqual({ packetId: PACKET_ID, feedback: [] })
  expect(review.rule('importPacket', packetInput(plan(packet)))).not.toBe('ok')
  expect(review.state()).toEqual(after)
  applyChanges(review.docs, invert(changes), 'test')
  expect(review.state()).toEqual(before)
  take(packet)
  expect(review.state().desk.feedback).toEqual(
    Object.fromEntries(
      Object.entries(after.desk.feedback).map(([id, item]) => [id, { ...item, raisedAt: expect.any(Number) as number }]),
    ),
  )
})

test('[PKT6] what was changed or revealed in the review since stays as it is there, and more of the same packet still comes', () => {
  const room = packetRoom()
  const { review, reviewer, filled, plan, take } = room
  take(filled())
  review.act('editFeedback', { feedbackId: `${PACKET_ID}-f1`, text: 'Put more kindly' })
  review.act('revealFeedback', { feedbackIds: [`${PACKET_ID}-f3`] })
  review.act('recordPreparation', { personId: reviewer, spentMs: 60_000, materialIds: [] })
  review.act('editFeedback', { feedbackId: `${PACKET_ID}-f3`, label: 'note' })
  const more = filled()
  const [first] = more.answers.feedback
  if (first) more.answers.feedback.push({ ...first, number: 4, text: 'One more' })
  expect(fatesOf(room, more)).toEqual([
    ...['q1 there', 'f1 changed', 'f3 changed', 'f4 new'],
    // What was emptied says nothing, and is filled again.
    ...['materials new', 'minutes changed', 'outcome there', 'note there', 'there'],
  ])
  const { items, keptPreparation } = plan(more)
  expect(items.map(({ kept }) => kept && [kept.label, kept.text])).toEqual([
    ...[null, [first?.label, 'Put more kindly'], ['note', more.answers.feedback[1]?.text], null],
  ])
  expect(keptPreparation.minutes).toBe(1)
  const before = review.state().desk.feedback
  take(more)
  const { feedback } = review.state().desk
  expect(Object.keys(feedback).filter((id) => !(id in before))).toEqual([`${PACKET_ID}-f4`])
  expect(feedback[`${PACKET_ID}-f1`]?.text).toBe('Put more kindly')
  expect(review.state().record.preparations[reviewer]?.spentMs).toBe(60_000)
  // The verb refuses to write over any of them, whatever it is told.
  const over = { key: 'f1', label: 'issue', text: 'Mine' } as const
  const rule = (input: object): string => {
    try {
      review.actAs(reviewer, 'importPacket', { packetId: PACKET_ID, feedback: [], ...input })
      return 'ok'
    } catch (error) {
      return /"rule":"([A-Z]+\d+)"/.exec(String(error))?.[1] ?? String(error)
    }
  }
  expect(rule({ feedback: [over] })).toBe('PKT6')
  expect(rule({ feedback: [{ ...over, key: 'f3' }] })).toBe('PKT6')
  expect(rule({ feedback: ['f8', 'f8'].map((key) => ({ ...over, key })) })).toBe('PKT6')
  expect(rule({ preparation: { spentMs: 7 } })).toBe('PKT8')
  expect(rule({ preparation: { outcome: 'sufficient' } })).toBe('PKT8')
  expect(rule({ preparation: { note: 'Mine' } })).toBe('PKT8')
  expect(rule({ ballot: { marks: [], recusal: 'Mine' } })).toBe('PKT9')
  expect(rule({})).toBe('PKT5')
})

test('[PKT5] what is left out by hand does not come in', () => {
  const { review, reviewer, filled, plan } = packetRoom()
  const left = new Set(['f1', 'q1', 'preparation', 'ballot'])
  review.actAs(reviewer, 'importPacket', packetInput(plan(filled()), left))
  const { record, desk } = review.state()
  expect(Object.keys(desk.feedback).filter((id) => id.startsWith(PACKET_ID))).toEqual([`${PACKET_ID}-f3`])
  expect([record.preparations[reviewer], desk.ballots[reviewer]]).toEqual([undefined, undefined])
})

test('[PKT7] feedback comes unrevealed, as the reviewer’s, in its order, and its words are not in the log', () => {
  const { review, reviewer, filled, packet, take } = packetRoom()
  const { items, questions } = packet()
  take(filled())
  const { record, desk } = review.state()
  expect(Object.keys(record.feedback).filter((id) => id.startsWith(PACKET_ID))).toEqual([])
  const came = inOrder(desk.feedback).filter(({ id }) => id.startsWith(PACKET_ID))
  expect(came).toMatchObject([
    {
      ...{ side: 'reviewer', label: 'note', text: 'The card says so on page 2.', authorId: reviewer },
      ...{ itemId: questions[0]?.itemId, location: `Question: ${questions[0]?.text}` },
    },
    {
      ...{ label: 'issue', text: 'The split is not by time', authorId: reviewer, itemId: items[1]?.id, force: 'blocking' },
      ...{ severity: 'major', location: 'evaluation.pdf, page 7', requestedChange: 'Split by month', isAnonymous: false },
    },
    { label: 'praise', authorId: reviewer },
  ])
  const line = JSON.stringify(review.log.at(-1))
  for (const words of ['split is not', 'As measured', 'clear baseline', 'Split by month', 'page 2', 'blocking'])
    expect(line).not.toContain(words)
})

test('[PKT5] an item without words, with too many, twice or with a force it cannot have is told and left out; the others come', () => {
  const room = packetRoom()
  const { filled, review, take } = room
  const packet = filled({ ballot: { isRecused: false, recusal: '', marks: [] } })
  const [issue] = packet.answers.feedback
  if (!issue) throw new Error('nothing filled in')
  const items: Answers['feedback'] = [
    issue,
    { ...issue, text: ' \n' },
    { ...issue, number: 5, text: ' ' },
    { ...issue, number: 6, text: 'x'.repeat(20_001) },
    { ...issue, number: 7, location: 'x'.repeat(501) },
    { ...issue, number: 8, label: 'praise' },
    { ...issue, number: 9, itemId: 'gone' },
  ]
  const told = { ...packet, answers: { ...packet.answers, feedback: items } }
  expect(fatesOf(room, told).slice(1, 8)).toEqual([
    ...['f1 new', 'f1 twice', 'f5 empty', 'f6 long', 'f7 long', 'f8 force', 'f9 new'],
  ])
  expect(room.plan(told).items.at(-1)?.lostItem).toBe(true)
  take(told)
  expect(review.state().desk.feedback[`${PACKET_ID}-f9`]?.itemId).toBe(null)
  expect(fatesOf(room, told)).toContain('f9 there')
})

test('[PKT8] the preparation fills what is not said, field by field, and leaves out materials that are gone', () => {
  const { review, reviewer, materials, filled, plan, take } = packetRoom()
  const packet = filled()
  review.act('recordPreparation', { personId: reviewer, note: 'Told me on the phone' })
  review.act('removeMaterial', { materialId: materials[0] ?? '' })
  const { preparation, lostMaterials } = plan(packet)
  expect(preparation.map(({ field, fate }) => `${field} ${fate}`)).toEqual([
    ...['materials new', 'minutes new', 'outcome new', 'note changed'],
  ])
  expect(lostMaterials).toBe(1)
  take(packet)
  expect(review.state().record.preparations[reviewer]).toEqual({
    id: reviewer,
    materialIds: [materials[1]],
    spentMs: 2_700_000,
    outcome: 'insufficient',
    note: 'Told me on the phone',
  })
})

test('[PKT9] a whole ballot is sealed as the reviewer’s; one with a gap, by another rubric, beside one that is in, or after the reveal is not', () => {
  const { review, reviewer, other, filled, plan, take } = packetRoom()
  const packet = filled()
  const why = (ballot: Answers['ballot']) => plan(filled({ ballot })).ballot.why
  const { ballot } = packet.answers
  const { name = '' } = inOrder(review.state().record.criteria).at(-1) ?? {}
  expect(why({ ...ballot, marks: ballot.marks.slice(0, -1) })).toContain(`${name}: choose a level`)
  expect(why({ ...ballot, marks: ballot.marks.map((mark) => ({ ...mark, confidence: null })) })).toContain('how sure')
  expect(why({ ...ballot, marks: ballot.marks.map((mark) => ({ ...mark, isRecused: true })) })).toContain('say why')
  expect(why({ ...ballot, marks: [...ballot.marks, ...ballot.marks] })).toContain('changed meanwhile')
  expect(why({ ...ballot, marks: ballot.marks.map((mark) => ({ ...mark, levelsAt: [7] })) })).toContain('choose a level')
  expect(why({ ...ballot, marks: ballot.marks.map((mark) => ({ ...mark, comment: 'x'.repeat(20_001) })) })).toContain('too long')
  expect(why({ ...ballot, isRecused: true })).toContain('does not say why')
  expect(plan(filled({ ballot: { isRecused: true, recusal: 'I supervised it', marks: ballot.marks } })).ballot).toMatchObject({
    fate: 'new',
    input: { marks: [], recusal: 'I supervised it' },
  })
  expect(plan(filled({ ballot: { ...ballot, marks: [] } })).ballot.fate).toBe('none')

  // Another anchor: the place of a level would mean something else.
  const [criterion] = inOrder(review.state().record.criteria)
  const levels = criterion?.levels.map((level) => ({ ...level, anchor: `${level.anchor}, or nearly` })) ?? []
  const [changed] = review.act('editCriterion', { criterionId: criterion?.id ?? '', levels })
  expect(plan(packet).ballot.why).toContain('rubric was changed')
  if (changed) applyChanges(review.docs, invert([changed]), 'test')

  const whole = plan(packet)
  expect(whole.ballot.fate).toBe('new')
  take(packet)
  const sealed = review.state().desk.ballots[reviewer]
  expect(sealed?.marks).toMatchObject(ballot.marks.map(({ criterionId }) => ({ criterionId, levelsAt: [1], confidence: 'high' })))
  expect(JSON.stringify(review.state().record)).not.toContain('As measured')
  const otherwise = { ...ballot, marks: ballot.marks.map((mark) => ({ ...mark, levelsAt: [2] })) }
  expect(why(otherwise)).toContain('in already, and stays')
  expect(review.state().desk.ballots[reviewer]).toEqual(sealed)

  review.act('takeBallotBack', { panelistId: reviewer })
  review.actAs(other, 'submitBallot', { marks: ballot.marks.map(({ isRecused: _no, ...mark }) => mark) })
  review.act('revealScores', {})
  expect(plan(packet).ballot).toMatchObject({ fate: 'refused', why: expect.stringContaining('revealed') as string })
})

test('[PKT4] HTML in every text comes in as the text it is', () => {
  const { review, reviewer, filled, take, plan } = packetRoom()
  const texts = payloads('http://127.0.0.1/').map((text) => text.trim())
  const packet = filled()
  const [item] = packet.answers.feedback
  if (!item) throw new Error('nothing filled in')
  packet.answers.feedback = texts.map((text, at) => ({ ...item, number: at + 1, text, location: text, requestedChange: text }))
  packet.answers.preparation.note = texts.join('\n')
  expect(plan(packet).items.filter(({ fate }) => fate === 'new')).toHaveLength(texts.length + 1)
  take(packet)
  const { desk, record } = review.state()
  texts.forEach((text, at) =>
    expect(desk.feedback[`${PACKET_ID}-f${at + 1}`]).toMatchObject({ text, location: text, requestedChange: text }),
  )
  expect(record.preparations[reviewer]?.note).toBe(texts.join('\n').trim())
})

test('[PKT5] [PAN20] a ballot of the same marks is there in whatever order, and one that does not count is given again', () => {
  const { review, reviewer, filled, plan, take } = packetRoom()
  const packet = filled()
  take(packet)
  const [first, ...others] = inOrder(review.state().record.criteria)
  review.act('moveCriterion', { criterionId: others.at(-1)?.id ?? '', beforeId: first?.id ?? null })
  expect(plan(packet).ballot).toMatchObject({ fate: 'there', why: '' })
  // As another window leaves it that changed the rubric before it heard of the ballot.
  const sealed = review.state().desk.ballots[reviewer]
  if (!sealed) throw new Error('no ballot was sealed')
  applyChanges(
    review.docs,
    [{ doc: 'desk', path: ['ballots', reviewer], before: sealed, after: { ...sealed, rubric: 'other' } }],
    'test',
  )
  expect(plan(packet).ballot).toMatchObject({ fate: 'new', why: '' })
})

test('[PKT5] what the review has is told where it differs in label or words, without what is gone', () => {
  const { review, reviewer, filled, plan, take } = packetRoom()
  const packet = filled()
  take(packet)
  const itemId = packet.answers.feedback[0]?.itemId ?? ''
  review.act('removeItem', { itemId })
  expect(plan(packet).items.find(({ key }) => key === 'f1')).toMatchObject({ fate: 'there', kept: null })
  review.act('editFeedback', { feedbackId: `${PACKET_ID}-f1`, location: 'page 9' })
  expect(plan(packet).items.find(({ key }) => key === 'f1')).toMatchObject({ fate: 'changed', kept: null })
  const [materialId = ''] = review.state().record.preparations[reviewer]?.materialIds ?? []
  expect(plan(packet).keptPreparation.materialIds).toContain(materialId)
  review.act('removeMaterial', { materialId })
  expect(plan(packet).keptPreparation.materialIds).not.toContain(materialId)
})
