import { formatClock } from '../../shared/timer/format'
import { expect, openSample, test } from './helpers/app'
import { logIn } from './helpers/copies'
import { plainBrowser, type PlainTab } from './helpers/plain-browser'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const HIDDEN_MS = isProof ? 600_000 : 3_000
const FROZEN_MS = 2_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.use({ trace: 'off' })

/** What the page shows and when, read at one instant. `shown` is what is left, of `allotted`. */
interface Look {
  readonly now: number
  readonly shown: string
  readonly allotted: string
}
const look = `(() => {
  const panel = document.querySelector('[aria-label=Timer]')
  return { now: Date.now(), shown: panel.querySelector('[role=timer]').textContent, allotted: panel.textContent.match(/of ([\\d:]+)/)[1] }
})()`

const msOf = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000

/** Asserts that the time shown is the one that the instants say. A second that changed while the page was painting counts as shown. */
function expectExact({ now, shown, allotted }: Look, startedAt: number): void {
  const left = (at: number) => formatClock(msOf(allotted) - (at - startedAt))
  expect([left(now), left(now - 100)]).toContain(shown)
}

/** Counts how often a timer of 100 ms fires: a throttled page gets one turn a second or less. */
const countTurns = `window.turns = 0; setInterval(() => window.turns++, 100); undefined`

/** Looks in the third frame behind the moment the page is looked at again, before anybody has time to wait. */
const lookWhenShown = `new Promise((resolve) => {
  let frames = 0
  const frame = () => (++frames < 3 ? requestAnimationFrame(frame) : resolve(${look}))
  if (document.visibilityState === 'visible') return frame()
  document.addEventListener('visibilitychange', () => requestAnimationFrame(frame), { once: true })
})`

test('[TIM3] a timer in a hidden, throttled, then frozen tab is right to the shown second as soon as it is looked at', async ({
  app,
}) => {
  test.setTimeout(HIDDEN_MS + 120_000)
  const browser = await plainBrowser()
  try {
    let at = ''
    let startedAt = 0
    await browser.prepare(async (page) => {
      await page.goto(app.url)
      at = `${await openSample(page)}/run`
      await page.keyboard.press('n')
      await expect(page.locator('[data-saved=both]')).toBeVisible()
      startedAt = (await logIn(page)).find(({ entry }) => entry.verb === 'startItem')?.entry.at ?? 0
    })
    const tab: PlainTab = await browser.open(at)
    await expect.poll(() => tab.evaluate<string>(`document.querySelector('[role=timer]')?.textContent ?? ''`)).toMatch(/\d:\d\d/)
    const other = await browser.open('about:blank')
    await other.bringToFront()
    await expect.poll(() => tab.evaluate<string>('document.visibilityState')).toBe('hidden')
    await tab.evaluate(countTurns)
    await pause(HIDDEN_MS)
    const turns = await tab.evaluate<number>('window.turns')
    expect(turns).toBeLessThan((HIDDEN_MS / 1000) * 2)
    expect(await tab.evaluate<string>('document.visibilityState')).toBe('hidden')
    const hidden = await tab.evaluate<Look>(look)

    const shown = tab.evaluate<Look>(lookWhenShown)
    await tab.bringToFront()
    expectExact(await shown, startedAt)

    await other.bringToFront()
    await tab.freeze(true)
    await pause(FROZEN_MS)
    await tab.freeze(false)
    const thawed = tab.evaluate<Look>(lookWhenShown)
    await tab.bringToFront()
    expectExact(await thawed, startedAt)
    console.log(
      `= timer: hidden ${HIDDEN_MS / 1000} s with ${turns} turns of a 100 ms timer, then frozen ${FROZEN_MS / 1000} s: right to the shown second at once (${(await shown).shown} of ${(await shown).allotted}; while hidden it stood at ${hidden.shown})`,
    )
  } finally {
    await browser.close()
  }
})

test('[TIM3] a page that slept for ten minutes shows what the instants say', async ({ app }) => {
  const page = await app.open()
  await page.clock.install()
  await page.reload()
  await openSample(page)
  await page.keyboard.press('n')
  await expect(page.locator('[data-saved=both]')).toBeVisible()
  const startedAt = (await logIn(page)).find(({ entry }) => entry.verb === 'startItem')?.entry.at ?? 0
  // The lid is closed: not one timer fires until it is opened, and then each once.
  for (const minutes of [3, 7]) {
    await page.clock.fastForward(minutes * 60_000)
    await expect(async () => expectExact(await page.evaluate<Look>(look), startedAt)).toPass({ timeout: 10_000 })
  }
  await expect(page.getByRole('timer')).toHaveText(/^−/)
})
