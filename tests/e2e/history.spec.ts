import { expect, openSample, test } from './helpers/app'
import { press } from './helpers/keyboard'

test('[LOG6] [LOG7] the history of a review and of one item, by keys, with the chain checked', async ({ app }) => {
  const page = await app.open()
  await openSample(page)
  await press(page, 'g p')
  await page.getByRole('tab', { name: /^Agenda/ }).press('Enter')
  const title = page.getByRole('textbox', { name: /^Title of item 1/ })
  await title.fill('Aims, said anew')
  await title.press('Enter')
  await page.getByRole('button', { name: 'More for item 1', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'History' }).press('Enter')
  await expect(page.getByText('The chain holds')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true')
  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.first()).toContainText('Edit an agenda item')
  await expect(entries.first()).toContainText('Aims, said anew')
  const [own, all] = [entries, page.getByText(/^\d+ entr/)]
  const few = await own.count()
  await page.getByRole('button', { name: /^1 Aims, said anew About/ }).press('Enter')
  await page.getByRole('option', { name: 'The whole review' }).press('Enter')
  await expect(all).toBeVisible()
  expect(await own.count()).toBeGreaterThanOrEqual(few)
  await page.getByRole('searchbox', { name: 'With the words' }).fill('no such thing')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).press('Enter')
  await expect(all).toBeVisible()
})
