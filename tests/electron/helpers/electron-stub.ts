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
    permissionRequest: ((contents: unknown, permission: string, answer: (isAllowed: boolean) => void) => void) | null
    permissionCheck: ((contents: unknown, permission: string) => boolean) | null
    devicePermission: (() => boolean) | null
    beforeRequest: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | null
    displays: { id: number; bounds: Rectangle; workArea: Rectangle }[]
    openedOutside: string[]
    exitCode: number | null
    errors: string[]
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

export class StubContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly sent: unknown[][] = []
  openHandler: (() => { action: string }) | null = null
  setWindowOpenHandler(handler: () => { action: string }): void {
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
    exposed: new Map(),
  }
  const app = Object.assign(new EventEmitter(), {
    whenReady: () => Promise.resolve(),
    setPath: vi.fn(),
    quit: () => app.emit('before-quit', { preventDefault: () => undefined }),
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
    }
  }
  const module = {
    app,
    screen,
    ipcRenderer,
    BrowserWindow,
    session: { defaultSession },
    dialog: { showErrorBox: (_title: string, text: string) => void state.errors.push(text) },
    shell: { openExternal: (url: string) => Promise.resolve(void state.openedOutside.push(url)) },
    ipcMain: { handle: (channel: string, handler: never) => void state.handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => void (state.privileges = list),
      handle: (scheme: string, handler: never) => void state.protocols.set(scheme, handler),
    },
    contextBridge: { exposeInMainWorld: (name: string, value: never) => void state.exposed.set(name, value) },
  }
  return { module, windows, state, app, screen, ipcRenderer }
}
