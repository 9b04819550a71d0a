import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { saveArchive } from '../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../electron/host/files/file-system'
import { readPacket } from '../../shared/packet/read-packet'
import { jsonBlock } from '../../shared/packet-page/page'
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
    page.on('download', (download) => {
      if (!own.some((each) => download.url().startsWith(each))) told.push(`offered ${download.url()}`)
    })
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

/** Saves the packet of a reviewer, fills every payload into it as a hostile program would, and imports it; answers its file. */
async function importPacket(page: Page, at: string, texts: readonly string[]): Promise<string> {
  await page.goto(`${at}/prepare`)
  await page.getByRole('tab', { name: /Readiness/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Reviewer packet' }).click()
  await page.getByRole('menuitem', { name: 'For Hana Novák' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  const packet = unwrap(readPacket(text))
  packet.answers.preparation.note = texts.join('\n')
  packet.answers.questions = packet.questions.map(({ id }, place) => ({ questionId: id, text: texts[place] ?? 'x' }))
  packet.answers.feedback = texts.map((words, place) => ({
    ...{ number: place + 1, label: 'issue', text: `${words} ${place}`, location: words, requestedChange: words },
    ...{ itemId: null, force: 'blocking', severity: 'major' },
  }))
  packet.answers.nextNumber = texts.length + 1
  const file = join(tempFolder('inert-packet'), 'packet.html')
  // With a script of its own as well, which nobody may run.
  writeFileSync(
    file,
    text
      .replace(/(id="packet">)[^<]*/, (_all, start: string) => start + jsonBlock(packet))
      .replace('<div id="page">', '<script>window.__hits++</script><img src=x onerror="window.__hits++"><div id="page">'),
  )
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a filled packet' }).click()
  await (await chosen).setFiles(file)
  await page.getByRole('button', { name: /^Take \d+ feedback items/ }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return file
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

test('[ARC6] [MIN7] [PKT2] [PKT4] every payload, by bundle, by packet, by keyboard and by pasting, is inert on every screen, on the wall and in every page that is saved', async ({
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
  const packet = await importPacket(page, at, texts)
  await seen(page)
  let screens = 1
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

  // The packet, as it was saved but for its own markup, and what stands there of it is text.
  const filled = join(unpacked, 'packet.html')
  writeFileSync(
    filled,
    readFileSync(packet, 'utf8').replace('<script>window.__hits++</script><img src=x onerror="window.__hits++">', ''),
  )
  const form = await outside.newPage()
  await form.goto(pathToFileURL(filled).href)
  await expect(form.getByRole('textbox', { name: 'Feedback', exact: true })).toHaveCount(texts.length)
  await expect(form.locator('main img, main svg, main a, main iframe')).toHaveCount(0)
  await disk.seen(form)
  screens++

  expect([...told, ...disk.told, ...trap.asked]).toEqual([])
  console.log(`= inert: ${texts.length} payloads on ${screens} screens and pages: 0 scripts, 0 reports, 0 requests`)
  await Promise.all([context.close(), outside.close()])
  trap.close()
})
