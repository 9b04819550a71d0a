import type { Page } from '@playwright/test'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Somebody who types one sign at a time, none of them twice, wherever the caret happens to go. */
export interface Typist {
  /** Types until then, with moves of the caret and pauses between. */
  typeUntil(when: number): Promise<void>
  readonly typed: readonly string[]
  /** The typist's own connection to the browser, to cut the network of this page only. */
  setOffline(isOffline: boolean): Promise<void>
}

const moves = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Control+Home',
  'Control+End',
  'Control+ArrowLeft',
]

/** `first` is the first sign: a letter of which the following ones are many enough, such as the ideographs. */
export async function typistAt(page: Page, first: number, random: () => number): Promise<Typist> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  const typed: string[] = []

  /** A key of its own for every sign, as on a keyboard that has them all. */
  async function key(text: string): Promise<void> {
    const down = browser.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, unmodifiedText: text })
    await Promise.all([down, browser.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })])
  }

  return {
    typed,
    async typeUntil(when) {
      while (Date.now() < when) {
        const chance = random()
        if (chance < 0.12) await page.keyboard.press(moves[Math.floor(random() * moves.length)] ?? 'End')
        else if (chance < 0.16) await page.waitForTimeout(random() * 200)
        else {
          const sign = String.fromCodePoint(first + typed.length)
          await key(sign)
          typed.push(sign)
        }
      }
    },
    async setOffline(isOffline) {
      await browser.send('Network.emulateNetworkConditions', {
        offline: isOffline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      })
    },
  }
}
