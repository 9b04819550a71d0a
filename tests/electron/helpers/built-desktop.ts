import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'
import { build } from 'vite'
import { vi } from 'vitest'
import type { HostError } from '../../../shared/host-contract'
import type { Result } from '../../../shared/result'
import { stub } from './electron-mock'
import { electronStub } from './electron-stub'

/**
 * Builds the desktop shell with two empty pages, and runs its main file and its preload script under the stub: what is asked of
 * Electron, from the files that are shipped.
 */
export async function builtDesktop() {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'desktop-'))
  mkdirSync(join(folder, 'renderer'))
  for (const name of ['index.html', 'wall.html']) writeFileSync(join(folder, 'renderer', name), '<!doctype html>')
  for (const config of ['desktop', 'preload'])
    await build({
      configFile: `build/vite.${config}.ts`,
      logLevel: 'silent',
      build: { outDir: join(folder, 'desktop'), emptyOutDir: false },
    })
  const main = join(folder, 'desktop', 'main.js')
  const preload = readFileSync(join(folder, 'desktop', 'preload.cjs'), 'utf8')

  const electron = electronStub()
  stub.current = electron.module
  const args = process.argv
  process.argv = ['electron', folder, '--data-dir', join(folder, 'data')]
  await import(/* @vite-ignore */ pathToFileURL(main).href)
  await vi.waitFor(() => {
    if (electron.windows.length === 0) throw new Error('no window yet')
  }, 10_000)
  process.argv = args
  const run = runInThisContext(`(function (require, exports) {${preload}\n})`) as (require: unknown, exports: object) => void
  run(() => electron.module, {})

  const control = electron.windows[0]
  const handler = electron.state.handlers.get('review-room:call')
  const own = { sender: control?.webContents, senderFrame: control?.webContents.mainFrame }
  const call = async (name: string, request: unknown, event: unknown = own) =>
    (await handler?.(event, name, request)) as Result<unknown, HostError>
  await call('wall:open', {})
  return {
    electron,
    call,
    own,
    text: readFileSync(main, 'utf8'),
    page: (path: string) => electron.state.protocols.get('app')?.(pageRequest(path)) as Promise<Response>,
    async close() {
      ;(electron.module['app'] as { quit: () => void }).quit()
      await vi.waitFor(() => {
        if (electron.state.exitCode === null) throw new Error('not ended yet')
      }, 10_000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Node's own Request refuses addresses of our scheme's kind. */
function pageRequest(path: string): Request {
  return { url: `app://review-room${path}`, method: 'GET', headers: new Headers(), body: null } as unknown as Request
}
