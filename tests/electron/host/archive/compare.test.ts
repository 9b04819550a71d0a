import type { JSONContent } from '@tiptap/core'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { applyChanges, valueAt } from '../../../../shared/record/document'
import type { RecordState } from '../../../../shared/record/state'
import type { Json } from '../../../../shared/review/change'
import { differences, type Files } from '../../../helpers/compare-bundles'
import { type FullReview, fullReview } from '../../../helpers/full-review'
import { paragraph } from '../../../helpers/review-maker'
import { filesOf, newPlace, saveReview, storeBytes } from '../../helpers/bundles'

const record = 'data/record/review.json/record'

/** Minutes with every kind of thing that can be changed in them. */
const notes = {
  words: paragraph('The error doubles above 80 %.', 1_795_500_000_000),
  mark: { type: 'paragraph', content: [{ type: 'text', text: 'Agreed by all', marks: [{ type: 'bold' }] }] },
  table: { type: 'table', content: [{ type: 'tableRow', content: [cell('North'), cell('4.1')] }] },
} satisfies Record<string, JSONContent>

function cell(text: string): JSONContent {
  return { type: 'tableCell', content: [paragraph(text)] }
}

async function bundle(change: (full: FullReview) => void = () => undefined, written: Partial<typeof notes> = {}): Promise<Files> {
  const full = fullReview()
  const place = newPlace()
  full.materials.forEach((bytes) => storeBytes(place.materialsFolder, bytes))
  full.review.write(full.ids.item, ...Object.values({ ...notes, ...written }))
  change(full)
  return filesOf((await saveReview(full.review, place)).path)
}

/** A field of one thing in a collection (the first, or the one whose id is named), the value it gets instead, and what of it is named. */
const fields: [collection: keyof RecordState, id: keyof FullReview['ids'] | null, field: string, value: Json, deep?: string][] = [
  ['review', null, 'title', 'Another title'],
  ['review', null, 'subject', 'Another subject'],
  ['review', null, 'version', '2.1.1'],
  ['review', null, 'kind', 'inspection'],
  ['review', null, 'objectives', 'Something else'],
  ['review', null, 'decisionSought', 'Something else?'],
  ['review', null, 'purpose', 'Something else'],
  ['review', null, 'takeaways', 'Nothing'],
  ['review', null, 'impact', 'None'],
  ['review', null, 'scheduledStart', 5],
  ['people', 'person', 'name', 'Somebody'],
  ['people', 'person', 'roles', ['observer'], '0'],
  ['people', 'person', 'attendance', 'regrets'],
  ['checklist', 'check', 'doneAt', null],
  ['gateCriteria', 'criterion', 'text', 'Else'],
  ['gateCriteria', 'criterion', 'status', 'met'],
  ['gateCriteria', 'criterion', 'evidence', 'Else'],
  ['gateCriteria', 'criterion', 'decidedAt', 7],
  ['preparations', 'person', 'materialIds', []],
  ['preparations', 'person', 'spentMs', 60_000],
  ['preparations', 'person', 'outcome', 'insufficient'],
  ['preparations', 'person', 'note', 'Else'],
  ['preparedQuestions', 'prepared', 'text', 'Else'],
  ['preparedQuestions', 'prepared', 'answer', 'Else'],
  ['preparedQuestions', 'prepared', 'usedAt', null],
  ['agenda', 'item', 'title', 'Else'],
  ['agenda', 'item', 'order', 'z9'],
  ['agenda', 'item', 'kind', 'break'],
  ['agenda', 'item', 'plannedMs', 60_000],
  ['agenda', 'item', 'internal', true],
  ['agenda', 'item', 'status', 'deferred'],
  ['agenda', 'item', 'presenterId', 'nobody'],
  ['agenda', 'item', 'materialIds', []],
  ['materials', 'material', 'name', 'Other.csv'],
  ['materials', 'material', 'sha512', '0'.repeat(128)],
  ['timer', null, 'at', 7],
  ['questions', null, 'answeredAt', 7],
  ['parking', null, 'text', 'Else'],
  ['feedback', 'feedback', 'text', 'Else'],
  // FB17: side and force of feedback are read by its label, so that a side alone is no other content, and a label without force changes more.
  ['preparedQuestions', 'prepared', 'side', 'presenter'],
  ['feedback', 'feedback', 'label', 'suggestion'],
  ['feedback', 'feedback', 'status', 'closed'],
  ['feedback', 'feedback', 'force', 'if-minor'],
  ['feedback', 'feedback', 'authorId', null],
  ['decisions', 'decision', 'outcome', 'rework'],
  ['decisions', 'decision', 'statement', 'Else'],
  ['decisions', 'decision', 'because', 'Else'],
  ['decisions', 'decision', 'dissent', 'None'],
  ['decisions', 'decision', 'deciderIds', ['id-2'], '0'],
  ['decisions', 'decision', 'waivers', []],
  ['conditions', 'condition', 'text', 'Else'],
  ['actions', 'action', 'what', 'Else'],
  ['actions', 'action', 'ownerId', null],
  ['actions', 'action', 'due', '2027-01-01'],
  ['actions', 'action', 'verifierId', 'nobody'],
  ['actions', 'action', 'status', 'completed'],
  ['actions', 'action', 'source', { kind: 'review', id: null }, 'kind'],
]

test('[ARC7] two bundles of the same content are equal to the comparison', async () => {
  expect(differences(await bundle(), await bundle())).toEqual([])
})

test('[ARC7] one field changed in any class of field is named by the comparison', async () => {
  const before = await bundle()
  for (const [collection, named, field, value, deep] of fields) {
    const after = await bundle(({ review: { docs }, ids }) => {
      const entities = docs.record.getMap<Y.Map<unknown>>(collection)
      const id = named === null ? String([...entities.keys()][0]) : ids[named]
      expect(entities.get(id)?.has(field), `${collection} ${field}`).toBe(true)
      const at = { doc: 'record', path: [collection, id, field] } as const
      applyChanges(docs, [{ ...at, before: valueAt(docs, at), after: value }], 'test')
      // DEC14: what an accepted decision says is what was accepted.
      const acceptance = collection === 'decisions' && docs.record.getMap<Y.Map<unknown>>('acceptances').get(id)
      if (acceptance) acceptance.set('decision', { ...(acceptance.get('decision') as object), [field]: value })
    })
    const found = differences(before, after).filter((line) => line.startsWith(`${record}/`))
    const at = deep === undefined ? `/${field}` : `/${field}/${deep}`
    expect(
      found.find((line) => line.startsWith(`${record}/${collection}/`) && line.includes(at)),
      `${collection} ${field}: ${found.join('; ')}`,
    ).toBeDefined()
    // Nothing else was changed; a new order moves whole entities.
    if (field !== 'order')
      expect(
        found.filter((line) => !line.includes(`/${field}`)),
        field,
      ).toEqual([])
  }
  expect(new Set(fields.map(([collection]) => collection)).size).toBeGreaterThanOrEqual(11)
}, 60_000)

test('[ARC7] one change of text, mark, stamp or cell in the minutes is named by the comparison', async () => {
  const before = await bundle()
  const { words, mark, table } = notes
  const changes: [Partial<typeof notes>, RegExp][] = [
    [{ words: { ...words, content: [{ type: 'text', text: 'The error halves.' }] } }, /content\/0\/text: "The error doubles/],
    [{ words: { ...words, attrs: { ...words.attrs, at: 1_795_500_000_001 } } }, /attrs\/at: 1795500000000 or 1795500000001$/],
    [{ words: { ...words, attrs: { ...words.attrs, by: 'Bea' } } }, /attrs\/by: "Ada" or "Bea"$/],
    [{ mark: { ...mark, content: [{ type: 'text', text: 'Agreed by all', marks: [{ type: 'italic' }] }] } }, /marks\/0/],
    [{ mark: { ...mark, content: [{ type: 'text', text: 'Agreed by all', marks: [] }] } }, /marks: only in one$/],
    [{ table: { ...table, content: [{ type: 'tableRow', content: [cell('North'), cell('4.2')] }] } }, /"4\.1" or "4\.2"$/],
  ]
  for (const [written, expected] of changes) {
    const found = differences(before, await bundle(undefined, written))
    const named = found.filter((line) => line.startsWith('data/record/review.json/minutes/'))
    expect(named.length, String(expected)).toBeGreaterThan(0)
    expect(
      named.find((line) => expected.test(line)),
      named.join('\n'),
    ).toBeDefined()
  }
})

test('[ARC7] every leaf of every JSON file, every line of the log and every byte of the rest is compared', async () => {
  const before = await bundle()
  let leaves = 0
  for (const [path, bytes] of before) {
    const differing = (changed: string | Uint8Array) => differences(before, new Map(before).set(path, Buffer.from(changed)))
    expect(differences(before, new Map([...before].filter(([each]) => each !== path)))).toEqual([`${path}: only in one`])
    if (!path.endsWith('.json')) {
      const text = Buffer.from(bytes).toString()
      const isLog = path.endsWith('.jsonl')
      const changed = isLog
        ? text.replace(/[0-9a-f](?=[^0-9a-f]*\n$)/, 'x')
        : Buffer.from(bytes).map((byte, at) => (at === 0 ? byte ^ 1 : byte))
      expect(differing(changed), path).toHaveLength(1)
      if (isLog) expect(differing(text.replace(/.*\n$/, '')), path).not.toEqual([])
      continue
    }
    const text = Buffer.from(bytes).toString()
    const count = changeLeaf(text, -1).leaves
    leaves += count
    for (let at = 0; at < count; at++) expect(differing(changeLeaf(text, at).text), `${path}, leaf ${at}`).toHaveLength(1)
  }
  expect(leaves).toBeGreaterThan(500)
}, 60_000)

/** The JSON with its leaf number `wanted` changed; leaves are found by JSON itself, not by the comparison's own walk. */
function changeLeaf(text: string, wanted: number): { text: string; leaves: number } {
  let leaves = 0
  const value: unknown = JSON.parse(text, (_key, each: unknown) => {
    if (typeof each === 'object' && each !== null) return each
    return leaves++ === wanted ? 'changed' : each
  })
  return { text: JSON.stringify(value), leaves }
}
