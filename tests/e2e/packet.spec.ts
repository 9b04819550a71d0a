import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Locator, Page } from '@playwright/test'
import { readPacket } from '../../shared/packet/read-packet'
import { jsonBlock } from '../../shared/packet-page/page'
import { unwrap } from '../../shared/result'
import { answersTo } from '../helpers/packets'
import { expect, openSample, tempFolder, test } from './helpers/app'
import { axeOf } from './helpers/axe'
import { type Keyboard, keyboardOf } from './helpers/keyboard'

test.use({ trace: 'off' })

/** Unlikely words: in unrevealed feedback, in somebody else's preparation, in a draft answer. */
const SECRETS = ['Okapi-feedback', 'Okapi-preparation', 'Okapi-answer'] as const

async function readiness(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/prepare`)
  await page.getByRole('tab', { name: /Readiness/ }).click()
  await expect(page.getByRole('heading', { name: 'Preparation of the reviewers' })).toBeVisible()
}

/** A review with a secret wherever one can be. */
async function prepare(page: Page): Promise<string> {
  const at = await openSample(page)
  const add = page.locator('[data-place=feedback]')
  await add.getByRole('checkbox', { name: 'private' }).check({ force: true })
  await add.getByRole('textbox').fill(SECRETS[0])
  await add.getByRole('textbox').press('Enter')
  await expect(page.getByRole('list', { name: 'Feedback' })).toContainText(SECRETS[0])
  await readiness(page, at)
  await page.getByRole('textbox', { name: 'Note on the preparation of Chidi Eze' }).fill(SECRETS[1])
  await page.getByRole('textbox', { name: 'Note on the preparation of Chidi Eze' }).press('Tab')
  // Of Hana's preparation only that it was sufficient stays.
  for (const field of ['Minutes of Hana Novák', 'Note on the preparation of Hana Novák']) {
    await page.getByRole('textbox', { name: field }).fill('')
    await page.getByRole('textbox', { name: field }).press('Tab')
  }
  const answer = page.getByRole('textbox', { name: /^Draft answer to/ }).first()
  await answer.fill(SECRETS[2])
  await answer.press('Tab')
  return at
}

/** Opens a packet from the disk in a browser without anything of ours; counts what it asks for. */
async function openPacket(browser: Browser, file: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await context.addInitScript(() => {
    Object.assign(window, { violations: [] })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      (window as unknown as { violations: string[] }).violations.push(violatedDirective),
    )
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  const url = pathToFileURL(file).href
  await page.goto(url)
  return {
    page,
    async leave() {
      expect(asked.filter((each) => each !== url && !each.startsWith('blob:'))).toEqual([])
      expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
      await context.close()
    },
  }
}

async function faultless(page: Page): Promise<void> {
  // No word of a table's head is broken.
  const heads = await page.locator('th').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height))
  expect(Math.max(...heads, 0)).toBeLessThan(40)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeOf(page)).toEqual([])
  }
}

async function saved(page: Page, press: () => Promise<void>, folder: string): Promise<string> {
  const download = page.waitForEvent('download')
  await press()
  const file = await download
  const path = join(folder, file.suggestedFilename())
  copyFileSync(await file.path(), path)
  return path
}

/** Drags a file from the disk over that part of the page, as the system does, and lets it go. */
async function drop(page: Page, target: Locator, file: string): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('there is nothing to drop it on')
  const place = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) }
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...place, data })
  await browser.detach()
}

async function importPacket(page: Page, keys: Keyboard, file: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const chosen = page.waitForEvent('filechooser')
  await keys.push('Import a filled packet')
  await (await chosen).setFiles(file)
}

/** From the label of a criterion: its middle level, high confidence, and on. */
async function score(page: Page, keys: Keyboard): Promise<void> {
  await keys.tabTo(/^0 /)
  await keys.press('Space', 'ArrowDown', 'Tab', 'Space', 'ArrowRight', 'ArrowRight')
  await expect(page.locator(':focus')).toHaveValue('high')
}

test('[PKT1] [PKT2] [PKT3] [PKT5] [PKT6] [PKT10] a packet is saved, filled in by keys from the disk, goes on where it stopped, and is imported once', async ({
  app,
  browser,
}) => {
  test.setTimeout(240_000)
  const folder = tempFolder('packet')
  const page = await app.open({ viewport: { width: 1280, height: 800 } })
  const keys = keyboardOf(page)
  const at = await prepare(page)

  // The facilitator.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keys.push('Reviewer packet')
  await keys.type('For Hana')
  const packet = await saved(page, () => page.keyboard.press('Enter'), folder)
  expect(packet).toMatch(/packet-hana-novák\.html$/)
  const text = readFileSync(packet, 'utf8')
  for (const secret of SECRETS) expect(text).not.toContain(secret)
  // Nothing of this computer or of the app.
  expect(text).not.toMatch(/127\.0\.0\.1|node_modules|innerHTML|eval\(/)

  // Where no script runs, it says what to do.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(pathToFileURL(packet).href)
  await expect(plain.locator('body')).toContainText('open it in a browser')
  await plain.context().close()

  // The reviewer.
  const first = await openPacket(browser, packet)
  const hand = keyboardOf(first.page)
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Heat demand forecast to production')
  await faultless(first.page)
  await hand.fill('Minutes spent', '45')
  await hand.tabTo('Not said')
  await hand.press('ArrowLeft')
  await hand.fill('Note on the preparation', 'Without the </script><b>annex</b>')
  await hand.fill('Answer to question 1', 'The card says so')
  await hand.push('Add feedback')
  await expect(first.page.getByLabel('Label')).toBeFocused()
  await hand.type('Sug')
  await hand.tabTo('About')
  await hand.type('3')
  await hand.fill('Feedback', '<img src=x onerror="document.title=1">')
  await hand.fill('Where', 'page 7')
  await hand.fill('Requested change', 'Split by month')
  await hand.tabTo('Force')
  await hand.type('Bl')
  await hand.push('Add feedback')
  await hand.fill('Feedback', 'Never mind')
  await hand.push('Remove feedback 2')
  await expect(first.page.getByRole('button', { name: 'Bring feedback 2 back' })).toBeFocused()
  for (let criterion = 0; criterion < 2; criterion++) await score(first.page, hand)
  await expect(first.page.getByRole('status').last()).toHaveText(
    '1 feedback item, 1 answer, 2 of 5 criteria answered. Not saved yet.',
  )
  await faultless(first.page)
  // Leaving is questioned, and staying loses nothing.
  const question = first.page.waitForEvent('dialog')
  const leaving = first.page.goto('about:blank').catch(() => null)
  expect((await question).type()).toBe('beforeunload')
  await (await question).dismiss()
  await leaving
  const half = await saved(first.page, () => first.page.keyboard.press('Control+s'), folder)
  expect(half).toMatch(/packet-hana-novák-filled\.html$/)
  await expect(first.page.getByRole('status').last()).toContainText('Saved among your downloads')
  await first.leave()

  // Another day: it goes on where it stopped.
  const second = await openPacket(browser, half)
  const again = keyboardOf(second.page)
  await expect(second.page.getByRole('textbox', { name: 'Feedback', exact: true })).toHaveValue(/^<img src=x/)
  await expect(second.page.getByLabel('Force')).toHaveValue('blocking')
  await expect(second.page.getByText('2 of 5 criteria answered')).toBeVisible()
  await again.tabTo('Clear criterion 2')
  for (let criterion = 2; criterion < 4; criterion++) await score(second.page, again)
  await again.tabTo('Clear criterion 4')
  await again.tabTo('I recuse myself from this one')
  await again.press('Space')
  await again.type('Not my field')
  await expect(second.page.getByText('5 of 5 criteria answered')).toBeVisible()
  await again.tabTo('Save')
  const whole = await saved(second.page, () => second.page.keyboard.press('Enter'), folder)
  await second.leave()
  // Of the same form: only its data is another.
  const bare = (file: string): string => file.replace(/(id="packet">)[^<]*/, '$1')
  expect(bare(readFileSync(whole, 'utf8'))).toBe(bare(text))

  // The facilitator again.
  await readiness(page, at)
  await importPacket(page, keys, whole)
  const dialog = page.getByRole('dialog', { name: 'Packet from Hana Novák' })
  await expect(dialog.getByRole('list', { name: 'Feedback of the packet' }).getByRole('listitem')).toHaveCount(2)
  await expect(dialog).toContainText('Other in the review, stays so')
  await expect(dialog).toContainText('In the review: Sufficient')
  await expect(dialog).not.toContainText('Not my field')
  await expect(dialog.locator('img, b, script')).toHaveCount(0)
  expect(await axeOf(page, { within: '[role=dialog]' })).toEqual([])
  await keys.push('Take 2 feedback items, preparation and ballot')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Minutes of Hana Novák' })).toHaveValue('45')
  await expect(page.getByRole('textbox', { name: 'Note on the preparation of Hana Novák' })).toHaveValue(
    'Without the </script><b>annex</b>',
  )
  await importPacket(page, keys, whole)
  await expect(dialog.getByText('There already')).toHaveCount(5)
  await expect(dialog.getByRole('button', { name: 'Nothing to take' })).toBeDisabled()
  await keys.press('Escape')

  // One undo takes it back, and one redo brings it again.
  await page.getByRole('button', { name: /^Undo: Import a packet/ }).click()
  await page.goto(`${at}/run`)
  await expect(page.getByText('<img src=x')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  const feedback = page.getByRole('list', { name: 'Feedback' })
  await expect(feedback).toContainText('<img src=x onerror')
  await expect(feedback.locator('img')).toHaveCount(0)
  await page.keyboard.press('4')
  await expect(page.getByText('1 of 3 ballots in')).toBeVisible()
})

test('[PKT4] what is no packet, damaged or of another review is told, and changes nothing', async ({ app }) => {
  const folder = tempFolder('packets')
  const page = await app.open({ viewport: { width: 1280, height: 800 } })
  const keys = keyboardOf(page)
  const at = await openSample(page)
  await readiness(page, at)
  await keys.push('Reviewer packet')
  const packet = await saved(page, () => page.getByRole('menuitem', { name: 'For Chidi Eze' }).click(), folder)
  const text = readFileSync(packet, 'utf8')
  const files = {
    'mail.html': '<p>Dear all</p><script>document.title = "hit"</script>',
    'cut.html': text.slice(0, text.indexOf('id="packet"') + 400),
    'large.html': text + ' '.repeat(10_000_000),
    'other.html': text.replace(/("review":\{"id":")[^"]*/, '$1another'),
  }
  const told = ['is no reviewer packet', 'is a damaged reviewer packet', 'is larger than 10 MB', 'is a packet of another review']
  for (const [index, [name, content]] of Object.entries(files).entries()) {
    writeFileSync(join(folder, name), content)
    await importPacket(page, keys, join(folder, name))
    await expect(page.getByText(`“${name}” ${told[index]}`)).toContainText('Nothing was changed.')
    await expect(page.getByRole('dialog', { name: /^Packet/ })).toHaveCount(0)
    await page.getByRole('alertdialog').last().getByRole('button', { name: 'Close' }).click()
  }
  await expect(page).toHaveTitle(/^(?!hit)/)
  await expect(page.getByRole('button', { name: /^Undo: Import/ })).toHaveCount(0)
})

test('[PKT11] [BRW9] a filled packet is dropped where reviewers prepare; a file dropped elsewhere moves nothing', async ({
  app,
}) => {
  const folder = tempFolder('dropped')
  const page = await app.open({ viewport: { width: 1280, height: 800 } })
  const at = await openSample(page)
  await readiness(page, at)
  await page.getByRole('button', { name: 'Reviewer packet' }).press('Enter')
  const packet = await saved(page, () => page.getByRole('menuitem', { name: 'For Chidi Eze' }).press('Enter'), folder)
  const text = readFileSync(packet, 'utf8')
  const empty = unwrap(readPacket(text))
  const file = join(folder, 'chidi.html')
  writeFileSync(
    file,
    text.replace(/(id="packet">)[^<]*/, (_, head: string) => head + jsonBlock({ ...empty, answers: answersTo(empty) })),
  )
  const other = join(folder, 'mail.html')
  writeFileSync(other, '<p>Dear all</p>')

  const place = page.getByRole('heading', { name: 'Preparation of the reviewers' })
  const address = page.url()
  for (const elsewhere of [
    page.getByRole('heading', { name: 'Entrance criteria' }),
    page.getByRole('link', { name: 'Prepare' }),
  ]) {
    await drop(page, elsewhere, file)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // A browser would open it in a tab of its own.
    await page.waitForTimeout(300)
    expect(
      page
        .context()
        .pages()
        .map((each) => each.url()),
    ).toEqual([address])
  }
  await drop(page, place, other)
  await expect(page.getByText('“mail.html” is no reviewer packet')).toContainText('Nothing was changed.')
  await drop(page, place, file)
  const dialog = page.getByRole('dialog', { name: 'Packet from Chidi Eze' })
  await expect(dialog).toContainText('The split is not by time')
  await dialog.getByRole('button', { name: /^Take 3 feedback items/ }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
})
