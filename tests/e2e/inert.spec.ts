import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { saveArchive } from '../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../electron/host/files/file-system'
import { unwrap } from '../../shared/result'
import { filesOf, quietTools } from '../electron/helpers/bundle-content'
import { plainSetter } from '../electron/helpers/paper-setters'
import { payloads } from '../helpers/payloads'
import { makeReview, paragraph } from '../helpers/review-maker'
import { expect, tempFolder, test } from './helpers/app'

test.use({ trace: 'off' })

/** A server that nobody may ever ask for anything. */
async function startTrap(): Promise<{ far: string; asked: string[]; close: () => void }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('window.__hits++')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { far: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, close: () => server.close() }
}

interface Watched {
  __hits: number
  __violations: string[]
}

/** Counts in every page of the context what must not happen there. */
async function watch(
  context: BrowserContext,
  own: readonly string[],
): Promise<{ told: string[]; seen(page: Page): Promise<void> }> {
  const told: string[] = []
  await context.addInitScript(() => {
    Object.assign(window, { __hits: 0, __violations: [] })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as Watched).__violations.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  context.on('request', (request) => {
    if (!own.some((each) => request.url().startsWith(each))) told.push(`asked for ${request.url()}`)
  })
  context.on('dialog', (dialog) => told.push(`asked ${dialog.message()}`))
  context.on('page', (page) => {
    page.on('download', (download) => told.push(`offered ${download.url()}`))
    page.on('popup', (popup) => {
      if (!own.some((each) => popup.url().startsWith(each))) told.push(`opened ${popup.url()}`)
    })
  })
  return {
    told,
    async seen(page) {
      const { hits, violations } = await page.evaluate(() => {
        const { __hits, __violations } = window as unknown as Watched
        return { hits: __hits, violations: __violations }
      })
      expect([page.url(), hits, violations]).toEqual([page.url(), 0, []])
    },
  }
}

/** A review in which everything that can be written holds one payload after the other; as a bundle. */
async function hostileBundle(texts: readonly string[]): Promise<string> {
  const [folder, materialsFolder] = [tempFolder('inert'), tempFolder('inert-store')]
  const review = makeReview()
  for (const itemId of Object.keys(review.state().record.agenda).slice(1)) review.act('removeItem', { itemId })
  texts.forEach((text, at) => {
    const [change] = review.act('addItem', { title: `${text} ${at}`, kind: 'discussion', plannedMs: 60_000 })
    const itemId = String(change?.path[1])
    review.act('addPerson', { name: `${text} ${at}`, roles: ['presenter'] })
    review.act('addFeedback', { side: 'reviewer', label: 'risk', text, location: text, requestedChange: text, itemId })
    review.act('addAction', { what: text, source: { kind: 'review', id: null } })
    review.act('parkTopic', { text, itemId: null })
    review.write(itemId, paragraph(text))
  })
  const all = texts.join('\n')
  review.act('editReview', { title: texts[2] ?? '', subject: texts.slice(16, 20).join(' '), purpose: all })
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  const input = {
    reviewId,
    folder,
    materialsFolder,
    parts: review.parts(),
    log: review.log,
    withDesk: false,
    beside: false,
    version: '1',
  }
  return unwrap(await saveArchive(nodeFileSystem(), input, quietTools(), plainSetter)).path
}

async function open(page: Page, path: string): Promise<string> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open bundle' }).click()
  await (await chosen).setFiles(path)
  await expect(page.getByRole('link', { name: 'Follow up' })).toHaveAttribute('aria-current', 'page')
  return page.url().replace(/\/[a-z-]+$/, '')
}

/** Puts HTML and its text into what has the focus, as from another program. */
async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    data.setData('text/plain', markup)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

test('[ARC6] [MIN7] every payload, by bundle, by keyboard and by pasting, is inert on every screen, on the wall and in every page that is saved', async ({
  app,
  browser,
}) => {
  test.setTimeout(240_000)
  const trap = await startTrap()
  const texts = payloads(trap.far)
  expect(texts.length).toBeGreaterThanOrEqual(60)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const { told, seen } = await watch(context, [new URL(app.url).origin, 'blob:', 'data:'])
  const page = await context.newPage()
  await page.goto(app.url)

  const bundle = await hostileBundle(texts)
  const at = await open(page, bundle)
  let screens = 0
  for (const place of ['prepare', 'run', 'follow-up', 'archive']) {
    await page.goto(`${at}/${place}`)
    await expect(page.getByRole('main')).toBeVisible()
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await seen(page)
      screens++
    }
    await seen(page)
    screens++
  }

  await page.goto(`${at}/run`)
  const popup = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await popup
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(wall.locator('body')).toContainText(texts[0] ?? '')
  await seen(wall)

  // By keyboard and by pasting, into the minutes and into the line of feedback.
  await page.keyboard.press('m')
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  for (const text of texts) await paste(page, text)
  await paste(page, texts.join('<br>'))
  await seen(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  for (const text of texts.slice(0, 20)) {
    await page.keyboard.insertText(text.replace(/\s/g, ' '))
    await page.keyboard.press('Enter')
  }
  await seen(page)
  await seen(wall)
  screens += 2

  // Every page of the bundle, from the disk, with scripts allowed.
  const unpacked = tempFolder('inert-pages')
  const pages: string[] = []
  for (const [path, bytes] of await filesOf(bundle)) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true })
    writeFileSync(join(unpacked, path), bytes)
    if (path.endsWith('.html')) pages.push(path)
  }
  const outside = await browser.newContext()
  const disk = await watch(outside, [pathToFileURL(unpacked).href])
  for (const path of pages) {
    const each = await outside.newPage()
    await each.goto(pathToFileURL(join(unpacked, path)).href)
    await expect(each.locator('body')).toBeVisible()
    await disk.seen(each)
    screens++
  }

  expect([...told, ...disk.told, ...trap.asked]).toEqual([])
  console.log(`= inert: ${texts.length} payloads on ${screens} screens and pages: 0 scripts, 0 reports, 0 requests`)
  await Promise.all([context.close(), outside.close()])
  trap.close()
})
