import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import { jobTable } from '../archive/jobs'
import { fileError, errorCode } from '../files/file-error'
import type { FromWorker, Job, JobName, JobTools, ToWorker } from './job'

// The whole life of a worker thread: one job, one answer.
const cancelling = new AbortController()
/** The build puts the font files beside the worker. */
const jobs = jobTable(join(import.meta.dirname, 'fonts'))

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') cancelling.abort()
  else void run(message.name, message.input).then((result) => post({ type: 'done', result }))
})

async function run(name: JobName, input: unknown): Promise<Result<unknown, HostError>> {
  const tools: JobTools = {
    signal: cancelling.signal,
    onProgress: (step, done, total) => post({ type: 'progress', step, done, total }),
  }
  try {
    const job = jobs[name] as Job<unknown, unknown>
    return await job(input, tools)
  } catch (error) {
    if (cancelling.signal.aborted) return fail({ kind: 'cancelled', message: '' })
    return fail(
      errorCode(error) ? fileError(error, 'the job failed') : { kind: 'failed', message: 'the job failed unexpectedly' },
    )
  }
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message)
}
