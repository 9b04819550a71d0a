import * as Y from 'yjs'
import { createStore } from 'zustand'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import type { Actor } from '../../../shared/context'
import { applyChanges, readDesk, readRecord } from '../../../shared/record/document'
import { runVerb } from '../../../shared/record/run-verb'
import type { RecordState } from '../../../shared/record/state'
import type { VerbInput, VerbName } from '../../../shared/record/verbs'
import type { Change } from '../../../shared/review/change'

/** What screens need of an open review: its state and its verbs, without any storage. */
export function plainSession(changes: readonly Change[]): {
  readonly session: ReviewSession
  readonly record: () => RecordState
  readonly act: <Name extends VerbName>(name: Name, input: VerbInput<Name>) => string
} {
  const docs = { record: new Y.Doc(), desk: new Y.Doc() }
  const minutes = new Y.Doc()
  applyChanges(docs, changes, 'test')
  const someone = { personId: null, name: 'Ada' }
  let count = 0
  let actingAsId: string | null = null
  const snapshot = () => ({ record: readRecord(docs.record), desk: readDesk(docs.desk), access: 'editing', actingAsId })
  const store = createStore(snapshot)
  const named = (personId: string): Actor => ({ personId, name: store.getState().record.people[personId]?.name ?? '' })
  const acting = (): Actor => (actingAsId === null ? someone : named(actingAsId))
  function act<Name extends VerbName>(name: Name, input: VerbInput<Name>, _alongside?: () => void, actor: Actor = acting()) {
    const context = { now: 1_800_000_000_000 + count++, newId: () => `new-${count++}`, actor, operator: someone }
    const result = runVerb(name, { record: readRecord(docs.record), desk: readDesk(docs.desk) }, input, context)
    if (result.ok) {
      applyChanges(docs, result.value, 'test')
      store.setState(snapshot(), true)
    }
    return result
  }
  return {
    session: {
      ...{ reviewId: 'r', store, act },
      actFor: (personId: string, name: VerbName, input: never) => act(name, input, undefined, named(personId)),
      actAs(personId: string | null) {
        actingAsId = personId
        store.setState(snapshot(), true)
      },
      docs: { ...docs, minutes },
    } as unknown as ReviewSession,
    record: () => store.getState().record,
    act(name, input) {
      const result = act(name, input)
      return result.ok ? 'ok' : result.error.rule
    },
  }
}
