import { expect, type Page } from '@playwright/test'
import { slidesPdf } from '../../helpers/pdf-seeds'

/** Adds slides to the review at that address, and goes to Run. */
export async function addSlides(page: Page, at: string, name: string, pages: number): Promise<void> {
  await page.goto(`${at}/prepare`)
  await page.getByRole('tab', { name: /Materials/ }).click()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).first().click()
  await (await chosen).setFiles({ name, mimeType: 'application/pdf', buffer: slidesPdf(pages, pages) })
  await expect(page.getByRole('button', { name: `Open ${name}` })).toBeVisible()
  await page.goto(`${at}/run`)
}
