import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { criterionSchema, rangeOf } from '../../../shared/rubric/criterion'
import { importRubric } from '../../../shared/rubric/import/import-rubric'
import { payloads } from '../../helpers/payloads'
import { makeReview } from '../../helpers/review-maker'

const runs = process.env['REVIEW_ROOM_PROOF'] === '1' ? 20_000 : 300

/** Criteria in short: name, weight, whether parts add up, levels. */
function read(text: string): string[] {
  return importRubric(text).criteria.map(
    ({ name, weight, counts, levels }) =>
      `${name}|${weight}${counts === 'sum' ? '|sum' : ''}|${levels.map(({ points, anchor }) => `${points} ${anchor}`).join('; ')}`,
  )
}
const whyNot = (text: string) => importRubric(text).leftOut.map(({ line, why }) => `${line} ${why}`)

test('[PAN12] lists under a name are levels, whatever they are marked with', () => {
  const wanted = ['Problem|2|0 Not described; 1 Shortly; 2 Well described']
  expect(read('* Problem\n    * 0 points: Not described\n    * 1 point: Shortly\n    * 2 points: Well described')).toEqual(wanted)
  expect(read('## Problem\n\n- 2 pts: Well described\n- 1 pt: Shortly\n- 0 pts: Not described')).toEqual(wanted)
  expect(read('**Problem**\n\n- 0 - Not described\n- 1 - Shortly\n- 2 - Well described')).toEqual(wanted)
  expect(read('Problem:\n- **0** = Not described\n- **1** = Shortly\n- **2** = Well described')).toEqual(wanted)
  expect(read('Problem\n0: Not described\n1: Shortly\n2: Well described')).toEqual(wanted)
  expect(read('### Problem (0-2 points)\n- Not described (0 points)\n- Shortly (1 point)\n- Well described (2 points)')).toEqual(
    wanted,
  )
  expect(read('- Clarity\n  - Poor (1): Unclear\n  - Good (3): Clear to all')).toEqual([
    'Clarity|3|1 Poor: Unclear; 3 Good: Clear to all',
  ])
  expect(read('- Data\n  - 0-2 points: Weak\n  - 3-4 points: Sound')).toEqual(['Data|4|2 0–2: Weak; 4 3–4: Sound'])
})

test('[PAN12] parts that add up are told by their boxes, or by the same points twice', () => {
  expect(read('* Practices\n    * [ ] Unit tests (1 point)\n    * [ ] Linter (1 point)\n    * [x] Pipeline (2 points)')).toEqual([
    'Practices|4|sum|1 Unit tests; 1 Linter; 2 Pipeline',
  ])
  expect(read('* Practices\n    * [ ] Unit tests (1 point)\n    * [ ] Pipeline (2 points)')).toEqual([
    'Practices|3|sum|1 Unit tests; 2 Pipeline',
  ])
  expect(read('* Practices\n    * Unit tests: 1 point\n    * Linter: 1 point')).toEqual([
    'Practices|2|sum|1 Unit tests; 1 Linter',
  ])
})

test('[PAN12] weights are read where they stand; without any a criterion weighs its points', () => {
  const levels = '\n- 0: No\n- 4: Yes'
  for (const name of ['Code (40%)', 'Code (weight: 40)', 'Code - 40 %', '40 % Code', 'Code: 40%', 'Code [weight 40%]'])
    expect(read(`## ${name}${levels}`), name).toEqual(['Code|40|0 No; 4 Yes'])
  expect(read('- Technical implementation (50%)\n- Clarity (30%)\n- Response (20%)')).toEqual([
    'Technical implementation|50|',
    'Clarity|30|',
    'Response|20|',
  ])
  expect(read('criterion,weight\nA,0.25\nB,0.75')).toEqual(['A|25|', 'B|75|'])
  expect(read('criterion,points,anchor\nA,0,No\nA,300,Yes\nB,0,No\nB,100,Yes')).toEqual([
    'A|75|0 No; 300 Yes',
    'B|25|0 No; 100 Yes',
  ])
})

test('[PAN12] tables have a row for each level, or a column for each', () => {
  const wanted = ['Code|60|0 Fails; 2 Runs', 'Talk|40|0 Lost; 2 Clear']
  expect(read('Criterion,Weight,Points,Anchor\nCode,60,0,Fails\nCode,60,2,Runs\nTalk,40,0,Lost\nTalk,40,2,Clear')).toEqual(wanted)
  expect(read('Name;Weight (%);Level;Description\nCode;60 %;2;Runs\n;;0;Fails\nTalk;40 %;0;Lost\n;;2;Clear')).toEqual(wanted)
  expect(read('Criterion\tWeight\t0\t2\nCode\t60\tFails\tRuns\nTalk\t40\tLost\tClear')).toEqual(wanted)
  expect(
    read(
      '| Criterion | Weight | 0 points | 2 points |\n|---|---|---|---|\n| Code | 60 | Fails | Runs |\n| **Talk** | 40 | Lost | Clear |',
    ),
  ).toEqual(wanted)
  expect(read('Criteria,Good,Poor\nCode,Runs,Fails')).toEqual(['Code|2|1 Good: Runs; 2 Poor: Fails'])
  expect(read('Criteria,Excellent,Poor\nCode,Runs,Fails')).toEqual(['Code|2|1 Poor: Fails; 2 Excellent: Runs'])
  expect(importRubric('criterion,points,anchor,pass\nCode,0,Fails,2\nCode,2,Runs,').criteria[0]?.passPoints).toBe(2)
  expect(read('criterion,points,anchor\n"Code, all of it",0,"Fails\nalways"\n,2,\'=SUM(1)')).toEqual([
    'Code, all of it|2|0 Fails always; 2 =SUM(1)',
  ])
})

test('[PAN12] what is no criterion is told, line by line, with why', () => {
  expect(whyNot('# Course\n\nSome words.\n\n<!-- hidden -->\n## Code\n- 0: No\n- 1: Yes\n- See the wiki')).toEqual([
    '1 heading',
    '3 text',
    '5 comment',
    '9 text',
  ])
  expect(whyNot('- 0: No\n- 1: Yes')).toEqual(['1 level', '2 level'])
  expect(importRubric('')).toEqual({ criteria: [], leftOut: [] })
  const many = Array.from({ length: 101 }, (_, at) => `## C${at}\n- 0: No\n- 1: Yes`).join('\n')
  expect(importRubric(many).criteria).toHaveLength(100)
  expect(importRubric(many).leftOut.map(({ why }) => why)).toEqual(['many'])
})

const piece = fc.constantFrom(
  ...[
    '# A',
    '- B',
    '  - 0: x',
    '* [ ] y (1 point)',
    '1 point: z',
    '|a|b|',
    '|-|-|',
    'a,b',
    'criterion,points',
    '**C (9%)**',
    '\t',
    '> q',
  ],
  ...payloads('http://127.0.0.1:1/'),
)

test(`[PAN12] ${runs} texts of any kind: never an error, an answer soon, and whatever is read can be taken`, () => {
  const review = makeReview()
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 60 })), { maxLength: 60 }), (parts) => {
      const { criteria } = importRubric(parts.join('\n'))
      if (criteria.length === 0) return
      const drafts = criteria.map(({ line: _line, ...draft }) => ({ ...draft, levels: [...draft.levels] }))
      for (const draft of drafts) criterionSchema.parse({ ...draft, id: 'c', order: 'a0' })
      expect(review.rule('importRubric', { criteria: drafts, replaces: true })).toBe('ok')
    }),
    { numRuns: runs, seed: 20261127 },
  )
  // Of the processor's time, for others may use it too.
  const began = process.cpuUsage()
  importRubric('- A (9%) - 1 point: '.repeat(60_000))
  importRubric('- A\n  - 0 points: x\n'.repeat(30_000))
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(3)
})

const root = resolve(import.meta.dirname, '../../..')
const real = resolve(root, process.env['REVIEW_ROOM_CORPUS'] || '../shared/corpus', 'capstone/rubric-mlops-zoomcamp.md')
const skip = existsSync(real) ? '' : 'there is no corpus; REVIEW_ROOM_CORPUS names its folder (default ../shared/corpus)'
if (skip) console.log(`skipped, the real rubric: ${skip}`)

test.skipIf(skip)('[PAN12] the real rubric comes in whole: every criterion, every number of points, every anchor', () => {
  const text = readFileSync(real, 'utf8')
  // What a person would copy by hand: the list under its heading, without knowing how the import reads it.
  const lines = text.slice(text.indexOf('## Evaluation Criteria')).split('\n')
  const list = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith('>')),
  )
  const names = list.filter((line) => line.startsWith('* ')).map((line) => line.slice(2).trim())
  const written = list.filter((line) => /^ {4}\* /.test(line)).map((line) => line.slice(6).trim())
  const { criteria, leftOut } = importRubric(text)
  expect(criteria.map(({ name }) => name)).toEqual(names)
  expect(names).toHaveLength(8)
  const told = criteria.flatMap(({ levels }) => levels)
  expect(told).toHaveLength(written.length)
  written.forEach((line, at) => {
    expect(line).toContain(told[at]?.anchor)
    expect(line, told[at]?.anchor).toMatch(new RegExp(`\\b${told[at]?.points} points?\\b`))
  })
  expect(criteria.map(({ counts }) => counts)).toEqual([...Array<string>(7).fill('one'), 'sum'])
  // Its own sum of points.
  expect(criteria.reduce((sum, criterion) => sum + rangeOf(criterion).most, 0)).toBe(33)
  expect(leftOut.some(({ text: words }) => names.includes(words))).toBe(false)
})
