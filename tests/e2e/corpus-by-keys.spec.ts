import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { agenda, decision, feedback, overview, people } from '../proof/helpers/corpus-content'
import { expect, tempFolder, test } from './helpers/app'
import { capstone, emptied, onlyWithCorpus, picturesOf, SLIDES } from './helpers/corpus'
import { actAs, chooseLabel, type Keyboard, keyboardOf } from './helpers/keyboard'
import { recordIn } from './helpers/record-in'
import { saveByKeys } from './helpers/save-by-keys'

const pictures = picturesOf('corpus-by-keys')
onlyWithCorpus('a real milestone by keys alone')

/** What the scribe types, item by item. */
const lines: readonly (readonly string[])[] = [
  ['present+ Alix, Rémi, Theo, Maud', 'The administrators want the next days in their calender.', 's/calender/calendar/'],
  ['Output of 2022 in quarter-hours for eight plants.', 'QUESTION: Why were rows without weather left out?'],
  ['Plant 8 reports what its panels cannot have, see slide 3.', 'ACTION: Rémi to ask the operator about plant 8 by 2027-03-01'],
  [
    'Random forests are ahead on each plant.',
    'ISSUE: the split is drawn at random',
    'ACTION: Alix to repeat all results with a split by time',
  ],
  ['q+ Theo to ask about the scaling of inputs', 'RISK: one year cannot show two winters'],
  ['The tree models go on.', 'LESSON: look at the loss before the result'],
]

/** The agenda as it comes in a mail. */
const mail = agenda
  .map(([title, planned], at) => `${at + 1}. ${title} (${planned} min, ${at % 2 === 0 ? 'Alix Bertin' : 'Rémi Lambert'})`)
  .join('\n')

test('a real milestone, from its agenda to its bundle by keys alone, with its own slides on the wall', async ({ app }) => {
  test.setTimeout(10 * 60_000)
  emptied(pictures)
  const page = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', colorScheme: 'light' })
  const keys = keyboardOf(page)
  let step = 0
  const shot = async (of: Page, name: string): Promise<void> => {
    await of.waitForTimeout(300)
    await of.screenshot({ path: join(pictures, `${String(++step).padStart(2, '0')}-${name}.png`) })
  }
  /** Nothing here may touch the mouse: were one used, the page would say so. */
  await page.evaluate(() => {
    const told = window as unknown as { mouse: number }
    told.mouse = 0
    addEventListener('mousedown', () => told.mouse++, { capture: true })
  })

  await prepare(page, keys, shot)
  const opened = page.waitForEvent('popup')
  await keys.press('g', 'r')
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await keys.press('w')
  const wall = await opened
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await page.bringToFront()
  await shot(page, 'before')
  await shot(wall, 'wall-before')
  await hold(page, wall, keys, shot)
  await close(page, wall, keys, shot)

  const share = tempFolder('share')
  const saved = await saveByKeys(page, keys, share)
  await shot(page, 'saved')
  expect(await page.evaluate(() => (window as unknown as { mouse: number }).mouse)).toBe(0)

  const record = await recordIn(saved)
  expect(record['agenda']?.map(({ title }) => title)).toEqual(agenda.map(([title]) => title))
  expect(record['agenda']?.every(({ status }) => status === 'discussed')).toBe(true)
  expect(record['materials']).toHaveLength(materials().length)
  expect(record['decisions']).toMatchObject([
    { status: 'accepted', outcome: 'proceed-with-conditions', statement: decision.statement, because: decision.because },
  ])
  expect(record['actions']?.every(({ ownerId, due }) => Boolean(ownerId) && Boolean(due))).toBe(true)
  expect(record['actions']).toHaveLength(3)
  const given = Object.values(feedback).flat()
  expect(record['feedback']).toHaveLength(given.length + 4)
  console.log(`= a real milestone by keys alone: ${agenda.length} items, ${materials().length} materials, ${step} pictures`)
})

const materials = (): string[] =>
  readdirSync(capstone)
    .filter((name) => !name.startsWith('rubric'))
    .sort()
    .map((name) => join(capstone, name))

type Shot = (of: Page, name: string) => Promise<void>

async function prepare(page: Page, keys: Keyboard, shot: Shot): Promise<void> {
  await shot(page, 'library')
  await keys.press('n')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keys.type(overview.title)
  await keys.tabTo(/Capstone panel|Template/i)
  await keys.type('Capstone')
  await shot(page, 'new-review')
  await keys.press('Enter')
  if (await page.getByRole('dialog').isVisible()) await keys.push('Create review')
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  const { title: _, ...words } = overview
  for (const [label, text] of Object.entries(words)) await keys.fill(label, text)
  await shot(page, 'overview')

  await keys.tabTo(/^Overview/, 'Shift+Tab')
  await keys.press('ArrowRight', 'Enter')
  for (const [name, role] of people) {
    await keys.tabTo('Add a person')
    await keys.type(name)
    await keys.press('Enter')
    const button = page.getByRole('group', { name: `Roles of ${name}` }).getByRole('button', { name: role })
    await expect(button).toBeVisible()
    await keys.tabTo(/^People/, 'Shift+Tab')
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(button).toBeFocused({ timeout: 1 })
    }).toPass({ intervals: [0] })
    await keys.press('Space')
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }
  await shot(page, 'people')

  await keys.tabTo(/^People/, 'Shift+Tab')
  await keys.press('ArrowRight', 'Enter')
  await keys.push('Import an agenda')
  await expect(page.getByLabel('Text of the agenda')).toBeFocused()
  await page.keyboard.insertText(mail)
  await keys.tabTo('At the end')
  await keys.press('ArrowRight', 'Space')
  await shot(page, 'import')
  await keys.push(`Add ${agenda.length} items`)
  await expect(page.getByRole('grid', { name: 'Agenda' }).getByRole('row')).toHaveCount(agenda.length)
  await shot(page, 'agenda')

  await keys.tabTo(/^Agenda ?\d/, 'Shift+Tab')
  await keys.press('ArrowRight', 'Enter')
  const chosen = page.waitForEvent('filechooser')
  await keys.push('Add files')
  await (await chosen).setFiles(materials())
  await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(materials().length)
  await shot(page, 'materials')
}

async function hold(page: Page, wall: Page, keys: Keyboard, shot: Shot): Promise<void> {
  await keys.press('n')
  await expect(page.getByRole('dialog', { name: /missing$/ })).toBeVisible()
  await shot(page, 'start')
  await keys.type('The panel has this hour only')
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await shot(page, 'started')
  await shot(wall, 'wall-item')

  // Slides: in hand, on the wall, page by page.
  await keys.press('2')
  const slides = page.getByRole('button', { name: /\.pdf/ }).first()
  await expect(slides).toBeVisible()
  if (!(await slides.innerText()).includes(SLIDES)) {
    await keys.tabTo(/\.pdf$/)
    await keys.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await keys.type('Milestone')
    await keys.press('Enter')
    await keys.press('Escape')
  }
  await keys.press('z', 's')
  await expect(wall.getByRole('img', { name: /Milestone_01_Presentation.pdf, page 1 of/ })).toBeVisible()
  await shot(page, 'slides')
  await shot(wall, 'wall-slide-1')
  await keys.press('PageDown', 'PageDown')
  await expect(wall.getByRole('img', { name: /page 3 of/ })).toBeVisible()
  await shot(wall, 'wall-slide-3')

  for (const [at, typed] of lines.entries()) {
    await keys.press('m')
    await expect(page.locator('[contenteditable=true]')).toBeFocused()
    for (const line of typed) {
      await keys.type(line)
      await keys.press('Enter')
    }
    await shot(page, `minutes-${at + 1}`)
    await keys.press('Escape')
    if (at === 1) await keys.press('e', 'p', 'p')
    if (at === 3) await giveFeedback(page, wall, keys, shot)
    if (at < lines.length - 1) await keys.press('n')
    if (at === 1) {
      await keys.press('i')
      await expect(wall.getByRole('timer')).toBeVisible()
    }
  }
}

async function giveFeedback(page: Page, wall: Page, keys: Keyboard, shot: Shot): Promise<void> {
  for (const [name, items] of Object.entries(feedback)) {
    await actAs(page, keys, name)
    await expect(page.getByRole('button', { name: `As ${name.split(' ')[0] ?? ''}` })).toBeVisible()
    await keys.press('r')
    for (const [label, text] of items) {
      const field = page.getByRole('textbox', { name: `Add ${label}` })
      await chooseLabel(page, keys, label)
      await expect(field).toBeFocused()
      await keys.type(text)
      await keys.press('Enter')
      await expect(page.getByRole('list', { name: 'Feedback' }).getByText(text)).toBeVisible()
    }
    await keys.press('Escape')
  }
  await shot(page, 'feedback')
  await keys.press('v')
  await expect(wall.locator('main')).toContainText(Object.values(feedback).flat().at(-1)?.[1] ?? '?')
  await shot(wall, 'wall-feedback')
  await actAs(page, keys, 'Myself')
  await expect(page.getByRole('button', { name: 'As myself' })).toBeVisible()
  await keys.press('i')
}

/** The walk through the end of the meeting: what is left in each step, then on. */
async function close(page: Page, wall: Page, keys: Keyboard, shot: Shot): Promise<void> {
  const at = (title: string) => expect(page.getByRole('heading', { name: title, exact: true, level: 3 })).toBeVisible()
  await keys.press('z', 'c')
  await expect(page.getByRole('dialog', { name: 'Closing' })).toBeVisible()
  await expect(page.getByLabel('Exact statement')).toBeFocused()
  await keys.type(decision.statement)
  await keys.press('Control+Enter')
  await expect(page.getByText('Proposed')).toBeVisible()
  await keys.tabTo(/Outcome/)
  await keys.press('ArrowDown')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keys.type(decision.outcome)
  await keys.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
  await keys.fill('Because', decision.because)
  await keys.fill('Add a condition', decision.condition)
  await keys.press('Enter')
  await expect(page.getByText(decision.condition)).toBeVisible()
  await shot(page, 'closing-decision')
  await keys.push('Accept the decision')
  await expect(page.getByText(/^accepted/)).toBeVisible()
  await keys.press('n')
  await at('Actions')
  await shot(page, 'closing-actions')
  while (await left(page, 'Actions')) {
    const asked = page.locator('input:focus')
    await expect(asked).toBeVisible()
    const isOwner = /^Owner/.test((await asked.getAttribute('placeholder')) ?? '')
    // Digits take a person of the list, the second one here.
    if (isOwner) await keys.press('2')
    else {
      await keys.type('2027-03-15')
      await keys.press('Enter')
    }
    await page.waitForTimeout(200)
  }
  await shot(page, 'closing-actions-done')
  await keys.press('Enter')
  for (
    let steps = 0;
    steps < 6 && !(await page.getByRole('heading', { name: 'Next date', exact: true, level: 3 }).isVisible());
    steps++
  ) {
    await shot(page, `closing-${steps + 1}`)
    while (
      (await page.getByRole('heading', { name: 'Exit criteria', exact: true, level: 3 }).isVisible()) &&
      (await left(page, 'Exit criteria'))
    )
      await keys.press('2')
    await page.keyboard.press('Control+Enter')
  }
  await at('Next date')
  await keys.type('2027-04-09 14:00')
  await keys.press('Enter')
  await expect(page.getByText('Friday, 9 April 2027, 14:00')).toBeVisible()
  await shot(page, 'closing-next')
  await keys.press('Enter')
  await at('Read-back')
  await shot(page, 'closing-read-back')
  await shot(wall, 'wall-read-back')
  // CLO8: where something is left the way back has the keyboard, and ending stands right before it.
  const end = page.getByRole('button', { name: 'End the meeting' })
  if (!(await end.evaluate((button) => button === document.activeElement))) await keys.press('Shift+Tab')
  await expect(end).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Close the review' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Save the archive' })).toBeFocused()
  await shot(page, 'closed')
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Choose folder' })).toBeVisible()
}

async function left(page: Page, step: string): Promise<boolean> {
  return page
    .getByRole('navigation', { name: 'Steps of closing' })
    .getByRole('button', { name: new RegExp(`${step}.*left`) })
    .isVisible()
}
