import type { Page } from '@playwright/test'
import { expect, openSample, test } from './helpers/app'
import { axeOf } from './helpers/axe'
import { blur, press } from './helpers/keyboard'

const NOTE = 'canary-note Zinnober'
const UNREVEALED = 'canary-item Indigo'
const PLACE = 'canary-place Ocker'
const DRAFT = 'canary-draft Purpur'

/** All that stands in the page: text, attributes, and what fields hold. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    return [new XMLSerializer().serializeToString(document), ...fields.map(({ value }) => value), document.title].join('\n')
  })
}

async function canaries(page: Page): Promise<string[]> {
  const words = await wordsOf(page)
  return [NOTE, UNREVEALED, PLACE, DRAFT].filter((canary) => words.includes(canary))
}

/** A private note on the first item and an unrevealed item, with its place, with a half-written one behind it. */
async function fillDesk(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/run`)
  await press(page, 'n')
  await page.getByRole('button', { name: /Add a note|Private note/ }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(NOTE)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'private' }).click({ force: true })
  await press(page, 'r')
  await page.keyboard.type(UNREVEALED)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Feedback' })).toContainText(UNREVEALED)
  const item = page.getByRole('listitem').filter({ hasText: UNREVEALED })
  await item.getByRole('button', { name: 'Change this item' }).click()
  await page.getByRole('menuitem', { name: 'Details…' }).click()
  await page.getByRole('textbox', { name: 'Where it is' }).fill(PLACE)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(item).toContainText(PLACE)
  await press(page, 'r')
  await page.keyboard.type(DRAFT)
}

test('[DSC1] [DSC2] [DSC3] what lies on the desk is not in the page while discreet mode is on, and one press shows one of it', async ({
  app,
}) => {
  const page = await app.open()
  const at = await openSample(page)
  await fillDesk(page, at)
  expect(await canaries(page)).toEqual([UNREVEALED, PLACE, DRAFT])
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize)
  const usual = await size()
  // From inside the field in which something private is being written.
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: 'Discreet', pressed: true })).toBeVisible()
  expect(await canaries(page)).toEqual([])
  expect(parseFloat(await size())).toBeGreaterThan(parseFloat(usual))
  // What was typed is kept, one press away.
  await page.getByRole('button', { name: 'Go on with what is covered' }).press('Enter')
  await expect(page.getByPlaceholder(/^Add .*then Enter$/)).toHaveValue(DRAFT)
  await press(page, 'p')
  expect(await canaries(page)).toEqual([])
  const row = page.getByRole('listitem').filter({ hasText: 'Unrevealed item' })
  // Neither its label nor its author.
  await expect(row.last()).toHaveText('Unrevealed itemPeek')
  await row.getByRole('button', { name: 'Peek' }).last().press('Enter')
  expect(await canaries(page)).toEqual([UNREVEALED, PLACE])
  // Its menu floats above the page and belongs to it.
  const shown = page.getByRole('listitem').filter({ hasText: UNREVEALED })
  await shown.getByRole('button', { name: 'Change this item' }).press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await canaries(page)).toEqual([UNREVEALED, PLACE])
  // The menu gives the keyboard back a moment after it closed; the first Escape there may close the tip of its button.
  await expect(shown.getByRole('button', { name: 'Change this item' })).toBeFocused()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(row.getByRole('button', { name: 'Peek' }).last()).toBeFocused({ timeout: 1_000 })
  }).toPass()
  expect(await canaries(page)).toEqual([])
  // Words changed in it are stored when the keyboard goes elsewhere.
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words' }).last().press('End')
  await page.keyboard.type(', changed')
  await page.getByRole('button', { name: 'All keys' }).focus()
  expect(await canaries(page)).toEqual([])
  // Escape takes back what was typed in it.
  await row.getByRole('button', { name: 'Peek' }).last().press('Enter')
  const words = page.getByRole('textbox', { name: 'Words' }).last()
  await words.press('End')
  await page.keyboard.type(', taken back')
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: 'Peek' }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(words).toHaveValue(`${UNREVEALED}, changed`)
  // Turned on anew it is covered.
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  expect(await canaries(page)).toEqual([])
  // The note: in the cockpit and in Prepare.
  await page.getByRole('button', { name: 'Private note' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Private note' })).toHaveValue(NOTE)
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: 'Private note' })).toHaveCount(0)
  expect(await canaries(page)).toEqual([])
  await press(page, 'g p')
  await page.getByRole('tab', { name: /Agenda/ }).click()
  const note = page.getByRole('button', { name: /^Private note of item .*: covered/ })
  expect(await canaries(page)).toEqual([])
  await note.press('Enter')
  await expect(page.getByRole('textbox', { name: /Private note of item/ })).toHaveValue(NOTE)
  await page.keyboard.press('Escape')
  await expect(note).toBeFocused()
  expect(await canaries(page)).toEqual([])
  // The archive says how much stays out, not what.
  await press(page, 'g a')
  await page.getByRole('button', { name: 'Reveal…' }).click()
  await expect(page.getByText('Their words are covered', { exact: false })).toBeVisible()
  expect(await canaries(page)).toEqual([])
  await page.keyboard.press('Escape')
  // This computer keeps it, and nothing is seen while the page comes in again.
  await page.addInitScript((words) => {
    new MutationObserver(() => {
      if (new XMLSerializer().serializeToString(document).includes(words)) sessionStorage.setItem('seen', 'yes')
    }).observe(document, { subtree: true, childList: true, characterData: true })
  }, UNREVEALED)
  // However late the first question after what this computer keeps is answered.
  await page.goto('about:blank')
  let asked = 0
  await page.route('**/call/device:read', async (route) => {
    if (asked++ === 0) await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue()
  })
  await page.goto(`${at}/run`)
  await expect(page.getByText('Unrevealed item').first()).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe(null)
  await page.keyboard.press('F9')
  await expect(page.getByText(`${UNREVEALED}, changed`)).toBeVisible()
})

test('[DSC1] [DSC5] the wall in the cockpit window has nothing of the desk, keys of time and wall, and leads back to what was typed', async ({
  app,
}) => {
  const page = await app.open()
  const at = await openSample(page)
  await fillDesk(page, at)
  await page.getByRole('checkbox', { name: 'private' }).click({ force: true })
  await page.getByRole('button', { name: 'Show here' }).click()
  const wall = page.locator('[data-display="wall"][tabindex]')
  await expect(wall.getByRole('timer')).toBeVisible()
  expect(await canaries(page)).toEqual([DRAFT])
  expect(await page.locator('[inert]').first().innerText()).toBe('')
  expect(await axeOf(page)).toEqual([])
  // Time and wall by their keys; others would go to what cannot be seen.
  const title = await wall.getByRole('heading', { level: 1 }).innerText()
  await page.keyboard.press('n')
  await expect(wall.getByRole('heading', { level: 1 })).not.toHaveText(title)
  await page.keyboard.press('v')
  await expect(wall.getByRole('timer')).toHaveCount(0)
  for (const key of ['r', 'm', 'q', 'k', 's', 'g', 'p', '?', 'Control+k']) await page.keyboard.press(key)
  await expect(wall).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(wall.getByRole('heading', { name: 'Blank' })).toBeAttached()
  await page.keyboard.press('.')
  await expect(wall.getByRole('heading', { name: 'Blank' })).toHaveCount(0)
  await page.keyboard.press('f')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await page.keyboard.press('f')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false)
  // Loaded again it is still the wall, for the room still looks at it.
  await page.reload()
  await expect(wall).toBeVisible()
  expect(await canaries(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(wall).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  // There and back by its own key, the keyboard where it was.
  await press(page, 'r')
  await page.keyboard.type('Half a')
  await blur(page)
  await page.getByRole('button', { name: 'All keys' }).focus()
  for (const key of ['z', 'w']) await page.keyboard.press(key)
  await expect(wall).toBeVisible()
  for (const key of ['z', 'w']) await page.keyboard.press(key)
  await expect(wall).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'All keys' })).toBeFocused()
  await expect(page.getByPlaceholder(/^Add .*then Enter$/)).toHaveValue('Half a')
})

test('[DSC4] discreet mode is proposed once where one display is found and something lies on the desk, and never with two', async ({
  app,
}) => {
  const page = await app.open()
  await page.addInitScript(() =>
    Object.defineProperty(Screen.prototype, 'isExtended', { get: () => sessionStorage.getItem('displays') === 'two' }),
  )
  const found = async (displays: 'one' | 'two') => {
    await page.evaluate((told) => sessionStorage.setItem('displays', told), displays)
    await page.reload()
    await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  }
  const line = page.getByText('One display was found', { exact: false })
  await page.getByRole('button', { name: 'New review' }).click()
  await page.keyboard.type('Nothing on the desk')
  await page.getByRole('option', { name: /^Blank/ }).click()
  await page.getByRole('button', { name: 'Create review' }).click()
  await page.getByRole('link', { name: 'Run' }).click()
  await found('one')
  await expect(page.getByRole('button', { name: 'Show here' })).toBeVisible()
  await expect(line).toHaveCount(0)

  await page.getByRole('button', { name: 'Library' }).click()
  const at = await openSample(page)
  await fillDesk(page, at)
  await found('two')
  await expect(page.getByRole('button', { name: 'Open wall' })).toBeVisible()
  await expect(line).toHaveCount(0)
  await found('one')
  await expect(line).toBeVisible()
  await expect(page.getByRole('button', { name: 'Discreet', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Not here' }).click()
  await expect(line).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await expect(line).toHaveCount(0)
  await found('two')
  await expect(page.getByRole('button', { name: 'Show here' })).toHaveCount(0)
})
