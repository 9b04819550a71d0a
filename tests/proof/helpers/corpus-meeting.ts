import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect as playwrightExpect, type Browser, type Locator, type Page } from '@playwright/test'
import { filesOf } from '../../electron/helpers/bundle-content'
import { differences } from '../../helpers/compare-bundles'
import { startApp } from '../../e2e/helpers/app'
import { agenda, attached, decision, feedback, minutes, overview, owners, people } from './corpus-content'

const expect = playwrightExpect.configure({ timeout: 30_000 })

export interface MeetingPlace {
  readonly browser: Browser
  /** Files to bring along. */
  readonly materials: readonly string[]
  /** Two data folders and two folders for bundles. */
  readonly folders: { readonly here: string; readonly elsewhere: string; readonly share: string; readonly second: string }
  /** Where pictures of each step go. */
  readonly pictures: string
}

export interface Told {
  readonly record: Readonly<Record<string, Record<string, unknown>[]>>
}

/** A whole review as a user holds it by mouse and keyboard; saved, opened on another computer, saved again. Answers the differences and the record. */
export async function holdMeeting({ browser, materials, folders, pictures }: MeetingPlace) {
  mkdirSync(pictures, { recursive: true })
  let step = 0
  const shot = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(pictures, `${String(++step).padStart(2, '0')}-${name}.png`) })
  }
  const options = { viewport: { width: 1280, height: 800 }, locale: 'en-GB', colorScheme: 'light' } as const
  const here = await startApp(browser, { data: folders.here })
  const elsewhere = await startApp(browser, { data: folders.elsewhere })
  try {
    const page = await here.open(options)
    await shot(page, 'library-empty')
    await create(page, shot)
    await prepare(page, materials, shot)
    await hold(page, shot)
    await followUp(page, shot)
    const saved = await save(page, folders.share, shot)
    const other = await elsewhere.open(options)
    const chosen = other.waitForEvent('filechooser')
    await button(other, 'Open bundle').click()
    await (await chosen).setFiles(saved)
    await expect(other.getByRole('navigation')).toBeVisible()
    await shot(other, 'opened-elsewhere')
    const again = await save(other, folders.second, shot)
    const [left, right] = [await filesOf(saved), await filesOf(again)]
    const told = JSON.parse(left.get('data/record/review.json')?.toString() ?? '') as Told
    return { saved, again, told, different: differences(left, right), files: left }
  } finally {
    await Promise.all([here.stop(), elsewhere.stop()])
  }
}

type Shot = (page: Page, name: string) => Promise<void>

const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()
const place = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click()
const tab = (page: Page, name: RegExp): Promise<void> => page.getByRole('tab', { name }).click()

/** Clicks into a field, replaces what is there, leaves it. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await button(page, label).click()
  await page
    .getByRole('option', { name: option, exact: typeof option === 'string' })
    .first()
    .click()
}

async function create(page: Page, shot: Shot): Promise<void> {
  await button(page, 'New review').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type(overview.title)
  await page.getByRole('option', { name: /^Capstone/ }).click()
  await shot(page, 'new-review')
  await button(page, 'Create review').click()
  await expect(page.getByRole('tab', { name: /Overview/ })).toBeVisible()
}

async function prepare(page: Page, materials: readonly string[], shot: Shot): Promise<void> {
  await shot(page, 'prepare-new')
  const { title: _, ...words } = overview
  for (const [label, text] of Object.entries(words)) await fill(page, label, text)
  await shot(page, 'prepare-overview')

  await tab(page, /People/)
  await shot(page, 'prepare-people-empty')
  for (const [name, role] of people) {
    await page.getByLabel('Add a person').click()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    const roles = page.getByRole('group', { name: `Roles of ${name}` })
    await expect(roles).toBeVisible()
    const wanted = roles.getByRole('button', { name: role })
    if ((await wanted.getAttribute('aria-pressed')) !== 'true') await wanted.click()
  }
  await shot(page, 'prepare-people')

  await tab(page, /Agenda/)
  await shot(page, 'prepare-agenda-of-template')
  await makeAgenda(page)
  await shot(page, 'prepare-agenda')

  await tab(page, /Materials/)
  await shot(page, 'prepare-materials-empty')
  const chosen = page.waitForEvent('filechooser')
  await button(page, 'Add files').click()
  await (await chosen).setFiles([...materials])
  await expect(button(page, /^Remove /).and(page.locator(':visible'))).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(materials.length)
  for (const [name, item] of attached) {
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^Open .*${name}`) }) })
    await row.getByRole('button', { name: 'Attach to an item' }).click()
    if (item === 3) await shot(page, 'prepare-attaching')
    await page
      .getByRole('menuitemcheckbox', { name: new RegExp(`^${item} `) })
      .or(page.getByRole('menuitem', { name: new RegExp(`^${item} `) }))
      .first()
      .click()
    await page.keyboard.press('Escape')
  }
  await shot(page, 'prepare-materials')
  await tab(page, /Readiness/)
  await shot(page, 'prepare-readiness')
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
}

/** The template's items get our titles and minutes; those left over go, those missing come. */
async function makeAgenda(page: Page): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Agenda' }).getByRole('row')
  while ((await rows.count()) > agenda.length) {
    const before = await rows.count()
    await button(page, `More for item ${before}`).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await expect(rows).toHaveCount(before - 1)
  }
  for (let at = await rows.count(); at < agenda.length; at++) {
    await page.getByLabel('Add an item').click()
    await page.keyboard.type('…')
    await page.keyboard.press('Enter')
  }
  for (const [at, [title, planned]] of agenda.entries()) {
    await fill(page, `Title of item ${at + 1}`, title)
    await fill(page, `Planned minutes of item ${at + 1}`, String(planned))
    if (at < 5) await choose(page, new RegExp(`Presenter of item ${at + 1}`), at % 2 === 0 ? 'Alix Bertin' : 'Rémi Lambert')
  }
}

async function hold(page: Page, shot: Shot): Promise<void> {
  await place(page, 'Run')
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await shot(page, 'run-before')
  const opened = page.waitForEvent('popup')
  await button(page, 'Open wall').click()
  const wall = await opened
  await wall.setViewportSize({ width: 1280, height: 720 })
  await button(page.getByRole('region', { name: 'Timer' }), 'Start').click()
  await page.getByLabel('Why the meeting starts anyway').fill('The panel has this hour only')
  await shot(page, 'run-start')
  await button(page.getByRole('dialog'), 'Start anyway').click()
  await expect(button(page, 'Pause')).toBeVisible()
  await shot(page, 'run-started')
  await expect(wall.getByText(`1 of ${agenda.length}`)).toBeInViewport({ ratio: 1 })
  await shot(wall, 'wall-item')
  for (const [at, lines] of minutes.entries()) {
    await writeMinutes(page, at, lines)
    if (at === 2) await shot(page, 'run-minutes-with-action')
    if (at === 3) await giveFeedback(page, shot)
    if (at === 3) {
      await page.keyboard.press('v')
      await expect(wall.getByRole('heading', { level: 1, name: 'Feedback' })).toBeVisible()
      await shot(wall, 'wall-feedback')
      await page.keyboard.press('i')
    }
    if (at === 1) {
      await button(page, 'Pause').click()
      await button(page, 'Resume').click()
      await button(page, '+1').click()
    }
    await button(page.getByRole('region', { name: 'Timer' }), at < agenda.length - 1 ? 'Next item' : 'End item').click()
  }
  await page.getByLabel('Park a topic').click()
  await page.keyboard.type('A calendar for the administrators of the panels')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await shot(page, 'run-ended')
  await wall.close()
}

async function writeMinutes(page: Page, at: number, lines: readonly string[]): Promise<void> {
  const section = page.getByRole('region', { name: new RegExp(`^Minutes: ${at + 1} `) })
  await section.getByRole('button', { name: /^Write minutes/ }).click()
  await expect(section.locator('[contenteditable=true]')).toBeFocused()
  for (const line of lines) {
    if (!line.startsWith('!')) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      continue
    }
    const before = await page.getByText(/^Action \d+$/).count()
    await button(section.getByRole('toolbar', { name: 'Insert' }), 'Action').click()
    await page.getByPlaceholder(/Words of the action/).waitFor()
    await page.keyboard.type(line.slice(1))
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Action \d+$/)).toHaveCount(before + 1)
  }
  await page.keyboard.press('Escape')
  await expect(button(page, /^Now: /)).toBeHidden()
}

async function giveFeedback(page: Page, shot: Shot): Promise<void> {
  for (const [name, items] of Object.entries(feedback)) {
    await button(page, /^(Acting as|As |Myself)/).click()
    await page
      .getByRole('menuitemradio', { name: new RegExp(`^${name}`) })
      .or(page.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) }))
      .or(page.getByRole('menuitem', { name: new RegExp(`^${name}`) }))
      .first()
      .click()
    for (const [label, text] of items) {
      await page.getByRole('toolbar', { name: 'Label' }).getByRole('button', { name: label, exact: true }).click()
      await page.getByPlaceholder(new RegExp(`^Add ${label}`)).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('list', { name: 'Feedback' }).getByText(text)).toBeVisible()
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight), 'the cockpit is scrolled').toBeLessThanOrEqual(800)
    await shot(page, `run-feedback-${name.split(' ')[0]?.toLowerCase() ?? ''}`)
  }
  await page.keyboard.press('Escape')
}

async function followUp(page: Page, shot: Shot): Promise<void> {
  await button(page, /^As /).click()
  await page.getByText(/^Myself/).click()
  await place(page, 'Follow up')
  await shot(page, 'follow-up')
  await page.getByLabel('Exact statement').fill(decision.statement)
  await choose(page, /Outcome/, decision.outcome)
  await button(page, 'Propose').click()
  await expect(page.getByText('Proposed')).toBeVisible()
  await fill(page, 'Because', decision.because)
  await page.getByLabel('Add a condition').click()
  await page.keyboard.type(decision.condition)
  await page.keyboard.press('Enter')
  await shot(page, 'follow-up-proposed')
  for (const [at, owner] of owners.entries()) {
    await choose(page, new RegExp(`Owner of action ${at + 1}`), owner)
    const due = page.getByRole('group', { name: `Due date of action ${at + 1}` })
    await due.getByRole('spinbutton').first().click()
    await page.keyboard.type(`1${at}042027`)
    await page.keyboard.press('Tab')
  }
  await shot(page, 'follow-up-actions')
  await button(page, 'Accept the decision').click()
  await expect(page.getByText(/^accepted/)).toBeVisible()
  await button(page, 'End the meeting').click()
  await expect(button(page, 'Close the review')).toBeVisible()
  await shot(page, 'follow-up-accepted')
}

async function save(page: Page, folder: string, shot: Shot): Promise<string> {
  await place(page, 'Archive')
  await shot(page, 'archive')
  await button(page, 'Choose folder').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shot(page, 'archive-picker')
  await expect(page.getByRole('dialog').locator('bdi')).not.toHaveText('')
  const up = button(page, 'Folder above')
  while (await up.isEnabled()) {
    const before = await page.getByRole('dialog').locator('bdi').textContent()
    await up.click()
    await expect(page.getByRole('dialog').locator('bdi')).not.toHaveText(before ?? '')
  }
  for (const part of folder.split('/').filter(Boolean)) {
    const next = page.getByRole('listbox', { name: 'Folders' }).getByRole('option', { name: part, exact: true })
    await next.scrollIntoViewIfNeeded()
    // A hand needs longer than a frame from the wheel to the button.
    await page.waitForTimeout(200)
    await next.click()
    await expect(page.getByRole('dialog').locator('bdi')).toHaveText(new RegExp(`${part}$`))
  }
  await button(page, 'Use this folder').click()
  await button(page, 'Save bundle').click()
  await expect(page.getByText('Saved and read back')).toBeVisible({ timeout: 60_000 })
  await shot(page, 'archive-saved')
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.zip')) ?? '')
}
