import { nodeFileSystem } from '../files/file-system'
import type { JobTable } from '../jobs/job'
import { openArchive, verifyArchive } from './open-archive'
import { saveArchive } from './save-archive'

const files = nodeFileSystem()

/** Every job by name: what the worker runs. */
export const jobs: JobTable = {
  saveArchive: (input, tools) => saveArchive(files, input, tools),
  openArchive: (input, tools) => openArchive(files, input, tools),
  verifyArchive,
}
