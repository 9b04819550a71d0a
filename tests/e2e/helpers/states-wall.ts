import { expect } from '@playwright/test'
import { button, dialog, handedBack, key, marking, passed, picked, revealed, scored, type State } from './reach'

/** Of the wall, the slides and the panel, in a review that has not begun. */
export const wallStates: readonly State[] = [
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
]
