import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtDesktop } from '../helpers/built-desktop'
import type { StubWindow } from '../helpers/electron-stub'

vi.mock('electron', async () => (await import('../helpers/electron-mock')).electronMock())

let shell: Awaited<ReturnType<typeof builtDesktop>>
beforeAll(async () => void (shell = await builtDesktop()), 60_000)
afterAll(() => shell.close())

const read = (path: string): string => readFileSync(path, 'utf8')
const state = () => shell.electron.state

/** What both windows - control and wall - were made with. */
function everyWindowHas(preferences: Record<string, unknown>): void {
  expect(shell.electron.windows).toHaveLength(2)
  for (const { options } of shell.electron.windows) expect(options.webPreferences).toMatchObject(preferences)
}

function isStopped(window: StubWindow, name: string, url: string): boolean {
  const event = { url, preventDefault: vi.fn() }
  window.webContents.emit(name, event)
  return event.preventDefault.mock.calls.length === 1
}

const elsewhere = ['https://evil.example/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x']

interface Point {
  readonly id: number
  /** Electron's words. */
  readonly point: string
  readonly shown: string
  readonly check: () => void | Promise<void>
}

/** The points of Electron's security checklist, in its order. */
const points: readonly Point[] = [
  {
    id: 1,
    point: 'Only load secure content',
    shown: 'both windows load app:// and every request to a network or file is cancelled',
    check() {
      for (const { webContents } of shell.electron.windows) expect(webContents.mainFrame.url).toMatch(/^app:\/\/review-room\//)
      for (const url of ['http://a/', 'https://a/', 'ws://a/', 'wss://a/', 'ftp://a/', 'file:///a']) {
        const answer = vi.fn()
        state().beforeRequest?.({ url }, answer)
        expect([url, answer.mock.calls]).toEqual([url, [[{ cancel: true }]]])
      }
    },
  },
  {
    id: 2,
    point: 'Do not enable Node.js integration for remote content',
    shown: 'no Node in pages, workers or frames',
    check: () => everyWindowHas({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false }),
  },
  {
    id: 3,
    point: 'Enable context isolation',
    shown: 'said for every window',
    check: () => everyWindowHas({ contextIsolation: true }),
  },
  {
    id: 4,
    point: 'Enable process sandboxing',
    shown: 'for the whole program before it is ready, and for every window',
    check() {
      expect(state().isSandboxed).toBe(true)
      everyWindowHas({ sandbox: true })
    },
  },
  {
    id: 5,
    point: 'Handle session permission requests',
    shown: 'asked or checked, all but three are denied, and those to foreign pages too',
    check() {
      const asked = (permission: string, requestingUrl: string) => {
        const answer = vi.fn()
        state().permissionRequest?.(null, permission, answer, { requestingUrl })
        return (answer.mock.calls[0] as [boolean])[0]
      }
      const checked = (permission: string, origin: string) => state().permissionCheck?.(null, permission, origin)
      for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb'])
        expect([permission, asked(permission, 'app://review-room/'), checked(permission, 'app://review-room/')]).toEqual([
          permission,
          false,
          false,
        ])
      for (const permission of ['fullscreen', 'clipboard-sanitized-write', 'screen-wake-lock']) {
        expect([asked(permission, 'app://review-room/'), checked(permission, 'app://review-room/')]).toEqual([true, true])
        expect([asked(permission, 'https://evil.example/'), checked(permission, 'https://evil.example/')]).toEqual([false, false])
      }
      expect(state().devicePermission?.()).toBe(false)
    },
  },
  {
    id: 6,
    point: 'Do not disable webSecurity',
    shown: 'said for every window',
    check: () => everyWindowHas({ webSecurity: true }),
  },
  {
    id: 7,
    point: 'Define a Content-Security-Policy',
    shown: 'with every answer of the scheme, from nothing upwards, without inline or evaluated scripts',
    async check() {
      for (const path of ['/', '/wall.html', '/nothing', '/materials/x']) {
        const policy = (await shell.page(path)).headers.get('content-security-policy') ?? ''
        expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")])
        expect(policy).not.toMatch(/unsafe-|https?:|\*/)
      }
      expect((await shell.page('/')).headers.get('content-security-policy')).toContain("script-src 'self';")
    },
  },
  {
    id: 8,
    point: 'Do not enable allowRunningInsecureContent',
    shown: 'off for every window',
    check: () => everyWindowHas({ allowRunningInsecureContent: false }),
  },
  {
    id: 9,
    point: 'Do not enable experimental features',
    shown: 'off for every window, and no switch for them',
    check() {
      everyWindowHas({ experimentalFeatures: false })
      expect(shell.text).not.toMatch(/appendSwitch|enable-experimental/)
    },
  },
  {
    id: 10,
    point: 'Do not use enableBlinkFeatures',
    shown: 'no window has it',
    check() {
      for (const { options } of shell.electron.windows)
        expect(Object.keys(options.webPreferences)).not.toContain('enableBlinkFeatures')
      expect(shell.text).not.toContain('enableBlinkFeatures')
    },
  },
  {
    id: 11,
    point: 'Do not use allowpopups for WebViews',
    shown: 'the tag is off, and no page has one',
    check() {
      everyWindowHas({ webviewTag: false })
      const pages = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(tsx?|html)$/.test(file))
      expect(pages.length).toBeGreaterThan(50)
      expect(pages.filter((file) => /<webview|allowpopups/i.test(read(join('renderer', file))))).toEqual([])
    },
  },
  {
    id: 12,
    point: 'Verify WebView options before creation',
    shown: 'none is ever attached',
    check() {
      for (const window of shell.electron.windows)
        expect(isStopped(window, 'will-attach-webview', 'app://review-room/')).toBe(true)
    },
  },
  {
    id: 13,
    point: 'Disable or limit navigation',
    shown: 'pages and frames go nowhere, redirects neither; only the page shown may be loaded again',
    check() {
      for (const window of shell.electron.windows)
        for (const url of elsewhere)
          for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
            expect([name, url, isStopped(window, name, url)]).toEqual([name, url, true])
    },
  },
  {
    id: 14,
    point: 'Disable or limit creation of new windows',
    shown: 'none is opened by a page',
    check() {
      for (const { webContents } of shell.electron.windows)
        for (const url of [...elsewhere, 'app://review-room/wall.html'])
          expect([url, webContents.openHandler?.({ url })]).toEqual([url, { action: 'deny' }])
    },
  },
  {
    id: 15,
    point: 'Do not use shell.openExternal with untrusted content',
    shown: 'https, http and mailto only, by call and by new window',
    async check() {
      state().openedOutside.length = 0
      const bad = [
        'file:///etc/passwd',
        'javascript:x',
        'smb://host/share',
        '\\\\host\\share',
        '//host',
        'https://a@b/',
        'ms-word:x',
      ]
      for (const url of [...bad, 'https://example.org/', 'mailto:a@example.org']) {
        await shell.call('link:open', { url })
        shell.electron.windows[0]?.webContents.openHandler?.({ url })
      }
      expect([...new Set(state().openedOutside)]).toEqual(['https://example.org/', 'mailto:a@example.org'])
    },
  },
  {
    id: 16,
    point: 'Use a current version of Electron',
    shown: 'pinned, installed as pinned, not below the last known hole',
    check() {
      const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { electron: string } }
      const { version } = JSON.parse(read('node_modules/electron/package.json')) as { version: string }
      expect(version).toBe(devDependencies.electron)
      const [major = 0, minor = 0] = version.split('.').map(Number)
      expect(major * 1000 + minor).toBeGreaterThanOrEqual(45_004)
    },
  },
  {
    id: 17,
    point: 'Validate the sender of all IPC messages',
    shown: 'one channel; from the wall, a frame inside, a foreign page or a gone frame every call is forbidden',
    async check() {
      expect([...state().handlers.keys()]).toEqual(['review-room:call'])
      const wall = shell.electron.windows[1]?.webContents
      const { sender } = shell.own
      for (const event of [
        { sender: wall, senderFrame: wall?.mainFrame },
        { sender, senderFrame: { url: 'app://review-room/' } },
        { sender, senderFrame: { url: 'https://evil.example/' } },
        { sender, senderFrame: null },
      ])
        expect(await shell.call('device:read', {}, event)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
      expect(await shell.call('device:read', {})).toMatchObject({ ok: true })
    },
  },
  {
    id: 18,
    point: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    shown: 'one scheme, secure, answered from a map; nothing loads a file',
    async check() {
      expect([...state().protocols.keys()]).toEqual(['app'])
      expect(state().privileges).toMatchObject([{ scheme: 'app', privileges: { secure: true } }])
      expect(JSON.stringify(state().privileges)).not.toContain('bypassCSP')
      expect(shell.text).not.toMatch(/loadFile|registerFileProtocol/)
      for (const path of ['/../package.json', '/%2e%2e/package.json', '/etc/passwd'])
        expect([path, (await shell.page(path)).status]).toEqual([path, 404])
    },
  },
  {
    id: 19,
    point: 'Check which fuses you can change',
    shown: 'run as Node, NODE_OPTIONS, inspect and file privileges are off; only the checked archive is loaded',
    check() {
      const fuses = read('electron-builder.yml')
      for (const off of [
        'runAsNode',
        'enableNodeOptionsEnvironmentVariable',
        'enableNodeCliInspectArguments',
        'grantFileProtocolExtraPrivileges',
      ])
        expect(fuses).toContain(`  ${off}: false\n`)
      for (const on of ['onlyLoadAppFromAsar', 'enableEmbeddedAsarIntegrityValidation'])
        expect(fuses).toContain(`  ${on}: true\n`)
    },
  },
  {
    id: 20,
    point: 'Do not expose Electron APIs to untrusted web content',
    shown: 'the page gets two frozen functions, the wall none, and no event object passes',
    check() {
      const bridge = state().exposed.get('reviewRoom') as unknown as Record<
        string,
        (listener: (...args: unknown[]) => void) => void
      >
      expect([...state().exposed.keys()]).toEqual(['reviewRoom'])
      expect([Object.keys(bridge), Object.isFrozen(bridge)]).toEqual([['call', 'onEvent'], true])
      const heard: unknown[][] = []
      bridge['onEvent']?.((...args) => heard.push(args))
      shell.electron.ipcRenderer.emit('review-room:event', { sender: 'secret' }, { type: 'library:changed' })
      expect(heard).toEqual([[{ type: 'library:changed' }]])
      const [control, wall] = shell.electron.windows
      expect([typeof control?.options.webPreferences['preload'], wall?.options.webPreferences['preload']]).toEqual([
        'string',
        undefined,
      ])
    },
  },
]

for (const { id, point, shown, check } of points) test(`[DSK21] ${id}. ${point}: ${shown}`, check)

test('[DSK21] the README lists every point with what its test shows (npm run security-table)', () => {
  const rows = [...read('README.md').matchAll(/^\| (\d+) \| (.+?) \| (.+?) \| .+? \|$/gm)].map((row) => row.slice(1, 4))
  expect(rows).toEqual(points.map(({ id, point, shown }) => [String(id), point, shown]))
})
