import type { Page } from '@playwright/test'
import type { LogLine } from '../../shared/record/commit'
import { chainProblems, headsOf } from '../../shared/record/log'
import { type App, expect, openSample, test } from './helpers/app'
import { journalIn, linesShown, logIn } from './helpers/copies'
import { randomFrom, type Typist, typistAt } from './helpers/typist'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const SECONDS = isProof ? 60 : 7
const OFFLINE_SECONDS = isProof ? 20 : 3
const SEED = 20_260_601
/** Ideographs: two stretches of ten thousand signs each. */
const firstSigns = [0x4e00, 0x7600] as const

// A trace takes more of the machine than the typing.
test.use({ trace: 'off' })

const inSeconds = (seconds: number): number => Date.now() + seconds * 1000
const editor = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')
const banner = (page: Page) => page.getByText(/The second copy is failing: the program behind this page does not answer/)

/** Goes into the minutes of the item under way; answers its id. */
async function write(page: Page): Promise<string> {
  await page.keyboard.press('m')
  // Before the caret is in it, keys are no text.
  await expect(editor(page)).toBeFocused()
  return (await page.locator('section[data-section]', { has: editor(page) }).getAttribute('data-section')) ?? ''
}

/** Lines to type in. They are made before, for while two windows break the same lines the editor's binding can lose signs (README, Limits). */
async function writeLines(page: Page): Promise<void> {
  await page.keyboard.press('Control+End')
  for (let line = 1; line <= 8; line++) {
    await page.keyboard.type(`Line ${line}`)
    await page.keyboard.press('Enter')
  }
}

/** A verb between the keys, so that the log grows too. */
async function park(page: Page, topic: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await page.keyboard.type(topic)
  await page.keyboard.press('Enter')
  await expect(page.getByText(topic)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Parking lot' }).click()
}

const isSaved = async (page: Page) => expect(page.locator('[data-saved=both]')).toBeVisible({ timeout: 30_000 })

/** Takes the review over from the other browser, once that is known to have it. */
async function takeOver(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Take over' })
  await button.click({ timeout: 30_000 })
  await expect(button).toHaveCount(0, { timeout: 30_000 })
}

/** What was typed and does not stand in `lines`. */
function lost(typists: readonly Typist[], lines: readonly string[]): string[] {
  const there = new Set(lines.join(''))
  return typists.flatMap(({ typed }) => typed.filter((sign) => !there.has(sign)))
}

function chainOf(log: readonly LogLine[]) {
  const joins = log.filter(({ entry }) => entry.prev.length > 1).length
  return { problems: chainProblems(log), heads: headsOf(log).length, joins, lines: log.length }
}

/** Every copy says the same: each window, the database after a reload without the host, the journal, a fresh profile. */
async function expectOneText(app: App, pages: readonly Page[], at: string, itemId: string, typists: readonly Typist[]) {
  const [first] = pages
  if (!first) throw new Error('no window')
  for (const page of pages) await expect(editor(page)).toHaveCount(0)
  await expect.poll(async () => lost(typists, await linesShown(first, itemId)), { timeout: 20_000 }).toEqual([])
  const text = await linesShown(first, itemId)
  for (const page of pages) await expect.poll(() => linesShown(page, itemId), { timeout: 20_000 }).toEqual(text)
  for (const page of pages) await isSaved(page)
  const chain = chainOf(await logIn(first))
  expect(chain.problems).toEqual([])

  for (const page of pages.slice(1)) await page.close()
  await first.route('**/call/review:*', (route) => route.abort())
  await first.reload()
  await expect.poll(() => linesShown(first, itemId), { timeout: 20_000 }).toEqual(text)
  await first.context().close()

  const fresh = await app.open()
  await fresh.goto(at)
  await expect.poll(() => linesShown(fresh, itemId), { timeout: 20_000 }).toEqual(text)
  await isSaved(fresh)
  expect(chainOf(await logIn(fresh))).toEqual(chain)
  await app.stop()
  const journal = await journalIn(app.data, itemId)
  expect(journal.text).toEqual(text)
  expect(chainOf(journal.log)).toEqual(chain)
  return chain
}

test('[STO11] two windows type in the same item at random, one of them without the host for a time: nothing is lost, the log is one chain', async ({
  app,
}) => {
  test.setTimeout(isProof ? 600_000 : 120_000)
  const facilitator = await app.open()
  const at = `${await openSample(facilitator)}/run`
  await facilitator.keyboard.press('n')
  const recorder = await app.again(facilitator)
  await recorder.goto(at)
  await expect(recorder.getByRole('button', { name: 'Pause' })).toBeVisible()
  const itemId = await write(facilitator)
  await writeLines(facilitator)
  expect(await write(recorder)).toBe(itemId)
  const random = [randomFrom(SEED), randomFrom(SEED + 1)] as const
  const typists = [
    await typistAt(facilitator, firstSigns[0], random[0]),
    await typistAt(recorder, firstSigns[1], random[1]),
  ] as const

  const online = (SECONDS - OFFLINE_SECONDS) / 2
  const both = async (seconds: number) => {
    const end = inSeconds(seconds)
    await Promise.all(typists.map((typist) => typist.typeUntil(end)))
  }
  await both(online)
  await typists[1].setOffline(true)
  await both(OFFLINE_SECONDS)
  await expect(banner(recorder)).toBeVisible()
  await Promise.all([park(facilitator, 'Parked with the host'), park(recorder, 'Parked without the host')])
  await typists[1].setOffline(false)
  await Promise.all([write(facilitator), write(recorder)])
  await both(online)
  await Promise.all([park(facilitator, 'Parked last here'), park(recorder, 'Parked last there')])

  const { lines, ...chain } = await expectOneText(app, [facilitator, recorder], at, itemId, typists)
  expect(chain).toEqual({ problems: [], heads: 1, joins: 0 })
  const count = typists[0].typed.length + typists[1].typed.length
  console.log(
    `= two windows, one profile: ${SECONDS} s, ${OFFLINE_SECONDS} s without the host, seed ${SEED}: ${count} signs, lost 0, ${lines} log lines, one chain`,
  )
})

test('[STO18] two browsers type in the same item, one offline while the other takes over: joined, nothing is lost, the log is one chain', async ({
  app,
}) => {
  test.setTimeout(isProof ? 600_000 : 120_000)
  const first = await app.open()
  const at = `${await openSample(first)}/run`
  await first.keyboard.press('n')
  const itemId = await write(first)
  await writeLines(first)
  const second = await app.open()
  await second.goto(at)
  await expect(second.getByText('being edited in another window')).toBeVisible()
  const typists = [
    await typistAt(first, firstSigns[0], randomFrom(SEED + 2)),
    await typistAt(second, firstSigns[1], randomFrom(SEED + 3)),
  ] as const
  const online = (SECONDS - OFFLINE_SECONDS) / 2
  await typists[0].typeUntil(inSeconds(online))

  // Cut off, the first goes on; the second takes over and goes on from what the journal has.
  await typists[0].setOffline(true)
  await takeOver(second)
  expect(await write(second)).toBe(itemId)
  const end = inSeconds(OFFLINE_SECONDS)
  await Promise.all(typists.map((typist) => typist.typeUntil(end)))
  await expect(banner(first)).toBeVisible()
  await Promise.all([park(first, 'Parked offline'), park(second, 'Parked meanwhile')])
  await typists[0].setOffline(false)
  await takeOver(first)
  expect(await write(first)).toBe(itemId)
  await typists[0].typeUntil(inSeconds(online))
  await park(first, 'Parked together')
  await takeOver(second)
  await park(second, 'Parked at the end')
  await takeOver(first)

  const { lines, ...chain } = await expectOneText(app, [first, second], at, itemId, typists)
  expect(chain).toEqual({ problems: [], heads: 1, joins: 1 })
  const count = typists[0].typed.length + typists[1].typed.length
  console.log(
    `= two browsers, ${OFFLINE_SECONDS} s apart, seed ${SEED}: ${count} signs, lost 0, ${lines} log lines, joined into one chain`,
  )
})
