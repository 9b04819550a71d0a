import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, openSample, tempFolder, test } from './helpers/app'
import { keyboardOf } from './helpers/keyboard'

async function followUp(page: Page): Promise<void> {
  const at = await openSample(page)
  await page.goto(`${at}/follow-up`)
  const field = page.getByRole('textbox', { name: 'Add an action' })
  for (const what of ['Measure the north again', 'Write the on-call plan']) {
    await field.fill(what)
    await field.press('Enter')
  }
  await expect(page.locator('[data-jump^=action-]')).toHaveCount(3)
}

test('[ACT9] [ACT10] the plan goes to a spreadsheet and comes back by id; one undo takes it back', async ({ app }) => {
  const page = await app.open()
  await followUp(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Spreadsheet' }).click()
  await page.getByRole('menuitem', { name: 'Save the plan as CSV' }).click()
  const csv = readFileSync(await (await saved).path(), 'utf8')
  expect(csv).toMatch(/^\ufeffNumber,Action,Owner,Due,/)
  // As a spreadsheet of another country would save it, with a line that is not right.
  const cells = csv
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  const [head = [], ...rows] = cells
  const column = (title: string) => head.indexOf(title)
  const set = (at: number, title: string, cell: string) => {
    const row = rows[at]
    if (row) row[column(title)] = cell
  }
  set(0, 'Due', '18.12.2026')
  set(1, 'Status', 'Completed')
  set(2, 'Owner', 'Nobody we know')
  rows.push(head.map((title) => (title === 'Action' ? 'Tell the dispatchers' : '')))
  const file = join(tempFolder('plan'), 'plan.csv')
  writeFileSync(file, `\ufeff${[head, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`)

  await page.getByRole('button', { name: 'Spreadsheet' }).click()
  await page.getByRole('menuitem', { name: 'Bring an edited table back' }).click()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  await (await chosen).setFiles(file)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(3)
  await expect(dialog).toContainText('2026-12-18')
  await expect(dialog).toContainText('Nobody in the review has this name')
  await dialog.getByRole('button', { name: 'Take 2 changes and 1 new action' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('[data-jump^=action-]')).toHaveCount(4)
  await expect(page.getByRole('button', { name: /Status of action 2/ })).toContainText('Completed')
  await page.getByRole('button', { name: /^Undo: Import actions/ }).click()
  await expect(page.locator('[data-jump^=action-]')).toHaveCount(3)
  await expect(page.getByRole('button', { name: /Status of action 2/ })).toContainText('Needs action')
})

test('[ACT8] several actions are chosen and changed by the keyboard, and one undo takes it back', async ({ app }) => {
  const page = await app.open()
  const keys = keyboardOf(page)
  await followUp(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keys.tabTo('Choose action 2')
  await keys.press('Space')
  await keys.tabTo('Choose action 3')
  await keys.press('Space')
  const bar = page.getByText('Change 2 actions')
  await expect(bar).toBeInViewport()
  // ACT16: what has the keyboard does not lie under the bar, down to the last row.
  const top = async (of: Locator) => of.evaluate((each) => each.getBoundingClientRect().top)
  // In windows of which one or another cuts each row.
  for (let height = 400; height <= 640; height += 24) {
    await page.setViewportSize({ width: 1280, height })
    for (const number of [1, 2, 3]) {
      const field = page.getByRole('button', { name: new RegExp(`Status of action ${number}`) })
      await field.focus()
      expect(await field.evaluate((each) => each.getBoundingClientRect().bottom)).toBeLessThan(await top(bar))
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  await keys.tabTo(/Status of 2 actions/)
  await keys.press('Enter')
  await expect(page.getByRole('option', { name: 'Needs action' })).toBeVisible()
  await keys.type('In')
  await keys.press('Enter')
  for (const number of [2, 3])
    await expect(page.getByRole('button', { name: `Status of action ${number}` })).toContainText('In process')
  await keys.press('Control+z')
  for (const number of [2, 3])
    await expect(page.getByRole('button', { name: `Status of action ${number}` })).toContainText('Needs action')
})

test('[RSK10] a status chosen out of the list leads to its reason, a typed one when it is settled, and Escape back', async ({
  app,
}) => {
  const page = await app.open()
  const keys = keyboardOf(page)
  await followUp(page)
  await keys.fill('Add a risk', 'The sensor freezes')
  await keys.press('Enter')
  const status = page.getByRole('button', { name: /Status of risk 1/ })
  const why = page.getByPlaceholder('Why it is closed')
  await status.click()
  await page.getByRole('option', { name: 'Closed' }).click()
  await expect(why).toBeFocused()
  await expect(why).toBeInViewport()
  await keys.press('Escape')
  await expect(status).toBeFocused()
  await expect(status).toContainText('Open')
  await keys.type('Closed')
  await expect(status).toBeFocused()
  await expect(why).toBeInViewport()
  await keys.press('Tab')
  await keys.type('Measured')
  await keys.press('Enter')
  await expect(page.getByText('Closed: Measured')).toBeVisible()
  await expect(status).toBeFocused()
})

test('[RSK7] a risk and a lesson are entered, and the risk mitigated and accepted, by the keyboard', async ({ app }) => {
  const page = await app.open()
  const keys = keyboardOf(page)
  await followUp(page)
  await keys.fill('Add a risk', 'The sensor freezes')
  await keys.press('Enter')
  const risks = page.getByRole('table', { name: 'Risks' })
  await expect(risks.getByRole('row')).toHaveCount(2)
  await keys.tabTo('Mitigate risk 1', 'Shift+Tab')
  await keys.press('Enter', 'Enter')
  await expect(risks.getByRole('button', { name: 'Action 4' })).toBeVisible()
  await keys.tabTo(/Owner of risk 1/, 'Shift+Tab')
  await keys.press('Enter')
  await keys.type('Mara')
  await keys.press('Enter')
  await keys.tabTo(/Status of risk 1/)
  await keys.press('Enter')
  await keys.type('Acc')
  await keys.press('Enter')
  await page.getByPlaceholder('Why Mara Lindqvist accepts it').fill('One winter only')
  await keys.press('Enter')
  await expect(risks).toContainText('Accepted: One winter only')
  await keys.fill('Add a lesson', 'Order two sensors')
  await keys.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Lesson 1' })).toHaveValue('Order two sensors')
})
