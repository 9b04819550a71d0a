import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Keyboard } from './keyboard'

/** Chooses a folder in the page's own picker and saves the bundle there, by keys alone; answers its path. `save`: what the button says. */
export async function saveByKeys(page: Page, keys: Keyboard, share: string, save = 'Save bundle'): Promise<string> {
  await keys.press('g', 'a')
  await keys.push('Choose folder')
  await expect(page.getByRole('dialog')).toBeVisible()
  for (const part of await stepsTo(page, keys, share)) {
    const folder = page.getByRole('option', { name: part, exact: true })
    await expect(folder).toBeVisible()
    await focusFolders(page)
    // Typing a name goes to it; what was typed before the list had its focus is typed again.
    await expect(async () => {
      await keys.type(part)
      await expect(folder).toBeFocused({ timeout: 1_500 })
    }).toPass()
    await keys.press('Enter')
    await expect(page.getByRole('dialog').locator('bdi')).toHaveText(new RegExp(`/${part}$`))
  }
  await keys.push('Use this folder')
  await keys.push(save)
  await expect(page.getByText('Saved and read back')).toBeVisible()
  const zip = () => readdirSync(share).find((each) => each.endsWith('.zip')) ?? ''
  // It is on its way there by itself.
  await expect.poll(zip).not.toBe('')
  return join(share, zip())
}

/** Goes up to the root; answers the folders from there. */
async function stepsTo(page: Page, keys: Keyboard, folder: string): Promise<string[]> {
  const up = page.getByRole('button', { name: 'Folder above' })
  await expect(page.getByRole('dialog').locator('bdi')).not.toHaveText('')
  while (await up.isEnabled()) {
    const before = await page.getByRole('dialog').locator('bdi').textContent()
    await keys.push('Folder above')
    await expect(page.getByRole('dialog').locator('bdi')).not.toHaveText(before ?? '')
  }
  return folder.split('/').filter(Boolean)
}

async function focusFolders(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Folders' })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(list.locator(':focus').or(list.and(page.locator(':focus')))).toBeVisible({ timeout: 1 })
  }).toPass({ intervals: [0] })
}
