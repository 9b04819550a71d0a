import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { filesOf } from '../electron/helpers/bundle-content'
import { differences } from '../helpers/compare-bundles'
import { overview, people } from '../proof/helpers/corpus-content'
import { expect, tempFolder, test } from './helpers/app'
import { capstone as corpus, emptied, onlyWithCorpus, picturesOf, SLIDES } from './helpers/corpus'
import { keyboardOf, press } from './helpers/keyboard'
import { recordIn } from './helpers/record-in'
import { saveByKeys } from './helpers/save-by-keys'

const pictures = picturesOf('capstone')
onlyWithCorpus('a capstone panel with the rubric of the corpus')

const findings = [
  ...[
    'The split is drawn at random over the year',
    'The error is told for all plants together',
    'Plant 8 exceeds what its panels have',
  ],
  ...[
    'Rows without weather are dropped silently',
    'The scaling of inputs is fitted on all rows',
    'No baseline of the day before is shown',
  ],
  ...['The loss of the network stays flat from epoch two', 'Winter is seen once', 'The notebook runs in one order only'],
  ...['Units change between kW and kWh on the way', 'The service has no health check', 'Versions of packages are open'],
  ...[
    'The night is part of the error',
    'Nobody is named for the alarm',
    'The model file is not in the repository',
    'Costs are not said',
  ],
] as const

test('a capstone panel: rubric and slides of the corpus, a packet from the disk, three blind ballots, twenty findings with regions, decision, plan, and the bundle the same elsewhere', async ({
  start,
  browser,
}) => {
  test.setTimeout(15 * 60_000)
  emptied(pictures)
  const app = await start()
  const page = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  page.setDefaultTimeout(15_000)
  const at = await prepare(page)
  const criteria = await rubric(page, at)
  const packet = await packetFilled(page, browser, at, criteria)
  await importPacket(page, at, packet)
  await score(page, at, criteria)
  await raise(page)
  const answered = await answer(page)
  await decide(page, at)

  const keys = keyboardOf(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const saved = await saveByKeys(page, keys, tempFolder('share'))
  await page.screenshot({ path: join(pictures, 'saved.png') })
  const elsewhere = await start()
  const other = await elsewhere.open({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const chosen = other.waitForEvent('filechooser')
  await press(other, 'o')
  await (await chosen).setFiles(saved)
  await expect(other.getByRole('navigation', { name: 'Places of this review' })).toBeVisible()
  const again = await saveByKeys(other, keyboardOf(other), tempFolder('second'))
  expect(differences(await filesOf(saved), await filesOf(again))).toEqual([])
  expect(readFileSync(again).equals(readFileSync(saved))).toBe(true)

  const record = await recordIn(saved)
  const regions = record['feedback']?.filter(({ place }) => (place as { region: unknown } | null)?.region)
  expect(record['feedback']?.length).toBeGreaterThanOrEqual(20)
  expect(regions).toHaveLength(3)
  expect(new Set(record['scores']?.map(({ panelistId }) => panelistId)).size).toBe(3)
  expect(record['criteria']).toHaveLength(criteria)
  expect(record['conditions']).toHaveLength(2)
  expect(record['decisions']).toMatchObject([{ status: 'accepted', outcome: 'proceed-with-conditions' }])
  expect(record['actions']?.every(({ ownerId, due }) => Boolean(ownerId) && Boolean(due))).toBe(true)
  console.log(
    `= a capstone panel: ${criteria} criteria of the corpus, 3 ballots, 1 of them by packet, ${record['feedback']?.length} items, ${regions?.length} with regions, ${answered} answered, ${record['actions']?.length} actions; the same bundle elsewhere`,
  )
})

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()

async function prepare(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'New review' }).click()
  await page.keyboard.type(overview.title)
  await page.getByRole('option', { name: /^Capstone/ }).click()
  await page.getByRole('button', { name: 'Create review' }).click()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  const at = page.url().replace(/\/[a-z-]+$/, '')
  await page.getByRole('textbox', { name: 'Subject' }).fill(overview.Subject)
  await page.getByRole('textbox', { name: 'Decision sought' }).fill(overview['Decision sought'])
  await tab(page, /^People/)
  for (const [name, role] of people) {
    await page.getByRole('textbox', { name: 'Add a person' }).fill(name)
    await page.keyboard.press('Enter')
    await page
      .getByRole('group', { name: `Roles of ${name}` })
      .getByRole('button', { name: role })
      .click()
  }
  await tab(page, /^Materials/)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).first().click()
  await (await chosen).setFiles(join(corpus, SLIDES))
  await expect(page.getByRole('button', { name: `Open ${SLIDES}` })).toBeVisible()
  return at
}

/** The rubric of the corpus, each criterion with its points; answers how many. */
async function rubric(page: Page, at: string): Promise<number> {
  await page.goto(`${at}/prepare`)
  await tab(page, /^Rubric/)
  await page.getByRole('button', { name: 'Import a rubric' }).click()
  await page
    .getByRole('textbox', { name: 'Text of the rubric' })
    .fill(readFileSync(join(corpus, 'rubric-mlops-zoomcamp.md'), 'utf8'))
  const take = page.getByRole('dialog').getByRole('button', { name: /^(Add|Replace).*criteri/ })
  await expect(take).toBeEnabled()
  const count = Number(/\d+/.exec((await take.textContent()) ?? '')?.[0])
  await take.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.screenshot({ path: join(pictures, 'rubric.png') })
  return count
}

/** Maud fills in her packet in a browser of her own. */
async function packetFilled(page: Page, browser: Browser, at: string, criteria: number): Promise<string> {
  const folder = tempFolder('packet')
  const saved = async (of: Page, act: () => Promise<void>): Promise<string> => {
    const download = of.waitForEvent('download')
    await act()
    const file = await download
    const path = join(folder, file.suggestedFilename())
    copyFileSync(await file.path(), path)
    return path
  }
  await page.goto(`${at}/prepare`)
  await tab(page, /^Readiness/)
  await page.getByRole('button', { name: 'Reviewer packet' }).click()
  const empty = await saved(page, () => page.getByRole('menuitem', { name: 'For Maud Pirelle' }).click())
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const packet = await context.newPage()
  packet.setDefaultTimeout(15_000)
  await packet.goto(pathToFileURL(empty).href)
  await packet.getByLabel('Minutes spent').fill('90')
  await packet.getByRole('button', { name: 'Add feedback' }).click()
  await packet.getByLabel('Label').selectOption({ label: 'Issue' })
  await packet.getByRole('textbox', { name: 'Feedback', exact: true }).fill('The card names no owner of the data')
  await packet.getByLabel('Requested change').fill('Name one')
  const levels = packet.getByRole('group', { name: /^(Level|What holds)$/ })
  await expect(levels).toHaveCount(criteria)
  for (const level of await levels.all()) await level.getByRole('radio').or(level.getByRole('checkbox')).first().check()
  for (const confidence of await packet.getByRole('radio', { name: 'High' }).all()) await confidence.check()
  await expect(packet.getByText(`${criteria} of ${criteria} criteria answered`)).toBeVisible()
  await packet.screenshot({ path: join(pictures, 'packet.png') })
  const filled = await saved(packet, () => packet.keyboard.press('Control+s'))
  await context.close()
  return filled
}

async function importPacket(page: Page, at: string, file: string): Promise<void> {
  await page.goto(`${at}/prepare`)
  await tab(page, /^Readiness/)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a filled packet' }).click()
  await (await chosen).setFiles(file)
  const dialog = page.getByRole('dialog', { name: 'Packet from Maud Pirelle' })
  await page.screenshot({ path: join(pictures, 'packet-import.png') })
  await dialog.getByRole('button', { name: /^Take 1 feedback item, preparation and ballot$/ }).click()
  await expect(dialog).toHaveCount(0)
}

/** Two more score blind by passing the laptop, then all is revealed. */
async function score(page: Page, at: string, criteria: number): Promise<void> {
  await page.goto(`${at}/run`)
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await press(page, 'n')
  await expect(page.getByRole('dialog', { name: /missing$/ })).toBeVisible()
  await page.keyboard.type('The panel has this hour only')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await press(page, '4')
  await expect(page.getByText('1 of 3 ballots in')).toBeVisible()
  for (const [name, level] of [
    ['Theo Vance', 1],
    ['Prof. Ines Grégoire', 2],
  ] as const) {
    await press(page, 'z l')
    await page.getByRole('button', { name }).click()
    const lines = page.locator('[data-criterion]')
    await expect(lines).toHaveCount(criteria)
    for (const line of await lines.all()) {
      const group = line.getByRole('radio', { name: /\d/ })
      const boxes = line.getByRole('checkbox')
      if ((await group.count()) > 0) await group.nth(Math.min(level, (await group.count()) - 1)).check()
      else await boxes.first().check()
      await line.getByRole('radio', { name: 'High' }).check()
    }
    await page.getByRole('button', { name: 'Submit and seal' }).click()
    await page.getByRole('button', { name: /^Back to the cockpit/ }).click()
  }
  await press(page, '4')
  await expect(page.getByText('3 of 3 ballots in')).toBeVisible()
  await page.getByRole('button', { name: 'Reveal…' }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Criteria' }).locator('> li')).toHaveCount(criteria)
  await page.screenshot({ path: join(pictures, 'revealed.png') })
}

/** Sixteen typed, three on regions of slides, one from the packet. */
async function raise(page: Page): Promise<void> {
  await press(page, 's')
  await page.getByRole('menuitem', { name: /^Theo/ }).click()
  for (const pageNumber of [3, 5, 7]) {
    await press(page, '2')
    await expect(page.getByText('of 14', { exact: true })).toBeVisible()
    const number = page.getByRole('textbox', { name: 'Page', exact: true })
    await number.fill(String(pageNumber))
    await number.press('Enter')
    const slide = page.getByAltText(new RegExp(`^Page ${pageNumber} of`))
    await expect(slide).toBeVisible()
    const box = await slide.boundingBox()
    if (!box) throw new Error('the slide has no box')
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByRole('checkbox', { name: new RegExp(`^On .*page ${pageNumber}`) })).toBeChecked()
    await page.getByRole('button', { name: 'issue', exact: true }).click()
    await page.getByRole('textbox', { name: 'Add issue' }).fill(`What slide ${pageNumber} shows cannot be read from the last row`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('checkbox', { name: /^On / })).toHaveCount(0)
    if (pageNumber === 7) {
      await press(page, '2')
      await page.screenshot({ path: join(pictures, 'region.png') })
    }
  }
  await press(page, 'r')
  for (const text of findings) {
    await page.getByRole('textbox', { name: 'Add issue' }).fill(text)
    await page.keyboard.press('Enter')
  }
  await press(page, '1')
  await page.getByRole('button', { name: 'Reveal…', exact: true }).first().click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Reveal/ })
    .click()
  await press(page, 's')
  await page.getByRole('menuitem', { name: /^Myself/ }).click()
  await page.screenshot({ path: join(pictures, 'board.png') })
}

/** Each finding is answered one by one, by turns in each way. */
async function answer(page: Page): Promise<number> {
  await press(page, 'z v')
  const group = page.getByRole('group', { name: 'One by one' })
  await expect(group).toBeVisible()
  const total = Number(/of (\d+)$/.exec((await group.getByText(/^\d+ of \d+$/).textContent()) ?? '')?.[1])
  const ways = ['Accepted', 'Accepted with modification', 'Rejected', 'Deferred'] as const
  let answered = 0
  for (let item = 0; item < total; item++) {
    const dispose = group.getByRole('button', { name: 'Disposition…' })
    if ((await dispose.count()) > 0) {
      await dispose.click()
      const form = page.getByRole('dialog', { name: /finding|Disposition|Answer/i })
      await form.getByRole('button', { name: /Disposition/ }).click()
      await page.getByRole('option', { name: ways[answered % ways.length], exact: true }).click()
      await form.getByRole('textbox', { name: 'Rationale' }).fill('As discussed in the room')
      await form.getByRole('button', { name: 'Answer', exact: true }).click()
      await expect(form).toHaveCount(0)
      answered++
      if (answered === 3) await page.screenshot({ path: join(pictures, 'one-by-one.png') })
    }
    await press(page, '>')
    if (item < total - 1) await expect(group.getByText(`${item + 2} of ${total}`, { exact: true })).toBeVisible()
  }
  await press(page, 'z v')
  expect(answered).toBeGreaterThanOrEqual(20)
  return answered
}

async function decide(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/follow-up`)
  await page.getByRole('textbox', { name: 'Exact statement' }).fill('Milestone 2 begins with the tree models.')
  await page.getByRole('button', { name: /^Outcome|Outcome$/ }).click()
  await page.getByRole('option', { name: 'Proceed with conditions' }).click()
  const propose = page.getByRole('button', { name: 'Propose' })
  if ((await propose.count()) > 0) await propose.click()
  await expect(page.getByText('Proposed', { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Because' }).fill('Random forests are ahead on each plant.')
  for (const text of ['All results again with a split by time', 'The operator explains plant 8']) {
    await page.getByRole('textbox', { name: 'Add a condition' }).fill(text)
    await page.keyboard.press('Enter')
    await expect(page.getByText(text).first()).toBeVisible()
  }
  await page.getByRole('button', { name: 'Accept the decision' }).click()
  await expect(page.getByText(/^accepted/)).toBeVisible()
  await page
    .getByRole('checkbox', { name: 'Choose all actions' })
    .or(page.locator('thead').getByRole('checkbox'))
    .first()
    .check({ force: true })
  await page.getByRole('button', { name: /^Owner of \d+ actions|Owner of \d+/ }).click()
  await page.getByRole('option', { name: 'Alix Bertin' }).click()
  await page.screenshot({ path: join(pictures, 'plan.png') })
  const due = page.getByLabel('Change the chosen actions').getByRole('group', { name: /Due/i })
  await due.getByRole('spinbutton').first().click()
  await page.keyboard.type('15032027')
  await page.keyboard.press('Enter')
  const draft = page.getByRole('button', { name: /^Draft (it|what)/ })
  if ((await draft.count()) > 0) await draft.click()
  await page.screenshot({ path: join(pictures, 'decided.png'), fullPage: true })
}
