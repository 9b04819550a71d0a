import { expect, openSample, test } from './helpers/app'
import { press } from './helpers/keyboard'

test('[FB11] one by one: cockpit and wall show the same item, and the whole board again, by keys', async ({ app }) => {
  const page = await app.open()
  await openSample(page)
  await press(page, 'n v')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  const board = wall.locator('main')
  const list = page.getByRole('list', { name: 'Feedback' })
  const texts = await list.getByRole('textbox').evaluateAll((fields: HTMLTextAreaElement[]) => fields.map(({ value }) => value))
  const [first = '', second = ''] = texts
  expect(texts.length).toBeGreaterThan(2)
  await expect(board).toContainText(texts.at(-1) ?? '?')
  await page.bringToFront()
  await press(page, 'z v')
  await expect(page.getByRole('group', { name: 'One by one' })).toContainText(`1 of `)
  await expect(board).toContainText(first)
  await expect(board).not.toContainText(texts.at(-1) ?? '?')
  await press(page, '>')
  await expect(board).toContainText(second)
  await expect(board).not.toContainText(first)
  await press(page, '<')
  await expect(board).toContainText(first)
  await press(page, 'z v')
  await expect(board).toContainText(texts.at(-1) ?? '?')
})
