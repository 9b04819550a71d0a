import type { Commit, LogLine } from '../../shared/record/commit'
import { DATABASE_RESET, type Draft, follow, storeCommit, type Stored } from './commits'
import type { ReviewDatabase } from './db'
import { backOff, inTime } from './pace'

/** Stores drafts in the database, in order; goes on without it while it fails. */
export interface Writer {
  add(draft: Draft): void
  /** Log lines written elsewhere that are now in the log. */
  followed(lines: readonly LogLine[]): void
  /** What is wrong with the database, '' when nothing is. */
  problem(): string
  /** Commits that are not in the database. */
  waiting(): number
  /** Resolves when nothing is under way; what failed stays waiting. */
  idle(): Promise<void>
  stop(): void
}

export interface WriterOptions {
  readonly db: ReviewDatabase
  /** A commit with its lines; `isStored` tells whether the database has it. Called once per commit, in order. */
  readonly onCommit: (commit: Commit, draft: Draft, isStored: boolean) => void
  /** A commit that failed before is stored now. */
  readonly onLate: () => void
  /** The database was emptied behind our back: gives everything it has to hold again. */
  readonly everything: () => Draft
  readonly onChange: () => void
  readonly retryMs: number
  /** The review is in the database. */
  readonly isKnown: boolean
  readonly heads: readonly string[]
  /** A transaction that takes longer counts as failed, in ms. */
  readonly patienceMs: number
}

/** STO5: a failing database delays nothing and loses nothing: commits wait in memory, in order, until it takes them. */
export function createWriter(options: WriterOptions): Writer {
  const { db, onCommit, onLate, onChange } = options
  const queue: Draft[] = []
  /** Left out by the database; their log lines are fixed already. */
  const backlog: Draft[] = []
  let { isKnown } = options
  let { heads } = options
  let problem = ''
  let failures = 0
  let isStopped = false
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    running ??= run().finally(() => {
      running = null
      if (queue.length > 0) start()
    })
  }

  async function run(): Promise<void> {
    for (let draft = queue[0]; draft; draft = queue[0]) {
      await write(draft)
      queue.shift()
      onChange()
    }
  }

  async function write(draft: Draft): Promise<void> {
    let lines: LogLine[] | undefined
    const fixing = { ...draft, log: (from: readonly string[]) => (lines ??= draft.log(from)) }
    if (backlog.length === 0)
      try {
        const stored = await store(fixing)
        heads = stored.heads
        return onCommit(stored.commit, draft, true)
      } catch (error) {
        failed(error)
      }
    const log = fixing.log(heads)
    heads = follow(heads, log)
    backlog.push(fixing)
    onCommit({ id: draft.id, reviewId: draft.reviewId, at: draft.at, parts: draft.parts, log }, draft, false)
    retryLater()
  }

  async function store(draft: Draft): Promise<Stored> {
    if (!db.isOpen()) await inTime(db.open(), options.patienceMs)
    try {
      const stored = await inTime(storeCommit(db, draft, isKnown), options.patienceMs)
      isKnown = true
      return stored
    } catch (error) {
      if (!(error instanceof Error) || error.message !== DATABASE_RESET) throw error
      // STO6: an emptied database gets everything again before the commit.
      await inTime(storeCommit(db, options.everything(), false), options.patienceMs)
      return inTime(storeCommit(db, draft, true), options.patienceMs)
    }
  }

  function failed(error: unknown): void {
    problem = describe(error)
    failures++
  }

  function retryLater(): void {
    if (timer !== undefined || isStopped) return
    timer = setTimeout(
      () => {
        timer = undefined
        void retry()
      },
      backOff(options.retryMs, failures),
    )
  }

  async function retry(): Promise<void> {
    try {
      for (let draft = backlog[0]; draft; draft = backlog[0]) {
        await store(draft)
        backlog.shift()
      }
      problem = ''
      failures = 0
      onLate()
    } catch (error) {
      failed(error)
      retryLater()
    }
    onChange()
  }

  return {
    add(draft) {
      queue.push(draft)
      start()
    },
    followed(lines) {
      heads = follow(heads, lines)
    },
    problem: () => problem,
    waiting: () => queue.length + backlog.length,
    async idle() {
      while (running) await running
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function describe(error: unknown): string {
  const { name = '', inner } = error as { name?: string; inner?: { name?: string } }
  return [name, inner?.name].includes('QuotaExceededError') ? 'the disk is full' : 'the database of this browser fails'
}
