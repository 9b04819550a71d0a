import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvText } from '../../../../electron/host/archive/csv'
import { actionStatuses, priorities } from '../../../../shared/actions/action'
import { readPlan } from '../../../../shared/archive/read-plan'
import { actionTable } from '../../../../shared/archive/tables'
import { hostile } from '../../../helpers/hostile-review'
import { fullReview } from '../../../helpers/full-review'
import { makeReview, type MadeReview } from '../../../helpers/review-maker'

const today = '2026-11-24'
const runs = { numRuns: process.env['REVIEW_ROOM_PROOF'] === '1' ? 2_000 : 25 }
const csvOf = (review: MadeReview): string => csvText(actionTable(review.state()))
const read = (text: string, review: MadeReview) => readPlan(text, review.state().record, today)
const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

/** The table of a review as rows of cells, for a test to write into. */
function sheetOf(review: MadeReview) {
  const rows = actionTable(review.state()).map((row) => [...row])
  const at = (title: string) => rows[0]?.indexOf(title) ?? -1
  return {
    rows,
    set(line: number, title: string, cell: string) {
      const row = rows[line]
      if (row) row[at(title)] = cell
    },
    add(cells: Readonly<Record<string, string>>) {
      rows.push((rows[0] ?? []).map((title) => cells[title] ?? ''))
    },
    text: (delimiter = ',') => Papa.unparse(rows, { delimiter }),
  }
}

const anyText = fc.oneof(
  fc.constantFrom(
    ...hostile,
    ...['=1+1', '-2', '@SUM', "it's", 'a;b,c\td', '"', 'one\ntwo', ' blanks ', '2026-12-18', '3,5', 'متى؟'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
/** Text as it can come back from a table: without a guard of its own, or a line end that is not ours. */
const sheetText = anyText
  .map((text) => text.replace(/\r\n?/g, '\n').trim())
  .filter((text) => !/^['\ufeff]/.test(text) && !text.includes('\u0000'))

const anyValues = fc.record({
  what: sheetText.filter((text) => text !== ''),
  owner: fc.nat(5),
  verifier: fc.nat(5),
  due: fc.option(
    fc
      .date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  ),
  status: fc.constantFrom(...actionStatuses),
  priority: fc.constantFrom(...priorities),
  supporters: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
  offer: sheetText.map((text) => text.replace(/\s+/g, ' ')),
  acceptanceTest: sheetText,
  evidence: sheetText,
  withMaterial: fc.boolean(),
  notes: sheetText,
})
type Values = typeof anyValues extends fc.Arbitrary<infer Value> ? Value : never

function reviewWith(all: readonly Values[]): MadeReview {
  const review = makeReview()
  for (const name of ['Ada: the first', 'Ada', 'Ben']) review.act('addPerson', { name })
  const materialId = made(
    review.act('addMaterial', { name: 'report.pdf', mediaType: 'application/pdf', bytes: 1, sha512: 'a'.repeat(128) }),
  )
  review.act('addMaterial', {
    name: 'report.pdf',
    mediaType: 'application/pdf',
    bytes: 2,
    sha512: 'b'.repeat(128),
    replaces: materialId,
  })
  const count = Object.keys(review.state().record.actions).length
  for (let more = count; more < all.length; more++) review.act('addAction', { what: `Action ${more}` })
  return review
}

function setValues(review: MadeReview, all: readonly Values[]): void {
  const { people, materials, actions } = review.state().record
  const [ids, material] = [Object.keys(people), Object.keys(materials).at(-1) ?? null]
  Object.keys(actions).forEach((actionId, at) => {
    const values = all[at]
    if (!values) return
    const { what, owner, verifier, supporters, offer, withMaterial, ...plain } = values
    const ownerId = ids[owner] ?? null
    const verifierId = ids[verifier] ?? null
    review.act('editAction', {
      actionId,
      what,
      ownerId,
      verifierId: verifierId === ownerId ? null : verifierId,
      supporters: supporters.map((place) => ({ personId: ids[place] ?? '', offer })),
      evidenceMaterialId: withMaterial ? material : null,
      ...plain,
    })
  })
}

test('[ACT9] the plan written as CSV and read again changes nothing, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.array(anyValues, { minLength: 1, maxLength: 4 }),
      fc.array(anyText, { minLength: 1, maxLength: 4 }),
      (all, texts) => {
        const review = reviewWith(all)
        setValues(review, all)
        Object.keys(review.state().record.actions).forEach((actionId, at) => {
          const text = texts[at % texts.length] ?? ''
          review.act('editAction', { actionId, notes: text, evidence: text, ...(text.trim() === '' ? {} : { what: text }) })
        })
        const [gone = ''] = Object.keys(review.state().record.people)
        review.act('removePerson', { personId: gone })
        const count = Object.keys(review.state().record.actions).length
        expect(read(csvOf(review), review)).toEqual({ isPlan: true, edited: [], added: [], leftOut: [], unchanged: count })
      },
    ),
    runs,
  )
})

test('[ACT9] what was changed in the table comes back, each field of it', () => {
  fc.assert(
    fc.property(fc.array(anyValues, { minLength: 2, maxLength: 4 }), fc.constantFrom(',', ';', '\t'), (all, delimiter) => {
      const [there, here] = [reviewWith(all), reviewWith(all)]
      setValues(there, all)
      const parsed = Papa.parse<string[]>(csvOf(there).replace(/^\ufeff/, ''), { delimiter: ',' }).data.filter(
        (row) => row.length > 1,
      )
      const plan = read(`\ufeff${Papa.unparse(parsed, { delimiter })}`, here)
      expect(plan.leftOut).toEqual([])
      if (plan.edited.length > 0) here.act('importActions', { edits: plan.edited.map(({ edit }) => edit), added: [] })
      expect(here.state().record.actions).toEqual(there.state().record.actions)
      // Lines that are absent change nothing.
      expect(read(`Id;Action;Due\n`, here)).toMatchObject({ isPlan: true, edited: [], added: [], unchanged: 0 })
    }),
    runs,
  )
})

test('[ACT9] a line without an id is a new action; columns in any order and those that are absent change nothing', () => {
  const { review, ids } = fullReview()
  const owner = review.state().record.people[ids.person]?.name ?? ''
  const plan = read(`Due;Action;Owner;Mood\n18.12.2026;Measure the south;${owner};calm\n`, review)
  expect(plan).toMatchObject({
    edited: [],
    leftOut: [],
    added: [{ line: 2, add: { what: 'Measure the south', ownerId: ids.person, due: '2026-12-18' } }],
  })
  expect(read(`Id,Status\n${ids.action},completed\n`, review).edited.map(({ edit }) => edit)).toEqual([
    { actionId: ids.action, status: 'completed' },
  ])
  for (const text of ['', 'Good morning', 'a,b\n1,2', 'Id\nx', 'Owner,Due\nAda,2026-12-18'])
    expect(read(text, review).isPlan, text).toBe(false)
})

test('[ACT10] each line that cannot be taken is told with why, and the others are taken', () => {
  const { review } = fullReview()
  review.act('addPerson', { name: 'Ada Byron' })
  review.act('addPerson', { name: 'Ada Lovelace' })
  const [first = ''] = Object.values(review.state().record.people).map(({ name }) => name)
  const cases: readonly (readonly [why: string, cells: Readonly<Record<string, string>>])[] = [
    ['person', { Owner: 'Nobody of us' }],
    ['several', { Verifier: 'Ada' }],
    ['verifier', { Owner: 'Ada Byron', Verifier: 'Ada Byron' }],
    ['date', { Due: '31.11.2026' }],
    ['date', { Due: 'soon' }],
    ['value', { Status: 'nearly' }],
    ['value', { Priority: '1' }],
    ['what', { Action: '' }],
    ['material', { 'Evidence material': 'unknown.pdf' }],
    ['supporters', { Supporters: `${first}: a day\n${first}: a week` }],
    ['long', { Evidence: 'x'.repeat(501) }],
    ['long', { Notes: 'x'.repeat(20_001) }],
    ['id', { Id: 'not-of-this-review' }],
    ...['constructor', 'toString', '__proto__'].map((Id) => ['id', { Id }] as const),
    ['number', { Id: '' }],
  ]
  for (const [why, cells] of cases) {
    const sheet = sheetOf(review)
    for (const [title, cell] of Object.entries(cells)) sheet.set(1, title, cell)
    sheet.set(2, 'Notes', 'Still taken')
    const plan = read(sheet.text(), review)
    expect(
      plan.leftOut.map((out) => [out.line, out.why]),
      JSON.stringify(cells).slice(0, 80),
    ).toEqual([[2, why]])
    expect(plan.edited.map(({ line, edit }) => [line, edit.notes])).toEqual([[3, 'Still taken']])
  }
  const twice = sheetOf(review)
  twice.rows.push([...(twice.rows[1] ?? [])])
  expect(read(twice.text(), review).leftOut.map(({ why }) => why)).toEqual(['twice'])
  const empty = sheetOf(review)
  empty.add({ Owner: first })
  expect(read(empty.text(), review).leftOut.map(({ why }) => why)).toEqual(['what'])
  review.act('editActions', {
    actionIds: Object.keys(review.state().record.actions),
    ownerId: Object.keys(review.state().record.people)[0] ?? null,
    due: '2026-12-18',
  })
  review.act('closeReview', {})
  const closed = sheetOf(review)
  closed.add({ Action: 'One more' })
  closed.set(1, 'Status', 'Completed')
  const emptied = sheetOf(review)
  emptied.set(1, 'Owner', '')
  expect(read(emptied.text(), review)).toMatchObject({ leftOut: [{ why: 'kept' }], edited: [] })
  expect(read(closed.text(), review)).toMatchObject({ leftOut: [{ why: 'closed' }], edited: [{ edit: { status: 'completed' } }] })
})

test('[ACT11] dates are read as spreadsheets write them; which figure is the day, the table must tell', () => {
  const review = makeReview()
  for (let more = 0; more < 2; more++) review.act('addAction', { what: `Action ${more}`, due: '2026-12-04' })
  const dues = (first: string, second: string) => {
    const sheet = sheetOf(review)
    sheet.set(2, 'Due', first)
    sheet.set(3, 'Due', second)
    const { edited, leftOut } = read(sheet.text(), review)
    return [...edited.map(({ edit }) => edit.due), ...leftOut.map(({ why }) => why)]
  }
  const same = '2026-12-04'
  expect(dues(same, '18.12.2026')).toEqual(['2026-12-18'])
  expect(dues(same, '18.12.26')).toEqual(['2026-12-18'])
  expect(dues(same, '2026/12/18')).toEqual(['2026-12-18'])
  expect(dues(same, '2026-12-18 00:00:00')).toEqual(['2026-12-18'])
  expect(dues(same, '46374')).toEqual(['2026-12-18'])
  expect(dues(same, '18 Dec 2026')).toEqual(['2026-12-18'])
  expect(dues(same, '12/18/2026')).toEqual(['2026-12-18'])
  expect(dues(same, '18/12/26')).toEqual(['2026-12-18'])
  // A figure above twelve, or a date nobody changed, tells the order for all.
  expect(dues('03/04/2026', '18/12/2026')).toEqual(['2026-04-03', '2026-12-18'])
  expect(dues('03/04/2026', '12/18/2026')).toEqual(['2026-03-04', '2026-12-18'])
  expect(dues('04/12/2026', '05/12/2026')).toEqual(['2026-12-05'])
  expect(dues('12/04/2026', '12/05/2026')).toEqual(['2026-12-05'])
  expect(dues(same, '03/04/2026')).toEqual(['date'])
  expect(dues(same, '05/05/2026')).toEqual(['2026-05-05'])
  expect(dues('31/12/2026', '12/31/2026')).toEqual(['date', 'date'])
  expect(dues(same, '')).toEqual([null])
})

test('[ACT10] whatever text is given, there is an answer, and what it offers is taken', () => {
  const { review } = fullReview()
  const [head = []] = actionTable(review.state())
  const anyCell = fc.oneof(anyText, fc.constantFrom(...Object.keys(review.state().record.actions)))
  const anySheet = fc.array(fc.array(anyCell, { minLength: 1, maxLength: head.length }), { maxLength: 6 })
  fc.assert(
    fc.property(anySheet, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const plan = read(Papa.unparse([[...head], ...rows], { delimiter }), review)
      expect(plan.isPlan).toBe(true)
      const input = { edits: plan.edited.map(({ edit }) => edit), added: plan.added.map(({ add }) => add) }
      if (input.edits.length + input.added.length > 0) expect(review.rule('importActions', input)).toBe('ok')
    }),
    runs,
  )
})
