import { join } from 'node:path'
import { app, type BrowserWindow, dialog, session, shell, type WebContents } from 'electron'
import { createHost, type Host, type ShellActions } from '../host/create-host'
import { onEnd } from '../host/ending'
import { type DataFolder, prepareDataFolder } from '../host/files/data-folder'
import { type FileSystem, nodeFileSystem } from '../host/files/file-system'
import { lockFolder } from '../host/files/folder-lock'
import { threadJobs } from '../host/jobs/run-job'
import { openLog } from '../host/log'
import { readPages } from '../host/pages/pages'
import { answerCalls } from './ipc'
import { registerScheme, servePages } from './protocol'
import { openControlWindow, openWallWindow, restrictSession } from './window'

export interface DesktopOptions {
  readonly dataDir: string
  readonly rendererFolder: string
  readonly preload: string
  readonly worker: string
  readonly version: string
}

/** How long what is being written may take when the program ends, in ms. */
const LAST_MS = 3_000

/** Starts the desktop shell; answers when its window is open. Call before Electron is ready. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  registerScheme()
  app.setPath('userData', join(options.dataDir, 'desktop'))
  const files = nodeFileSystem()
  const prepared = await prepareDataFolder(files, options.dataDir)
  if (!prepared.ok) return refuse(prepared.error.message)
  const lock = await lockFolder(files, prepared.value.root)
  if (!lock.ok) return refuse(lock.error.message)
  await app.whenReady()
  restrictSession(session.defaultSession)
  const windows = createWindows(options.preload)
  const host = await hostFor(files, prepared.value, windows.actions, options)
  servePages(host, await readPages(options.rendererFolder))
  answerCalls(host, windows.isControl)
  windows.open()
  app.on('activate', windows.open)
  app.on('window-all-closed', () => app.quit())
  endCleanly(host, lock.value.release)
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  dialog.showErrorBox('Review Room', why)
  app.exit(1)
}

async function hostFor(
  files: FileSystem,
  folder: DataFolder,
  actions: ShellActions,
  { version, worker }: DesktopOptions,
): Promise<Host> {
  const log = await openLog(files, folder.logs)
  return createHost({ files, folder, version, shell: actions, jobs: threadJobs(worker), log })
}

function createWindows(preload: string): {
  open: () => void
  isControl: (contents: WebContents) => boolean
  actions: ShellActions
} {
  let control: BrowserWindow | null = null
  let wall: BrowserWindow | null = null

  function open(): void {
    if (control) return control.focus()
    control = openControlWindow(preload)
    control.once('closed', () => {
      control = null
      wall?.close()
    })
  }

  function openWall(): void {
    if (wall) return wall.focus()
    wall = openWallWindow(control)
    wall.once('closed', () => {
      wall = null
    })
  }

  return {
    open,
    isControl: (contents) => control !== null && control.webContents === contents,
    actions: {
      name: 'desktop',
      openWall() {
        openWall()
        return Promise.resolve({ openUrl: null })
      },
      async openLink(url) {
        await shell.openExternal(url)
        return { openUrl: null }
      },
    },
  }
}

/** Waits, but not for ever, until everything is written. */
function endCleanly(host: Host, release: () => Promise<void>): void {
  let isEnding = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    const late = new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())
    void Promise.race([host.close(), late])
      .then(release)
      .finally(() => app.exit(0))
  })
  onEnd(() => app.quit(), { isStartedByHand: false })
}
