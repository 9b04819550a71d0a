import { expect } from 'vitest'
import * as Y from 'yjs'
import { applyChanges, followRecord, readDesk, readRecord, stillHolds } from '../../shared/record/document'
import { runVerb } from '../../shared/record/run-verb'
import { emptyRecord, type RecordState } from '../../shared/record/state'
import type { VerbInput, VerbName } from '../../shared/record/verbs'
import { unwrap } from '../../shared/result'
import { type Change, invert } from '../../shared/review/change'
import { fullReview } from './full-review'

/** Two windows that have not heard of each other; `meet` brings their work together. */
export function twoWindows() {
  const { review, ids } = fullReview()
  const { people } = review.state().record
  const presenter = Object.values(people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  const made = (changes: readonly Change[]): string => String(changes[0]?.path[1])
  const finding = () => made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Seen', location: 'page 3' }))
  const findings = [finding(), finding(), finding()] as const
  const proposals = ['Wait', 'Stop'].map((statement) => made(review.act('proposeDecision', { statement, outcome: 'hold' })))
  const risk = made(review.act('addRisk', { text: 'The sensor freezes', ownerId: ids.person }))
  let minute = 0
  const windows = [1, 2].map((name) => {
    const copyOf = (doc: Y.Doc) => {
      const copy = new Y.Doc()
      copy.clientID = 1_000 * name + minute++
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return copy
    }
    const docs = { record: copyOf(review.docs.record), desk: copyOf(review.docs.desk) }
    let record: RecordState = emptyRecord
    let last: readonly Change[] = []
    followRecord(docs.record, (next) => (record = next))
    return {
      docs,
      act<Name extends VerbName>(verb: Name, input: VerbInput<Name>, actorId: string | null = null): string {
        const operator = { personId: null, name: 'Ada' }
        const now = Date.UTC(2026, 10, 25, 9, minute++)
        const context = { now, newId: () => `${name}-${minute++}`, actor: { ...operator, personId: actorId }, operator }
        const state = { record, desk: readDesk(docs.desk) }
        last = unwrap(runVerb(verb, state, input, context))
        applyChanges(docs, last, 'test')
        return made(last)
      },
      /** Takes the last act back, if what it wrote still stands; once more, and it is done again. */
      undo(): boolean {
        if (!last.every((change) => stillHolds(docs, change))) return false
        last = invert(last)
        applyChanges(docs, last, 'test')
        return true
      },
      record: () => record,
      desk: () => readDesk(docs.desk),
    }
  })
  const [one, two] = windows
  if (!one || !two) throw new Error('two windows')
  const meet = (): RecordState => {
    for (const doc of ['record', 'desk'] as const) {
      Y.applyUpdate(one.docs[doc], Y.encodeStateAsUpdate(two.docs[doc]))
      Y.applyUpdate(two.docs[doc], Y.encodeStateAsUpdate(one.docs[doc]))
    }
    expect(one.record(), 'both read the same').toEqual(two.record())
    expect(readRecord(one.docs.record), 'whoever reads anew reads the same').toEqual(one.record())
    return one.record()
  }
  return { one, two, meet, ids: { ...ids, presenter, findings, proposals, risk } }
}
