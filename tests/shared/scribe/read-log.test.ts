import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLog } from '../../../shared/scribe/read-log'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const RUNS = isProof ? 20_000 : 500

const shown = (text: string) =>
  readLog(text).topics.map(({ title, blocks }) => [
    title,
    ...blocks.map(
      (block) => `${block.kind === 'text' ? '' : `${block.kind}: `}${block.speaker && `${block.speaker}: `}${block.text}`,
    ),
  ])

test('[SCR9] the log of a channel: times, nicks, what is said to programs, corrections', () => {
  const text = [
    '10:01 <zakim> agenda+ Pumps',
    '10:02 <ada> present+ Ada, Ben Okri',
    '10:02 <ben> regrets+ Cleo',
    '10:03 <ada> Topic: Pumps',
    '10:03 <ada> the pmup hums',
    '10:04 <ada> ... at night',
    '10:04 <ben> s/pmup/pump/',
    '10:05 <ada> ACTION: Ben to measure by Friday',
    '10:06 <ada> RESOLVED: buy another',
    '10:07 <ben> s/never said/so/',
    '10:08 <ben> q+',
  ].join('\n')
  const { rolls, leftOut } = readLog(text)
  expect(rolls).toEqual({ present: ['Ada', 'Ben Okri'], regrets: ['Cleo'], chair: [], scribe: [] })
  expect(shown(text)).toEqual([
    ['Pumps', 'ada: the pump hums', 'ada: ... at night', 'action: ada: Ben to measure by Friday', 'decision: ada: buy another', '10:07 <ben> s/never said/so/'],
  ]) // prettier-ignore
  expect(leftOut.map(({ line, why }) => [line, why])).toEqual([
    [1, 'command'],
    [7, 'corrected'],
    [11, 'command'],
  ])
})

test('[SCR9] Markdown with headings, rolls in stress, an agenda that is no text', () => {
  const text = `## Board meeting minutes
##### 24 November 2026

*Present:* Ada Lovelace (remote), Ben & Cleo
Regrets: none
Chair: Ada
Scribes:
 * morning: Ben
 * afternoon: Cleo

---

Agenda:

* Pumps
  - inlet

### [Pumps](https://example.org/1)

Ada: it hums
…at night

**ACTION** Ben to measure
[ACTION: Cleo to ask]
**Resolution:** We wait.

### Next
* a point
`
  const { rolls, leftOut } = readLog(text)
  expect(rolls).toEqual({ present: ['Ada Lovelace', 'Ben', 'Cleo'], regrets: [], chair: ['Ada'], scribe: ['Ben', 'Cleo'] })
  expect(shown(text)).toEqual([
    [
      'Pumps',
      '[Pumps](https://example.org/1)',
      'Ada: it hums',
      '…at night',
      'action: Ben to measure',
      'action: Cleo to ask',
      'decision: We wait.',
    ],
    ['Next', '* a point'],
  ])
  expect(leftOut.map(({ why }) => why)).toEqual(['about', 'about', 'rule', 'agenda', 'agenda', 'agenda'])
})

test('[SCR9] names in stress before what they say, and quoted lines of a channel', () => {
  const text = `__ada:__ it hums
> **ben** [ group looks ]
> **ben** RESOLUTION: we wait
*cleo:* so it does
*not a name* but stress
<a name="x"/>
__Topic:__ Noise
dan: resolved: tea`
  expect(shown(text)).toEqual([
    ['', 'ada: it hums', 'ben: [ group looks ]', 'decision: ben: we wait', 'cleo: so it does', '*not a name* but stress'],
    ['Noise', 'decision: dan: tea'],
  ])
})

test('[SCR9] plain lines: labels over lists of names, topics by word, links that are no speaker', () => {
  const text = `Present:
Ada
Ben

Subtopic: Pumps
https://example.org/a says it
mail: see https://example.org
Action-12: Ada to ask
PROPOSED RESOLUTION: wait`
  expect(readLog(text).rolls.present).toEqual(['Ada', 'Ben'])
  expect(shown(text)).toEqual([
    ['Pumps', 'https://example.org/a says it', 'mail: see https://example.org', 'action: Ada to ask', 'PROPOSED RESOLUTION: wait'],
  ]) // prettier-ignore
})

test('[SCR10] every line of any text is part of what was read or is told with why, and no word is lost', () => {
  let count = 0
  const words = fc.constantFrom(
    ...'Ada Ben: Topic: ACTION: RESOLVED: ... Present: regrets+ # ### * - > ** __ <ada> s/a/b/ 10:02 [ ] Agenda: --- the pump q+ 測る'.split(' '),
  ) // prettier-ignore
  const line = fc.oneof(
    fc.array(words, { maxLength: 7 }).map((each) => each.join(' ')),
    fc.string({ maxLength: 30 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const text = lines.join('\n')
      const { rollLines, topics, leftOut } = readLog(text)
      const blocks = topics.flatMap((topic) => topic.blocks)
      const placed = new Set([...topics, ...rollLines, ...blocks, ...leftOut].map((each) => each.line))
      count += lines.length
      const wanted = text.split(/\r\n|\n|\r/).flatMap((each, at) => (each.replace(/^\ufeff/, '').trim() === '' ? [] : [at + 1]))
      expect([...placed].filter((at) => at > 0).sort((a, b) => a - b)).toEqual(wanted)
      const all = JSON.stringify([rollLines, topics, leftOut])
      if (!text.includes('s/')) for (const word of text.match(/Ada|Ben|pump|測る/g) ?? []) expect(all).toContain(word)
    }),
    { numRuns: RUNS, seed: 20261127 },
  )
  if (isProof)
    console.log(`= scribe's logs: ${RUNS} random logs of ${count} lines, 0 lines neither placed nor told, 0 words lost`)
})

test('[SCR11] a correction changes the nearest line above under the same topic; one that finds none stays', () => {
  const text = `Topic: Noise
Ada: the pomp hums
Ben: the pomp is old
s/pomp/pump/
s/p/q/g
s/kettle/pot/
Topic: Cost
s/hums/sings/`
  expect(shown(text)).toEqual([
    ['Noise', 'Ada: the pomp hums', 'Ben: the qumq is old', 's/kettle/pot/'],
    ['Cost', 's/hums/sings/'],
  ])
})

test('[SCR12] whatever is given, there is an answer soon', () => {
  const hostile = [
    'x'.repeat(1_000_000),
    'Ada: so\n'.repeat(1_300_000),
    `${'a '.repeat(9_000)}\n`.repeat(500),
    `${'*'.repeat(19_000)}\n`.repeat(100),
    `ACTION: ${' '.repeat(19_000)}\n`.repeat(100),
    `${'[Present ('.repeat(1_900)}\n`.repeat(100),
    `a\n${'s/a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/g\n'.repeat(5_000)}`,
    `# ${'['.repeat(19_000)}\n# ${'<'.repeat(19_000)}\nPresent: ${'(,'.repeat(9_000)}\n`.repeat(50),
    '\n'.repeat(10_000_000),
  ]
  // What is looked for without end does not come back within the time of a test.
  for (const text of hostile) expect(readLog(text).topics.length, text.slice(0, 20)).toBeLessThanOrEqual(20_000)
  const { leftOut } = readLog(`${'x'.repeat(1_000_000)}\nAda: so`)
  expect(leftOut.map(({ line, why }) => [line, why])).toEqual([[1, 'long']])
})
