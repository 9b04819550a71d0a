import { getSchema, type JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Actor, Context } from '../../shared/context'
import { minutesExtensions } from '../../shared/minutes/extensions'
import { minutesFragment } from '../../shared/minutes/fragments'
import { loggedContext } from '../../shared/record/anonymity'
import type { DocId, LogLine } from '../../shared/record/commit'
import { applyChanges, followDesk, followRecord } from '../../shared/record/document'
import { headsOf, logLine } from '../../shared/record/log'
import { runVerb } from '../../shared/record/run-verb'
import { emptyDesk, emptyRecord, type ReviewState } from '../../shared/record/state'
import type { VerbInput, VerbName } from '../../shared/record/verbs'
import { unwrap } from '../../shared/result'
import type { Change } from '../../shared/review/change'
import { sampleReview } from '../../shared/templates/sample'

export interface MadeReview {
  readonly docs: Readonly<Record<DocId, Y.Doc>>
  readonly log: LogLine[]
  state(): ReviewState
  /** Runs a verb, as the session does; answers its changes. */
  act<Name extends VerbName>(name: Name, input: VerbInput<Name>): Change[]
  /** Runs a verb on behalf of that person. */
  actAs<Name extends VerbName>(personId: string, name: Name, input: VerbInput<Name>): Change[]
  /** Runs a verb by these hands without keeping anything; answers the rule that refuses it, or `ok`. */
  rule<Name extends VerbName>(name: Name, input: VerbInput<Name>, operator?: Actor): string
  /** Puts nodes at the end of an item's minutes. */
  write(itemId: string | null, ...nodes: JSONContent[]): void
  parts(): { docId: DocId; update: Uint8Array }[]
}

const START = Date.UTC(2026, 10, 24, 9, 0)

/** The sample review without window or storage; the same for the same `seed`, down to the bytes of its documents. */
export function makeReview(seed = 1): MadeReview {
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  const context = (): Context => ({
    now: START + seed * 1_000_000 + count++ * 1_000,
    newId: () => `id-${seed}-${count++}`,
    actor: someone,
    operator: someone,
  })
  const docs = { record: docOf(seed * 10 + 1), minutes: docOf(seed * 10 + 2), desk: docOf(seed * 10 + 3) }
  const log: LogLine[] = []
  let followed: ReviewState = { record: emptyRecord, desk: emptyDesk }
  followRecord(docs.record, (record) => (followed = { ...followed, record }))
  followDesk(docs.desk, (desk) => (followed = { ...followed, desk }))
  const state = (): ReviewState => followed
  function apply(verb: string, changes: Change[], at: Context): Change[] {
    const before = state()
    applyChanges(docs, changes, 'test')
    log.push(logLine(verb, changes, headsOf(log), loggedContext(changes, before, at)))
    return changes
  }

  const first = context()
  const sample = sampleReview(first, 'Europe/Berlin')
  apply('createReview', sample.changes, first)
  sample.writeMinutes(docs.minutes)
  return {
    docs,
    log,
    state,
    act(name, input) {
      const at = context()
      return apply(name, unwrap(runVerb(name, state(), input, at)), at)
    },
    actAs(personId, name, input) {
      const at = { ...context(), actor: { personId, name: state().record.people[personId]?.name ?? '' } }
      return apply(name, unwrap(runVerb(name, state(), input, at)), at)
    },
    rule(name, input, operator = someone) {
      const result = runVerb(name, state(), input, { ...context(), actor: operator, operator })
      return result.ok ? 'ok' : result.error.rule
    },
    write(itemId, ...nodes) {
      const fragment = minutesFragment(docs.minutes, itemId)
      const scratch = new Y.Doc()
      const made = prosemirrorJSONToYXmlFragment(schema(), { type: 'doc', content: nodes }, scratch.getXmlFragment('made'))
      fragment.insert(
        fragment.length,
        made.toArray().map((node) => node.clone() as Y.XmlElement),
      )
    },
    parts: () => Object.entries(docs).map(([docId, doc]) => ({ docId: docId as DocId, update: Y.encodeStateAsUpdate(doc) })),
  }
}

function docOf(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

function schema() {
  return getSchema(minutesExtensions({ urlOf: () => '' }))
}

/** A paragraph of the minutes, as the editor leaves it. */
export function paragraph(text: string, at: number | null = null): JSONContent {
  return { type: 'paragraph', attrs: { at, by: at === null ? null : 'Ada' }, content: [{ type: 'text', text }] }
}
