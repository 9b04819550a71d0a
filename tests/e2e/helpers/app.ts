import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

const program = fileURLToPath(new URL('../../../dist/browser/main.js', import.meta.url))

export interface App {
  readonly url: string
  readonly data: string
  /** Process of the host. */
  readonly pid: number | undefined
  /** A page of a browser profile of its own, signed in. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** Another window of the same profile. */
  again(page: Page): Promise<Page>
  stop(signal?: NodeJS.Signals): Promise<void>
}

export interface Started {
  readonly data?: string
  readonly port?: number
}

/** Starts the browser shell as it is delivered, on a folder of its own unless told. */
export async function startApp(browser: Browser, { data = tempFolder('data'), port = 0 }: Started = {}): Promise<App> {
  const child: ChildProcess = spawn(process.execPath, [program, '--no-open', '--port', String(port), '--data-dir', data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  await expect.poll(() => out, { timeout: 20_000 }).toMatch(/ready: http\S+\n/)
  const url = /http\S+/.exec(out)?.[0] ?? ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    url,
    data,
    pid: child.pid,
    async open(options) {
      const context = await browser.newContext(options)
      return signedIn(await context.newPage(), url)
    },
    again: async (page) => signedIn(await page.context().newPage(), url),
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}

async function signedIn(page: Page, url: string): Promise<Page> {
  page.on('pageerror', (error) => {
    throw error
  })
  // Playwright asks the browser to hand over file dialogs only once somebody listens, and does not wait until it does: a key pressed
  // right after would open a dialog that nobody sees.
  page.on('filechooser', () => undefined)
  await page.goto(url)
  // BAK1: where a meeting is in progress, it is there that the program begins.
  const library = page.getByRole('heading', { name: 'Review Room' })
  await expect(library.or(page.getByRole('navigation', { name: 'Places of this review' }))).toBeVisible()
  return page
}

const folders: string[] = []

export function tempFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `review-room-${name}-`))
  folders.push(folder)
  return folder
}

interface Fixtures {
  /** The app, on an empty data folder. */
  readonly app: App
  /** Starts further apps that end with the test. */
  readonly start: (started?: Started) => Promise<App>
}

export const test = base.extend<Fixtures>({
  start: async ({ browser }, use) => {
    const apps: App[] = []
    await use(async (started) => {
      const app = await startApp(browser, started)
      apps.push(app)
      return app
    })
    await Promise.all(apps.map((app) => app.stop()))
    folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }))
  },
  app: async ({ start }, use) => use(await start()),
})

export { expect }

/** Makes the sample review and answers its address without the place. */
export async function openSample(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Try the sample review' }).click()
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  return page.url().replace(/\/run$/, '')
}
