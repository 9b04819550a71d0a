import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyChanges, followRecord } from '../../../shared/record/document'
import type { RecordState } from '../../../shared/record/state'
import { create, edit, remove } from '../../../shared/review/change'
import { personSchema } from '../../../shared/review/people'

const person = (id: string) => personSchema.parse({ id, order: 'a0', name: id })

test('a followed state shows what is created, edited and removed, and keeps the rest as the same objects', () => {
  const docs = { record: new Y.Doc(), desk: new Y.Doc() }
  const states: RecordState[] = []
  const stop = followRecord(docs.record, (state) => states.push(state))
  const [ann, ben] = [person('Ann'), person('Ben')]
  applyChanges(docs, [create('people', ann), create('people', ben)], 'test')
  const before = states.at(-1)
  applyChanges(docs, edit('people', ann, { name: 'Anna' }), 'test')
  expect(states.at(-1)?.people['Ann']?.name).toBe('Anna')
  expect(states.at(-1)?.people['Ben']).toBe(before?.people['Ben'])
  applyChanges(docs, [remove('people', ben)], 'test')
  expect(Object.keys(states.at(-1)?.people ?? {})).toEqual(['Ann'])
  stop()
  applyChanges(docs, [create('people', ben)], 'test')
  expect(states).toHaveLength(4)
})
