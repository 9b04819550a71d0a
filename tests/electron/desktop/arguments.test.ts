import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readArguments } from '../../../electron/browser/arguments'
import { unwrap } from '../../../shared/result'
import { electronStub } from '../helpers/electron-stub'
import { tempFolder } from '../helpers/temp-folder'

const args = process.argv
afterEach(() => {
  process.argv = args
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

/** What the desktop's main file says when it is started so; without built pages it always ends, and names the folder it took. */
async function desktopSays(...given: string[]): Promise<string> {
  const electron = electronStub()
  vi.stubGlobal('__APP_VERSION__', '1.2.3')
  vi.stubEnv('XDG_DATA_HOME', tempFolder())
  process.argv = ['electron', '.', ...given]
  // The main file runs when it is loaded; with it the mock is loaded anew.
  vi.resetModules()
  const { electronMock, stub } = await import('../helpers/electron-mock')
  vi.doMock('electron', () => electronMock())
  stub.current = electron.module
  await import('../../../electron/desktop/main')
  await vi.waitFor(() => expect(electron.state.exitCode).toBe(1), 5_000)
  return electron.state.errors.join()
}

test('[FIL8] the desktop shell takes the folder of --data-dir in both forms', async () => {
  const folder = join(tempFolder(), 'data')
  expect(await desktopSays('--data-dir', folder)).toContain(` ${folder}:`)
  expect(await desktopSays(`--data-dir=${folder}`)).toContain(` ${folder}:`)
  expect(await desktopSays('--inspect=1', '-x', `--data-dir=${folder}`, 'a.zip')).toContain(` ${folder}:`)
})

test('[FIL8] a --data-dir without a folder is refused by both shells', async () => {
  for (const wrong of [['--data-dir'], ['--data-dir='], ['--data-dir', ''], ['--data-dir', '--no-open']]) {
    expect(await desktopSays(...wrong), wrong.join(' ')).toBe('--data-dir takes a folder')
    expect(readArguments(wrong).ok, wrong.join(' ')).toBe(false)
  }
  const folder = join(tempFolder(), 'data')
  expect(unwrap(readArguments([`--data-dir=${folder}`])).dataDir).toBe(folder)
})
