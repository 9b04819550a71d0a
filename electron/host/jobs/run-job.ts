import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import type { FarJobs, FromWorker, JobName, JobResult, Jobs, JobTools, NearJobs, ToWorker } from './job'

/** A thread or process that does one job. */
export interface Hand {
  post(message: ToWorker): void
  onMessage(listener: (message: FromWorker) => void): void
  /** `why` in a word, '' when it just ended. */
  onEnd(listener: (why: string) => void): void
  end(): void
  /** How long it may tidy up when its job is cancelled, in ms. */
  readonly tidyMs: number
}

const far: ReadonlySet<JobName> = new Set<Exclude<keyof FarJobs, keyof NearJobs>>([
  'deliver',
  'browseFolder',
  'verifyArchive',
  'stageBundle',
])

/** Runs every job by a hand of its own: in a thread what touches this computer only, in a process what touches drives that may never answer (DLV6). */
export function handedJobs(thread: () => Hand, process: () => Hand): Jobs {
  return {
    async run(name, input, tools) {
      const hand = far.has(name) || tools.stallMs !== undefined ? process : thread
      return (await runBy(hand, { type: 'run', name, input }, tools)) as JobResult<typeof name>
    },
  }
}

/** A worker thread, from the built file at `path`. */
export function threadHand(path: string): Hand {
  const worker = new Worker(path)
  return {
    tidyMs: 3_000,
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onEnd(listener) {
      worker.on('error', (error: unknown) => listener(error instanceof Error ? error.name : 'error'))
      worker.on('exit', () => listener(''))
    },
    end: () => void worker.terminate(),
  }
}

/** A courier is ended before a program that quits has lost its patience, in ms. */
export const COURIER_TIDY_MS = 700

/** A process of Node, from the built file at `path`. */
export function forkHand(path: string): Hand {
  // Documents are bytes, for which JSON has no form.
  const child = fork(path, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' })
  return {
    tidyMs: COURIER_TIDY_MS,
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onEnd(listener) {
      child.on('error', () => listener('error'))
      child.on('exit', () => listener(''))
    },
    end: () => void child.kill('SIGKILL'),
  }
}

function runBy(start: () => Hand, first: ToWorker, tools: JobTools): Promise<Result<unknown, HostError>> {
  const { onProgress, signal, stallMs } = tools
  if (signal.aborted) return Promise.resolve(cancelled())
  return new Promise((resolve) => {
    const hand = start()
    let tidy: ReturnType<typeof setTimeout> | undefined
    let stall: ReturnType<typeof setTimeout> | undefined

    function finish(result: Result<unknown, HostError>): void {
      clearTimeout(tidy)
      clearTimeout(stall)
      signal.removeEventListener('abort', cancel)
      resolve(result)
      hand.end()
    }
    function cancel(): void {
      hand.post({ type: 'cancel' })
      tidy = setTimeout(() => finish(cancelled()), hand.tidyMs)
    }
    function watch(): void {
      clearTimeout(stall)
      if (stallMs !== undefined) stall = setTimeout(() => finish(fail(silent)), stallMs)
    }

    watch()
    signal.addEventListener('abort', cancel, { once: true })
    hand.onMessage((message) => {
      watch()
      if (message.type === 'progress') onProgress(message.step, message.done, message.total)
      else finish(message.result)
    })
    hand.onEnd((why) =>
      finish(signal.aborted ? cancelled() : fail({ kind: 'failed', message: `the job ended early${why && ` (${why})`}` })),
    )
    hand.post(first)
  })
}

const silent: HostError = { kind: 'not-found', message: 'the drive does not answer' }

function cancelled(): Result<never, HostError> {
  return fail({ kind: 'cancelled', message: '' })
}
