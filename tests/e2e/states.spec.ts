import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { places as routes } from '../../renderer/app/routes'
import { type App, expect, test } from './helpers/app'
import { axeOf } from './helpers/axe'
import { heavyBundle } from './helpers/heavy-bundle'
import { type State, states, statesBy } from './helpers/states'

const shots = fileURLToPath(new URL('../../test-results/states', import.meta.url))
const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'

test('every route has a state in the list', () => {
  for (const route of ['library', 'wall', ...routes]) expect(states.map((state) => state.route)).toContain(route)
})

/** Opens the review that states need; answers the page and its address without the place. */
async function openReview(app: App, review: State['review'], bundle: string): Promise<{ page: Page; at: string }> {
  const page = await app.open()
  if (review === 'none') return { page, at: page.url() }
  if (review === 'full') {
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open bundle' }).click()
    await (await chosen).setFiles(bundle)
  } else {
    await page.getByRole('button', { name: 'New review' }).click()
    await page.keyboard.type('Empty')
    await page.getByRole('option', { name: /^Blank/ }).click()
    await page.getByRole('button', { name: 'Create review' }).click()
  }
  await expect(page.getByRole('navigation')).toBeVisible()
  return { page, at: page.url().replace(/\/[a-z-]+$/, '') }
}

/** Until what was asked for is drawn, and no colour is on its way to another, however busy the machine is. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const fading = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
}

async function reach(page: Page, state: State, home: string, at: string): Promise<Page> {
  // Through the library, so that nothing of the state before is left; a page of its own costs more, and is for what lies over pages.
  const isCovered = (await page.locator('#root[inert], [data-passing]').count()) > 0
  await page.goto(isCovered || state.route === 'library' || state.review === 'none' ? 'about:blank' : `${home}#/`)
  // Two addresses within one turn of the page would be one step, which leaves the screen as it was.
  await drawn(page)
  await page.goto(
    state.route === 'library' || state.review === 'none' ? `${home}#/` : `${at}/${state.route === 'wall' ? 'run' : state.route}`,
  )
  await expect(page.locator('main').first()).toBeVisible()
  if (state.review !== 'none' && ['run', 'wall'].includes(state.route))
    await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await drawn(page)
  if (state.route !== 'wall') {
    await state.reach?.(page)
    await drawn(page)
    return page
  }
  const opened = page.waitForEvent('popup')
  if (state.review === 'none') await page.evaluate(() => void window.open('/wall.html', 'review-room-wall'))
  else await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  await wall.setViewportSize({ width: 1920, height: 1080 })
  if (state.review !== 'none') await expect(wall.locator('main')).not.toContainText('Waiting')
  await state.show?.(page)
  await drawn(wall)
  return wall
}

interface Mode {
  readonly name: string
  readonly set: (page: Page, isWall: boolean) => Promise<void>
}
const modes: readonly Mode[] = [
  { name: 'light', set: (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' }) },
  { name: 'dark', set: (page) => page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' }) },
  { name: 'forced', set: (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' }) },
  {
    name: 'zoomed',
    async set(page, isWall) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
      // 200 % zoom is half the room in CSS pixels; the wall has its smallest screen.
      await page.setViewportSize(isWall ? { width: 1280, height: 720 } : { width: 640, height: 400 })
    },
  },
]

/** The theme in which a state is looked at outside the proof. */
function themeOf(state: State): 'light' | 'dark' {
  return states.indexOf(state) % 2 === 1 ? 'dark' : 'light'
}

async function look(page: Page, state: State, mode: Mode): Promise<void> {
  const isWall = state.route === 'wall'
  await mode.set(page, isWall)
  if (isWall)
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), mode.name === 'dark' ? 'dark' : 'light')
  await drawn(page)
  const { below, beside } = await page.evaluate(() => ({
    below: document.documentElement.scrollHeight - window.innerHeight,
    beside:
      Math.max(...[...document.querySelectorAll('header, main')].map((each) => each.getBoundingClientRect().right)) -
      window.innerWidth,
  }))
  // Neither the cockpit nor the wall is ever scrolled, nor cut.
  if (isWall || (state.route === 'run' && mode.name !== 'zoomed'))
    expect.soft({ below: below > 0, beside: beside > 0 }, `${state.name} ${mode.name}`).toEqual({ below: false, beside: false })
  // The sheet of all pictures is looked at after the proof.
  if (isProof) await page.screenshot({ path: join(shots, `${state.name}-${mode.name}.png`) })
  const floats = (await page.locator('#root[inert]').count()) > 0
  expect.soft(await axeOf(page, { floats }), `${state.name} ${mode.name}`).toEqual([])
}

test.describe.configure({ mode: 'parallel' })
// The longest first, so that no browser waits for another at the end.
for (const review of ['full', 'blank', 'none'] as const)
  for (const [where, there] of Object.entries(statesBy)) {
    const chosen = there.filter((each) => each.review === review)
    if (chosen.length === 0) continue
    test(`axe finds nothing on any screen ${where} with ${review === 'none' ? 'no' : `a ${review}`} review, ${isProof ? 'in light, dark, forced colours and at 200 %' : 'in its turn of light and dark'}`, async ({
      app,
    }) => {
      test.setTimeout(isProof ? 1_800_000 : 600_000)
      mkdirSync(shots, { recursive: true })
      const { page, at } = await openReview(app, review, review === 'full' ? await heavyBundle() : '')
      // A theme that is turned on fades in, and is looked at when it is there.
      await page.emulateMedia({ reducedMotion: 'reduce' })
      for (const state of chosen) {
        await page.setViewportSize({ width: 1280, height: 800 })
        const shown = await reach(page, state, app.url.replace(/#.*/, ''), at)
        for (const mode of modes.filter(({ name }) => isProof || name === themeOf(state))) await look(shown, state, mode)
        if (shown !== page) await shown.close()
        await page.unrouteAll({ behavior: 'ignoreErrors' })
      }
    })
  }
