import * as Y from 'yjs'
import { connectHost } from '../../../renderer/host'
import { createReview, openReview, openStorage } from '../../../renderer/storage/review-storage'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import type { Change } from '../../../shared/review/change'

/** What is under way when the kill comes. */
export type Moment = 'typing' | 'verb' | 'reveal' | 'compaction' | 'rotation'

const HASTE_MS = 100

declare global {
  interface Window {
    /** Tells the test, in another process, which marks were shown as saved. */
    acknowledge(marks: readonly string[]): Promise<void>
    /** Tells the test what begins now. */
    begin(moment: Moment): Promise<void>
    kill: typeof kill
  }
}

async function session(reviewId: string): Promise<ReviewSession> {
  const storage = await openStorage(connectHost())
  storage.db.table('snapshots').hook('creating', () => void window.begin('compaction'))
  const opened = await openReview(storage, reviewId)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const kill = {
  /** A new review of one line; answers its id. */
  async create(): Promise<string> {
    const review = { id: 'review', reviewId: crypto.randomUUID(), schemaVersion: 1, title: 'Kill', kind: 'technical-review' }
    const after = { ...review, createdAt: Date.now() }
    const change: Change = { doc: 'record', path: ['review', 'review'], before: undefined, after }
    const created = await createReview(await openStorage(connectHost()), [change])
    if (!created.ok) throw new Error(created.error.message)
    return created.value
  },

  /** Works until killed: one mark after another into all three documents; each is acknowledged when the window shows "Saved". */
  async work(reviewId: string, round: number, isHasty: boolean): Promise<void> {
    const open = await session(reviewId)
    const text = open.docs.minutes.getXmlFragment('general')
    let unsaved: string[] = []
    const tell = () => {
      if (open.store.getState().saved.copies !== 'both') return
      if (unsaved.length > 0) void window.acknowledge(unsaved)
      unsaved = []
    }
    open.store.subscribe(tell)
    for (let n = 0; ; n++) {
      const mark = `${round}-${n}.`
      const moment = (['typing', 'verb', 'typing', 'reveal'] as const)[n % 4] ?? 'typing'
      if (isHasty) await window.acknowledge([mark])
      void window.begin(moment)
      // Time for the kill to come between what is said and what is done.
      if (isHasty) await new Promise((done) => setTimeout(done, HASTE_MS))
      if (moment === 'typing') type(text, mark)
      else if (moment === 'verb') must(open.act('addItem', { title: mark }))
      else reveal(open, mark)
      if (!isHasty) unsaved.push(mark)
      tell()
      // Sometimes the next edit comes before the last is stored.
      if (n % 5 !== 0) await open.settle()
      tell()
    }
  },

  /** Every mark that is there after opening. */
  async found(reviewId: string): Promise<string[]> {
    const open = await session(reviewId)
    const { record } = open.store.getState()
    const minutes = open.docs.minutes.getXmlFragment('general').toJSON()
    const found = [
      ...(minutes.match(/\d+-\d+\./g) ?? []),
      ...Object.values(record.agenda).map(({ title }) => title),
      ...Object.values(record.feedback).map((item) => item.text),
    ]
    await open.settle()
    const { copies, problem } = open.store.getState().saved
    if (copies !== 'both') throw new Error(`not in both copies: ${problem}`)
    await open.close()
    return found
  },
}

function type(text: Y.XmlFragment, mark: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  text.push([paragraph])
  const words = new Y.XmlText()
  paragraph.push([words])
  for (const [at, letter] of [...mark].entries()) words.insert(at, letter)
}

function reveal(open: ReviewSession, mark: string): void {
  const changes = must(open.act('addFeedback', { side: 'reviewer', label: 'question', text: mark, isPrivate: true }))
  must(open.act('revealFeedback', { feedbackIds: [changes[0]?.path[1] ?? ''] }))
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: { message: string } }): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

window.kill = kill
