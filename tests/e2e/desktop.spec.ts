import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron as electron, type ElectronApplication, type Page } from '@playwright/test'
import { hasDisplay } from '../../build/choose-shell.mjs'
import { findElectron } from '../../build/electron-binary.mjs'
import { hasSandbox } from '../../build/sandbox.mjs'
import { expect, tempFolder, test } from './helpers/app'

/** Why the desktop shell cannot be started here; null when it can. */
function whyNot(): string | null {
  if (findElectron() === null) return "Electron's binary is not here (npm start fetches it)"
  if (!hasDisplay({ platform: process.platform, env: process.env })) return 'there is no display'
  if (process.platform === 'linux' && process.getuid?.() === 0) return "Electron's sandbox does not start as root"
  if (process.platform === 'linux' && !hasSandbox(findElectron())) return "this system does not let Electron's sandbox start"
  return null
}

const why = whyNot()
if (why !== null) console.log(`left out: the desktop shell as a program: ${why}.`)
test.skip(why !== null, why ?? '')

async function launch(data: string, ...args: string[]): Promise<{ program: ElectronApplication; page: Page }> {
  const program = await electron.launch({
    executablePath: findElectron() ?? '',
    args: [process.cwd(), '--data-dir', data, ...args],
    chromiumSandbox: true,
  })
  const page = await program.firstWindow()
  await expect(page.getByRole('heading', { name: 'Review Room' })).toBeVisible()
  return { program, page }
}

test('[DSK6] the page runs without Node and with two functions of the desktop; nothing reaches the network', async () => {
  const { program, page } = await launch(tempFolder('desktop'))
  expect(await page.evaluate(() => [typeof globalThis.process, 'require' in globalThis, location.origin])).toEqual([
    'undefined',
    false,
    'app://review-room',
  ])
  expect(await page.evaluate(() => Object.keys((window as unknown as { reviewRoom: object }).reviewRoom))).toEqual([
    'call',
    'onEvent',
  ])
  expect(await page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, () => 'refused'))).toBe('refused')
  await program.close()
})

test('[DSK8] a meeting runs with its wall, [DSK15] and the screen stays awake', async () => {
  const { program, page } = await launch(tempFolder('desktop'))
  await page.getByRole('button', { name: 'Try the sample review' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const opened = program.waitForEvent('window')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  await expect(wall.getByRole('timer')).toBeVisible()
  expect(await wall.evaluate(() => 'reviewRoom' in window)).toBe(false)
  expect(await page.evaluate(() => navigator.wakeLock.request('screen').then((lock) => lock.released))).toBe(false)
  await program.close()
})

test('[DSK16] what was typed last is there after quitting at once', async () => {
  const data = tempFolder('desktop')
  const first = await launch(data)
  await first.page.getByRole('button', { name: 'Try the sample review' }).click()
  await first.page.keyboard.press('m')
  await first.page.keyboard.type('Typed last.')
  await first.program.close()
  const second = await launch(data)
  await second.page.getByRole('row').nth(1).click()
  await second.page.getByRole('link', { name: 'Run' }).click()
  await expect(second.page.getByText('Typed last.')).toBeVisible()
  await second.program.close()
})

test('[DSK12] the bundle it was started with is opened, or refused by name', async () => {
  const bundle = join(tempFolder('bundle'), 'holiday.zip')
  writeFileSync(bundle, 'not a bundle')
  expect(existsSync(bundle)).toBe(true)
  const { program, page } = await launch(tempFolder('desktop'), bundle)
  await expect(page.getByRole('alert')).toContainText('holiday.zip was not opened')
  await program.close()
})
