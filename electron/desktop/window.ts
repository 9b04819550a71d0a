import { BrowserWindow } from 'electron'
import { isFreeToPlace, keepInSight, placeForWall } from './displays'
import { APP_ORIGIN } from './trusted-url'

/** DSK6: pages run in a sandbox of their own, without Node. All is said, also what is Electron's usual. */
const pagePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
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
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** The projector's window: full screen on another display if there is one. It has no bridge and no menu. */
export function openWallWindow(control: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    ...placeForWall(control),
    title: 'Review Room wall',
    autoHideMenuBar: true,
    webPreferences: pagePreferences,
  })
  window.removeMenu()
  if (isFreeToPlace()) keepInSight(window)
  void window.loadURL(`${APP_ORIGIN}/wall.html`)
  return window
}

/** Brings a window to the front, wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
