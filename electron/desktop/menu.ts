import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuEntry } from '../../shared/host-contract'

export interface MenuActs {
  /** Does in the page what the key of that name does there. */
  readonly press: (entry: MenuEntry) => void
  readonly openBundle: () => void
}

/** DSK13: the system's menu. What it does in a review, the page does: an entry presses the page's own key. */
export function menuTemplate(isMac: boolean, { press, openBundle }: MenuActs): MenuItemConstructorOptions[] {
  const line = { type: 'separator' } as const
  /** Letters alone are the page's keys; the menu takes chords only where every program has them. */
  const entry = (label: string, name: MenuEntry, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => press(name),
    // The page hears the chord itself and knows whether it is meant for text or for the review.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const own: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [{ role: 'about' }, line, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line, { role: 'quit' }],
  }
  return [
    ...(isMac ? [own] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Review', accelerator: 'CmdOrCtrl+N', click: () => press('newReview') },
        { label: 'Open Bundle...', accelerator: 'CmdOrCtrl+O', click: openBundle },
        line,
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        entry('Undo', 'undo', 'CmdOrCtrl+Z'),
        entry('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        entry('Open Wall', 'wallOpen'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    { role: 'help', label: '&Help', submenu: [entry('All Keys', 'help'), ...(isMac ? [] : [line, { role: 'about' } as const])] },
  ]
}

/** Puts the menu up, and what *About* shows. */
export function installMenu(version: string, acts: MenuActs): void {
  app.setAboutPanelOptions({
    applicationName: 'Review Room',
    applicationVersion: version,
    copyright: 'MIT licence. New versions come by installing them; nothing is looked for or fetched.',
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', acts)))
}
