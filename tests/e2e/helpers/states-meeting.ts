import { expect } from '@playwright/test'
import {
  button,
  tab,
  key,
  dialog,
  answer,
  grouped,
  handedBack,
  marking,
  passed,
  picked,
  revealed,
  scored,
  written,
  type State,
} from './reach'

/** Of the meeting: cockpit and wall. */
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
      await button('Show everything')(page)
      // What was found stands there until the whole board is drawn.
      await expect(page.getByText(/^\d+ of \d+$/)).toHaveCount(0)
      await expect(
        page.getByRole('list', { name: 'Feedback' }).getByRole('button', { name: 'Change this item' }),
      ).not.toHaveCount(2)
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
  { name: 'wall-item', route: 'wall', review: 'full', show: key('n') },
  { name: 'wall-feedback', route: 'wall', review: 'full', show: key('n', 'v') },
  { name: 'wall-feedback-empty', route: 'wall', review: 'blank', show: key('v') },
  {
    name: 'wall-message',
    route: 'wall',
    review: 'full',
    async show(page) {
      await key('x')(page)
      await dialog(page)
      await page.keyboard.type('Pause bis 10:45 Uhr. Bitte pünktlich zurück sein.')
      await button('Show on the wall')(page)
    },
  },
  { name: 'wall-decision', route: 'wall', review: 'full', show: key('z', 'd') },
  { name: 'wall-actions', route: 'wall', review: 'full', show: key('z', 'a') },
  { name: 'run-wall', route: 'run', review: 'full', reach: key('3') },
  { name: 'run-slides', route: 'run', review: 'full', reach: key('2') },
  { name: 'run-slides-empty', route: 'run', review: 'blank', reach: key('2') },
  { name: 'run-region', route: 'run', review: 'blank', reach: marking },
  {
    name: 'run-region-marked',
    route: 'run',
    review: 'blank',
    async reach(page) {
      await marking(page)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('checkbox', { name: /^On deck\.pdf/ })).toBeChecked()
      await page.keyboard.type('The axis has no unit')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await key('2')(page)
      await expect(page.getByTitle('Question: The axis has no unit')).toBeVisible()
    },
  },
  { name: 'run-panel-empty', route: 'run', review: 'blank', reach: key('4') },
  { name: 'run-panel', route: 'run', review: 'full', reach: key('4') },
  {
    name: 'run-panel-half',
    route: 'run',
    review: 'full',
    reach: async (page) => (await scored(page, /Hana/, 0), await key('4')(page)),
  },
  { name: 'run-panel-name', route: 'run', review: 'full', reach: async (page) => (await passed(page), await handedBack(page)) },
  {
    name: 'run-panel-ballot',
    route: 'run',
    review: 'full',
    async reach(page) {
      await passed(page)
      await picked(page, /Hana/)
      await page.getByRole('radio').first().check()
      await handedBack(page)
    },
  },
  { name: 'run-panel-revealed', route: 'run', review: 'full', reach: revealed },
  { name: 'wall-panel', route: 'wall', review: 'full', show: key('z', 'k') },
  { name: 'wall-blank', route: 'wall', review: 'full', show: key('.') },
  { name: 'wall-waiting', route: 'wall', review: 'none' },
  {
    name: 'run-wall-here',
    route: 'run',
    review: 'full',
    reach: async (page) => (
      await key('z', 'w')(page),
      await page.getByRole('button', { name: /^Back to the cockpit/ }).waitFor()
    ),
  },
  // Last, because the computer keeps it.
  {
    name: 'run-discreet',
    route: 'run',
    review: 'full',
    async reach(page) {
      await key('F9')(page)
      await expect(page.getByRole('button', { name: 'Discreet', exact: true })).toBeVisible()
      await button('Peek')(page)
    },
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
