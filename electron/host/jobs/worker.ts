import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { jobTable } from '../archive/jobs'
import type { ToWorker } from './job'
import { serveJobs } from './serve-jobs'

// A worker thread. The build puts the font files beside it.
const take = serveJobs(jobTable(join(import.meta.dirname, 'fonts')), (message) => parentPort?.postMessage(message))
parentPort?.on('message', (message: ToWorker) => take(message))
