import { app, type BrowserWindow, type BrowserWindowConstructorOptions, type Display, screen } from 'electron'

/** Whether the desktop lets a program say where its windows are. Wayland does not: it neither tells nor takes a position. */
export function isFreeToPlace(): boolean {
  const isWayland =
    process.env['XDG_SESSION_TYPE'] === 'wayland' || app.commandLine.getSwitchValue('ozone-platform') === 'wayland'
  return process.platform !== 'linux' || !isWayland || app.commandLine.getSwitchValue('ozone-platform') === 'x11'
}

/** DSK8: full screen on a display where the cockpit is not; a window to drag over, then F, where there is none or none can be chosen. */
export function placeForWall(control: BrowserWindow | null): BrowserWindowConstructorOptions {
  const here = control ? screen.getDisplayMatching(control.getBounds()) : screen.getPrimaryDisplay()
  const other = isFreeToPlace() ? screen.getAllDisplays().find(({ id }) => id !== here.id) : undefined
  return other ? { ...other.workArea, fullscreen: true } : asWindow(here)
}

/** DSK8: a wall whose display was unplugged comes back on the main screen, as a window; also if the system moved it there already. */
export function keepInSight(window: BrowserWindow): void {
  let on = screen.getDisplayMatching(window.getBounds()).id
  const onMoved = (): void => void (on = screen.getDisplayMatching(window.getBounds()).id)
  function onRemoved(_event: unknown, gone: Display): void {
    if (gone.id !== on && isSeen(window)) return
    const main = screen.getPrimaryDisplay()
    on = main.id
    window.setFullScreen(false)
    window.setBounds(asWindow(main))
  }
  window.on('moved', onMoved)
  screen.on('display-removed', onRemoved)
  window.once('closed', () => screen.off('display-removed', onRemoved))
}

function asWindow({ workArea }: Display) {
  const { x, y, width, height } = workArea
  return { x, y, width: Math.min(width, 1280), height: Math.min(height, 720) }
}

function isSeen(window: BrowserWindow): boolean {
  const { x, y, width, height } = window.getBounds()
  return screen
    .getAllDisplays()
    .some(
      ({ bounds }) =>
        x < bounds.x + bounds.width && x + width > bounds.x && y < bounds.y + bounds.height && y + height > bounds.y,
    )
}
