import { expect, type Page } from '@playwright/test'
import type { Place } from '../../../renderer/app/routes'
import type { Delivery } from '../../../shared/host-contract'
import { press } from './keyboard'
import { addSlides } from './slides'

/** A screen in a state that people see. `reach` begins on the page of its route. */
export interface State {
  readonly name: string
  readonly route: 'library' | Place | 'wall'
  /** Which review is open. */
  readonly review: 'none' | 'blank' | 'full'
  readonly reach?: (page: Page) => Promise<void>
  /** For the wall: what the cockpit does before. */
  readonly show?: (cockpit: Page) => Promise<void>
}

export const button = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
export const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()
export const key =
  (...keys: string[]) =>
  (page: Page) =>
    press(page, keys.join(' '))
export const dialog = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
}

/** Answers the first entrance criterion, in Prepare. */
export const answer = (state: string) => async (page: Page) => {
  await tab(/Readiness/)(page)
  await button(/State of:/)(page)
  await page.getByRole('option', { name: state, exact: true }).click()
}

/** The laptop goes round. */
export const passed = async (page: Page): Promise<void> => {
  await key('4', 'z', 'l')(page)
  await expect(page.getByRole('heading', { name: 'Who scores now?' })).toBeVisible()
}

/** Picks a name where the laptop goes round; the cockpit beneath names them too. */
export const picked = (page: Page, name: RegExp): Promise<void> =>
  page.locator('[data-passing]').getByRole('button', { name }).click()

/** The next state begins in the cockpit. */
export const handedBack = (page: Page): Promise<void> => page.evaluate(() => sessionStorage.removeItem('review-room-passing'))

/** Somebody scored each criterion with that level. */
export const scored = async (page: Page, name: RegExp, level: number): Promise<void> => {
  await passed(page)
  await picked(page, name)
  for (const criterion of await page.locator('[data-criterion]').all()) {
    await criterion.getByRole('radio').nth(level).check()
    await criterion.getByRole('radio', { name: 'High' }).check()
  }
  await page.getByRole('button', { name: 'Submit and seal' }).click()
  await page.getByRole('button', { name: /^Back to the cockpit/ }).click()
}

/** The panel scored and its scores were revealed, here or in a state before. */
export const revealed = async (page: Page): Promise<void> => {
  await key('4')(page)
  const total = page.getByRole('list', { name: 'Criteria' })
  await expect(total.or(page.getByRole('button', { name: /^Pass the laptop/ }))).toBeVisible()
  if ((await total.count()) > 0) return
  await scored(page, /Hana/, 0)
  await scored(page, /Chidi/, 1)
  await page.getByRole('button', { name: 'Reveal…' }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(total).toBeVisible()
}

/** Types where the minutes have the caret. */
export const written = async (page: Page, text: string): Promise<void> => {
  await page.locator('[contenteditable=true]').waitFor()
  await page.keyboard.type(text)
}

/** Opens a material in Prepare; one that is not in the review yet is added before. */
export const material = (name: string, content?: () => Buffer) => async (page: Page) => {
  await tab(/Materials/)(page)
  if (content) {
    const chosen = page.waitForEvent('filechooser')
    await button('Add files')(page)
    await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer: content() })
  }
  await button(`Open ${name}`)(page)
  await dialog(page)
  const drawn = page.locator(
    '[data-page="1"][data-state="drawn"], [data-shown] :is(p, pre, table), [data-loaded="true"], [data-card]',
  )
  await expect(drawn.first()).toBeVisible()
}

/** An item is put with another, hands were counted for it, and the board is filtered to its side. */
export const grouped = async (page: Page): Promise<void> => {
  await button('Change this item')(page)
  await page.getByRole('menuitem', { name: /^Put with another/ }).click()
  await page.getByRole('menuitem').nth(1).click()
  await button('Change this item')(page)
  await page.getByRole('menuitem', { name: /^Show of hands/ }).click()
  await page.getByRole('textbox', { name: 'Hands raised' }).fill('17')
  await button('Done')(page)
  await button('Filter')(page)
  await page.getByRole('button', { name: /Side/ }).last().click()
  await page.getByRole('option', { name: 'Reviewers' }).click()
  await button('Done')(page)
  await expect(page.getByText(/^\d+ of \d+$/)).toBeVisible()
  await page.getByText('17 hands').scrollIntoViewIfNeeded()
}

/** A region is being drawn on a slide; the slides are added where there are none. */
export const marking = async (page: Page): Promise<void> => {
  await key('2')(page)
  const mark = page.getByRole('button', { name: 'Mark a region for feedback' })
  const none = page.getByText('No slides yet')
  await expect(mark.or(none)).toBeVisible()
  if ((await none.count()) > 0) {
    await addSlides(page, page.url().replace(/\/run$/, ''), 'deck.pdf', 3)
    await key('2')(page)
  }
  await mark.press('Enter')
  await expect(page.getByRole('application')).toBeFocused()
}

/** A delivery of the review in each state. */
export function everyState(reviewId: string): Delivery[] {
  const bytes = 41_000_000
  const file = { name: 'heat-demand-forecast-2026-11-24.zip', bytes, sha512: 'a'.repeat(128), as: null }
  const shared = {
    reviewId,
    title: 'Heat demand forecast',
    kind: 'bundle',
    folder: '/mnt/engineering/reviews',
    files: [file],
  } as const
  const plain = { ...shared, files: [file], done: 0, verifiedAt: null, problem: null }
  const at = Date.parse('2026-11-24T10:00:00Z')
  const problem = { kind: 'not-found', message: 'gone', triedAt: at, nextTryAt: at } as const
  const there = [{ ...file, as: 'heat-demand-forecast-2026-11-24 (conflict copy).zip' }]
  return [
    { ...plain, id: 'd5', state: 'queued', savedAt: at + 4 },
    { ...plain, id: 'd4', state: 'copying', done: bytes / 3, savedAt: at + 3 },
    { ...plain, id: 'd3', state: 'reading-back', done: bytes / 2, savedAt: at + 2 },
    { ...plain, id: 'd2', state: 'failed', problem, savedAt: at + 1 },
    { ...plain, id: 'd1', state: 'delivered', files: there, done: bytes, verifiedAt: at, savedAt: at },
  ]
}
