import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, openSample, tempFolder, test } from './helpers/app'
import { logIn } from './helpers/copies'
import { randomFrom } from './helpers/typist'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const SEED = 20_260_602
const random = randomFrom(SEED)

test.use({ trace: 'off' })

function databaseFiles(profile: string): string[] {
  const folder = join(profile, 'Default', 'IndexedDB')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

function change(path: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  edit(bytes)
  writeFileSync(path, bytes)
}

/** What the browser may mend by itself, or go on failing at: then the second copy alone has everything, and it is told. */
const mendable = ['without its beginning', 'with flipped bits']

/** What happens to the files of the database between two runs of the browser. */
const damages: Readonly<Record<string, (profile: string) => void>> = {
  deleted: (profile) => rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true }),
  garbled: (profile) => databaseFiles(profile).forEach((path) => change(path, (bytes) => bytes.fill(0xa5))),
  'garbled from the middle on': (profile) =>
    databaseFiles(profile).forEach((path) => change(path, (bytes) => bytes.fill(0xa5, bytes.length >> 1))),
  'without its beginning': (profile) =>
    databaseFiles(profile)
      .filter((path) => /CURRENT|MANIFEST/.test(path))
      .forEach((path) => rmSync(path)),
  'with flipped bits': (profile) =>
    databaseFiles(profile).forEach((path) =>
      change(path, (bytes) => {
        for (let flips = 0; flips < bytes.length / 1000; flips++) bytes[Math.floor(random() * bytes.length)]! ^= 1 << (flips % 8)
      }),
    ),
}
const names = Object.keys(damages).slice(0, isProof ? undefined : 2)

test('[STO16] [STO21] a database deleted or garbled in the profile between two runs is filled from the journal, without a question, and told', async ({
  app,
  playwright,
  launchOptions,
}) => {
  test.setTimeout(180_000)
  const profile = tempFolder('profile')
  let context: BrowserContext | undefined
  /** The browser is started, at the address that the program prints, and the review is there. */
  async function begin(): Promise<Page> {
    context = await playwright.chromium.launchPersistentContext(profile, launchOptions)
    const page = await context.newPage()
    await page.goto(app.url)
    return page
  }
  const shown = async (page: Page) => [
    await page.getByRole('region', { name: 'Agenda' }).allInnerTexts(),
    await page.locator('section[data-section]').allInnerTexts(),
  ]
  const lines = async (page: Page) => (await logIn(page)).map(({ hash }) => hash).sort()

  try {
    let page = await begin()
    const at = `${await openSample(page)}/run`
    await page.keyboard.press('m')
    await page.locator('.ProseMirror[contenteditable=true]').waitFor()
    await page.keyboard.type('Written before the browser was closed.')
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-saved=both]')).toBeVisible()
    const before = await shown(page)
    const log = await lines(page)
    expect(JSON.stringify(before)).toContain('Written before the browser was closed.')
    expect(log).toHaveLength(1)

    for (const name of names) {
      await context?.close()
      damages[name]?.(profile)
      page = await begin()
      await page.goto(at)
      await expect.poll(() => shown(page), name).toEqual(before)
      const told = page.getByText(/The copy in this browser was lost|Part of the copy in this browser could not be read/)
      if (!mendable.includes(name)) {
        await expect(told, name).toBeVisible()
        await expect(page.locator('[data-saved=both]'), name).toBeVisible()
        await expect.poll(() => lines(page), name).toEqual(log)
      } else await expect(page.locator('[data-saved=both], [data-saved=one]'), name).toBeVisible({ timeout: 30_000 })
      if (await told.isVisible()) await page.getByRole('button', { name: 'Understood' }).click()
    }
    console.log(
      `= database of the profile ${names.join(', ')}: the review was whole ${names.length} of ${names.length} times, seed ${SEED}`,
    )
  } finally {
    await context?.close()
  }
})
