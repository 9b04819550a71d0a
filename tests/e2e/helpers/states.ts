import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { encodeAny } from 'lib0/buffer'
import type { Place } from '../../../renderer/app/routes'
import type { Delivery } from '../../../shared/host-contract'
import { markdownSeed, notebookSeed, pngSeed } from '../../helpers/material-seeds'
import { setPdf } from '../../helpers/pdf-seeds'
import { tempFolder } from './app'
import { press } from './keyboard'

/** A screen in a state that people see. `reach` begins on the page of its route. */
export interface State {
  readonly name: string
  readonly route: 'library' | Place | 'wall'
  /** Which review is open. */
  readonly review: 'none' | 'blank' | 'full'
  readonly reach?: (page: Page) => Promise<void>
  /** For the wall: what the cockpit does before. */
  readonly show?: (cockpit: Page) => Promise<void>
}

const button = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()
const key =
  (...keys: string[]) =>
  (page: Page) =>
    press(page, keys.join(' '))
const dialog = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
}

/** Answers the first entrance criterion, in Prepare. */
const answer = (state: string) => async (page: Page) => {
  await tab(/Readiness/)(page)
  await button(/State of:/)(page)
  await page.getByRole('option', { name: state, exact: true }).click()
}

/** The laptop goes round. */
const passed = async (page: Page): Promise<void> => {
  await key('4', 'z', 'l')(page)
  await expect(page.getByRole('heading', { name: 'Who scores now?' })).toBeVisible()
}

/** The next state begins in the cockpit. */
const handedBack = (page: Page): Promise<void> => page.evaluate(() => sessionStorage.removeItem('review-room-passing'))

/** The panel scored and its scores were revealed, here or in a state before. */
const revealed = async (page: Page): Promise<void> => {
  await key('4')(page)
  const total = page.getByRole('list', { name: 'Criteria' })
  await expect(total.or(page.getByRole('button', { name: /^Pass the laptop/ }))).toBeVisible()
  if ((await total.count()) > 0) return
  for (const [at, name] of [/Hana/, /Chidi/].entries()) {
    await passed(page)
    await page.getByRole('button', { name }).click()
    for (const criterion of await page.locator('[data-criterion]').all()) {
      await criterion.getByRole('radio').nth(at).check()
      await criterion.getByRole('radio', { name: 'High' }).check()
    }
    await page.getByRole('button', { name: 'Submit and seal' }).click()
    await page.getByRole('button', { name: /^Back to the cockpit/ }).click()
  }
  await page.getByRole('button', { name: 'Reveal…' }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(total).toBeVisible()
}

/** Types where the minutes have the caret. */
const written = async (page: Page, text: string): Promise<void> => {
  await page.locator('[contenteditable=true]').waitFor()
  await page.keyboard.type(text)
}

/** Opens a material in Prepare; one that is not in the review yet is added before. */
const material = (name: string, content?: () => Buffer) => async (page: Page) => {
  await tab(/Materials/)(page)
  if (content) {
    const chosen = page.waitForEvent('filechooser')
    await button('Add files')(page)
    await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer: content() })
  }
  await button(`Open ${name}`)(page)
  await dialog(page)
  const drawn = page.locator(
    '[data-page="1"][data-state="drawn"], [data-shown] :is(p, pre, table), [data-loaded="true"], [data-card]',
  )
  await expect(drawn.first()).toBeVisible()
}

/** A delivery of the review in each state. */
function everyState(reviewId: string): Delivery[] {
  const bytes = 41_000_000
  const file = { name: 'heat-demand-forecast-2026-11-24.zip', bytes, sha512: 'a'.repeat(128), as: null }
  const shared = {
    reviewId,
    title: 'Heat demand forecast',
    kind: 'bundle',
    folder: '/mnt/engineering/reviews',
    files: [file],
  } as const
  const plain = { ...shared, files: [file], done: 0, verifiedAt: null, problem: null }
  const at = Date.parse('2026-11-24T10:00:00Z')
  const problem = { kind: 'not-found', message: 'gone', triedAt: at, nextTryAt: at } as const
  const there = [{ ...file, as: 'heat-demand-forecast-2026-11-24 (conflict copy).zip' }]
  return [
    { ...plain, id: 'd5', state: 'queued', savedAt: at + 4 },
    { ...plain, id: 'd4', state: 'copying', done: bytes / 3, savedAt: at + 3 },
    { ...plain, id: 'd3', state: 'reading-back', done: bytes / 2, savedAt: at + 2 },
    { ...plain, id: 'd2', state: 'failed', problem, savedAt: at + 1 },
    { ...plain, id: 'd1', state: 'delivered', files: there, done: bytes, verifiedAt: at, savedAt: at },
  ]
}

/** Every screen, empty and full, with its dialogs, menus, errors and progress: the only list. */
export const states: readonly State[] = [
  { name: 'library-empty', route: 'library', review: 'none' },
  { name: 'library-full', route: 'library', review: 'full' },
  { name: 'library-new', route: 'library', review: 'none', reach: async (page) => (await key('n')(page), await dialog(page)) },
  { name: 'library-preferences', route: 'library', review: 'none', reach: button('Preferences') },
  { name: 'library-row-menu', route: 'library', review: 'full', reach: button(/^More/) },
  {
    name: 'library-refused',
    route: 'library',
    review: 'none',
    async reach(page) {
      const file = join(tempFolder('refused'), 'holiday.zip')
      writeFileSync(file, 'not a zip')
      const chosen = page.waitForEvent('filechooser')
      await button('Open bundle')(page)
      await (await chosen).setFiles(file)
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  { name: 'keys', route: 'run', review: 'full', reach: async (page) => (await key('?')(page), await dialog(page)) },
  { name: 'palette', route: 'run', review: 'full', reach: async (page) => (await key('Control+k')(page), await dialog(page)) },
  { name: 'prepare-empty', route: 'prepare', review: 'blank' },
  { name: 'prepare-overview', route: 'prepare', review: 'full' },
  { name: 'prepare-calendar', route: 'prepare', review: 'full', reach: button(/^Calendar/) },
  { name: 'prepare-people-empty', route: 'prepare', review: 'blank', reach: tab(/People/) },
  { name: 'prepare-people', route: 'prepare', review: 'full', reach: tab(/People/) },
  { name: 'prepare-agenda-empty', route: 'prepare', review: 'blank', reach: tab(/Agenda/) },
  { name: 'prepare-agenda', route: 'prepare', review: 'full', reach: tab(/Agenda/) },
  { name: 'prepare-materials-empty', route: 'prepare', review: 'blank', reach: tab(/Materials/) },
  { name: 'prepare-materials', route: 'prepare', review: 'full', reach: tab(/Materials/) },
  {
    name: 'prepare-materials-progress',
    route: 'prepare',
    review: 'full',
    async reach(page) {
      await tab(/Materials/)(page)
      await page.route('**/materials', () => undefined)
      const file = join(tempFolder('slow'), 'recording.bin')
      writeFileSync(file, Buffer.alloc(1 << 20))
      const chosen = page.waitForEvent('filechooser')
      await button('Add files')(page)
      await (await chosen).setFiles(file)
      await expect(page.getByRole('progressbar')).toBeVisible()
    },
  },
  { name: 'material-table', route: 'prepare', review: 'full', reach: material('負荷データ.csv') },
  {
    name: 'material-fault',
    route: 'prepare',
    review: 'full',
    reach: material('Wärmebedarf – Vorstellung für das Gremium (endgültige Fassung 3).pdf'),
  },
  { name: 'material-markdown', route: 'prepare', review: 'full', reach: material('model-card.md', markdownSeed) },
  { name: 'material-notebook', route: 'prepare', review: 'full', reach: material('data.ipynb', notebookSeed) },
  { name: 'material-picture', route: 'prepare', review: 'full', reach: material('plot.png', pngSeed) },
  { name: 'material-pdf', route: 'prepare', review: 'full', reach: material('minutes.pdf', setPdf) },
  {
    name: 'prepare-import',
    route: 'prepare',
    review: 'full',
    async reach(page) {
      await tab(/Agenda/)(page)
      await page.getByRole('button', { name: 'Import an agenda' }).click()
      await page
        .getByLabel('Text of the agenda')
        .fill('## Agenda\n\n1. Opening (5 min, Ada)\n2. Data\n   - Drift (10 min)\n\n## Notes\n- none')
      await page.getByText(/are left out/).click()
    },
  },
  { name: 'prepare-readiness-empty', route: 'prepare', review: 'blank', reach: tab(/Readiness/) },
  { name: 'prepare-readiness', route: 'prepare', review: 'full', reach: tab(/Readiness/) },
  {
    name: 'prepare-waiver',
    route: 'prepare',
    review: 'full',
    reach: async (page) => (await answer('Waived')(page), await page.getByRole('group', { name: 'Waiver' }).waitFor()),
  },
  { name: 'prepare-rubric-empty', route: 'prepare', review: 'blank', reach: tab(/Rubric/) },
  { name: 'prepare-rubric', route: 'prepare', review: 'full', reach: tab(/Rubric/) },
  {
    name: 'prepare-rubric-import',
    route: 'prepare',
    review: 'blank',
    async reach(page) {
      await tab(/Rubric/)(page)
      await button('Import a rubric')(page)
      await dialog(page)
      await page.keyboard.type('# Course\n\n- Clarity (40%)\n- 0 points: Lost\n- 2 points: Clear\n\nSee the wiki.')
      await expect(page.getByRole('region', { name: 'What will be created' })).toBeVisible()
    },
  },
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
    name: 'run-copy-failing',
    route: 'run',
    review: 'full',
    async reach(page) {
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
  { name: 'follow-up-empty', route: 'follow-up', review: 'blank' },
  { name: 'follow-up-full', route: 'follow-up', review: 'full' },
  { name: 'follow-up-details', route: 'follow-up', review: 'full', reach: button(/^Details of action/) },
  {
    name: 'follow-up-chosen',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await page.getByRole('checkbox', { name: 'Choose all actions' }).focus()
      await page.keyboard.press('Space')
      await expect(page.getByRole('group', { name: 'Change the chosen actions' })).toBeVisible()
    },
  },
  {
    name: 'follow-up-import',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await button('Spreadsheet')(page)
      await page.getByRole('menuitem', { name: 'Bring an edited table back' }).click()
      await dialog(page)
      await page
        .getByLabel('Table of the action plan')
        .fill('Action;Owner;Due\nMeasure the south;;18.12.2026\nAsk again;Nobody here;')
      await expect(page.getByText('Measure the south', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'follow-up-risk',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await page.getByRole('textbox', { name: 'Add a risk' }).fill('The sensor freezes')
      await page.keyboard.press('Enter')
      await page
        .getByRole('button', { name: /^Status of risk/ })
        .first()
        .click()
      await page.getByRole('option', { name: 'Closed', exact: true }).click()
      await expect(page.getByPlaceholder('Why it is closed')).toBeVisible()
    },
  },
  {
    name: 'follow-up-refused',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await page
        .getByRole('button', { name: /Outcome/ })
        .first()
        .click()
      await page.getByRole('option', { name: 'Proceed', exact: true }).click()
      await button('Accept the decision')(page)
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  { name: 'archive-blank', route: 'archive', review: 'blank' },
  {
    name: 'archive-full',
    route: 'archive',
    review: 'full',
    reach: async (page) => expect(page.getByText('Not in the bundle')).toBeVisible(),
  },
  {
    name: 'archive-deliveries',
    route: 'archive',
    review: 'full',
    async reach(page) {
      const deliveries = everyState(/review\/([^/]+)/.exec(page.url())?.[1] ?? '')
      await page.route('**/call/delivery:list', (route) =>
        route.fulfill({
          contentType: 'application/octet-stream',
          body: Buffer.from(encodeAny({ ok: true, value: { deliveries } })),
        }),
      )
      await page.reload()
      await expect(page.getByText(/^Not delivered/)).toBeVisible()
    },
  },
  {
    name: 'archive-picker',
    route: 'archive',
    review: 'full',
    reach: async (page) => (await button(/Choose folder|Change/)(page), await dialog(page)),
  },
  {
    name: 'archive-reveal',
    route: 'archive',
    review: 'full',
    reach: async (page) => (await button(/^Reveal/)(page), await dialog(page)),
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
  { name: 'run-panel-empty', route: 'run', review: 'blank', reach: key('4') },
  { name: 'run-panel', route: 'run', review: 'full', reach: key('4') },
  { name: 'run-panel-name', route: 'run', review: 'full', reach: async (page) => (await passed(page), await handedBack(page)) },
  {
    name: 'run-panel-ballot',
    route: 'run',
    review: 'full',
    async reach(page) {
      await passed(page)
      await page.getByRole('button', { name: /Hana/ }).click()
      await page.getByRole('radio').first().check()
      await handedBack(page)
    },
  },
  { name: 'run-panel-revealed', route: 'run', review: 'full', reach: revealed },
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
  {
    name: 'prepare-discreet',
    route: 'prepare',
    review: 'full',
    reach: async (page) => (await tab(/Agenda/)(page), await key('F9')(page), await page.getByText('covered').first().waitFor()),
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
