import { Worker } from 'node:worker_threads'
import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import type { FromWorker, JobResult, Jobs, JobTools, ToWorker } from './job'

/** How long a cancelled job may tidy up before its thread is ended, in ms. */
const TIDY_MS = 3_000

/** Runs every job in a worker thread of its own, started from the built file at `workerPath`. */
export function threadJobs(workerPath: string): Jobs {
  return {
    async run(name, input, tools) {
      return (await runInThread(workerPath, { type: 'run', name, input }, tools)) as JobResult<typeof name>
    },
  }
}

function runInThread(workerPath: string, start: ToWorker, { onProgress, signal }: JobTools): Promise<Result<unknown, HostError>> {
  if (signal.aborted) return Promise.resolve(cancelled())
  return new Promise((resolve) => {
    const worker = new Worker(workerPath)
    let tidy: ReturnType<typeof setTimeout> | undefined

    function finish(result: Result<unknown, HostError>): void {
      clearTimeout(tidy)
      signal.removeEventListener('abort', cancel)
      resolve(result)
      void worker.terminate()
    }
    function cancel(): void {
      worker.postMessage({ type: 'cancel' } satisfies ToWorker)
      tidy = setTimeout(() => finish(cancelled()), TIDY_MS)
    }

    signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') onProgress(message.step, message.done, message.total)
      else finish(message.result)
    })
    worker.on('error', (error: unknown) =>
      finish(fail({ kind: 'failed', message: `the job ended early (${error instanceof Error ? error.name : 'error'})` })),
    )
    worker.on('exit', () => finish(signal.aborted ? cancelled() : fail({ kind: 'failed', message: 'the job ended early' })))
    worker.postMessage(start)
  })
}

function cancelled(): Result<never, HostError> {
  return fail({ kind: 'cancelled', message: '' })
}
