import { BrowserWindow, screen, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from './trusted-url'

/** DSK6: pages run in a sandbox of their own, without Node. */
const pagePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  // Its dictionaries would be fetched from the network.
  spellcheck: false,
} as const

/** The window people work in; the only kind with the bridge. */
export function openControlWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    title: 'Review Room',
    webPreferences: { ...pagePreferences, preload },
  })
  lockDown(window.webContents)
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** The projector's window: full screen on another display if there is one. It has no bridge. */
export function openWallWindow(control: BrowserWindow | null): BrowserWindow {
  const displays = screen.getAllDisplays()
  const here = control ? screen.getDisplayMatching(control.getBounds()) : screen.getPrimaryDisplay()
  const other = displays.find(({ id }) => id !== here.id)
  const { x, y, width, height } = (other ?? here).workArea
  const size = other
    ? { x, y, width, height, fullscreen: true }
    : { x, y, width: Math.min(width, 1280), height: Math.min(height, 720) }
  const window = new BrowserWindow({ ...size, title: 'Review Room wall', autoHideMenuBar: true, webPreferences: pagePreferences })
  lockDown(window.webContents)
  bringBack(window)
  void window.loadURL(`${APP_ORIGIN}/wall.html`)
  return window
}

/** DSK8: a wall whose display was unplugged comes back on the main screen, as a window. */
function bringBack(window: BrowserWindow): void {
  function look(): void {
    const { x, y, width, height } = window.getBounds()
    const isSeen = screen
      .getAllDisplays()
      .some(
        ({ bounds }) =>
          x < bounds.x + bounds.width && x + width > bounds.x && y < bounds.y + bounds.height && y + height > bounds.y,
      )
    if (isSeen) return
    const { workArea } = screen.getPrimaryDisplay()
    window.setFullScreen(false)
    window.setBounds({ ...workArea, width: Math.min(workArea.width, 1280), height: Math.min(workArea.height, 720) })
  }
  screen.on('display-removed', look)
  window.once('closed', () => screen.off('display-removed', look))
}

/** DSK7: no page goes anywhere, opens anything or embeds a guest; links leave through `link:open` only. */
export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

const allowed: readonly string[] = ['fullscreen', 'clipboard-sanitized-write']

/** DSK9: permissions are denied, asked or checked, but for full screen and writing to the clipboard; and nothing goes to the network. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.includes(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed.includes(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|blob|data|devtools):/.test(details.url) }))
}
