import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { chromium, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { findChromium } from '../../../build/chromium.mjs'

/** A Chromium in a process group of its own, on a profile that outlives it. */
export interface KillableBrowser {
  readonly page: Page
  /** SIGKILL for all its processes at once; resolves when the first is gone. */
  kill(): Promise<void>
}

/** Starts Chromium on `profile`; the test hears of its page over a pipe that ends with it. */
export async function killableBrowser(profile: string): Promise<KillableBrowser> {
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--disable-gpu']
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn((await findChromium()) ?? '', [...args, ...rootArgs, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  onTestFinished(() => killGroup(child))
  const browser = await chromium.connectOverCDP(await debuggingAddress(child))
  const context = browser.contexts()[0]
  if (!context) throw new Error('Chromium has no context')
  return {
    page: await context.newPage(),
    async kill() {
      killGroup(child)
      await ended
      await browser.close().catch(() => undefined)
    },
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // gone already
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /DevTools listening on (\S+)/.exec(text)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`Chromium ended: ${text}`)))
  })
}

/** A port nobody listens on now. A browser's data belongs to the address, so it has to stay the same over restarts. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
