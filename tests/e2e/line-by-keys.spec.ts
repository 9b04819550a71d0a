import type { Page } from '@playwright/test'
import { slidesPdf } from '../helpers/pdf-seeds'
import { expect, tempFolder, test } from './helpers/app'
import { actAs, chooseLabel } from './helpers/keyboard'
import { type KeysOnly, keysOnly } from './helpers/keys-only'
import { recordIn } from './helpers/record-in'
import { saveByKeys } from './helpers/save-by-keys'

const FINDING = 'The axis has no unit'
const PRIVATE = 'The plan for the on-call duty is thin'
const CONDITION = 'The error of the north is shown'

test('[KEY5] [KEY6] [KEY7] [KEY8] [FND13] [FB18] [FB19] [FB20] [FB21] [PAN22] [ACT15] [CLO6] [CLO10] the whole line of a review without a pointer, and the keyboard never lost', async ({
  app,
}) => {
  test.setTimeout(180_000)
  const page = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const keys = await keysOnly(page)
  await begin(page, keys)
  await raise(page, keys)
  await reveal(page, keys)
  await score(page, keys)
  await answer(page, keys)
  await decide(page, keys)
  await plan(page, keys)
  await live(page, keys)
  await close(page, keys)
  keys.part('bundle')
  const record = await recordIn(await saveByKeys(page, keys, tempFolder('share')))
  expect(await keys.pointed()).toEqual([])
  const taken = Object.entries(keys.part(''))
  console.log(
    `= the line of a review by keys alone, without what is typed: ${taken.map(([part, count]) => `${part} ${count}`).join(', ')}`,
  )

  const named = (list: string, words: string) =>
    record[list]?.find(({ text, what, title }) => [text, what, title].some((each) => String(each).startsWith(words)))
  const person = (name: string) => record['people']?.find((each) => each['name'] === name)?.['id']
  const finding = named('feedback', FINDING)
  expect(finding).toMatchObject({ label: 'issue', force: 'blocking', hands: 17, authorId: person('Hana Novák') })
  expect(finding?.['place']).toMatchObject({
    page: 2,
    region: { x: expect.closeTo(0.33, 5), width: expect.closeTo(0.32, 5) },
  })
  expect((finding?.['life'] as { act: string; byId: string }[]).map(({ act, byId }) => [act, byId])).toEqual([
    ['dispose', person('Mara Lindqvist')],
    ['implement', person('Mara Lindqvist')],
    ['verify', person('Hana Novák')],
    ['close', person('Hana Novák')],
  ])
  expect(named('feedback', 'The total error hides')).toMatchObject({ underId: finding?.['id'] })
  expect(named('feedback', PRIVATE)).toBeDefined()
  expect(new Set(record['scores']?.map(({ panelistId }) => panelistId)).size).toBe(2)
  expect(named('feedback', 'Quality against production')).toMatchObject({ label: 'issue' })
  expect(record['decisions']).toMatchObject([{ status: 'accepted', outcome: 'proceed', because: 'It is better on cold days' }])
  expect((record['decisions']?.[0]?.['waivers'] as unknown[]).length).toBeGreaterThanOrEqual(2)
  expect(record['conditions']).toMatchObject([{ text: CONDITION }])
  expect(record['actions']?.every(({ ownerId, due }) => Boolean(ownerId) && due === '2027-03-15')).toBe(true)
  expect(named('actions', 'The axis has a unit')).toMatchObject({ verifierId: person('Chidi Eze') })
  expect(record['review']).toMatchObject([{ status: 'closed' }])
})

/** The sample, with slides of its own; the meeting begins. */
async function begin(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('begin')
  await keys.push('Try the sample review')
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await keys.press('g', 'p')
  await expect(page.getByRole('tab', { name: /^Overview/ })).toBeVisible()
  await keys.tabTo(/^Overview/)
  await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  const chosen = page.waitForEvent('filechooser')
  await keys.push('Add files')
  await (await chosen).setFiles({ name: 'deck.pdf', mimeType: 'application/pdf', buffer: slidesPdf(2) })
  await expect(page.getByRole('button', { name: 'Open deck.pdf' })).toBeVisible()
  await keys.press('g', 'r')
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await keys.press('n')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
}

/** Hana raises a blocking issue on a region of the slide; another says the same, and hands are counted. */
async function raise(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('raise')
  await actAs(page, keys, 'Hana')
  // A button that can be pressed no more keeps nobody.
  await keys.press('2')
  await expect(page.getByText('of 2', { exact: true })).toBeVisible()
  await keys.push('The next page')
  await expect(page.getByRole('button', { name: 'The next page' })).toBeDisabled()
  // Which one stands beside it depends on whether the page is drawn already.
  const beside = page.getByRole('button', { name: /^(Mark a region|Show on the wall)/ })
  await expect(beside.and(page.locator(':focus'))).toBeVisible()
  await keys.press('z', 'm')
  await expect(page.getByRole('application')).toBeFocused()
  await keys.press('ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Enter')
  await expect(page.getByRole('textbox', { name: 'Add question', exact: true })).toBeFocused()
  await chooseLabel(page, keys, 'issue')
  await keys.type(FINDING)
  await keys.press('Enter')
  const board = page.getByRole('list', { name: 'Feedback' })
  const item = (words: string) => board.getByRole('listitem').filter({ hasText: words })
  const menuOf = (words: string) => item(words).getByRole('button', { name: 'Change this item' })
  await expect(item(FINDING)).toBeVisible()
  await keys.press('ArrowUp')
  await expect(menuOf(FINDING)).toBeFocused()
  await choose(page, keys, 'Blocking')
  await expect(item(FINDING)).toContainText('blocking')
  await choose(page, keys, 'Show of hands')
  await expect(page.getByRole('textbox', { name: 'Hands raised' })).toBeFocused()
  await keys.type('17')
  await keys.press('Enter')
  await expect(item(FINDING)).toContainText('17 hands')
  await keys.press('Home')
  await expect(menuOf('The total error hides')).toBeFocused()
  await choose(page, keys, 'Put with another')
  await keys.type(FINDING)
  await keys.press('Enter')
  await expect(item(FINDING)).toContainText('1 alike')
}

/** Opens the menu that has the keyboard and takes the entry that begins so. */
async function choose(page: Page, keys: KeysOnly, entry: string): Promise<void> {
  const found = page.getByRole('menuitem', { name: new RegExp(`^${entry}`) })
  await keys.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await keys.type(entry.slice(0, 3))
  await expect(found).toBeFocused()
  await keys.press('Enter')
  await expect(found).toHaveCount(0)
}

/** What was written for the desk is revealed. */
async function reveal(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('reveal')
  await keys.press('r')
  await keys.tabTo('private', 'Shift+Tab')
  await keys.press('Space')
  await keys.tabTo('Add issue')
  await keys.type(PRIVATE)
  await keys.press('Enter')
  const item = page.getByRole('listitem').filter({ hasText: PRIVATE })
  await expect(item.getByText('Private')).toBeVisible()
  await keys.press('ArrowUp')
  await keys.push('Reveal…')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await keys.press('Tab', 'Enter')
  await expect(item.getByText('Private')).toHaveCount(0)
}

/** Two score by passing the laptop; of the first failed line comes a finding. */
async function score(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('panel')
  await keys.press('4')
  await expect(page.getByText('0 of 3 ballots in')).toBeVisible()
  await keys.press('z', 'l')
  for (const [name, level] of [
    ['Hana Novák', 0],
    ['Chidi Eze', 1],
  ] as const) {
    await expect(page.getByRole('button', { name })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused()
    const criteria = await page.locator('[data-criterion]').count()
    await keys.press('Tab', 'Tab')
    const levels = Array.from({ length: level }, () => 'ArrowDown')
    for (let at = 0; at < criteria; at++)
      await keys.press('Tab', 'Space', ...levels, 'Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Tab', 'Tab')
    await keys.push('Submit and seal')
    await expect(page.getByRole('button', { name: 'Next person' })).toBeFocused()
    await keys.press(name === 'Chidi Eze' ? 'Escape' : 'Enter')
  }
  await expect(page.getByText('2 of 3 ballots in')).toBeVisible()
  await keys.push('Reveal…')
  await keys.press('Tab', 'Enter')
  await expect(page.getByRole('list', { name: 'Criteria' })).toBeVisible()
  await keys.press('z', 'i')
  await expect(page.getByRole('list', { name: 'Criteria' }).locator('> li').first()).toContainText('Finding raised')
}

/** One by one, to the finding, which is accepted with an action. */
async function answer(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('one by one')
  await keys.press('z', 'v')
  const group = page.getByRole('group', { name: 'One by one' })
  const dispose = group.getByRole('button', { name: 'Disposition…' })
  for (let turns = 0; turns < 10 && !(await group.innerText()).includes('1 alike'); turns++) await keys.press('>')
  await expect(dispose).toBeFocused()
  await keys.press('Enter')
  const form = page.getByRole('dialog', { name: 'Disposition' })
  await expect(form.getByRole('button', { name: /Disposition/ })).toBeFocused()
  await keys.type('Acc')
  await keys.press('Tab')
  await keys.type('Each axis gets one')
  await keys.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(group).toContainText('action 2')
  await keys.press('z', 'v')
  await expect(page.getByRole('list', { name: 'Feedback' })).toBeVisible()
}

/** Proceed, with a condition; what blocks it is waived by name. */
async function decide(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('decision')
  await keys.press('g', 'f')
  await expect(page.getByRole('textbox', { name: 'Exact statement' })).toBeVisible()
  await keys.fill('Exact statement', 'Version 2.1 may run')
  await keys.press('Control+Enter')
  await expect(page.getByText('Proposed')).toBeVisible()
  const outcome = page.getByRole('button', { name: /Outcome/ })
  await expect(outcome).toBeFocused()
  await keys.type('Proceed')
  await expect(outcome).toContainText('Proceed')
  await keys.fill('Because', 'It is better on cold days')
  await keys.fill('Add a condition', CONDITION)
  await keys.press('Enter')
  await expect(page.getByText(CONDITION).first()).toBeVisible()
  const waivers = page.getByRole('group', { name: /^Blocks proceed/ })
  for (let left = await waivers.count(); left > 0; left--) {
    const waived = waivers.first().getByRole('button', { name: /Waived by/ })
    if (!(await waived.evaluate((button) => button === document.activeElement))) await keys.tabTo(/Waived by/)
    await keys.type('Lena')
    await keys.press('Tab')
    await keys.type('Shown until March')
    await keys.press('Enter')
    await expect(waivers).toHaveCount(left - 1)
  }
  await keys.push('Accept the decision')
  await expect(page.getByText(/^accepted/)).toBeVisible()
}

/** Goes where it says, by words. */
async function find(page: Page, keys: KeysOnly, words: string): Promise<void> {
  await keys.press('Control+k')
  const field = page.getByRole('searchbox', { name: 'Find what to do' })
  await expect(field).toBeFocused()
  await keys.type(words)
  await expect(page.getByRole('menuitem')).toHaveCount(1)
  await keys.press('Enter')
  await expect(field).toHaveCount(0)
}

/** All actions get an owner and a date at once; one is worded anew in its place and gets its verifier. */
async function plan(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('plan')
  await find(page, keys, 'action plan follow')
  const boxes = page.getByRole('table', { name: 'Action plan' }).getByRole('checkbox')
  await expect(boxes.first()).toBeFocused()
  const count = (await boxes.count()) - 1
  await keys.press('Space', 'Enter')
  await expect(page.getByRole('button', { name: `Owner of ${count} actions` })).toBeFocused()
  await keys.type('Mara')
  for (let number = 1; number <= count; number++)
    await expect(page.getByRole('button', { name: `Owner of action ${number}` })).toContainText('Mara')
  await keys.press('Tab')
  await keys.type('15032027')
  await keys.press('Enter')
  await expect(page.getByRole('group', { name: /^Due date of action/ }).filter({ hasText: /15.*3.*2027/ })).toHaveCount(count)
  await keys.press('Escape')
  await expect(boxes.nth(1)).toBeFocused()
  for (let rows = 0; rows < count; rows++) {
    const row = page.getByRole('row').filter({ has: page.locator(':focus') })
    if ((await row.getByRole('textbox').first().inputValue()) === FINDING) break
    await keys.press('ArrowDown')
  }
  await keys.press('Tab', 'Control+a')
  await keys.type('The axis has a unit')
  await keys.press('Enter')
  await keys.tabTo(/^Verifier of action|Verifier of action/)
  await keys.type('Chidi')
  await expect(page.getByRole('button', { name: /Verifier of action/ }).filter({ hasText: 'Chidi' })).toBeVisible()
}

/** Implemented, verified and closed; a draft of the summary; the history. */
async function live(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('life')
  await find(page, keys, 'findings that')
  const list = page.getByRole('region', { name: 'Findings that need an answer' })
  await expect(list.getByRole('button', { name: 'Answer', exact: true }).first()).toBeFocused()
  await keys.press('End')
  const row = list.getByRole('listitem').filter({ has: page.locator(':focus') })
  for (let up = 0; up < 10 && !(await row.innerText()).includes(FINDING); up++) await keys.press('ArrowUp')
  await keys.press('Tab')
  await expect(page.getByRole('button', { name: 'Implemented' })).toBeFocused()
  await keys.press('Enter')
  for (const next of ['Verify', 'Close item']) {
    await expect(page.getByRole('button', { name: next, exact: true }).and(page.locator(':focus'))).toBeVisible()
    await keys.press('Enter')
  }
  await expect(page.getByRole('listitem').filter({ hasText: 'Each axis gets one' })).toHaveCount(0)
  keys.part('summary')
  await find(page, keys, 'executive follow')
  await expect(page.getByLabel('Purpose')).toBeFocused()
  await keys.push('Draft key takeaways anew')
  await expect(page.getByLabel('Key takeaways')).toHaveValue(/Proceed/i)
  keys.part('history')
  await find(page, keys, 'history')
  await expect(page.getByText('The chain holds')).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Overview edited')
}

/** Through what is left to the read-back, the end and the closing. */
async function close(page: Page, keys: KeysOnly): Promise<void> {
  keys.part('closing')
  await keys.press('z', 'c')
  await expect(page.getByRole('dialog', { name: 'Closing' })).toBeVisible()
  const at = page.locator('[data-walk] h3')
  for (let steps = 0; steps < 12 && !(await at.allTextContents()).includes('Read-back'); steps++) {
    const before = await at.allTextContents()
    await keys.press('Control+Enter')
    await expect.poll(() => at.allTextContents()).not.toEqual(before)
  }
  // CLO8: where something is left the way back has the keyboard, and what ends stands right before it.
  for (const name of ['End the meeting', 'Close the review']) {
    const end = page.getByRole('button', { name })
    await expect(end).toBeVisible()
    if (!(await end.evaluate((button) => button === document.activeElement))) await keys.press('Shift+Tab')
    await expect(end).toBeFocused()
    await keys.press('Enter')
  }
  await expect(page.getByRole('button', { name: 'Save the archive' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Choose folder' })).toBeVisible()
}
