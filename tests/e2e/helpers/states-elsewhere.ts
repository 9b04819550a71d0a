import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { encodeAny } from 'lib0/buffer'
import { readPacket } from '../../../shared/packet/read-packet'
import { jsonBlock } from '../../../shared/packet-page/page'
import { unwrap } from '../../../shared/result'
import { markdownSeed, notebookSeed, pngSeed } from '../../helpers/material-seeds'
import { answersTo } from '../../helpers/packets'
import { setPdf } from '../../helpers/pdf-seeds'
import { tempFolder } from './app'
import { button, tab, key, dialog, answer, material, everyState, type State } from './reach'

/** Out of the meeting: library, Prepare, Follow up, Archive. */
export const elsewhereStates: readonly State[] = [
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
  {
    name: 'prepare-packet',
    route: 'prepare',
    review: 'full',
    async reach(page) {
      await tab(/Readiness/)(page)
      const download = page.waitForEvent('download')
      await button('Reviewer packet')(page)
      await page.getByRole('menuitem').first().click()
      const text = readFileSync(await (await download).path(), 'utf8')
      const packet = unwrap(readPacket(text))
      const filled = jsonBlock({ ...packet, answers: answersTo(packet) })
      const file = join(tempFolder('packet'), 'packet.html')
      writeFileSync(
        file,
        text.replace(/(id="packet">)[^<]*/, (_all, start: string) => start + filled),
      )
      const chosen = page.waitForEvent('filechooser')
      await button('Import a filled packet')(page)
      await (await chosen).setFiles(file)
      await dialog(page)
    },
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
        .getByRole('button', { name: /Status of risk/ })
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
  {
    name: 'follow-up-lessons',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      for (const words of ['Ask for the slices before the meeting', 'Do not compare on another season']) {
        await page.getByRole('textbox', { name: 'Add a lesson' }).fill(words)
        await page.keyboard.press('Enter')
      }
      await page.getByRole('textbox', { name: 'Add a risk' }).fill('Two winters may not hold a week below minus fifteen')
      await page.keyboard.press('Enter')
      // By keys: where a press of the mouse stays, something else may come to lie, and say what it is.
      await page
        .getByRole('button', { name: /^Mitigate risk/ })
        .first()
        .press('Enter')
      await page.getByRole('menuitem', { name: 'Make an action of it' }).press('Enter')
      await page.getByRole('heading', { name: 'Risks' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'follow-up-summary',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await button(/^Draft (what|it|purpose)/)(page)
      for (const word of ['District heating', 'MAE']) {
        await page.getByRole('textbox', { name: 'Explain a word' }).fill(word)
        await page.keyboard.press('Enter')
      }
      await page
        .getByRole('textbox', { name: 'What MAE means' })
        .fill('Mean absolute error: how far the forecast is from what was measured, on average')
      await page.getByRole('textbox', { name: 'Explain a word' }).focus()
    },
  },
  {
    name: 'follow-up-accepted',
    route: 'follow-up',
    review: 'full',
    async reach(page) {
      await page
        .getByRole('button', { name: /Outcome/ })
        .first()
        .click()
      await page.getByRole('option', { name: 'Proceed with conditions', exact: true }).click()
      await page.getByPlaceholder(/^Add a condition/).fill('The north is measured for two weeks first')
      await page.keyboard.press('Enter')
      await page
        .getByRole('button', { name: /Outcome/ })
        .first()
        .click()
      await page.getByRole('option', { name: 'Rework', exact: true }).click()
      await button('Accept the decision')(page)
      await expect(page.getByRole('button', { name: 'Propose a new one' })).toBeVisible()
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
    name: 'archive-history',
    route: 'archive',
    review: 'full',
    reach: async (page) => (await tab(/^History/)(page), await expect(page.getByText('The chain holds')).toBeVisible()),
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
  {
    name: 'prepare-discreet',
    route: 'prepare',
    review: 'full',
    reach: async (page) => (await tab(/Agenda/)(page), await key('F9')(page), await page.getByText('covered').first().waitFor()),
  },
]
