import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Host } from '../../../renderer/host'
import { findChromium } from '../../../build/chromium.mjs'
import { builtShell, type Running, startShell } from '../helpers/built-shell'
import { tempFolder } from '../helpers/temp-folder'

declare global {
  interface Window {
    host: Host
    heard: string[]
    states: string[]
    evaluated: unknown
  }
}

const shell = builtShell()
let browser: Browser

beforeAll(async () => {
  const renderer = join(dirname(shell.main()), '..', 'renderer')
  mkdirSync(join(renderer, 'assets'))
  const input = 'tests/electron/helpers/bridge-page.ts'
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { outDir: join(renderer, 'assets'), rolldownOptions: { input, output: { entryFileNames: 'page.js' } } },
  })
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><title>Bridge</title><link rel="icon" href="data:,"><script type="module" src="/assets/page.js"></script>',
  )
  copyFileSync(join(renderer, 'index.html'), join(renderer, 'wall.html'))
  browser = await chromium.launch({
    executablePath: (await findChromium()) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}, 60_000)
afterAll(() => browser.close())

async function openPage(): Promise<{ page: Page; running: Running; folder: string; wrong: string[] }> {
  const folder = join(tempFolder(), 'data')
  const running = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.goto(running.url)
  await page.waitForFunction(() => window.states.at(-1) === 'connected')
  return { page, running, folder, wrong }
}

test('[BRW2] in a real browser the secret leaves the address bar, calls and events pass, and a second tab needs none', async () => {
  const { page, running, wrong } = await openPage()
  expect(page.url()).toBe(`http://127.0.0.1:${running.port}/`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => window.host.call('app:hello', { clientId: window.host.clientId }))).toMatchObject({
    ok: true,
    value: { shell: 'browser' },
  })
  const tab = await page.context().newPage()
  tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  await tab.goto(`http://127.0.0.1:${running.port}/wall.html`)
  await tab.waitForFunction(() => window.states.at(-1) === 'connected')
  await tab.evaluate(() => window.host.call('review:lease', { reviewId: 'r', clientId: 'x', act: 'take-over' }))
  await page.waitForFunction(() => window.heard.includes('lease:changed'))
  expect(wrong).toEqual([])
})

test('[BRW2] without the secret nothing is answered', async () => {
  const { running } = await openPage()
  const stranger = await browser.newPage()
  onTestFinished(() => stranger.close())
  await stranger.goto(`http://127.0.0.1:${running.port}/#${'A'.repeat(43)}`)
  expect(await stranger.evaluate(() => window.host.call('review:list', {}))).toMatchObject({
    ok: false,
    error: { kind: 'forbidden' },
  })
  expect(await stranger.evaluate(() => window.states)).toEqual(['lost'])
})

test('[BRW4] a page notices that the host died, its calls are unreachable, and it comes back by itself', async () => {
  const { page, running, folder } = await openPage()
  running.process.kill('SIGKILL')
  await page.waitForFunction(() => window.states.at(-1) === 'lost')
  expect(await page.evaluate(() => window.host.call('review:list', {}))).toMatchObject({
    ok: false,
    error: { kind: 'unreachable' },
  })
  await startShell(shell.main(), ['--port', String(running.port), '--data-dir', folder])
  await page.waitForFunction(() => window.states.at(-1) === 'connected')
  expect(await page.evaluate(() => window.host.call('review:list', {}))).toMatchObject({ ok: true })
  expect(await page.evaluate(() => window.states)).toEqual(['lost', 'connected', 'lost', 'connected'])
})

test('[MTS2] a file streams up with progress, is served back, and can be cancelled', async () => {
  const { page } = await openPage()
  const seen = await page.evaluate(async () => {
    const steps: number[] = []
    const bytes = new Uint8Array(3_000_000).fill(65)
    const stored = await window.host.uploadMaterial(new Blob([bytes]), { onProgress: (sent) => steps.push(sent) })
    const hash = stored.ok ? stored.value.sha512 : ''
    const back = await fetch(window.host.materialUrl(hash, 'ä.txt'), { headers: { range: 'bytes=0-9' } })
    const controller = new AbortController()
    controller.abort()
    const cancelled = await window.host.stageBundle(new Blob([bytes]), { signal: controller.signal })
    const staged = await window.host.stageBundle(new Blob(['zip']))
    return { stored, last: steps.at(-1), status: back.status, text: await back.text(), cancelled, staged }
  })
  expect(seen).toMatchObject({
    stored: { ok: true, value: { bytes: 3_000_000 } },
    last: 3_000_000,
    status: 206,
    text: 'A'.repeat(10),
    cancelled: { error: { kind: 'cancelled' } },
    staged: { ok: true, value: { bytes: 3 } },
  })
})

test('[BRW5] the policy stops inline and evaluated scripts, foreign requests and frames in a real browser', async () => {
  const { page, wrong } = await openPage()
  const effects = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.pwned = 1'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.pwned = 2')
    image.src = 'https://example.invalid/x.png'
    document.body.append(image)
    const frame = document.createElement('iframe')
    frame.srcdoc = '<script>parent.pwned = 3</script>'
    document.body.append(frame)
    const fetched = await fetch('https://example.invalid/').catch(() => 'refused')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { isPwned: 'pwned' in window, evaluated: window.evaluated, fetched }
  })
  expect(effects).toEqual({ isPwned: false, evaluated: 'refused', fetched: 'refused' })
  expect(wrong.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3)
})
