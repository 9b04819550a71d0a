import type { BrowserWindow, WebContents } from 'electron'
import { bringToFront, openControlWindow, openWallWindow } from './window'

/** The two windows of the program; each is opened once. */
export interface Windows {
  readonly open: () => void
  readonly openWall: () => void
  readonly isControl: (contents: WebContents) => boolean
  /** The control window; null while it is closed. */
  readonly control: () => BrowserWindow | null
}

export function createWindows(preload: string): Windows {
  let control: BrowserWindow | null = null
  let wall: BrowserWindow | null = null
  return {
    open() {
      if (control) return bringToFront(control)
      control = openControlWindow(preload)
      control.once('closed', () => {
        control = null
        wall?.close()
      })
    },
    openWall() {
      if (wall) return bringToFront(wall)
      wall = openWallWindow(control)
      wall.once('closed', () => {
        wall = null
      })
    },
    isControl: (contents) => control !== null && control.webContents === contents,
    control: () => control,
  }
}
