import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, openSample, test } from './helpers/app'

// The pictures of the README are taken here: anew into the repository when REVIEW_ROOM_SCREENSHOTS=1.
const folder = process.env['REVIEW_ROOM_SCREENSHOTS'] === '1' ? '../../build/screenshots' : '../../test-results/pictures'
const picture = (name: string) => join(fileURLToPath(new URL(folder, import.meta.url)), `${name}.png`)

test('[AGN15] a newcomer runs the sample at once, with the wall beside it', async ({ app }) => {
  const page = await app.open({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  await openSample(page)
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  await wall.setViewportSize({ width: 1920, height: 1080 })

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Next item' }).click()
  await expect(page.getByRole('region', { name: 'Timer' })).toContainText('Evaluation against the version in production')
  await expect(wall.getByRole('heading', { name: 'Evaluation against the version in production' })).toBeVisible()
  await expect(wall.getByRole('timer')).toHaveText(/^1[12]:\d\d$/)
  await expect(wall.getByRole('timer')).toHaveText(await page.getByRole('timer').innerText())

  await page.getByLabel('Add a question or a name').fill('Chidi Eze')
  await page.getByLabel('Add a question or a name').press('Enter')
  await page.getByLabel('Park a topic').fill('Tariffs of the next winter')
  await page.getByLabel('Park a topic').press('Enter')
  await page.getByRole('button', { name: 'Write minutes: 2 Evaluation against the version in production' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Agreed: both figures go on one page.')
  await expect(page.getByRole('region', { name: /^Minutes: 2/ })).toContainText('both figures')
  await expect(page.locator('[data-saved=both]')).toBeVisible()
  // The header and the clock stay, whatever was scrolled.
  await expect(page.getByRole('button', { name: 'Next item' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('link', { name: 'Run' })).toBeInViewport({ ratio: 1 })
  // No title of the agenda is cut.
  const titles = page.getByRole('region', { name: 'Agenda' }).locator('li button:first-child > [dir=auto]:nth-child(2)')
  expect(await titles.count()).toBeGreaterThan(3)
  const isCut = (title: Element) => title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight
  for (const title of await titles.all()) expect(await title.evaluate(isCut), await title.innerText()).toBe(false)
  // The board is at its newest item, whatever grew in it or below it.
  const board = page.getByRole('list', { name: 'Feedback' })
  await expect.poll(() => board.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)).toBeLessThan(2)
  await page.screenshot({ path: picture('cockpit') })
  await wall.screenshot({ path: picture('wall') })
})
