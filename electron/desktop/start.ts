import { join } from 'node:path'
import { app, dialog, session, shell } from 'electron'
import { createHost, type Host, type ShellActions } from '../host/create-host'
import { cannotStart, type DataFolder, prepareDataFolder } from '../host/files/data-folder'
import { type FileSystem, nodeFileSystem } from '../host/files/file-system'
import { type FolderLock, lockFolder } from '../host/files/folder-lock'
import { handedJobs, threadHand } from '../host/jobs/run-job'
import { openLog } from '../host/log'
import { readPages } from '../host/pages/pages'
import { chooseBundle, chooseFolder } from './dialogs'
import { endCleanly } from './ending'
import { collectBundles, isFirstInstance, passOn } from './given-bundles'
import { lockDown, restrictSession } from './guards'
import { answerCalls } from './ipc'
import { utilityHand } from './courier-process'
import { installMenu } from './menu'
import { registerScheme, servePages } from './protocol'
import { createWindows, type Windows } from './windows'

export interface DesktopOptions {
  readonly dataDir: string
  /** The bundle it was started with. */
  readonly bundle: string | null
  readonly rendererFolder: string
  readonly preload: string
  readonly worker: string
  readonly courier: string
  readonly version: string
}

/** Starts the desktop shell; answers when its window is open, or it was said why not. Call before Electron is ready. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const held: FolderLock[] = []
  try {
    await open(options, held)
  } catch (error) {
    // BRW7: else it would hold the folder without a window, and every later start would be handed over to nobody.
    for (const lock of held) await lock.release()
    refuse(cannotStart(error, options.dataDir))
  }
}

async function open(options: DesktopOptions, held: FolderLock[]): Promise<void> {
  registerScheme()
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  app.setPath('userData', join(options.dataDir, 'desktop'))
  const windows = createWindows(options.preload)
  const given = collectBundles(options.bundle)
  const files = nodeFileSystem()
  const prepared = await prepareDataFolder(files, options.dataDir)
  if (!prepared.ok) return refuse(prepared.error.message)
  // Electron's lock goes with its own folder inside the data folder, so it finds the other desktop shell; the folder's lock any other program.
  let isUp = false
  if (!isFirstInstance(options.bundle, given, () => isUp && windows.open())) return app.exit(0)
  const lock = await lockFolder(files, prepared.value.root)
  if (!lock.ok) return refuse(lock.error.message)
  held.push(lock.value)
  await app.whenReady()
  restrictSession(session.defaultSession)
  const host = await hostFor(files, prepared.value, actionsOf(windows), options)
  servePages(host, await readPages(options.rendererFolder))
  const { tell } = answerCalls(host, windows.isControl)
  given.openWith((path) => void passOn(host, path, tell))
  installMenu(options.version, {
    press(entry) {
      windows.open()
      tell({ type: 'menu:chosen', entry })
    },
    openBundle() {
      windows.open()
      void chooseBundle(windows.control()).then((path) => path !== null && given.give(path))
    },
  })
  endCleanly(host, () => lock.value.release())
  isUp = true
  windows.open()
  app.on('activate', windows.open)
  app.on('window-all-closed', () => app.quit())
}

/** One line why, and out (BRW7). */
export function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  dialog.showErrorBox('Review Room', why)
  app.exit(1)
}

async function hostFor(
  files: FileSystem,
  folder: DataFolder,
  actions: ShellActions,
  { version, worker, courier }: DesktopOptions,
): Promise<Host> {
  const log = await openLog(files, folder.logs)
  const jobs = handedJobs(
    () => threadHand(worker),
    () => utilityHand(courier),
  )
  return createHost({ files, folder, version, shell: actions, jobs, log })
}

function actionsOf(windows: Windows): ShellActions {
  return {
    name: 'desktop',
    openWall() {
      windows.openWall()
      return Promise.resolve({ openUrl: null })
    },
    async openLink(url) {
      await shell.openExternal(url)
      return { openUrl: null }
    },
    chooseFolder: async (from) => ({ path: await chooseFolder(windows.control(), from), ownPicker: false }),
  }
}
