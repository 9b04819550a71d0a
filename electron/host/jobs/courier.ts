import { join } from 'node:path'
import { nodeFileSystem } from '../files/file-system'
import { browseFolder } from '../folders'
import type { FarJobs, FromWorker, ToWorker } from './job'
import { serveJobs } from './serve-jobs'

const files = nodeFileSystem()
// Somebody waits for a folder to be shown: what only the others need is loaded by them.
const jobs: FarJobs = {
  browseFolder: ({ path, recent }) => browseFolder(files, path, recent),
  deliver: async (input, tools) => (await import('../deliveries/deliver')).deliver(files, input, tools),
  saveArchive: async (input, tools) => (await saving()).saveArchive(input, tools),
  saveMinutes: async (input, tools) => (await saving()).saveMinutes(input, tools),
  stageBundle: async (input, tools) => (await import('../materials/stage-file')).stageFile(files, input, tools),
  verifyArchive: async (input, tools) => (await import('../archive/open-archive')).verifyArchive(input, tools),
}

/** DLV9: for what goes straight to its folder. The build puts the font files beside this one. */
const saving = async () => (await import('../archive/jobs')).jobTable(join(import.meta.dirname, 'fonts'))

/** Electron's way to whoever started a process; Node's own is `process.send`. */
interface ElectronPort {
  postMessage(message: FromWorker): void
  on(name: 'message', listener: (event: { readonly data: ToWorker }) => void): void
}
const port = (process as unknown as { parentPort?: ElectronPort }).parentPort

const take = serveJobs(jobs, (message) => (port ? port.postMessage(message) : process.send?.(message)))
if (port) port.on('message', ({ data }) => take(data))
else process.on('message', (message: ToWorker) => take(message))
// DLV7: whoever started it ended, and a later start delivers again. A plain exit would wait for calls that never return.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C in a terminal goes to both; whoever started this one has it tidy up.
process.on('SIGINT', () => undefined)
