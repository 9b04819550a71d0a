import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { saveArchive } from '../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../electron/host/files/file-system'
import { loadJournal } from '../../electron/host/journal/load'
import { currentDocs } from '../../electron/host/journal/review-copy'
import { readRecord } from '../../shared/record/document'
import { unwrap } from '../../shared/result'
import { ledgerOf } from '../../shared/timer/ledger'
import { timelineOf } from '../../shared/timer/timeline'
import { quietTools } from '../electron/helpers/bundle-content'
import { plainSetter } from '../electron/helpers/paper-setters'
import { makeReview } from '../helpers/review-maker'
import { expect, tempFolder, test } from './helpers/app'
import { killableBrowser } from './helpers/killable'

test.use({ trace: 'off' })

const MINUTE = 60_000
/** Ten past two, summer time: at three, fifty minutes later, the clocks of Berlin go back to two. */
const SCHEDULED = Date.UTC(2026, 9, 25, 0, 10)

/** The sample, items of 5, 12, 8, 8, 12, 10 and 5 minutes: an hour, planned to end at ten past two, winter time. */
async function sampleBundle(): Promise<string> {
  const review = makeReview()
  review.act('editReview', { scheduledStart: SCHEDULED, timeZone: 'Europe/Berlin' })
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  const place = { folder: tempFolder('bundle'), materialsFolder: tempFolder('store') }
  const input = { reviewId, parts: review.parts(), log: review.log, withDesk: true, beside: false, version: '0.0.0', ...place }
  return unwrap(await saveArchive(nodeFileSystem(), input, quietTools(), plainSetter)).path
}

/** What the cockpit says about time. */
interface Shown {
  /** What is left of the item. */
  readonly left?: string
  /** When the meeting ends and how far that is from the plan. */
  readonly ends?: string
  /** Clock times of the item, or what is offered. */
  readonly strip?: string | RegExp
}

/** Puts the page's clock to so many minutes and seconds after the scheduled start and compares what is shown. */
async function at(page: Page, minutes: number, seconds: number, { left, ends, strip }: Shown): Promise<void> {
  await page.clock.setFixedTime(SCHEDULED + minutes * MINUTE + seconds * 1000)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  if (left !== undefined) await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(left)
  if (ends !== undefined) await expect(page.getByText(/^ends /)).toHaveText(`ends ${ends}`)
  if (strip !== undefined) await expect(page.getByRole('group', { name: 'About time' })).toContainText(strip)
}

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const saved = (page: Page) => expect(page.locator('[data-saved=both]')).toBeVisible()

async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Counts tones from the first moment of a page. */
const countTones = () => {
  const real = window.AudioContext
  const counted = window as unknown as { tones: number }
  counted.tones = 0
  window.AudioContext = class extends real {
    override createOscillator() {
      counted.tones++
      return super.createOscillator()
    }
  }
}

test('[BAK1] [TIM13] [TIM14] [TIM15] [TIM17] [TIM18] an hour with every policy, a reload, browser and host killed, and the end of summer time: figures as written by hand', async ({
  app,
  start,
}) => {
  const profile = tempFolder('profile')
  const bundle = await sampleBundle()
  let browser = await killableBrowser(profile)
  try {
    let { page } = browser
    await page.clock.setFixedTime(SCHEDULED + 5 * MINUTE)
    await page.addInitScript(countTones)
    await page.goto(app.url)
    await choose(page, 'Preferences', 'Soft sound when time runs out')
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open bundle' }).click()
    await (await chosen).setFiles(bundle)
    await expect(page.getByRole('navigation')).toBeVisible()
    const address = page.url().replace(/\/[a-z-]+$/, '/run')
    await page.goto(address)
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()

    // Seven minutes late: kept by a minute less for each item. 4, 11, 7, 7, 11, 9, 4 are left.
    await at(page, 7, 0, {})
    await press(page, 'n')
    await at(page, 7, 0, { left: '5:00', ends: '02:17 7 min late', strip: 'Began 7 min late.' })
    // Moving the end is thought better of.
    await page.getByRole('button', { name: 'Move it to 02:17' }).click()
    await at(page, 7, 0, { left: '5:00', ends: '02:17 on time', strip: 'Began 02:17, ends 02:22' })
    await press(page, 'Control+z')
    await at(page, 7, 0, { left: '5:00', ends: '02:17 7 min late', strip: 'Began 7 min late.' })
    await choose(
      page,
      'Keep the end',
      '7 min from all: item 1 −1, item 2 −1, item 3 −1, item 4 −1, item 5 −1, item 6 −1, item 7 −1',
    )
    await at(page, 7, 0, { left: '4:00', ends: '02:10 on time', strip: 'Began 02:17, ends 02:21' })
    await at(page, 10, 15, { left: '0:45' })
    await expect(page.getByRole('status', { name: 'Time' })).toHaveText('45 seconds left: What changes, and for whom')
    expect(await page.evaluate(() => (window as unknown as { tones: number }).tones)).toBe(1)
    await press(page, 'e')
    await at(page, 10, 30, { left: '1:30', ends: '02:11 1 min late' })
    await press(page, '-')
    await at(page, 10, 30, { left: '0:30', ends: '02:10 on time' })

    // The second item is paused for two minutes, then gets five from those to come: 6, 6, 9, 8, 4 are left.
    await at(page, 11, 0, {})
    await press(page, 'n')
    await at(page, 15, 0, { left: '7:00', ends: '02:10 on time', strip: 'Began 02:21, ends 02:32' })
    await press(page, 'p')
    await at(page, 17, 0, { left: '7:00', ends: '02:12 2 min late', strip: 'Began 02:21, would end 02:34' })
    await press(page, 'p')
    await at(page, 23, 40, { left: '0:20', ends: '02:12 2 min late', strip: 'Let the end slip' })
    await saved(page)
    await page.reload()
    await at(page, 23, 40, { left: '0:20', ends: '02:12 2 min late', strip: 'Let the end slip' })
    await choose(page, 'Take 5 min', '5 min from all: item 3 −1, item 4 −1, item 5 −2, item 6 −1')
    await at(page, 23, 40, { left: '5:20', ends: '02:12 2 min late', strip: 'Began 02:21, ends 02:39' })

    // The third item is let go two minutes over its time; in between browser and host are killed.
    await at(page, 28, 0, {})
    await press(page, 'n')
    await at(page, 33, 30, { left: '0:30', ends: '02:11 1 min late' })
    await saved(page)
    await Promise.all([browser.kill(), app.stop('SIGKILL')])
    // Where the browser knows it: the database belongs to the address.
    const again = await start({ data: app.data, port: Number(new URL(app.url).port) })
    browser = await killableBrowser(profile)
    page = browser.page
    await page.clock.setFixedTime(SCHEDULED + 33.5 * MINUTE)
    await page.goto(again.url)
    // Back by itself where the meeting is.
    await expect(page).toHaveURL(address)
    await at(page, 33, 30, { left: '0:30', ends: '02:11 1 min late', strip: 'Let the end slip' })
    await page.getByRole('button', { name: 'Let the end slip' }).click()
    await at(page, 33, 30, { strip: 'Began 02:38, ends 02:44' })
    await at(page, 36, 0, { left: '−2:00', ends: '02:13 3 min late', strip: 'Began 02:38, its time was up 02:44' })

    // The fourth ends with its topic parked, half a minute over its six.
    await press(page, 'n')
    await at(page, 42, 30, { left: '−0:30', ends: '02:13 4 min late', strip: 'Take 6 min' })
    await page.getByRole('button', { name: 'Park the topic' }).click()
    await page.keyboard.type('Rehearsal of the rollback')
    await press(page, 'Enter')
    await at(page, 42, 30, { left: '9:00', ends: '02:13 4 min late', strip: 'Began 02:52, ends 02:01' })
    await expect(page.getByRole('region', { name: 'Parking lot' })).toContainText('Rehearsal of the rollback')

    // A break of ten minutes, over the end of summer time, from which they come back after eight and set three minutes.
    await at(page, 45, 0, {})
    await press(page, 'z', 'z')
    await at(page, 45, 0, { left: '10:00', ends: '02:17 7 min late', strip: 'Began 02:55, ends 02:05' })
    await at(page, 53, 0, { left: '2:00', ends: '02:17 7 min late' })
    await press(page, 'j')
    await at(page, 53, 0, { left: '6:30', ends: '02:21 12 min late' })
    await press(page, '=')
    await page.keyboard.type('3')
    await press(page, 'Enter')
    await at(page, 53, 0, { left: '3:00', ends: '02:18 8 min late' })

    // The rest: the end is not moved twice, and the last item uses up its time.
    await at(page, 55, 0, {})
    await press(page, 'n')
    await at(page, 55, 0, { left: '8:00', ends: '02:17 7 min late' })
    await at(page, 60, 0, {})
    await press(page, 'n')
    await at(page, 60, 0, { left: '4:00', ends: '02:14 4 min late' })
    await at(page, 64, 0, { left: '0:00', ends: '02:14 4 min late' })
    await press(page, 'n')
    await page.getByRole('button', { name: 'End the meeting' }).click()
    await saved(page)

    const [folder = ''] = readdirSync(join(app.data, 'reviews'))
    const { copy } = await loadJournal(nodeFileSystem(), join(app.data, 'reviews', folder), 'journal')
    const { agenda, timer } = readRecord(currentDocs(copy).record)
    const { rows, elapsedMs, gapMs } = ledgerOf(agenda, timelineOf(timer), SCHEDULED + 64 * MINUTE)
    const inMinutes = ({ plannedMs, extendedMs, pausedMs, actualMs }: (typeof rows)[number]) =>
      [plannedMs, extendedMs, pausedMs, actualMs].map((ms) => ms / MINUTE)
    expect(rows.map(inMinutes)).toEqual([
      [5, -1, 0, 4],
      [12, 4, 2, 15],
      [8, -2, 0, 8],
      [8, -2, 0, 6.5],
      [12, -6.5, 0, 4.5],
      [10, 0, 0, 8],
      [10, -2, 0, 5],
      [5, -1, 0, 4],
    ])
    expect([elapsedMs / MINUTE, gapMs]).toEqual([57, 0])
  } finally {
    await browser.kill()
  }
})
