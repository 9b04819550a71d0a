import { expect } from '@playwright/test'
import { answer, button, dialog, grouped, key, tab, written, type State } from './reach'

/** Of the cockpit: time, minutes, board, closing. */
export const meetingStates: readonly State[] = [
  { name: 'keys', route: 'run', review: 'full', reach: async (page) => (await key('?')(page), await dialog(page)) },
  { name: 'palette', route: 'run', review: 'full', reach: async (page) => (await key('Control+k')(page), await dialog(page)) },
  { name: 'run-empty', route: 'run', review: 'blank' },
  { name: 'run-before', route: 'run', review: 'full' },
  { name: 'wall-before', route: 'wall', review: 'full' },
  {
    name: 'run-start',
    route: 'run',
    review: 'full',
    async reach(page) {
      await key('g', 'p')(page)
      await answer('Not met')(page)
      await key('g', 'r')(page)
      await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
      await key('n')(page)
      await dialog(page)
    },
  },
  {
    name: 'run-running',
    route: 'run',
    review: 'full',
    // After the state before, which left something missing.
    async reach(page) {
      await key('n')(page)
      await dialog(page)
      await page.keyboard.type('The season begins on Monday')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Pause')).toBeVisible()
    },
  },
  {
    name: 'run-prepared',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('z', 'q')(page), await dialog(page)),
  },
  {
    name: 'run-roll',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('n', 'c')(page), await dialog(page)),
  },
  { name: 'run-slash', route: 'run', review: 'blank', reach: async (page) => (await key('m')(page), await written(page, '/')) },
  {
    name: 'run-hint',
    route: 'run',
    review: 'blank',
    reach: async (page) => (
      await key('m')(page),
      await written(page, 'ACTION: Zed to measure by 31 Feb'),
      await page.keyboard.press('Enter')
    ),
  },
  {
    name: 'run-import-log',
    route: 'run',
    review: 'full',
    async reach(page) {
      await key('Control+k')(page)
      await dialog(page)
      await page.keyboard.type('import log')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page
        .getByLabel('Text of the log')
        .fill(
          'Present: Ada, Nora\nRegrets: Kim\n<Ada> Welcome\nTopic: Costs\n<Nora> They grow\nACTION: Nora to count them by 3 December\nRESOLVED: We wait for the count\nZakim, bye',
        )
      await page.getByText(/is left out/).click()
    },
  },
  {
    name: 'run-over-time',
    route: 'run',
    review: 'full',
    async reach(page) {
      await key('n', '=')(page)
      await page.keyboard.type('0')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: 'Let the end slip' })).toBeVisible()
    },
  },
  {
    name: 'run-writing',
    route: 'run',
    review: 'full',
    async reach(page) {
      await key('n', 'm')(page)
      await page.locator('[contenteditable=true]').waitFor()
      await page.keyboard.press('Control+.')
    },
  },
  {
    name: 'run-action',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('a')(page), await page.getByPlaceholder(/Words of the action/).waitFor()),
  },
  { name: 'run-acting', route: 'run', review: 'full', reach: key('s') },
  { name: 'run-feedback-menu', route: 'run', review: 'full', reach: button('Change this item') },
  {
    name: 'run-feedback-filter',
    route: 'run',
    review: 'full',
    reach: async (page) => (await button('Filter')(page), await dialog(page)),
  },
  {
    name: 'run-feedback-found',
    route: 'run',
    review: 'full',
    async reach(page) {
      await page.getByRole('searchbox', { name: 'Find in the feedback' }).fill('winter')
      await expect(page.getByText(/^\d+ of \d+$/)).toBeVisible()
    },
  },
  {
    name: 'run-group',
    route: 'run',
    review: 'full',
    async reach(page) {
      const all = Number(/\d+$/.exec(await page.getByText(/^\d+ of \d+$/).innerText())?.[0])
      await button('Show everything')(page)
      // What was found stands there until the whole board is drawn, and a menu that was opened on it goes with it.
      await expect(page.getByRole('list', { name: 'Feedback' }).getByRole('listitem')).toHaveCount(all)
      await button('Change this item')(page)
      await page.getByRole('menuitem', { name: /^Put with another/ }).click()
      await dialog(page)
    },
  },
  { name: 'run-feedback-grouped', route: 'run', review: 'full', reach: grouped },
  {
    name: 'run-one-by-one',
    route: 'run',
    review: 'full',
    async reach(page) {
      await button('Show everything')(page)
      await key('z', 'v')(page)
      await expect(page.getByRole('group', { name: 'One by one' })).toBeVisible()
    },
  },
  {
    name: 'run-copy-failing',
    route: 'run',
    review: 'full',
    async reach(page) {
      await button('Board')(page)
      await page.route('**/call/**', (route) => route.abort())
      await key('n')(page)
      await expect(page.locator('[data-saved=one]')).toBeVisible()
    },
  },
  { name: 'run-message', route: 'run', review: 'full', reach: async (page) => (await key('x')(page), await dialog(page)) },
  {
    name: 'run-closing',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('n', 'z', 'c')(page), await dialog(page), await button(/^2 ?Actions/)(page)),
  },
  {
    name: 'run-closing-rows',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('n', 'z', 'c')(page), await dialog(page), await button(/^4 ?Not discussed/)(page)),
  },
  {
    name: 'run-closing-read-back',
    route: 'run',
    review: 'full',
    reach: async (page) => (await key('n', 'z', 'c')(page), await dialog(page), await button(/^8 ?Read-back/)(page)),
  },
  // Last: it gives the blank review an item and begins.
  {
    name: 'run-closing-nothing',
    route: 'run',
    review: 'blank',
    async reach(page) {
      await page.goto(page.url().replace(/run$/, 'prepare'))
      await tab(/Agenda/)(page)
      await page.getByPlaceholder(/^Next item/).fill('Only item')
      await page.keyboard.press('Enter')
      await page.goto(page.url().replace(/prepare$/, 'run'))
      await key('n', 'z', 'c')(page)
      await dialog(page)
      await button(/^4 ?Not discussed/)(page)
    },
  },
]
