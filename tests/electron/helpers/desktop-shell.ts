import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import type { HostError } from '../../../shared/host-contract'
import type { Result } from '../../../shared/result'
import { stub } from './electron-mock'
import { type ElectronStub, electronStub, StubWindow } from './electron-stub'
import { tempFolder } from './temp-folder'

/** Starts the desktop shell on a folder of its own. `call` goes through the ipc handler as the page's bridge would. */
export async function desktop(
  bundle: string | null = null,
  prepare: (electron: ElectronStub) => void = () => undefined,
  courier = '/none/courier.js',
) {
  const electron = electronStub()
  forgetSignals()
  prepare(electron)
  stub.current = electron.module
  const root = tempFolder()
  const rendererFolder = join(root, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  for (const name of ['index.html', 'wall.html', 'assets/a-abcdefgh.js'])
    writeFileSync(join(rendererFolder, name), `page ${name}`)
  const dataDir = join(root, 'data')
  const { startDesktop } = await import('../../../electron/desktop/start')
  await startDesktop({
    dataDir,
    bundle,
    rendererFolder,
    preload: '/preload.cjs',
    worker: join(root, 'worker.js'),
    courier,
    version: '1.2.3',
  })
  onTestFinished(async () => {
    electron.app.emit('will-quit', { preventDefault: () => undefined })
    await vi.waitFor(() => expect(electron.state.exitCode).not.toBe(null))
  })
  const control = electron.windows[0] ?? new StubWindow({ webPreferences: {} })
  const handler = electron.state.handlers.get('review-room:call')
  const own = { sender: control.webContents, senderFrame: control.webContents.mainFrame }
  const call = async (name: string, request: unknown, event: unknown = own) =>
    (await handler?.(event, name, request)) as Result<unknown, HostError>
  const ask = (path: string, init: RequestInit = {}) => {
    const request = new Request('http://x/', init)
    const asked = {
      url: path.startsWith('app:') ? path : `app://review-room${path}`,
      method: request.method,
      headers: request.headers,
      body: request.body,
    }
    return electron.state.protocols.get('app')?.(asked as Request) as Promise<Response>
  }
  return { electron, control, call, ask, own, dataDir }
}

/** A program listens for its end once; a test file starts many. */
function forgetSignals(): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const
  const before = new Set(signals.flatMap((name) => process.rawListeners(name)))
  onTestFinished(() => {
    for (const name of signals)
      for (const listener of process.rawListeners(name)) if (!before.has(listener)) process.off(name, listener as () => void)
  })
}
