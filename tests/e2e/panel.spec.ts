import type { Page } from '@playwright/test'
import { filesOf } from '../electron/helpers/bundle-content'
import { expect, openSample, tempFolder, test } from './helpers/app'
import { axeOf } from './helpers/axe'
import { keyboardOf, type Keyboard } from './helpers/keyboard'
import { saveByKeys } from './helpers/save-by-keys'

const CANARIES = ['canary Hana Zinnober', 'canary Chidi Indigo', 'canary Lena Ocker'] as const

/** All that stands in the page: text, attributes, what fields hold, and what this tab keeps. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const kept = JSON.stringify({ ...sessionStorage, ...localStorage })
    return [new XMLSerializer().serializeToString(document), ...fields.map(({ value }) => value), document.title, kept].join('\n')
  })
}

const found = async (page: Page): Promise<string[]> => {
  const words = await wordsOf(page)
  return CANARIES.filter((canary) => words.includes(canary))
}

/** Remembers every message that a window of this profile sends to another. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.context().addInitScript(() => {
    const sent: string[] = []
    Object.assign(window, { sent })
    const post = BroadcastChannel.prototype.postMessage
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      const text = (value: unknown): unknown =>
        value instanceof Uint8Array ? [...value].map((byte) => String.fromCharCode(byte)).join('') : value
      sent.push(JSON.stringify(message, (_key, value: unknown) => text(value)))
      post.call(this, message)
    }
  })
  await page.reload()
  return () => page.evaluate(() => (window as unknown as { sent: string[] }).sent.join('\n'))
}

/** One person's ballot by keys alone: the level so far down in each criterion, high confidence, and a comment on the first. */
async function score(page: Page, keys: Keyboard, name: string, level: number, comment: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Who scores now?' })).toBeVisible()
  // PAN22: the one who is asked next has the keyboard.
  await expect(page.getByRole('button', { name })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused()
  const criteria = await page.locator('[data-criterion]').count()
  await keys.tabTo('Recuse from all…')
  for (let at = 0; at < criteria; at++) {
    await keys.press('Tab', 'Space')
    for (let down = 0; down < level; down++) await keys.press('ArrowDown')
    await keys.press('Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Tab')
    if (at === 0) await keys.type(comment)
    await keys.press('Tab')
  }
  await expect(page.getByText(`${criteria} of ${criteria} scored`, { exact: true })).toBeVisible()
  await keys.push('Submit and seal')
  await expect(page.getByRole('heading', { name: 'Your ballot is sealed' })).toBeVisible()
  expect(await found(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Next person' })).toBeFocused()
}

test('[PAN3] [PAN4] [PAN7] [PAN13] [PAN14] three score blind by keys alone: before the reveal nothing of it is in the cockpit, on the wall, in a message or in the bundle', async ({
  app,
}) => {
  test.setTimeout(240_000)
  const page = await app.open({ viewport: { width: 1280, height: 800 } })
  const keys = keyboardOf(page)
  await openSample(page)
  const messages = await listen(page)
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  const opened = page.waitForEvent('popup')
  await keys.press('w')
  const wall = await opened
  await keys.press('n', '4')
  await expect(page.getByText('0 of 3 ballots in')).toBeVisible()
  await keys.press('z', 'l')

  await score(page, keys, 'Hana Novák', 0, CANARIES[0])
  await keys.press('Enter')
  await score(page, keys, 'Chidi Eze', 1, CANARIES[1])
  // Half way through, the page is loaded again: it asks for a name, and shows nobody's marks.
  await keys.press('Enter')
  await keys.tabTo(/Lena Aalto/)
  await keys.press('Enter')
  await page.getByRole('radio').first().check()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Who scores now?' })).toBeVisible()
  expect(await found(page)).toEqual([])
  await expect(page.getByRole('radio')).toHaveCount(0)
  // Nothing else can be reached: no key, no palette, no undo, no Tab.
  await keys.press('n', 'Control+k', 'Control+z', '?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const reached = new Set<string>()
  for (let tabs = 0; tabs < 12; tabs++) {
    await keys.press('Tab')
    reached.add(
      await page.evaluate(
        () => document.activeElement?.closest('[data-passing]')?.tagName ?? document.activeElement?.tagName ?? '',
      ),
    )
  }
  expect([...reached].filter((tag) => tag !== 'BODY')).toEqual(['MAIN'])
  await page.reload()
  await score(page, keys, 'Lena Aalto', 2, CANARIES[2])
  await keys.press('Escape')
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keys.press('4')
  await expect(page.getByText('3 of 3 ballots in')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pass the laptop/ })).toBeVisible()
  // No picture and no table of scores.
  await expect(page.getByRole('img', { name: /Scores/ })).toHaveCount(0)
  await keys.press('z', 'k')
  await expect(wall.getByText('The panel has not revealed its scores yet.')).toBeVisible()
  expect(await found(page)).toEqual([])
  expect(await found(wall)).toEqual([])
  for (const canary of CANARIES) expect(await messages()).not.toContain(canary)

  const share = tempFolder('share')
  const before = await filesOf(await saveByKeys(page, keys, share, 'Save without these'))
  await expect(page.getByText('3 sealed ballots')).toBeVisible()
  for (const [path, bytes] of before)
    for (const canary of [...CANARIES, 'levelsAt', 'panel/scores.csv'])
      expect(bytes.includes(canary), `${path} ${canary}`).toBe(false)
  expect([...before.keys()].filter((path) => path.includes('panel'))).toEqual([])
})

test('[PAN9] [PAN11] [PAN15] [PAN18] [PAN24] [WAL16] after the reveal: dots, table, consensus, on the wall without names, and a finding and a condition of a failed line by one key each', async ({
  app,
}) => {
  test.setTimeout(240_000)
  const page = await app.open({ viewport: { width: 1280, height: 800 } })
  const keys = keyboardOf(page)
  await openSample(page)
  await keys.press('4')
  await keys.press('z', 'l')
  await score(page, keys, 'Hana Novák', 0, CANARIES[0])
  await keys.press('Enter')
  await score(page, keys, 'Chidi Eze', 2, CANARIES[1])
  await keys.press('Escape')
  await expect(page.getByText('2 of 3 ballots in')).toBeVisible()
  await keys.push('Reveal…')
  await expect(page.getByRole('alertdialog')).toContainText('Lena Aalto')
  await keys.push('Reveal')

  const lines = page.getByRole('list', { name: 'Criteria' }).locator('> li')
  await expect(lines).toHaveCount(5)
  await expect(lines.last()).toBeInViewport({ ratio: 1 }) // PAN24
  const first = lines.first()
  await expect(first.getByRole('img', { name: /Scores 0, 2; median 1/ })).toBeVisible()
  await expect(first).toContainText('far apart')
  await expect(first).toContainText('failed: lowest 0, 1 to pass')
  await expect(page.getByText('5 of 5 criteria failed')).toBeVisible()
  await expect(lines.getByText('Z I')).toHaveCount(1)
  await expect(first).toContainText('Z I')
  // Behind the picture the table says the same, with the comment.
  await first.getByRole('button', { name: 'Quality against production', exact: true }).press('Enter')
  await expect(first.getByRole('table')).toContainText(CANARIES[0])
  await expect(first.getByRole('row', { name: /Chidi Eze/ })).toContainText('2')
  await expect(page.getByRole('list', { name: 'What the pictures show' })).toContainText('median') // PAN24
  await lines.nth(1).getByRole('button', { expanded: false }).first().press('Enter')
  await expect(lines.nth(1).getByRole('table')).toBeVisible()
  await expect(first.getByRole('table')).toHaveCount(0)
  await first.getByRole('button', { name: 'Quality against production', exact: true }).press('Enter')
  await expect(first.getByRole('table')).toBeVisible()
  expect(await axeOf(page)).toEqual([])

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keys.press('z', 'i')
  await expect(first).toContainText('Finding raised')
  await expect(lines.nth(1)).toContainText('Z I')
  await keys.press('z', 'o')
  await expect(first.getByText('Condition', { exact: true })).toBeVisible()
  await keys.press('1')
  await expect(page.getByRole('list', { name: 'Feedback' })).toContainText(
    'Quality against production: 0 of 2 points, 1 to pass.',
  )
  await keys.press('4')
  await first.getByRole('button', { name: 'Quality against production', exact: true }).press('Enter')
  const consensus = first.getByRole('button', { name: /Consensus on/ })
  await consensus.press('Enter')
  await page.getByRole('option', { name: 'Consensus 1', exact: true }).press('Enter')
  await expect(first).not.toContainText('failed')
  await first.getByRole('textbox', { name: /^Note on the consensus/ }).fill('One slice is known to be worse')
  await page.getByRole('textbox', { name: 'Response of the presenters' }).fill('We show the slice on the dashboard.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^By (Mara|Yusuf)/)).toBeVisible()
  await expect(page.locator('[data-saved=both]')).toBeVisible()

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const opened = page.waitForEvent('popup')
  await keys.press('w')
  const wall = await opened
  await keys.press('z', 'k')
  await expect(wall.getByRole('listitem').filter({ hasText: 'Quality against production' })).toContainText('1 of 2')
  await expect(wall.getByText('agreed')).toBeVisible()
  expect(await found(wall)).toEqual([])
  for (const name of ['Hana', 'Chidi', 'One slice is known']) await expect(wall.locator('main')).not.toContainText(name)
  await wall.close()
  const files = await filesOf(await saveByKeys(page, keys, tempFolder('share')))
  const scores = files.get('data/panel/scores.csv')?.toString() ?? ''
  for (const words of [CANARIES[0], CANARIES[1], 'One slice is known', 'Hana Novák']) expect(scores).toContain(words)
  expect(files.get('data/minutes/minutes.md')?.toString()).toContain('We show the slice on the dashboard')
})
