import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../../build/chromium.mjs'
import { debuggingAddress } from './plain-browser'

/** A Chromium on a profile that outlives it; all its processes end at once by `kill`, without a last word. */
export async function killableBrowser(profile: string): Promise<{ readonly page: Page; readonly kill: () => Promise<void> }> {
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--disable-gpu']
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn((await findChromium()) ?? '', [...args, ...rootArgs, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await debuggingAddress(child))
  const page = await browser.contexts()[0]?.newPage()
  if (!page || child.pid === undefined) throw new Error('Chromium has no page')
  await page.setViewportSize({ width: 1280, height: 800 })
  const pid = child.pid
  return {
    page,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL')
      await ended
      await browser.close().catch(() => undefined)
    },
  }
}
