import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Result } from '../../shared/result'
import { createHost, type Host, type ShellActions } from '../host/create-host'
import { onEnd } from '../host/ending'
import { cannotStart, type DataFolder, prepareDataFolder, readOrMakeKey } from '../host/files/data-folder'
import { errorCode } from '../host/files/file-error'
import { type FileSystem, nodeFileSystem } from '../host/files/file-system'
import { lockFolder } from '../host/files/folder-lock'
import { forkHand, handedJobs, threadHand } from '../host/jobs/run-job'
import { openLog } from '../host/log'
import { readPages } from '../host/pages/pages'
import { readArguments, USUAL_PORT } from './arguments'
import { rememberedPort, rememberPort } from './port'
import { startServer } from './server'

const here = dirname(fileURLToPath(import.meta.url))

/** How long calls under way may take to finish when the program ends, in ms. */
const LAST_MS = 3_000

const shell: ShellActions = {
  name: 'browser',
  openWall: () => Promise.resolve({ openUrl: '/wall.html' }),
  openLink: (url) => Promise.resolve({ openUrl: url }),
  chooseFolder: () => Promise.resolve({ path: null, ownPicker: true }),
}

/** One line why, and out (BRW7). */
function refuse(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

function must<Value>(result: Result<Value, { message: string } | string>): Value {
  if (result.ok) return result.value
  return refuse(typeof result.error === 'string' ? result.error : result.error.message)
}

async function openHost(files: FileSystem, folder: DataFolder): Promise<{ host: Host; log: Logger }> {
  const log = await openLog(files, folder.logs)
  const jobs = handedJobs(
    () => threadHand(join(here, 'worker.js')),
    () => forkHand(join(here, 'courier.js')),
  )
  return { host: await createHost({ files, folder, version: __APP_VERSION__, shell, jobs, log }), log }
}

async function main(): Promise<void> {
  const { port, dataDir } = must(readArguments(process.argv.slice(2)))
  const files = nodeFileSystem()
  const folder = must(await prepareDataFolder(files, dataDir))
  const lock = must(await lockFolder(files, folder.root))
  const key = must(await readOrMakeKey(files, folder.key))
  const pages = await readPages(join(here, '..', 'renderer')).catch(() => refuse('The app is not built: run npm run build'))
  const wanted = port ?? (await rememberedPort(files, folder.browser)) ?? USUAL_PORT
  const { host, log } = await openHost(files, folder).catch((error: unknown) => refuse(cannotStart(error, folder.root)))
  const server = await startServer({ host, pages, key, port: wanted }).catch((error: unknown) =>
    refuse(
      errorCode(error) === 'EADDRINUSE'
        ? `Port ${wanted} is in use: choose another with --port`
        : `Port ${wanted} cannot be used (${errorCode(error)})`,
    ),
  )
  if (wanted !== 0) await rememberPort(files, folder.browser, wanted)

  // Whoever read the line may be gone when the next one is written.
  process.stdout.on('error', () => undefined)
  process.stdout.write(`Review Room is ready: ${server.url}\n`)
  log.info({ event: 'started', port: server.port })

  onEnd(() => void end())
  async function end(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())
    await Promise.race([server.close(), late])
    await Promise.race([host.close(), late])
    await lock.release()
    log.info({ event: 'ended' })
    process.exit(0)
  }
}

await main()
