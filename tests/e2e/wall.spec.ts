import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { wallThemes } from '../../shared/wall/wall-schema'
import { expect, openSample, test } from './helpers/app'
import { heavyBundle } from './helpers/heavy-bundle'
import { press } from './helpers/keyboard'
import { addSlides } from './helpers/slides'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const shots = fileURLToPath(new URL('../../test-results/wall', import.meta.url))

async function openWall(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  await wall.setViewportSize({ width: 1280, height: 720 })
  await expect(wall.locator('main')).toBeVisible()
  return wall
}

/** The slide on the wall is drawn, and how wide, in its own pixels. */
async function drawnWidth(wall: Page, name: RegExp): Promise<number> {
  const slide = wall.getByRole('img', { name })
  let width = 0
  // A picture that another follows while it is decoded is not decoded to its end.
  await expect(async () => {
    width = await slide.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
  }).toPass({ timeout: 20_000 })
  return width
}

test('[SLD1] [SLD4] [SLD5] [SLD6] [WAL9] [WAL10] slides by remote, feedback on one, freezing, blank, and both windows reloaded', async ({
  app,
}) => {
  const page = await app.open()
  const at = await openSample(page)
  await addSlides(page, at, 'deck.pdf', 5)
  const wall = await openWall(page)
  await press(page, 'n z s')
  expect(await drawnWidth(wall, /^deck.pdf, page 1 of 5$/)).toBeGreaterThanOrEqual(1200)
  // In the wall's window and in the cockpit, by the keys of a remote, and a number.
  await wall.keyboard.press('PageDown')
  await drawnWidth(wall, /page 2 of 5/)
  await press(page, 'PageDown')
  await drawnWidth(wall, /page 3 of 5/)
  for (const key of ['5', 'Enter', 'PageDown']) await wall.keyboard.press(key)
  await drawnWidth(wall, /page 5 of 5/)
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible()
  // It is of 4:3, and seen whole beside the minutes, large and small.
  await press(page, '2')
  const cut = page.getByAltText('Page 5 of 5').or(page.getByRole('button', { name: 'Page 5' }).locator('img'))
  await expect(cut).toHaveCount(2)
  const heights = (image: HTMLImageElement) => image.offsetHeight - (image.parentElement?.clientHeight ?? 0)
  for (const image of await cut.all()) expect(await image.evaluate(heights)).toBeLessThanOrEqual(1)
  await wall.keyboard.press('b')
  await expect(wall.getByRole('heading', { name: 'Blank' })).toBeAttached()
  await wall.keyboard.press('.')
  await drawnWidth(wall, /page 5 of 5/)
  // Frozen: what is turned in the cockpit stays there.
  await press(page, 'z f PageUp')
  await expect(page.getByText('Frozen', { exact: true }).first()).toBeVisible()
  await page.reload()
  await wall.reload()
  await drawnWidth(wall, /page 5 of 5/)
  await expect(page.getByText('Frozen', { exact: true }).first()).toBeVisible()
  await press(page, 'z f')
  await drawnWidth(wall, /page 4 of 5/)
  await press(page, 'r')
  await page.keyboard.type('The axis has no unit')
  await page.keyboard.press('Enter')
  await expect(page.getByText('deck.pdf, page 4', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'On deck.pdf, page 4' }).click({ force: true })
  await press(page, 'r')
  await page.keyboard.type('Well said')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Well said')).toBeVisible()
  await expect(page.getByText('deck.pdf, page 4', { exact: true })).toHaveCount(1)
  // What is said of a slide in the minutes leads to it.
  await press(page, 'm')
  await page.keyboard.type('As slide 3 shows')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'slide 3', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'deck.pdf' }).getByRole('textbox', { name: 'Page' })).toHaveValue('3')
  await page.keyboard.press('Escape')
  // Take goes to and fro.
  await press(page, 'i y')
  await drawnWidth(wall, /page 4 of 5/)
  await press(page, 'y')
  await expect(wall.getByRole('timer')).toBeVisible()
  // The cockpit is gone: the wall keeps its view over a reload and goes on counting.
  await page.close()
  await wall.reload()
  const before = await wall.getByRole('timer').innerText()
  await expect(wall.getByRole('timer')).not.toHaveText(before)
  // A new window goes on with the wall.
  const again = await wall.context().newPage()
  await again.goto(`${at}/run`)
  await expect(again.getByText('Item and time', { exact: true }).first()).toBeVisible()
  await press(again, 'y')
  await drawnWidth(wall, /page 4 of 5/)
})

test('the contact sheet of the wall: every view in three themes and two sizes', async ({ app }) => {
  test.skip(!isProof, 'only with REVIEW_ROOM_PROOF=1')
  mkdirSync(shots, { recursive: true })
  const page = await app.open()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open bundle' }).click()
  await (await chosen).setFiles(await heavyBundle())
  await expect(page.getByRole('navigation')).toBeVisible()
  const at = page.url().replace(/\/[a-z-]+$/, '')
  await addSlides(page, at, 'deck.pdf', 9)
  const wall = await openWall(page)
  const look = async (name: string) => {
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1280, height: 720 },
    ]) {
      await wall.setViewportSize(size)
      for (const theme of wallThemes) {
        await wall.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme)
        await wall.waitForTimeout(80)
        const faults = await wall.evaluate(() => {
          const texts = [...document.querySelectorAll<HTMLElement>('[class*=place] *, main *')].filter(
            (each) => each.childElementCount === 0 && each.textContent?.trim() && !each.closest('[aria-hidden]'),
          )
          const small = texts.filter((each) => parseFloat(getComputedStyle(each).fontSize) < 28)
          const foot = window.innerHeight
          const cut = texts.filter((each) => {
            const { bottom, right } = each.getBoundingClientRect()
            return (bottom > foot || right > window.innerWidth + 1) && !each.closest('ol[reversed]')
          })
          return [...small, ...cut].map((each) => each.textContent)
        })
        expect.soft(faults, `${name} ${size.width} ${theme}`).toEqual([])
        await wall.screenshot({ path: `${shots}/${name}-${size.width}-${theme}.png` })
      }
    }
  }
  await look('01-before')
  await press(page, '2')
  await page.getByRole('button', { name: /endgültige/ }).click()
  await page.getByRole('menuitem', { name: /deck.pdf/ }).click()
  const views = {
    item: 'n',
    slide: 'z s',
    feedback: 'v',
    decision: 'z d',
    actions: 'z a',
    summary: 'z e',
    risks: 'z r',
    panel: 'z k',
    readback: 'z b',
  }
  for (const [at, [name, keys]] of Object.entries(views).entries()) {
    await press(page, keys)
    await page.waitForTimeout(name === 'slide' ? 1500 : 150)
    await look(`${String(at + 2).padStart(2, '0')}-${name}`)
    const pages = await wall
      .locator('main')
      .innerText()
      .then((text) => Number(/Page \d+ of (\d+)/.exec(text)?.[1] ?? 1))
    for (let number = 2; number <= Math.min(pages, 3); number++) {
      await press(page, 'PageDown')
      await page.waitForTimeout(150)
      await look(`${String(at + 2).padStart(2, '0')}-${name}-page${number}`)
    }
  }
  await press(page, 'x')
  await page.keyboard.type('Back at 10:45. Coffee is outside, on the left.')
  await page.getByRole('dialog').getByRole('button', { name: 'Show on the wall' }).click()
  await look('12-message')
  await press(page, '.')
  await look('13-blank')
  await press(page, '3')
  await page.waitForTimeout(300)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const pane of ['1', '2', '3']) {
      await press(page, pane)
      await page.waitForTimeout(700)
      await page.screenshot({ path: `${shots}/pane-${pane}-${colorScheme}.png` })
    }
  }
})

test('[REV5] [WAL11] [WAL12] the cockpit shows the title whole and says whether the wall is open, and the top line shows a title whole before a subject', async ({
  app,
}) => {
  const page = await app.open()
  const at = await openSample(page)
  const isOpen = page.getByRole('button', { name: 'Wall open' })
  await expect(page.getByRole('button', { name: 'Open wall' })).toBeVisible()
  const wall = await openWall(page)
  await expect(isOpen).toBeVisible()
  await page.reload()
  await expect(isOpen).toBeVisible()
  await wall.reload()
  await expect(wall.locator('main')).toBeVisible()
  await expect(isOpen).toBeVisible()

  const subject = wall
    .locator('header')
    .getByText(/forecast/i)
    .last()
  const isSeen = (part: Element) => {
    const [box, line] = [part.getBoundingClientRect(), part.closest('header')?.getBoundingClientRect()]
    return box.width > 0 && box.bottom <= (line?.bottom ?? 0) && part.scrollWidth <= part.clientWidth + 1
  }
  await page.goto(`${at}/prepare`)
  await page.getByLabel('Subject', { exact: true }).fill('Forecast 2')
  await page.getByLabel('Version', { exact: true }).click()
  await expect(subject).toHaveText(/Forecast 2/)
  expect(await subject.evaluate(isSeen)).toBe(true)
  const title = 'Solar forecast for the campus car parks, milestone 1'
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
  await page.getByLabel('Subject', { exact: true }).fill('Forecast of the daily output of all panels over car parks B and C')
  await page.getByLabel('Version', { exact: true }).click()
  await expect(subject).toHaveText(/car parks B and C/)
  const field = page.getByRole('textbox', { name: 'Title', exact: true })
  const isWhole = (input: Element) => input.scrollWidth <= input.clientWidth
  expect(await field.evaluate(isWhole)).toBe(true)
  await field.fill('x'.repeat(200))
  expect(await field.evaluate(isWhole)).toBe(false)
  await field.fill(title)
  expect(await wall.locator('header').getByText(title).evaluate(isSeen)).toBe(true)
  expect(await subject.evaluate(isSeen)).toBe(false)

  await page.goto(`${at}/run`)
  await expect(page.getByText('On the wall', { exact: true })).toBeVisible()
  await wall.close()
  await expect(page.getByRole('button', { name: 'Open wall' })).toBeVisible()
  await expect(page.getByText('Closed: Item and time', { exact: true })).toBeVisible()
  await expect(page.getByText('On the wall', { exact: true })).toHaveCount(0)
})
