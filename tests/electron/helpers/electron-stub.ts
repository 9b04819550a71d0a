import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/**
 * What the desktop shell uses of Electron, as a stub that remembers. It shows what the shell asks for, not that Electron does it:
 * nothing here ran under Electron.
 */
export interface ElectronStub {
  readonly module: Record<string, unknown>
  readonly windows: StubWindow[]
  readonly state: {
    handlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>
    protocols: Map<string, (request: Request) => Promise<Response>>
    privileges: unknown
    permissionRequest:
      | ((
          contents: unknown,
          permission: string,
          answer: (isAllowed: boolean) => void,
          details: { requestingUrl: string },
        ) => void)
      | null
    permissionCheck: ((contents: unknown, permission: string, origin: string) => boolean) | null
    devicePermission: (() => boolean) | null
    beforeRequest: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | null
    displays: { id: number; bounds: Rectangle; workArea: Rectangle }[]
    openedOutside: string[]
    exitCode: number | null
    errors: string[]
    isSandboxed: boolean
    /** What a second start hands over; null while this is the first. */
    handedOver: unknown
    isFirst: boolean
    menu: StubMenuItem[]
    /** What the person answers to dialogs: a path, or the number of a button. */
    chosenPath: string | null
    chosenButton: number
    dialogs: Record<string, unknown>[]
    switches: Record<string, string>
    exposed: Map<string, Record<string, (...args: never[]) => unknown>>
  }
  readonly app: EventEmitter
  readonly screen: EventEmitter
  readonly ipcRenderer: EventEmitter & { invoke: (channel: string, ...args: unknown[]) => Promise<unknown> }
}

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface StubMenuItem {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly click?: () => void
  readonly submenu?: StubMenuItem[]
}

export class StubContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly sent: unknown[][] = []
  readonly downloaded: string[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  getURL = (): string => this.mainFrame.url
  downloadURL = (url: string): void => void this.downloaded.push(url)
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
  isDestroyed(): boolean {
    return false
  }
}

export class StubWindow extends EventEmitter {
  readonly webContents = new StubContents()
  fullScreen = false
  bounds: Rectangle
  constructor(readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }) {
    super()
    const { x = 0, y = 0, width = 1, height = 1 } = options as Partial<Rectangle>
    this.bounds = { x, y, width, height }
    this.fullScreen = options['fullscreen'] === true
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    return Promise.resolve()
  }
  getBounds = (): Rectangle => this.bounds
  setBounds = (bounds: Rectangle): void => void (this.bounds = bounds)
  setFullScreen = (isFull: boolean): void => void (this.fullScreen = isFull)
  hasMenu = true
  removeMenu = (): void => void (this.hasMenu = false)
  isMinimized = (): boolean => false
  restore = (): void => undefined
  show = (): void => undefined
  focus = (): void => void this.emit('focused')
  close = (): void => void this.emit('closed')
}

const screenAt = (id: number, x: number) => ({
  id,
  bounds: { x, y: 0, width: 1920, height: 1080 },
  workArea: { x, y: 30, width: 1920, height: 1050 },
})

export function electronStub(): ElectronStub {
  const windows: StubWindow[] = []
  const state: ElectronStub['state'] = {
    handlers: new Map(),
    protocols: new Map(),
    privileges: null,
    permissionRequest: null,
    permissionCheck: null,
    devicePermission: null,
    beforeRequest: null,
    displays: [screenAt(1, 0)],
    openedOutside: [],
    exitCode: null,
    errors: [],
    isSandboxed: false,
    handedOver: null,
    isFirst: true,
    menu: [],
    chosenPath: null,
    chosenButton: 0,
    dialogs: [],
    switches: {},
    exposed: new Map(),
  }
  const app = Object.assign(new EventEmitter(), {
    whenReady: () => Promise.resolve(),
    setPath: vi.fn(),
    quit() {
      for (const window of windows) window.close()
      app.emit('will-quit', { preventDefault: () => undefined })
    },
    enableSandbox: () => void (state.isSandboxed = true),
    requestSingleInstanceLock(data: unknown) {
      if (!state.isFirst) state.handedOver = data
      return state.isFirst
    },
    setAboutPanelOptions: () => undefined,
    commandLine: { getSwitchValue: (name: string) => state.switches[name] ?? '' },
    exit: (code: number) => void (state.exitCode = code),
  })
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => state.displays,
    getPrimaryDisplay: () => state.displays[0],
    getDisplayMatching: ({ x }: Rectangle) => state.displays.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width),
  })
  const ipcRenderer = Object.assign(new EventEmitter(), { invoke: (..._args: unknown[]) => Promise.resolve<unknown>(null) })
  const defaultSession = {
    setPermissionRequestHandler: (handler: never) => void (state.permissionRequest = handler),
    setPermissionCheckHandler: (handler: never) => void (state.permissionCheck = handler),
    setDevicePermissionHandler: (handler: never) => void (state.devicePermission = handler),
    webRequest: { onBeforeRequest: (handler: never) => void (state.beforeRequest = handler) },
  }
  class BrowserWindow extends StubWindow {
    constructor(options: StubWindow['options']) {
      super(options)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const module = {
    app,
    screen,
    ipcRenderer,
    BrowserWindow,
    session: { defaultSession },
    dialog: {
      showErrorBox: (_title: string, text: string) => void state.errors.push(text),
      showOpenDialog(...args: Record<string, unknown>[]) {
        state.dialogs.push(args.at(-1) ?? {})
        return Promise.resolve({ filePaths: state.chosenPath === null ? [] : [state.chosenPath] })
      },
      showMessageBoxSync: (options: Record<string, unknown>) => (state.dialogs.push(options), state.chosenButton),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: StubMenuItem[]) => void (state.menu = menu),
    },
    shell: { openExternal: (url: string) => Promise.resolve(void state.openedOutside.push(url)) },
    ipcMain: { handle: (channel: string, handler: never) => void state.handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => void (state.privileges = list),
      handle: (scheme: string, handler: never) => void state.protocols.set(scheme, handler),
    },
    utilityProcess: { fork: utility },
    contextBridge: { exposeInMainWorld: (name: string, value: never) => void state.exposed.set(name, value) },
  }
  return { module, windows, state, app, screen, ipcRenderer }
}

/** A real process of Node, spoken to as Electron speaks to its utility processes. */
function utility(path: string) {
  const child = fork(path, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const outside = new EventEmitter()
  child.on('message', (message) => outside.emit('message', message))
  child.on('exit', (code) => outside.emit('exit', code))
  return Object.assign(outside, {
    postMessage: (message: object) => void child.send(message, () => undefined),
    kill: () => child.kill('SIGTERM'),
  })
}
