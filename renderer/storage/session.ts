import { createStore } from 'zustand/vanilla'
import type { HostEvent } from '../../shared/host-contract'
import { followDesk, followRecord } from '../../shared/record/document'
import { libraryRow } from '../../shared/record/library-row'
import { chainOrder } from '../../shared/record/log'
import { type DeskState, emptyDesk, emptyRecord, type RecordState } from '../../shared/record/state'
import { emptyHistory } from '../../shared/record/undo'
import { fail, ok, type Result } from '../../shared/result'
import { type Refusal, refusal } from '../../shared/review/change'
import { actorOf, createActing } from './acting'
import { forgetReview, readLog } from './commits'
import { type Copies, createCopies, type Ground, type Hooks } from './copies'
import { emptyDocs, type LoadedReview, loadReview } from './load'
import { inTime } from './pace'
import type { Access, ReviewSession, ReviewSnapshot, Saved } from './review-session'
import { type StorageProblem, storageProblem } from './storage-problem'

/** STO16: opens a review from both copies; whichever has more wins, nothing is asked. */
export async function openSession(
  ground: Ground,
  reviewId: string,
  operatorName: Promise<string>,
): Promise<Result<ReviewSession, StorageProblem>> {
  const { db, pace } = ground
  const { loaded, lines } = await inTime(load(ground, reviewId), pace.patienceMs).catch(() => nothingLoaded())
  const hooks: Hooks = { onChange: () => undefined, row: null }
  const copies = createCopies({ ground, reviewId, loaded, lines, hooks })
  const compared = copies.compare()
  await (loaded.meta ? Promise.race([compared, pause(pace.hostMs)]) : compared)
  const problem = problemOf(copies)
  if (problem) {
    copies.stop()
    // STO17: what was deleted is emptied here too, and never comes back from here.
    if (problem.kind === 'deleted') await forgetReview(db, reviewId).catch(() => undefined)
    return fail(problem)
  }
  return ok(sessionOn(ground, reviewId, copies, await operatorName, hooks))
}

async function load({ db }: Ground, reviewId: string) {
  if (!db.isOpen()) await db.open()
  return { loaded: await loadReview(db, reviewId), lines: await readLog(db, reviewId) }
}

function nothingLoaded(): { loaded: LoadedReview; lines: [] } {
  return { loaded: { docs: emptyDocs(), lastSeq: 0, commits: 0, meta: null, isDamaged: false }, lines: [] }
}

function problemOf(copies: Copies): StorageProblem | null {
  const gone = copies.gone()
  if (gone) return storageProblem(gone)
  if (copies.docs.record.getMap('review').has('review')) return null
  return storageProblem(copies.journalProblem() ? 'unreachable' : 'unreadable')
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** STO18 */
const refusals: Record<Exclude<Access, 'editing'>, Refusal> = {
  elsewhere: refusal('STO18', 'This review is being edited in another window. Take over to edit it here.'),
  deleted: refusal('STO17', 'This review was deleted. Bring it back from the library to edit it here.'),
  newer: refusal('STO13', 'This review was written by a newer version of Review Room. It can be read and exported here.'),
}

function sessionOn(ground: Ground, reviewId: string, copies: Copies, operatorName: string, hooks: Hooks): ReviewSession {
  const { host, pace, now, newId } = ground
  const { docs } = copies
  let current: { record: RecordState; desk: DeskState } = { record: emptyRecord, desk: emptyDesk }
  /** The store is not told: it does not exist yet, or a verb has written half. */
  let isQuiet = true
  const stops = [
    followRecord(docs.record, (record) => show({ ...current, record })),
    followDesk(docs.desk, (desk) => show({ ...current, desk })),
  ]
  const me = Object.values(current.record.people).find(({ name }) => operatorName !== '' && name === operatorName)
  const store = createStore<ReviewSnapshot>(() => ({
    ...current,
    ...standing(),
    history: emptyHistory,
    actingAsId: null,
    operatorId: me?.id ?? null,
  }))
  isQuiet = false

  function show(next: typeof current): void {
    current = next
    if (!isQuiet) store.setState(current)
  }

  function standing(): { saved: Saved; access: Access; notices: readonly string[] } {
    return { saved: copies.saved(), access: accessOf(copies), notices: [...copies.notices()] }
  }

  hooks.row = () => libraryRow(current.record)
  hooks.onChange = () => {
    const [before, next] = [store.getState(), standing()]
    const saved = same(before.saved, next.saved) ? before.saved : next.saved
    const notices = before.notices.length === next.notices.length ? before.notices : next.notices
    if (saved !== before.saved || notices !== before.notices || next.access !== before.access)
      store.setState({ saved, notices, access: next.access })
  }

  const acting = createActing({
    docs,
    state: () => current,
    context() {
      const { operatorId, actingAsId } = store.getState()
      const operator = actorOf(current, operatorId, operatorName)
      return { now: now(), newId, operator, actor: actingAsId === null ? operator : actorOf(current, actingAsId, '') }
    },
    refused() {
      const access = accessOf(copies)
      return access === 'editing' ? null : refusals[access]
    },
    // The record and the desk change together: React sees both or neither.
    commit(write, log) {
      isQuiet = true
      try {
        copies.commit(write, log)
      } finally {
        isQuiet = false
        store.setState(current)
      }
    },
    lines: copies.lines,
    onHistory: (history) => store.setState({ history }),
  })

  function onEvent(event: HostEvent): void {
    // STO24: by its id, so that two windows record it once.
    if (event.type === 'clock:changed' && accessOf(copies) === 'editing')
      acting.note('recordClockChange', { eventId: event.id, at: event.at, deltaMs: event.deltaMs, withinMs: event.withinMs })
    else if (event.type === 'lease:changed' && event.reviewId === reviewId) {
      if (event.holder !== null && event.holder !== host.clientId) copies.setLease(false)
      else if (!copies.isMine()) void copies.compare()
    } else if (event.type === 'library:changed' && (!copies.isMine() || copies.gone() !== null)) void copies.compare()
  }

  let wasLost = false
  stops.push(
    host.onEvent(onEvent),
    host.onConnection((connection) => {
      if (connection === 'connected' && wasLost) void copies.compare()
      wasLost = connection === 'lost'
    }),
    onLeaving(copies),
  )

  async function settle(): Promise<void> {
    await copies.settle()
    hooks.onChange()
  }

  let closing: Promise<void> | null = null
  async function end(): Promise<void> {
    await Promise.race([settle(), pause(pace.hostMs)])
    stops.forEach((stop) => stop())
    const isLast = copies.isMine() && !copies.windows.areOthers()
    copies.stop()
    if (isLast)
      await Promise.race([host.call('review:lease', { reviewId, clientId: host.clientId, act: 'release' }), pause(pace.hostMs)])
  }

  return {
    reviewId,
    docs,
    store,
    awareness: copies.windows.awareness,
    act: acting.act,
    actFor: acting.actFor,
    actWithText: acting.actWithText,
    note: acting.note,
    undo: acting.undo,
    redo: acting.redo,
    retract: acting.retract,
    actAs: (actingAsId) => store.setState({ actingAsId }),
    operateAs: (operatorId) => store.setState({ operatorId }),
    log: () => Promise.resolve(chainOrder(copies.lines())),
    async takeOver() {
      const answer = await host.call('review:lease', { reviewId, clientId: host.clientId, act: 'take-over' })
      if (answer.ok && answer.value.mine) await copies.compare()
    },
    settle,
    close: () => (closing ??= end()),
  }
}

function accessOf(copies: Copies): Access {
  if (copies.isNewer()) return 'newer'
  if (copies.gone() !== null) return 'deleted' // STO17
  return copies.isMine() ? 'editing' : 'elsewhere'
}

function same(left: Saved, right: Saved): boolean {
  return left.copies === right.copies && left.problem === right.problem
}

/** STO25: hands over what was typed when the page is hidden or left; asks before leaving only when nothing was saved. */
function onLeaving(copies: Copies): () => void {
  if (typeof window === 'undefined') return () => undefined
  const onUnload = (event: Event): void => {
    copies.flush()
    if (copies.saved().copies === 'none') event.preventDefault()
  }
  window.addEventListener('beforeunload', onUnload)
  window.addEventListener('pagehide', copies.flush)
  document.addEventListener('visibilitychange', copies.flush)
  return () => {
    window.removeEventListener('beforeunload', onUnload)
    window.removeEventListener('pagehide', copies.flush)
    document.removeEventListener('visibilitychange', copies.flush)
  }
}
