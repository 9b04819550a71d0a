import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { encodeAny } from 'lib0/buffer'
import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { lockFolder } from '../../../electron/host/files/folder-lock'
import { forkHand, handedJobs, threadHand } from '../../../electron/host/jobs/run-job'
import { type HostCall, hostContract } from '../../../shared/host-contract'
import { browserShell } from '../helpers/browser-client'
import { createWriter, REVIEW } from '../helpers/commits'
import { desktop } from '../helpers/desktop-shell'
import { stub } from '../helpers/electron-mock'
import { electronStub } from '../helpers/electron-stub'
import { tempFolder, unreadableFolder } from '../helpers/temp-folder'
import { testHost } from '../helpers/test-host'

vi.mock('electron', async () => (await import('../helpers/electron-mock')).electronMock())

const names = Object.keys(hostContract) as HostCall[]
const writer = createWriter()
/** The same folder for both shells. */
const target = process.cwd()

/** One fitting request per call; a call without one fails the test below. */
const fitting: { readonly [Name in HostCall]: unknown } = {
  'app:hello': { clientId: 'w1' },
  'device:read': {},
  'device:write': { operatorName: 'Ada', theme: 'dark' },
  'review:append': { reviewId: REVIEW, clientId: 'w1', create: true, commits: [writer.next('one'), writer.next('two')] },
  'review:list': {},
  'review:open': { reviewId: REVIEW, clientId: 'w2', have: [{ docId: 'record', stateVector: Y.encodeStateVector(new Y.Doc()) }] },
  'review:lease': { reviewId: REVIEW, clientId: 'w2', act: 'take-over' },
  'review:delete': { reviewId: REVIEW },
  'review:restore': { reviewId: REVIEW },
  'folder:browse': { path: target },
  'folder:choose': { from: target },
  'materials:missing': { sha512: ['a'.repeat(128)] },
  'archive:save': { jobId: 'j1', reviewId: REVIEW, folder: join(target, 'none'), parts: [], log: [], withDesk: false },
  'archive:minutes': { jobId: 'j4', reviewId: REVIEW, folder: join(target, 'none'), parts: [], log: [] },
  'archive:open': { jobId: 'j2', stagingId: '0'.repeat(32) },
  'archive:verify': { jobId: 'j3', path: join(target, 'none.zip') },
  'job:cancel': { jobId: 'j1' },
  'delivery:list': {},
  'delivery:act': { deliveryId: 'none', act: 'retry' },
  'wall:open': {},
  'link:open': { url: 'https://example.org/' },
}

/** Those that fail here, because their worker or courier is missing, or what they are about. */
const isRefused = (name: HostCall): boolean => name.startsWith('archive:') || ['folder:browse', 'delivery:act'].includes(name)

/** What may differ between two shells and two runs. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one: unknown) => {
      if (key === 'openUrl' || key === 'ownPicker') return 'each its own'
      if (['since', 'deletedAt', 'freeBytes', 'dataFolder', 'folderId', 'shell', 'version'].includes(key)) return typeof one
      return one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one
    }),
  )
}

test('[DSK10] both shells answer every call of the contract, the same', async () => {
  const { call } = await desktop()
  // The same missing files on both sides: both have to route calls to a job and answer that it failed.
  const jobs = handedJobs(
    () => threadHand('/none/worker.js'),
    () => forkHand('/none/courier.js'),
  )
  const browser = await browserShell(undefined, 0, await testHost({ jobs }))
  expect(Object.keys(fitting).sort()).toEqual([...names].sort())
  for (const name of Object.keys(fitting) as HostCall[]) {
    const here = await call(name, fitting[name])
    const there = (await browser.ask(name, fitting[name])) as typeof here
    expect([name, here.ok, there.ok]).toEqual([name, !isRefused(name), !isRefused(name)])
    if (here.ok) expect(hostContract[name].response.safeParse(here.value).success, name).toBe(true)
    expect(comparable(here), name).toEqual(comparable(there))
  }
})

test('[DSK10] both shells refuse the same arguments by name, for every call, without effect', async () => {
  const { call, dataDir } = await desktop()
  const browser = await browserShell()
  const before = readdirSync(dataDir)
  const encodable = fc.anything({ withBigInt: false }).filter((value) => {
    try {
      return encodeAny(value).length > 0
    } catch {
      return false
    }
  })
  for (const name of names) {
    const misfits = encodable.filter((request) => !hostContract[name].request.safeParse(request).success)
    await fc.assert(
      fc.asyncProperty(misfits, async (request) => {
        const refused = { ok: false, error: { kind: 'bad-request', message: expect.stringContaining(name) as string } }
        expect(await call(name, request)).toMatchObject(refused)
        expect(await browser.ask(name, request)).toMatchObject(refused)
      }),
      { numRuns: 8 },
    )
  }
  expect(readdirSync(dataDir)).toEqual(before)
})

test('[DSK2] every call from a wrong frame, window or page is forbidden by name', async () => {
  const { call, own, electron } = await desktop()
  await call('wall:open', {})
  const wall = electron.windows[1]?.webContents
  const foreign = {
    'a frame inside': { ...own, senderFrame: { url: 'app://review-room/' } },
    'a frame that is gone': { ...own, senderFrame: null },
    'the wall': { sender: wall, senderFrame: wall?.mainFrame },
    'another window': { sender: {}, senderFrame: own.senderFrame },
  }
  for (const [who, event] of Object.entries(foreign))
    for (const name of names)
      expect(await call(name, fitting[name], event), `${name} from ${who}`).toMatchObject({
        ok: false,
        error: { kind: 'forbidden', message: expect.stringContaining(name) as string },
      })
  own.senderFrame.url = 'https://evil.example/'
  for (const name of names) expect(await call(name, fitting[name])).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
})

test('[DSK10] a window hears events from its first call on and frees its leases when its page goes', async () => {
  const { call, control } = await desktop()
  await call('app:hello', { clientId: 'w1' })
  await call('review:lease', { reviewId: REVIEW, clientId: 'w1', act: 'take-over' })
  expect(control.webContents.sent).toEqual([['review-room:event', { type: 'lease:changed', reviewId: REVIEW, holder: 'w1' }]])
  control.webContents.emit('did-navigate')
  expect(await call('review:lease', { reviewId: REVIEW, clientId: 'w2', act: 'release' })).toMatchObject({
    value: { since: null },
  })
})

test('[DSK6] [DSK7] windows are sandboxed, the wall has no bridge, and pages go nowhere', async () => {
  const { call, electron } = await desktop()
  await call('wall:open', {})
  await call('wall:open', {})
  expect(electron.windows).toHaveLength(2)
  for (const [index, { options, webContents }] of electron.windows.entries()) {
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(options.webPreferences['preload']).toBe(index === 0 ? '/preload.cjs' : undefined)
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const event = { url: 'https://evil.example/', preventDefault: vi.fn() }
      webContents.emit(name, event)
      expect([name, event.preventDefault.mock.calls.length]).toEqual([name, 1])
    }
    expect(webContents.openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' })
  }
})

test('[DSK9] only full screen, clipboard writing and a screen that stays awake are permitted, to our pages, and no request goes out', async () => {
  const { state } = (await desktop()).electron
  const permissions = [
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'pointerLock',
    'screen-wake-lock',
    'serial',
    'usb',
    'window-management',
    'unknown',
  ]
  const askedBy = (requestingUrl: string) =>
    permissions.filter((permission) => {
      const answer = vi.fn()
      state.permissionRequest?.(null, permission, answer, { requestingUrl })
      return answer.mock.calls[0]?.[0] === true
    })
  const checkedBy = (origin: string) => permissions.filter((permission) => state.permissionCheck?.(null, permission, origin))
  const few = ['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock']
  expect([askedBy('app://review-room/wall.html'), checkedBy('app://review-room/')]).toEqual([few, few])
  expect([askedBy('https://evil.example/'), checkedBy('https://evil.example/'), checkedBy('null')]).toEqual([[], [], []])
  expect(state.devicePermission?.()).toBe(false)
  const isStopped = (url: string) => {
    const answer = vi.fn()
    state.beforeRequest?.({ url }, answer)
    return (answer.mock.calls[0]?.[0] as { cancel: boolean }).cancel
  }
  expect(['https://example.org/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'ftp://x'].every(isStopped)).toBe(true)
  expect(['app://review-room/', 'blob:app://review-room/1', 'data:,x'].some(isStopped)).toBe(false)
})

test('[DSK4] [DSK5] the scheme serves the map of pages and stored materials with their policies, nothing else', async () => {
  const { ask, electron } = await desktop()
  expect(electron.state.privileges).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  for (const path of ['/', '/index.html', '/wall.html', '/assets/a-abcdefgh.js']) {
    const { status, headers } = await ask(path)
    expect([path, status]).toEqual([path, 200])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  }
  const stored = await ask('/materials', { method: 'POST', body: 'hello' })
  expect(stored.status).toBe(200)
  const hash = createHash('sha512').update('hello').digest('hex')
  const material = await ask(`/materials/${hash}?name=a.txt`, { headers: { range: 'bytes=1-3' } })
  expect([material.status, await material.text(), material.headers.get('content-security-policy')]).toEqual([
    206,
    'ell',
    "sandbox; default-src 'none'",
  ])
  for (const path of [
    '/../data/session.key',
    '/%2e%2e/data/device.json',
    '/materials/../device.json',
    `/materials/${'A'.repeat(128)}`,
    '/materials/%2e%2e%2fdevice.json',
    '/nothing',
    '/..%5c..%5cx',
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  expect((await ask('app://other/')).status).toBe(403)
  expect((await ask('/materials', { method: 'POST', body: 'x', headers: { origin: 'https://evil.example' } })).status).toBe(403)
  expect((await ask('/nowhere', { method: 'POST', body: 'x' })).status).toBe(404)
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405)
})

test('[DSK8] the wall takes the other display full screen and comes back when it is unplugged', async () => {
  const { call, electron } = await desktop()
  const beside = { x: 1920, y: 0, width: 1280, height: 720 }
  electron.state.displays.push({ id: 2, bounds: beside, workArea: beside })
  await call('wall:open', {})
  const wall = electron.windows[1]
  expect([wall?.fullScreen, wall?.bounds.x]).toEqual([true, 1920])
  electron.state.displays.pop()
  electron.screen.emit('display-removed', {}, { id: 2 })
  expect([wall?.fullScreen, wall?.bounds.x]).toEqual([false, 0])
})

test('[HST9] links go out by the desktop only if they are on the list', async () => {
  const { call, electron } = await desktop()
  for (const url of [
    'https://example.org/',
    'mailto:a@example.org',
    'file:///etc/passwd',
    'javascript:x',
    '\\\\host\\share',
    '//host',
  ])
    await call('link:open', { url })
  expect(electron.state.openedOutside).toEqual(['https://example.org/', 'mailto:a@example.org'])
})

test('[BRW7] a second desktop shell on the same folder says why and ends', async () => {
  const { dataDir } = await desktop()
  const second = electronStub()
  const first = stub.current
  stub.current = second.module
  const { startDesktop } = await import('../../../electron/desktop/start')
  await startDesktop({
    dataDir,
    bundle: null,
    rendererFolder: '',
    preload: '',
    worker: '',
    courier: '/none/courier.js',
    version: '',
  })
  expect([second.state.exitCode, second.state.errors, second.windows.length]).toEqual([
    1,
    [expect.stringContaining('already runs')],
    0,
  ])
  stub.current = first
})

test('[BRW7] a desktop shell that fails to start says why and ends, and holds no folder', async () => {
  const { startDesktop } = await import('../../../electron/desktop/start')
  const first = stub.current
  onTestFinished(() => void (stub.current = first))
  const options = { bundle: null, rendererFolder: '/none', preload: '', worker: '', courier: '/none/courier.js', version: '' }
  const unreadable = unreadableFolder(tempFolder())
  for (const dataDir of [unreadable, tempFolder()]) {
    const electron = electronStub()
    stub.current = electron.module
    await startDesktop({ ...options, dataDir })
    const words = expect.stringMatching(/^Review Room cannot start with the data folder [^\n]+: [^\n]+$/) as string
    expect([electron.state.exitCode, electron.state.errors, electron.windows.length]).toEqual([1, [words], 0])
    expect(electron.state.errors[0]).toContain(dataDir)
    const lock = await lockFolder(nodeFileSystem(), dataDir)
    expect(lock.ok).toBe(true)
    if (lock.ok) await lock.value.release()
  }
})

test('[DSK3] the preload script gives two frozen functions that reach one channel each', async () => {
  const electron = electronStub()
  stub.current = electron.module
  await import('../../../electron/desktop/preload')
  const bridge = electron.state.exposed.get('reviewRoom') as unknown as {
    call: (name: string, request: unknown) => unknown
    onEvent: (listener: (event: unknown) => void) => () => void
  }
  expect([...electron.state.exposed.keys()]).toEqual(['reviewRoom'])
  expect([Object.keys(bridge), Object.isFrozen(bridge)]).toEqual([['call', 'onEvent'], true])
  const invoke = vi.spyOn(electron.ipcRenderer, 'invoke')
  void bridge.call('app:hello', { clientId: 'a' })
  expect(invoke.mock.calls).toEqual([['review-room:call', 'app:hello', { clientId: 'a' }]])
  const heard: unknown[] = []
  const stop = bridge.onEvent((event) => heard.push(event))
  electron.ipcRenderer.emit('review-room:event', { sender: 'secret' }, { type: 'library:changed' })
  stop()
  electron.ipcRenderer.emit('review-room:event', {}, { type: 'library:changed' })
  expect(heard).toEqual([{ type: 'library:changed' }])
})
