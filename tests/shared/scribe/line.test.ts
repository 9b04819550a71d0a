import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from '../../../shared/scribe/dates'
import { readLine } from '../../../shared/scribe/line'
import { matchPerson } from '../../../shared/scribe/names'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const RUNS = isProof ? 20_000 : 300

const people = [
  { id: 'ada', name: 'Ada Lovelace' },
  { id: 'ben', name: 'Ben Okri (bo)' },
  { id: 'ana', name: 'Ana María Núñez' },
  { id: 'anna', name: 'Anna Schmidt' },
  { id: 'anna2', name: 'Anna Weiß' },
  { id: 'adil', name: 'عادل حسن' },
  { id: 'tanaka', name: '田中 一郎' },
  { id: 'jp', name: 'Jean-Paul Martin' },
]
/** A Wednesday. */
const around = { people, today: '2026-11-25' }

const act = (what: string, ownerId: string | null, due: string | null) => ({ kind: 'action', what, ownerId, due, unknown: null })
const owned = (what: string, due: string | null) => act(what, 'ada', due)
const person = (id: string | null): unknown => expect.objectContaining({ id })
const came = (attendance: string, ...ids: (string | null)[]) => ({
  kind: 'attendance',
  attendance,
  people: ids.map(person),
})

// Lines as a scribe types them, with what each must become; null: the line is only text.
test.each<[string, object | null]>([
  // Actions: name, words, date.
  ['ACTION: Ada Lovelace to measure again by 2026-12-04', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by Friday', owned('measure again', '2026-11-27')],
  ['action: ada to measure again by tomorrow.', owned('measure again', '2026-11-26')],
  ['Action: LOVELACE to measure again by next Friday', owned('measure again', '2026-12-04')],
  ['ACTION: AL to measure again by next week', owned('measure again', '2026-12-02')],
  ['ACTION: Ada L. to measure again', owned('measure again', null)],
  ['ACTION: Ada_Lovelace to measure again', owned('measure again', null)],
  ['ACTION: Ada to measure again by Wednesday', owned('measure again', '2026-12-02')],
  ['ACTION: Ada to measure again by end of month', owned('measure again', '2026-11-30')],
  ['ACTION: Ada to measure again by the end of the week', owned('measure again', '2026-11-27')],
  ['ACTION: Ada to measure again by end of year', owned('measure again', '2026-12-31')],
  ['ACTION: Ada to measure again by 4 Dec', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by Dec 4', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by Dec. 4, 2027', owned('measure again', '2027-12-04')],
  ['ACTION: Ada to measure again by the 4th of December', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by 3 March', owned('measure again', '2027-03-03')],
  ['ACTION: Ada to measure again by 4.12.2026', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by 4.12.', owned('measure again', '2026-12-04')],
  ['ACTION: Ada to measure again by 29.2.2028', owned('measure again', '2028-02-29')],
  ['ACTION: Ada to measure again by 25/12/2026', owned('measure again', '2026-12-25')],
  ['ACTION: Ada to measure again in the north by in two weeks', owned('measure again in the north', '2026-12-09')],
  ['ACTION: Ada: measure again - due 2026-12-04', owned('measure again', '2026-12-04')],
  ['ACTION: Ada: measure again – due Friday', owned('measure again', '2026-11-27')],
  ['ACTION: Ada to measure again (due 4 Dec)', owned('measure again', '2026-12-04')],
  // Other people and other scripts.
  ['ACTION: bo to call the supplier', act('call the supplier', 'ben', null)],
  ['ACTION: @bo to call the supplier', act('call the supplier', 'ben', null)],
  ['ACTION: ana maria nunez to sign', act('sign', 'ana', null)],
  ['ACTION: Anna Weiss to sign', { ...act('Anna Weiss to sign', null, null), unknown: { name: 'Anna Weiss', what: 'sign' } }],
  ['ACTION: Anna Weiß to sign', act('sign', 'anna2', null)],
  ['ACTION: Jean-Paul to sign', act('sign', 'jp', null)],
  ['ACTION: عادل: قياس الشمال - due 2026-12-04', act('قياس الشمال', 'adil', '2026-12-04')],
  ['ACTION: \u200Fعادل حسن\u200F to measure', act('measure', 'adil', null)],
  ['ACTION： 田中： 北を測る - due 12月4日', act('北を測る', 'tanaka', '2026-12-04')],
  ['ACTION: 田中 一郎 to measure by 2026年12月4日', act('measure', 'tanaka', '2026-12-04')],
  // What cannot be read stays in the words.
  ['ACTION: measure again', act('measure again', null, null)],
  [
    'ACTION: Zed to measure by Friday',
    { ...act('Zed to measure', null, '2026-11-27'), unknown: { name: 'Zed', what: 'measure' } },
  ],
  ['ACTION: Anna to sign', act('Anna to sign', null, null)],
  ['ACTION: Ada and bo to sign', act('Ada and bo to sign', null, null)],
  ['ACTION: Ada to sign by 31 Feb', owned('sign by 31 Feb', null)],
  ['ACTION: Ada to sign by 2026-13-01', owned('sign by 2026-13-01', null)],
  ['ACTION: Ada to sign by 29.2.2027', owned('sign by 29.2.2027', null)],
  ['ACTION: Ada to sign by 4/12/2026', owned('sign by 4/12/2026', null)],
  ['ACTION: Ada to replace it by a sensor', owned('replace it by a sensor', null)],
  ['ACTION: Ada to ship by 4.12', owned('ship by 4.12', null)],
  ['ACTION: Ada to stand by the team by Friday', owned('stand by the team', '2026-11-27')],
  ['ACTION: Ada to by Friday', owned('by Friday', null)],
  ['ACTION: go to the north to measure', act('go to the north to measure', null, null)],
  // Decisions and findings.
  ['DECISION: Version 2.1 replaces 1.8', { kind: 'decision', text: 'Version 2.1 replaces 1.8' }],
  ['Resolved: wait for spring', { kind: 'decision', text: 'wait for spring' }],
  ['RESOLUTION: 採用する', { kind: 'decision', text: '採用する' }],
  ['ISSUE: leakage in features', { kind: 'finding', label: 'issue', text: 'leakage in features' }],
  ['QUESTION: why MAE?', { kind: 'finding', label: 'question', text: 'why MAE?' }],
  ['SUGGESTION: split by time', { kind: 'finding', label: 'suggestion', text: 'split by time' }],
  ['RISK: supplier: late', { kind: 'finding', label: 'risk', text: 'supplier: late' }],
  ['LESSON: قس مرتين', { kind: 'finding', label: 'lesson', text: 'قس مرتين' }],
  // Attendance and queue.
  ['present+ Ada, bo', came('present', 'ada', 'ben')],
  ['Present+ Ada bo', came('present', 'ada', 'ben')],
  ['present+', came('present')],
  ['present+ Zed', came('present', null)],
  ['regrets+ Anna Schmidt and Jean-Paul', came('regrets', 'anna', 'jp')],
  ['late+ 田中、Ada', came('late', 'tanaka', 'ada')],
  ['left+ Ada', came('left', 'ada')],
  ['present- Ada', came('left', 'ada')],
  ['q+', { kind: 'queue', person: null, text: '' }],
  ['q+ Ada', { kind: 'queue', person: person('ada'), text: '' }],
  ['q+ Ada to ask why', { kind: 'queue', person: person('ada'), text: 'ask why' }],
  ['q+ to ask why', { kind: 'queue', person: null, text: 'ask why' }],
  ['q- Ada', { kind: 'unqueue', person: person('ada') }],
  // Corrections.
  ['s/nroth/north/', { kind: 'correct', old: 'nroth', new: 'north', isEverywhere: false }],
  ['s/a\\/b/c\\\\d/g', { kind: 'correct', old: 'a/b', new: 'c\\d', isEverywhere: true }],
  ['s/very //', { kind: 'correct', old: 'very ', new: '', isEverywhere: false }],
  ['s/北/南/', { kind: 'correct', old: '北', new: '南', isEverywhere: false }],
  // Only text.
  ['\\ACTION: Ada to measure', null],
  ['ACTION:', null],
  ['ACTION', null],
  ['The ACTION: was long', null],
  ['Action was taken', null],
  ['Question: who pays?', null],
  ['issue: none', null],
  ['They were present+ and late', null],
  ['presents+ Ada', null],
  ['s/he said so', null],
  ['s//north/', null],
  ['q', null],
  ['', null],
])('[SCR1] %s', (line, expected) => {
  const meaning = readLine(line, around)
  if (expected === null) expect(meaning).toBeNull()
  else expect(meaning).toMatchObject(expected)
})

test.each([
  ['ACTION: Ada to sign by 31 Feb', '31 feb is not in the calendar. The action has no date yet.'],
  ['ACTION: Ada to sign by 4/12/2026', '4/12/2026 can be read two ways; write it as 2026-MM-DD. The action has no date yet.'],
  ['ACTION: Zed to sign', 'Nobody here is called Zed.'],
  ['ACTION: Anna to sign', 'Anna can be more than one person here. The action has no owner yet.'],
  ['ACTION: Ada and bo to sign', 'An action has one owner. It has none yet.'],
  ['ACTION: Ada to sign by Friday', ''],
])('[SCR5] what of %s could not be read is told', (line, hint) => {
  expect(readLine(line, around)).toMatchObject({ hint })
})

test('[SCR5] every word of a line that makes a record is in the record', () => {
  let records = 0
  const words = fc.constantFrom(
    ...'ACTION: Ada to Zed by Friday by 31 Feb : - due north DECISION: \\ measure. 4.12. عادل'.split(' '),
  )
  const anyLine = fc.tuple(fc.constantFrom('ACTION: ', 'RISK: ', 'RESOLVED:', ''), fc.array(words, { maxLength: 9 }))
  fc.assert(
    fc.property(anyLine, ([keyword, rest]) => {
      const meaning = readLine(keyword + rest.join(' '), around)
      // Else the line stays as it is typed.
      if (meaning) records++
      if (meaning?.kind === 'decision' || meaning?.kind === 'finding') {
        const behind = keyword === '' ? rest.slice(1) : rest
        expect(meaning.text.split(/\s+/)).toEqual(behind)
      }
      if (meaning?.kind !== 'action') return
      // Owner and date stand for the words that name them; all else is in the words of the action.
      const kept = new Set(meaning.what.split(/\s+/).map((word) => word.replace(/[.。]$/, '')))
      const lost = keyword === '' ? [] : rest.filter((word) => word !== '' && !kept.has(word.replace(/[.。]$/, '')))
      const said = [
        ...(meaning.ownerId ? ['Ada', 'عادل', 'to', ':'] : []),
        ...(meaning.due ? ['by', 'due', '-', 'Friday', '4.12.'] : []),
      ]
      expect(lost.filter((word) => !said.includes(word))).toEqual([])
    }),
    { numRuns: RUNS, seed: 20261127 },
  )
  expect(records).toBeGreaterThan(RUNS / 10)
  if (isProof) console.log(`= scribe's lines: ${RUNS} random lines, ${records} of them records, 0 words lost`)
})

test('[SCR2] a finding needs capitals, an action and a decision do not', () => {
  const kinds = ['Risk: x', 'risk: x', 'RISK: x', 'action: x', 'Resolution: x'].map((line) => readLine(line, around)?.kind)
  expect(kinds).toEqual([undefined, undefined, 'finding', 'action', 'decision'])
})

test.each([
  ['Ada Lovelace', 'ada'], ['lovelace', 'ada'], ['ADA', 'ada'], ['al', 'ada'], ['A.L.', 'ada'], ['Bo', 'ben'], ['Ben Okri', 'ben'], ['nuñez', 'ana'],
  ['Ana', 'ana'], ['schmidt', 'anna'], ['田中', 'tanaka'], ['Anna', 'several'], ['Zed', 'nobody'], ['', 'nobody'], ['Ada Okri', 'nobody'],
])('[SCR3] %s names %s', (words, who) => {
  const match = matchPerson(words, people)
  expect(match.kind === 'one' ? match.id : match.kind).toBe(who)
}) // prettier-ignore

test.each([
  ['2026-12-25', 'today', '2026-12-25'], ['2026-12-25', 'Monday', '2026-12-28'], ['2026-12-25', 'Friday', '2027-01-01'],
  ['2026-12-25', 'next Monday', '2026-12-28'], ['2026-12-27', 'end of week', '2027-01-01'], ['2026-01-31', 'next month', '2026-02-28'],
  ['2026-12-25', '24 December', '2027-12-24'], ['2026-12-25', 'in 3 days', '2026-12-28'], ['2026-12-25', 'a month', '2027-01-25'],
  ['2026-12-25', 'the end of next month', '2027-01-31'], ['2026-06-01', 'Feb 29', 'wrong'], ['2028-01-10', 'Feb 29', '2028-02-29'],
  ['2026-12-25', '2026-11-31', 'wrong'], ['2026-12-25', '0 Dec', 'wrong'], ['2026-12-25', '32 Dec', 'wrong'], ['2026-12-25', 'the team', 'none'],
  ['2026-12-25', 'may', 'none'], ['2026-12-25', '4.12', 'none'],
])('[SCR4] on %s, "%s" is %s', (today, words, expected) => {
  const reading = readDate(words, today)
  expect(reading.kind === 'date' ? reading.date : reading.kind).toBe(expected)
}) // prettier-ignore
