import type { HostError } from '../../../shared/host-contract'
import { fail, type Result } from '../../../shared/result'
import { fileError, errorCode } from '../files/file-error'
import type { FromWorker, Job, JobTools, ToWorker } from './job'

/** The whole life of a thread or process that works for the host: one job, one answer. Answers what takes its messages. */
export function serveJobs(jobs: object, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const cancelling = new AbortController()
  const tools: JobTools = {
    signal: cancelling.signal,
    onProgress: (step, done, total) => post({ type: 'progress', step, done, total }),
  }

  async function run(job: Job<unknown, unknown> | undefined, input: unknown): Promise<Result<unknown, HostError>> {
    try {
      return job ? await job(input, tools) : fail({ kind: 'failed', message: 'there is no such job' })
    } catch (error) {
      if (cancelling.signal.aborted) return fail({ kind: 'cancelled', message: '' })
      return fail(
        errorCode(error) ? fileError(error, 'the job failed') : { kind: 'failed', message: 'the job failed unexpectedly' },
      )
    }
  }

  return (message) => {
    if (message.type === 'cancel') cancelling.abort()
    else
      void run((jobs as Record<string, Job<unknown, unknown>>)[message.name], message.input).then((result) =>
        post({ type: 'done', result }),
      )
  }
}
