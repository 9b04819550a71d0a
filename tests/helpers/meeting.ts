import { encodeFrame, scanFrames } from '../../electron/host/journal/frame'
import { addFrame, currentDocs, emptyCopy } from '../../electron/host/journal/review-copy'
import { itemSchema } from '../../shared/agenda/item'
import { stepsOf } from '../../shared/agenda/outline'
import { docIds } from '../../shared/record/commit'
import { applyChanges, readDesk, readRecord } from '../../shared/record/document'
import { runVerb } from '../../shared/record/run-verb'
import type { RecordState } from '../../shared/record/state'
import type { VerbInput, VerbName } from '../../shared/record/verbs'
import { type Change, create, invert } from '../../shared/review/change'
import { reviewSchema, SCHEMA_VERSION } from '../../shared/review/review'
import { type Countdown, countdownOf, type Projection, projectionOf } from '../../shared/timer/countdown'
import { type Ledger, ledgerOf } from '../../shared/timer/ledger'
import { timelineOf } from '../../shared/timer/timeline'

export const MINUTE = 60_000

/** A meeting whose clock the test sets: what passes, what the clock says, and what is done. */
export interface Meeting {
  /** So much time passes. */
  pass(ms: number): void
  /** The wall clock is set by so much; nobody noticed yet. */
  set(ms: number): void
  /** The app is told what the host saw of it. */
  told(at: number, deltaMs: number): void
  /** Both at once. */
  jump(ms: number): void
  /** Runs a verb; answers the rule that refuses it, or 'ok'. */
  act<Name extends VerbName>(name: Name, input: VerbInput<Name>): string
  /** Takes the last step back, as the undo button does; false when there is none. */
  undo(): boolean
  /** The program ends without a word and begins anew with what its journal holds; nothing can be taken back then. */
  restart(): void
  record(): RecordState
  /** What the wall clock says. */
  now(): number
  countdown(): Countdown
  ledger(): Ledger
  projection(): Projection
  /** Allotted time of each step in minutes, in order. */
  allotted(): number[]
}

/** Items `a`, `b`, ... of so many minutes, at nine o'clock of some day. */
export function meeting(
  minutes: readonly number[],
  { startsAt = Date.UTC(2026, 10, 25, 9), isScheduled = true, scheduledInMs = 0 } = {},
): Meeting {
  let docs = emptyCopy('r').docs
  const journal: Uint8Array[] = []
  const someone = { personId: null, name: 'Ada' }
  const done: Change[][] = []
  let [now, count] = [startsAt, 0]
  const scheduledStart = isScheduled ? startsAt + scheduledInMs : null
  let read: RecordState | null = null
  function listen(): void {
    docs.record.on('afterTransaction', () => (read = null))
    for (const docId of docIds)
      docs[docId].on('update', (update: Uint8Array) => {
        const commit = { id: `commit-${journal.length}`, reviewId: 'r', at: now, parts: [{ docId, update }], log: [] }
        journal.push(encodeFrame({ kind: 'commit', commit }))
      })
  }
  listen()
  applyChanges(
    docs,
    [
      create(
        'review',
        reviewSchema.parse({
          ...{ id: 'review', reviewId: 'r', schemaVersion: SCHEMA_VERSION, title: 'T', kind: 'inspection' },
          ...{ createdAt: 1, scheduledStart },
        }),
      ),
      ...minutes.map((planned, at) =>
        create(
          'agenda',
          itemSchema.parse({
            id: String.fromCharCode(97 + at),
            order: `a${at}`,
            title: `Item ${at + 1}`,
            plannedMs: planned * MINUTE,
          }),
        ),
      ),
    ],
    'test',
  )
  const record = () => (read ??= readRecord(docs.record))
  const line = () => timelineOf(record().timer)
  function run<Name extends VerbName>(name: Name, input: VerbInput<Name>): Change[] | string {
    const context = { now, newId: () => `n${count++}`, actor: someone, operator: someone }
    const result = runVerb(name, { record: record(), desk: readDesk(docs.desk) }, input, context)
    if (!result.ok) return result.error.rule
    applyChanges(docs, result.value, 'test')
    return result.value
  }
  const told = (at: number, deltaMs: number) => void run('recordClockChange', { eventId: `j${count++}`, at, deltaMs })
  return {
    pass: (ms) => void (now += ms),
    set: (ms) => void (now += ms),
    told,
    jump(ms) {
      now += ms
      told(now, ms)
    },
    act(name, input) {
      const changes = run(name, input)
      if (typeof changes === 'string') return changes
      done.push(changes)
      return 'ok'
    },
    undo() {
      const changes = done.pop()
      if (changes) applyChanges(docs, invert(changes), 'test')
      return changes !== undefined
    },
    restart() {
      const copy = emptyCopy('r')
      for (const frame of scanFrames(Buffer.concat(journal)).frames) addFrame(copy, frame)
      docs = currentDocs(copy)
      ;[read, done.length] = [null, 0]
      listen()
    },
    record,
    now: () => now,
    countdown: () => countdownOf(record().agenda, line(), now, record().review['review']),
    ledger: () => ledgerOf(record().agenda, line(), now),
    projection: () => projectionOf(record().agenda, line(), scheduledStart, now),
    allotted: () => stepsOf(record().agenda).map(({ id, plannedMs }) => (plannedMs + (line().extendedMs[id] ?? 0)) / MINUTE),
  }
}
