import type { Page } from '@playwright/test'
import { expect, openSample, test } from './helpers/app'
import { press } from './helpers/keyboard'

/** Makes a record by a line of the minutes. */
async function write(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

test('[LIN1] [LIN2] from an action and a finding to their lines in the minutes, and back, by keys', async ({ app }) => {
  const page = await app.open()
  await openSample(page)
  await press(page, 'n m')
  await page.locator('[contenteditable=true]').waitFor()
  // Behind what the sample has in this item.
  await page.keyboard.press('Enter')
  await write(page, 'ACTION: Measure the winter again')
  await write(page, 'ISSUE: The axis has no unit')
  await page.keyboard.press('Escape')
  await press(page, 'g f')
  const more = page.getByRole('button', { name: 'More about action 2' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'In the minutes' }).press('Enter')
  const sheet = page.getByRole('region', { name: /^Minutes:/ })
  const line = sheet.getByRole('button', { name: 'Action 2', exact: true })
  await expect(line).toBeFocused()
  await expect(line).toBeInViewport()
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ has: more })
  await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  // A finding is answered beside the minutes; from there to its line and back.
  await press(page, 'g r 2')
  const finding = sheet.getByRole('button', { name: 'Finding', exact: true }).last()
  await finding.press('Enter')
  const item = page.getByRole('list', { name: 'Feedback' }).getByRole('listitem').filter({ hasText: 'The axis has no unit' })
  await expect.poll(() => item.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await item.getByRole('button', { name: 'Change this item' }).press('Enter')
  await page.getByRole('menuitem', { name: 'In the minutes' }).press('Enter')
  await expect(finding).toBeFocused()
  // Feedback that was raised elsewhere has no line.
  await press(page, 'r')
  await write(page, 'Raised beside the minutes')
  const other = page.getByRole('listitem').filter({ hasText: 'Raised beside the minutes' })
  await other.getByRole('button', { name: 'Change this item' }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Answer it' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'In the minutes' })).toHaveCount(0)
})
