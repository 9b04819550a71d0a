import type { HostError, HostResponse } from '../../shared/host-contract'
import type { Commit, DocId } from '../../shared/record/commit'
import type { Host } from '../host'
import { backOff } from './pace'

export type Opened = HostResponse<'review:open'>
export type JournalHost = Pick<Host, 'clientId' | 'call' | 'onEvent' | 'onConnection'>

/** What the link needs to know of the copy in this window. */
interface Replica {
  have(): { docId: DocId; stateVector: Uint8Array }[]
  /** Takes in what the journal has beyond this copy. */
  receive(opened: Opened): Promise<void>
  /** What the journal lacks, as one commit; null when it lacks nothing. `opened` null: it has nothing at all. */
  lacking(opened: Opened | null): Promise<Commit | null>
}

export interface LinkOptions {
  readonly host: JournalHost
  readonly reviewId: string
  readonly replica: Replica
  readonly onAcknowledged: (commits: readonly Commit[]) => void
  readonly onLease: (isMine: boolean) => void
  readonly onGone: (why: 'deleted' | 'not-found') => void
  readonly onChange: () => void
  readonly retryMs: number
  /** True for a review the host has not heard of: its first append makes it known. */
  readonly isNew: boolean
}

/** The way of commits into the host's journal: in order, each until it is acknowledged. */
export interface JournalLink {
  send(commit: Commit): void
  /** Compares both copies as soon as the host answers: gets what is lacking here, sends what is lacking there. */
  compare(): void
  waiting(): number
  problem(): string
  /** Nothing is sent until `compare`: somebody else has the lease, or nothing may be written. */
  hold(): void
  /** Resolves when nothing is under way, or what is under way failed once. */
  tried(): Promise<void>
  stop(): void
}

const LARGEST_BATCH = 200
const LARGEST_BYTES = 8 << 20

/** STO7: every commit is sent until the journal has acknowledged it; the order is kept; twice does no harm. */
export function createJournalLink(options: LinkOptions): JournalLink {
  const { host, reviewId, replica, onChange } = options
  const { clientId } = host
  const queue: Commit[] = []
  let isNew = options.isNew
  let wantsCompare = false
  let isHeld = false
  let isStopped = false
  let problem = ''
  let failures = 0
  let running = false
  let cutPause: (() => void) | null = null
  let waiters: (() => void)[] = []

  function start(): void {
    if (running || isStopped) return
    running = true
    void run().finally(() => {
      running = false
      release()
      if (!isHeld && (wantsCompare || queue.length > 0)) start()
    })
  }

  function release(): void {
    const released = waiters
    waiters = []
    released.forEach((resolve) => resolve())
  }

  async function run(): Promise<void> {
    while (!isStopped && !isHeld && (wantsCompare || queue.length > 0)) {
      const error = wantsCompare ? await compareOnce() : await sendBatch()
      if (isStopped) return
      if (error) await afterFailure(error)
      else {
        problem = ''
        failures = 0
      }
      onChange()
    }
  }

  async function compareOnce(): Promise<HostError | null> {
    wantsCompare = false
    const answer = await host.call('review:open', { reviewId, clientId, have: replica.have() })
    if (answer.ok) {
      isNew = false
      await replica.receive(answer.value)
      options.onLease(answer.value.lease.mine)
      if (!answer.value.lease.mine) isHeld = true
      // What waits is sent by itself; only then it shows what else is lacking.
      else if (queue.length > 0) {
        wantsCompare = true
        return sendBatch()
      } else await sendLacking(answer.value)
      return null
    }
    if (isUnknown(answer.error)) {
      isNew = true
      await sendLacking(null)
      return null
    }
    wantsCompare = true
    return answer.error
  }

  async function sendLacking(opened: Opened | null): Promise<void> {
    const commit = await replica.lacking(opened)
    if (commit) queue.unshift(commit)
    else if (!opened) options.onGone('not-found')
  }

  async function sendBatch(): Promise<HostError | null> {
    const batch = nextBatch(queue)
    const answer = await host.call('review:append', { reviewId, clientId, create: isNew, commits: batch })
    if (!answer.ok) return answer.error
    isNew = false
    queue.splice(0, batch.length)
    options.onAcknowledged(batch)
    return null
  }

  async function afterFailure(error: HostError): Promise<void> {
    if (error.kind === 'leased') {
      isHeld = true
      options.onLease(false)
    } else if (error.details?.includes('deleted')) {
      isHeld = true
      options.onGone('deleted')
    } else {
      // STO7: an unknown review is compared again, and no failure is tried again without a pause.
      wantsCompare ||= isUnknown(error)
      problem = describe(error)
      failures++
      onChange()
      release()
      await pause(backOff(options.retryMs, failures))
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      cutPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  return {
    send(commit) {
      queue.push(commit)
      if (!isHeld) start()
    },
    compare() {
      wantsCompare = true
      isHeld = false
      cutPause?.()
      start()
    },
    waiting: () => queue.length,
    problem: () => problem,
    hold() {
      isHeld = true
      cutPause?.()
    },
    tried() {
      if (!running || problem !== '') return Promise.resolve()
      return new Promise((resolve) => waiters.push(resolve))
    },
    stop() {
      isStopped = true
      cutPause?.()
    },
  }
}

function nextBatch(queue: readonly Commit[]): Commit[] {
  let bytes = 0
  const end = queue.findIndex(({ parts }, at) => {
    bytes += parts.reduce((sum, { update }) => sum + update.length, 0)
    return at >= LARGEST_BATCH || (at > 0 && bytes > LARGEST_BYTES)
  })
  return queue.slice(0, end < 0 ? queue.length : end)
}

/** STO14: a folder that is gone is `not-found` too, and a failure like any other. */
const isUnknown = ({ kind, details }: HostError): boolean => kind === 'not-found' && details?.includes('unknown') === true

function describe({ kind, message }: HostError): string {
  if (kind === 'disk-full') return 'the disk is full'
  if (kind === 'unreachable') return 'the program behind this page does not answer'
  return message
}
