import { expect, type Page } from '@playwright/test'
import { type Keyboard, keyboardOf } from './keyboard'

export interface KeysOnly extends Keyboard {
  /** Begins a part of the work; answers how many keys the parts before took, beside the words typed, by name. */
  part(name: string): Readonly<Record<string, number>>
  /** What a pointer did on the page. */
  pointed(): Promise<string[]>
}

/** A facilitator without a mouse on a page that would tell of one; after each act something has the keyboard (KEY5). */
export async function keysOnly(page: Page): Promise<KeysOnly> {
  await page.evaluate(() => {
    const pointed: string[] = []
    Object.assign(window, { pointed })
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
      addEventListener(kind, () => pointed.push(kind), { capture: true })
  })
  const taken: Record<string, number> = {}
  let now = ''
  const one = async (key: string): Promise<void> => {
    taken[now] = (taken[now] ?? 0) + 1
    await page.keyboard.press(key)
  }
  const held = (act: string): Promise<void> =>
    expect
      .poll(() => page.evaluate(() => document.activeElement === document.body), {
        message: `the keyboard is lost after ${act}`,
        timeout: 5_000,
      })
      .toBe(false)
  const raw = keyboardOf(page, one)
  const keys: KeysOnly = {
    async press(...keys) {
      await raw.press(...keys)
      await held(keys.join(' '))
    },
    async type(text) {
      await raw.type(text)
      await held(text)
    },
    tabTo: raw.tabTo,
    async fill(name, text) {
      await raw.tabTo(name)
      await one('Control+a')
      await keys.type(text)
    },
    async push(name) {
      await raw.push(name)
      await held(`Enter on ${name}`)
    },
    part(name) {
      now = name
      return taken
    },
    pointed: () => page.evaluate(() => (window as unknown as { pointed: string[] }).pointed),
  }
  return keys
}
