import type { Commit, LogLine } from '../../shared/record/commit'
import { readRecord, schemaVersionOf } from '../../shared/record/document'
import { type LibraryRow, libraryRow } from '../../shared/record/library-row'
import { SCHEMA_VERSION } from '../../shared/review/review'
import { createBackground } from './background'
import { collectUpdates, type Docs } from './collect'
import { type Draft, forgetReview, pendingCommits, type readAfter } from './commits'
import { compactAlone, mendDatabase } from './compact'
import type { ReviewDatabase } from './db'
import { createJournalLink, type JournalHost, type Opened } from './journal-link'
import { applyParts, hashBytes, isReadable, isWhole, type LoadedReview } from './load'
import type { Pace } from './pace'
import { linesLacking, mendingCommit, partsLacking, stateVectors, wholeParts } from './replica'
import type { Saved } from './review-session'
import { createRowReader } from './row-reader'
import { savedState } from './saved'
import { createSentMarks } from './sent-marks'
import { channelOf, joinWindows, type Windows } from './windows'
import { createWriter } from './writer'

/** What storage stands on. */
export interface Ground {
  readonly db: ReviewDatabase
  readonly host: JournalHost
  readonly pace: Pace
  readonly now: () => number
  readonly newId: () => string
  /** The database of this profile was lost since it was used last. */
  readonly wasReset: boolean
}

export interface CopiesOptions {
  readonly ground: Ground
  readonly reviewId: string
  readonly loaded: LoadedReview
  readonly lines: readonly LogLine[]
  readonly hooks: Hooks
}

/** What the session sets as soon as it follows the documents. */
export interface Hooks {
  onChange: () => void
  /** The library's row as it stands; null keeps the one stored. */
  row: (() => LibraryRow | null) | null
}

/** The documents of one review and their two copies: the database of this browser and the journal of the host. */
export interface Copies {
  readonly docs: Docs
  readonly windows: Windows
  lines(): LogLine[]
  /** Runs `write`; everything it changes is one commit with these log lines. Typing before it goes first. */
  commit(write: () => void, log: Draft['log']): void
  saved(): Saved
  isMine(): boolean
  isNewer(): boolean
  gone(): 'deleted' | 'not-found' | null
  notices(): readonly string[]
  journalProblem(): string
  /** Compares with the journal; resolves when that was tried once. */
  compare(): Promise<void>
  setLease(isMine: boolean): void
  flush(): void
  settle(): Promise<void>
  stop(): void
}

const RESTORED = 'The copy in this browser was lost. It was restored from the second copy.'
const MENDED = 'Part of the copy in this browser could not be read. It was restored from the second copy.'

export function createCopies({ ground, reviewId, loaded, lines: stored, hooks }: CopiesOptions): Copies {
  const { db, host, pace, now, newId } = ground
  const { docs } = loaded
  const onChange = (): void => hooks.onChange()
  const lines = new Map(stored.map((line) => [line.hash, line]))
  /** Commits of the database that a mending commit covers. */
  const covered = new Map<string, readonly string[]>()
  const background = createBackground()
  const { later } = background
  const marks = createSentMarks(db, background, pace.markMs)
  const reader = createRowReader(db, reviewId, loaded.lastSeq, onRead)
  const notices: string[] = []
  let { commits: sinceSnapshot, isDamaged } = loaded
  let isMine = true
  let gone: 'deleted' | 'not-found' | null = null
  let isCompacting = false
  let isWatchingOrphans = false

  const isNewer = (): boolean => schemaVersionOf(docs.record) > SCHEMA_VERSION
  const keep = (added: readonly LogLine[]): void => added.forEach((line) => lines.set(line.hash, line))

  function everything(): Draft {
    const log = [...lines.values()]
    return { ...draftOf(wholeParts(docs), () => log), isForeign: true, isPending: false }
  }

  const currentRow = (): LibraryRow | null => (hooks.row ? hooks.row() : libraryRow(readRecord(docs.record)))

  function draftOf(parts: Draft['parts'], log: Draft['log']): Draft {
    const row = parts.some(({ docId }) => docId === 'record') ? currentRow() : null
    return { id: newId(), reviewId, at: now(), parts, log, isPending: true, row }
  }

  const collector = collectUpdates(docs, {
    typingMs: pace.typingMs,
    onBegin: onChange,
    onTyping: (parts) => {
      // STO13: of newer data nothing is ever written.
      if (!isNewer() && gone === null) writer.add(draftOf(parts, () => []))
      onChange()
    },
  })

  const writer = createWriter({
    db,
    retryMs: pace.retryMs,
    patienceMs: pace.patienceMs,
    isKnown: loaded.meta !== null,
    heads: loaded.meta?.heads ?? [],
    everything,
    onChange,
    onCommit(commit, draft, isStored) {
      keep(commit.log)
      if (isStored) onStored()
      if (draft.isPending) link.send(commit)
    },
    onLate() {
      windows.ring()
      void reader.read().then(() => link.compare())
    },
  })

  const link = createJournalLink({
    host,
    reviewId,
    retryMs: pace.retryMs,
    isNew: false,
    replica: { have: () => stateVectors(docs), receive, lacking },
    onAcknowledged,
    onLease: setLease,
    onGone(why) {
      // What this program may not send to the journal is not gone.
      if (why === 'not-found' && isNewer()) return
      gone = why
      if (why === 'deleted') later(0, empty)
      onChange()
    },
    onChange,
  })

  const windows = joinWindows(channelOf(db.name, reviewId), docs.minutes, () => void reader.read())

  function onStored(): void {
    windows.ring()
    sinceSnapshot++
    if (sinceSnapshot < pace.compactAt || isCompacting) return
    isCompacting = true
    later(pace.idleMs, compactNow)
  }

  async function compactNow(): Promise<void> {
    if (!collector.isEmpty()) return later(pace.idleMs, compactNow)
    try {
      await compactAlone(db, reviewId, now())
    } finally {
      sinceSnapshot = 0
      isCompacting = false
    }
  }

  /** STO17: what was deleted is emptied here too. */
  async function empty(): Promise<void> {
    await writer.idle()
    if (gone === 'deleted') await forgetReview(db, reviewId)
  }

  async function receive(opened: Opened): Promise<void> {
    const wasEmpty = loaded.meta === null && lines.size === 0
    gone = null
    applyParts(docs, opened.parts)
    const added = opened.log.filter(({ hash }) => !lines.has(hash))
    keep(added)
    if (opened.parts.length > 0 || added.length > 0) {
      writer.followed(added)
      writer.add({ ...draftOf(opened.parts, () => added), isForeign: true, isPending: false })
    }
    notices.push(...opened.notices)
    if (wasEmpty && ground.wasReset && opened.parts.length > 0) notices.push(RESTORED)
    if (isDamaged) {
      isDamaged = false
      notices.push(MENDED)
      const parts = wholeParts(docs).map((part) => ({ ...part, sha512: hashBytes(part.update) }))
      await mendDatabase(db, { reviewId, upTo: reader.lastSeq(), at: now(), parts }).catch(() => undefined)
    }
    onChange()
  }

  async function lacking(opened: Opened | null): Promise<Commit | null> {
    if (isNewer()) return null
    await reader.read()
    const pending = await pendingCommits(db, reviewId).catch(() => [])
    const ids = pending.map(({ id }) => id)
    const parts = opened ? partsLacking(docs, opened) : wholeParts(docs)
    const log = linesLacking([...lines.values()], opened?.log ?? [])
    const commit = mendingCommit({ id: newId(), reviewId, at: now() }, parts, log)
    if (commit) covered.set(commit.id, ids)
    else marks.add(ids)
    return commit
  }

  function onAcknowledged(sent: readonly Commit[]): void {
    marks.add(sent.flatMap(({ id }) => [id, ...(covered.get(id) ?? [])]))
    sent.forEach(({ id }) => covered.delete(id))
  }

  function onRead({ snapshot, rows }: Awaited<ReturnType<typeof readAfter>>): void {
    const whole = snapshot && isWhole(snapshot) ? snapshot.parts : []
    const readable = rows.filter(isReadable)
    applyParts(docs, [...whole, ...readable.flatMap(({ parts }) => parts)])
    // STO9: what cannot be read here comes from the journal.
    if (readable.length < rows.length || (snapshot && whole.length === 0)) link.compare()
    const added = rows.flatMap(({ log }) => log).filter(({ hash }) => !lines.has(hash))
    keep(added)
    writer.followed(added)
    // A window that ended before its commit was acknowledged leaves it to the others.
    if (!isWatchingOrphans && rows.some(({ pending }) => pending)) {
      isWatchingOrphans = true
      later(pace.orphanMs, adoptOrphans)
    }
    onChange()
  }

  async function adoptOrphans(): Promise<void> {
    isWatchingOrphans = false
    if (link.waiting() === 0 && (await pendingCommits(db, reviewId)).length > 0) link.compare()
  }

  function setLease(mine: boolean): void {
    isMine = mine
    if (!mine) link.hold()
    onChange()
  }

  return {
    docs,
    windows,
    lines: () => [...lines.values()],
    commit(write, log) {
      collector.flush()
      let thrown: { error: unknown } | null = null
      const parts = collector.during(() => {
        try {
          write()
        } catch (error) {
          thrown = { error }
        }
      })
      writer.add(draftOf(parts, log))
      onChange()
      if (thrown) throw (thrown as { error: unknown }).error
    },
    saved: () =>
      savedState({
        database: writer.problem(),
        journal: link.problem(),
        isWaiting: !collector.isEmpty() || writer.waiting() > 0 || link.waiting() > 0,
      }),
    isMine: () => isMine,
    isNewer,
    gone: () => gone,
    notices: () => notices,
    journalProblem: () => link.problem(),
    compare() {
      link.compare()
      return link.tried()
    },
    setLease,
    flush: collector.flush,
    async settle() {
      collector.flush()
      await writer.idle()
      await link.tried()
      await writer.idle()
      await marks.write().catch(() => undefined)
    },
    stop() {
      collector.stop()
      background.stop()
      reader.stop()
      writer.stop()
      link.stop()
      windows.stop()
    },
  }
}
