import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { bundleIn } from '../../../electron/desktop/given-bundles'
import { menuTemplate } from '../../../electron/desktop/menu'
import { menuEntries } from '../../../shared/host-contract'
import { builtShell } from '../helpers/built-shell'
import { desktop } from '../helpers/desktop-shell'
import { stub } from '../helpers/electron-mock'
import { electronStub, type StubContents, type StubMenuItem } from '../helpers/electron-stub'
import { tempFolder } from '../helpers/temp-folder'

vi.mock('electron', async () => (await import('../helpers/electron-mock')).electronMock())
afterEach(() => vi.unstubAllEnvs())

const beside = { x: 1920, y: 0, width: 1280, height: 720 }

/** For what a process does, in ms. */
const slow = 20_000

/** With the courier that is shipped, which is the same for both shells. */
const shell = builtShell()
const started = (given: string | null = null) =>
  desktop(given, undefined, join(process.cwd(), dirname(shell.main()), 'courier.js'))

function told(contents: StubContents): unknown[] {
  return contents.sent.map(([, event]) => event)
}

function bundle(name = 'a review.zip'): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, 'a bundle')
  return path
}

test('[DSK7] the page shown may be loaded again, and nothing else', async () => {
  const { control } = await desktop()
  const goes = (url: string, name = 'will-navigate') => {
    const event = { url, preventDefault: vi.fn() }
    control.webContents.emit(name, event)
    return event.preventDefault.mock.calls.length === 0
  }
  control.webContents.mainFrame.url = 'app://review-room/#/review/1/run'
  expect([goes('app://review-room/#/'), goes('app://review-room/', 'will-frame-navigate')]).toEqual([true, true])
  for (const url of ['app://review-room/wall.html', 'app://other/', 'https://evil.example/', 'file:///etc/passwd', 'about:blank'])
    expect([url, goes(url)]).toEqual([url, false])
  expect(goes('app://review-room/', 'will-redirect')).toBe(false)
})

test('[DSK7] a new window is never opened: a link of the list goes outside, a material is offered for saving', async () => {
  const { control, electron } = await desktop()
  const ask = (url: string) => control.webContents.openHandler?.({ url })
  const material = `app://review-room/materials/${'a'.repeat(128)}?name=plan.pdf`
  const links = ['https://example.org/', 'mailto:a@example.org']
  const others = ['app://review-room/wall.html', 'file:///etc/passwd', 'javascript:alert(1)', 'about:blank', '//host/share']
  for (const url of [material, ...links, ...others]) expect([url, ask(url)]).toEqual([url, { action: 'deny' }])
  expect([control.webContents.downloaded, electron.state.openedOutside]).toEqual([[material], links])
})

test('[DSK8] on Wayland the wall is a window to drag over, and the system keeps it in sight', async () => {
  vi.stubEnv('XDG_SESSION_TYPE', 'wayland')
  const { call, electron } = await desktop(null, ({ state }) => state.displays.push({ id: 2, bounds: beside, workArea: beside }))
  await call('wall:open', {})
  expect([electron.windows[1]?.fullScreen, electron.screen.listenerCount('display-removed')]).toEqual([
    process.platform !== 'linux',
    process.platform === 'linux' ? 0 : 1,
  ])
})

test('[DSK8] a wall that the system moved itself when its display went does not stay full screen over the cockpit', async () => {
  vi.stubEnv('XDG_SESSION_TYPE', 'x11')
  const { call, electron } = await desktop(null, ({ state }) => state.displays.push({ id: 2, bounds: beside, workArea: beside }))
  await call('wall:open', {})
  const wall = electron.windows[1]
  electron.state.displays.pop()
  wall?.setBounds({ x: 0, y: 0, width: 1920, height: 1080 })
  electron.screen.emit('display-removed', {}, { id: 2 })
  expect([wall?.fullScreen, wall?.bounds.width, wall?.hasMenu]).toEqual([false, 1280, false])
})

test('[DSK8] the wall stays when another display goes, and comes back when nothing of it can be seen any more', async () => {
  vi.stubEnv('XDG_SESSION_TYPE', 'x11')
  const { call, electron } = await desktop(null, ({ state }) => state.displays.push({ id: 2, bounds: beside, workArea: beside }))
  await call('wall:open', {})
  const wall = electron.windows[1]
  electron.screen.emit('display-removed', {}, { id: 3 })
  expect([wall?.fullScreen, wall?.bounds.x]).toEqual([true, 1920])
  electron.state.displays.pop()
  electron.screen.emit('display-removed', {}, { id: 3 })
  expect([wall?.fullScreen, wall?.bounds.x]).toEqual([false, 0])
})

test('[DSK11] a second start hands over its bundle and ends; the first comes to the front and opens it', async () => {
  const { call, control, electron, dataDir } = await started()
  await call('app:hello', { clientId: 'w1' })
  const second = electronStub()
  second.state.isFirst = false
  const path = bundle()
  stub.current = second.module
  const { startDesktop } = await import('../../../electron/desktop/start')
  await startDesktop({
    dataDir,
    bundle: path,
    rendererFolder: '',
    preload: '',
    worker: '',
    courier: '/none/courier.js',
    version: '',
  })
  stub.current = electron.module
  expect([second.state.exitCode, second.state.errors, second.windows.length]).toEqual([0, [], 0])
  const focused = vi.fn()
  control.on('focused', focused)
  electron.app.emit('second-instance', {}, [], '', second.state.handedOver)
  await vi.waitFor(() => expect(told(control.webContents)).toMatchObject([{ type: 'bundle:given', name: 'a review.zip' }]), slow)
  electron.app.emit('second-instance', {}, [], '', { bundle: 7 })
  electron.app.emit('second-instance', {}, [], '', null)
  expect([focused.mock.calls.length, told(control.webContents).length]).toEqual([3, 1])
})

test('[DSK12] the bundle it was started with waits for the page, is staged like a dropped one, and told once', async () => {
  const { call, control, dataDir } = await started(bundle())
  const staged = () => readdirSync(join(dataDir, 'staging'))
  await vi.waitFor(() => expect(staged()).toHaveLength(1), slow)
  expect(told(control.webContents)).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 50))
  await call('app:hello', { clientId: 'w1' })
  await vi.waitFor(() => expect(told(control.webContents)).toHaveLength(1), slow)
  const [event] = told(control.webContents) as { stagingId: string }[]
  expect([told(control.webContents).length, staged()]).toEqual([1, [`${event?.stagingId}.zip`]])
})

test('[DSK12] a bundle dropped on the icon, or chosen from the menu, reaches the page; one that is not there is told by name', async () => {
  const { call, control, electron } = await started()
  await call('app:hello', { clientId: 'w1' })
  const preventDefault = vi.fn()
  electron.app.emit('open-file', { preventDefault }, bundle('dropped.zip'))
  await vi.waitFor(() => expect(told(control.webContents)).toHaveLength(1), slow)
  const open = find(electron.state.menu, 'Open Bundle...')
  open.click?.()
  electron.state.chosenPath = bundle('chosen.zip')
  open.click?.()
  await vi.waitFor(() => expect(told(control.webContents)).toHaveLength(2), slow)
  expect(told(control.webContents)).toMatchObject([{ name: 'dropped.zip' }, { name: 'chosen.zip' }])
  electron.app.emit('open-file', { preventDefault }, '/nowhere/gone.zip')
  await vi.waitFor(() => expect(electron.state.errors).toEqual([expect.stringMatching(/^gone\.zip was not opened: /)]), slow)
})

test.runIf(process.platform !== 'win32')(
  '[DSK23] five bundles on drives that never answer stop no file of the host, and nothing of them stays',
  async () => {
    const { call, electron, dataDir } = await started()
    await call('app:hello', { clientId: 'w1' })
    const folder = tempFolder()
    for (const at of [1, 2, 3, 4, 5]) {
      execFileSync('mkfifo', [join(folder, `${at}.zip`)])
      electron.app.emit('open-file', { preventDefault: vi.fn() }, join(folder, `${at}.zip`))
    }
    // Long enough for each to be at its pipe.
    await vi.waitFor(() => expect(readdirSync(join(dataDir, 'staging'))).toHaveLength(5), slow)
    const began = performance.now()
    expect(await call('device:write', { operatorName: 'Ada' })).toMatchObject({ ok: true })
    expect(performance.now() - began).toBeLessThan(3_000)
    electron.app.emit('will-quit', { preventDefault: () => undefined })
    await vi.waitFor(() => expect(electron.state.exitCode).not.toBe(null), 5_000)
    expect(readdirSync(join(dataDir, 'staging'))).toEqual([])
  },
)

test('[DSK24] a link that the system refuses is told, and ends nothing', async () => {
  const { control, electron } = await desktop()
  Object.assign(electron.module['shell'] as object, { openExternal: () => Promise.reject(new Error('no program')) })
  expect(control.webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
  await vi.waitFor(() => expect(electron.state.errors).toEqual([expect.stringContaining('The link was not opened')]))
})

test('[DSK12] of the arguments only a .zip is a bundle, as a path or as an address of a file', () => {
  const here = process.cwd()
  const file = join(here, 'a b.ZIP')
  expect([
    bundleIn(['.', 'a b.ZIP'], here),
    bundleIn(['--flag', file], here),
    bundleIn([pathToFileURL(file).href], here),
    bundleIn(['--data-dir', 'x.zip', '--y=z.zip', 'a.txt'], here),
    bundleIn(['file://host/%ZZ.zip'], here),
  ]).toEqual([file, file, file, null, null])
})

function find(items: readonly StubMenuItem[], label: string): StubMenuItem {
  const all = items.flatMap((item) => [item, ...(item.submenu ?? [])])
  const found = all.find((item) => item.label === label)
  if (!found) throw new Error(`no entry ${label}`)
  return found
}

test('[DSK13] the menu presses the keys of the page, each entry once, and loads or inspects nothing', async () => {
  const { call, control, electron } = await desktop()
  await call('app:hello', { clientId: 'w1' })
  for (const label of ['New Review', 'Open Wall', 'All Keys', 'Undo', 'Redo']) find(electron.state.menu, label).click?.()
  const entries = told(control.webContents).map((event) => (event as { entry: string }).entry)
  expect([...entries].sort()).toEqual([...menuEntries].sort())
  for (const isMac of [true, false]) {
    const template = menuTemplate(isMac, { press: () => undefined, openBundle: () => undefined }) as StubMenuItem[]
    const items = template.flatMap((item) => item.submenu ?? [item])
    const roles = items.map(({ role }) => role)
    expect(template.map(({ label, role }) => label ?? role)).toEqual([
      ...(isMac ? ['appMenu'] : []),
      '&File',
      '&Edit',
      '&View',
      '&Window',
      '&Help',
    ])
    for (const role of ['close', 'quit', 'copy', 'zoomIn', 'togglefullscreen', 'about']) expect(roles).toContain(role)
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'undo', 'redo']) expect(roles).not.toContain(role)
    // In text these are the text's; the menu only shows them.
    expect(items.filter(({ registerAccelerator }) => registerAccelerator === false).map(({ label }) => label)).toEqual([
      'Undo',
      'Redo',
    ])
  }
})

test('[DSK14] a folder is chosen in the dialog of the system, beginning where the last bundle went', async () => {
  const { call, electron } = await desktop()
  expect(await call('folder:choose', { from: null })).toEqual({ ok: true, value: { path: null, ownPicker: false } })
  electron.state.chosenPath = '/media/stick'
  expect(await call('folder:choose', { from: '/home' })).toEqual({
    ok: true,
    value: { path: '/media/stick', ownPicker: false },
  })
  expect(electron.state.dialogs.map(({ defaultPath }) => defaultPath)).toEqual([undefined, '/home'])
})

test('[DSK16] a page that holds something unsaved is asked about, and stays unless it is left on purpose', async () => {
  const { control, electron } = await desktop()
  const leaves = () => {
    const preventDefault = vi.fn()
    control.webContents.emit('will-prevent-unload', { preventDefault })
    return preventDefault.mock.calls.length === 1
  }
  expect(leaves()).toBe(false)
  electron.state.chosenButton = 1
  expect(leaves()).toBe(true)
  expect(electron.state.dialogs[0]).toMatchObject({ defaultId: 0, cancelId: 0 })
})

test('[DSK16] windows are closed before the host, and the host before the program', async () => {
  const { control, electron, call } = await desktop()
  await call('app:hello', { clientId: 'w1' })
  const order: string[] = []
  control.on('closed', () => order.push('window'))
  const event = { preventDefault: () => order.push('wait') }
  control.close()
  electron.app.emit('will-quit', event)
  electron.app.emit('will-quit', event)
  await vi.waitFor(() => expect(electron.state.exitCode).toBe(0))
  expect(order).toEqual(['window', 'wait', 'wait'])
})
