import { expect, type Page } from '@playwright/test'

/** Leaves whatever has the keyboard. */
export const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

/** Presses keys, with blanks between them, outside text, once a screen is on display. */
export async function press(page: Page, keys: string): Promise<void> {
  await expect(page.locator('main').first()).toBeVisible()
  await blur(page)
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}

/** A facilitator without a mouse. */
export interface Keyboard {
  press(...keys: string[]): Promise<void>
  type(text: string): Promise<void>
  /** Tab until what has the focus is called so. */
  tabTo(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** Fills the field with this label. */
  fill(name: string | RegExp, text: string): Promise<void>
  /** Tabs to a button and presses it. */
  push(name: string | RegExp): Promise<void>
}

const MOST_TABS = 150

/** `one` presses a key: another one counts them. */
export function keyboardOf(page: Page, one: (key: string) => Promise<void> = (key) => page.keyboard.press(key)): Keyboard {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element.role === 'tabpanel') return ''
      const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
      const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      const ofField = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ')
      const own = element.matches('input, textarea, [contenteditable]') ? '' : (element.textContent ?? '')
      return (element.getAttribute('aria-label') || labels.trim() || ofField || own).trim()
    })
  const isCalled = (found: string, name: string | RegExp) => (typeof name === 'string' ? found === name : name.test(found))
  const keyboard: Keyboard = {
    async press(...keys) {
      for (const key of keys) await one(key)
    },
    type: (text) => page.keyboard.type(text),
    async tabTo(name, key = 'Tab') {
      const seen: string[] = []
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await one(key)
        const found = await focused()
        if (isCalled(found, name)) return
        seen.push(found)
      }
      expect.soft(seen, `nothing called ${name} can be reached`).toEqual([])
      throw new Error(`nothing called ${name} can be reached with ${key}`)
    },
    async fill(name, text) {
      await keyboard.tabTo(name)
      await keyboard.press('Control+a')
      await keyboard.type(text)
    },
    async push(name) {
      await keyboard.tabTo(name)
      await keyboard.press('Enter')
    },
  }
  return keyboard
}

/** Speaks for somebody by the key and the first letters. */
export async function actAs(page: Page, keys: Keyboard, name: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: new RegExp(`^${name}`) })
  await keys.press('s')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  // A machine that is busy for a second between two letters takes them for two words.
  await expect(async () => {
    await keys.type(name)
    await expect(entry).toBeFocused({ timeout: 1_500 })
  }).toPass({ timeout: 20_000 })
  await keys.press('Enter')
  await expect(entry).toHaveCount(0)
}

/** From the field of new feedback: chooses its label by the arrows, and is back in the field (FB21). */
export async function chooseLabel(page: Page, keys: Keyboard, label: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `Add ${label}`, exact: true })
  if (await field.isVisible()) return
  await keys.press('Shift+Tab')
  const labels = page.getByRole('toolbar', { name: 'Label' }).getByRole('button')
  await expect(labels.and(page.locator(':focus'))).toBeVisible()
  const names = await labels.allTextContents()
  const from = names.indexOf((await page.locator(':focus').textContent()) ?? '')
  const by = (names.indexOf(label) - from + names.length) % names.length
  const [key, times] = by > names.length / 2 ? ['ArrowLeft', names.length - by] : ['ArrowRight', by]
  for (let time = 0; time < times; time++) await keys.press(key)
  await keys.press('Tab')
  await expect(field).toBeFocused()
}
