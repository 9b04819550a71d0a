import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'

/** DSK14: the system's dialog for a folder to save bundles in; null when it was cancelled. */
export function chooseFolder(parent: BrowserWindow | null, from: string | null): Promise<string | null> {
  return choose(parent, {
    title: 'Save the bundle to',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    ...(from === null ? {} : { defaultPath: from }),
  })
}

/** The system's dialog for a bundle; null when it was cancelled. */
export function chooseBundle(parent: BrowserWindow | null): Promise<string | null> {
  return choose(parent, {
    title: 'Open a bundle',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'Bundle of Review Room', extensions: ['zip'] }],
  })
}

async function choose(parent: BrowserWindow | null, options: OpenDialogOptions): Promise<string | null> {
  const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** Asked when a page holds what was saved nowhere; true: leave it. */
export function mayLeaveUnsaved(): boolean {
  const buttons = ['Stay', 'Leave and lose it']
  return (
    dialog.showMessageBoxSync({
      type: 'warning',
      message: 'What was entered last is not saved.',
      detail: 'Stay to save a bundle elsewhere, or until saving works again.',
      buttons,
      defaultId: 0,
      cancelId: 0,
    }) === 1
  )
}
