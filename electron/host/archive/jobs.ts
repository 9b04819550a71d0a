import { fail } from '../../../shared/result'
import type { Job, JobTable } from '../jobs/job'

const missing: Job<unknown, never> = () =>
  Promise.resolve(fail({ kind: 'failed', message: 'archive bundles are not part of this build' }))

/** Every job by name: what the worker runs. */
export const jobs: JobTable = { saveArchive: missing, openArchive: missing, verifyArchive: missing }
