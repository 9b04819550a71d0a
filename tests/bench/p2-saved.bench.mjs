import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPage, openBrowser, serve } from './helpers/browser.mjs'
import { openCockpit } from './helpers/cockpit.mjs'
import { median, p95, rowOf } from './helpers/figures.mjs'
import { typeKeys, watchKeys } from './helpers/keys.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

const VERBS = 10
const TEXT = 'held by the disk '

/** P2: how long until both copies have a verb, beside the least that makes two copies last; and that no key waits for them. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longItem } = await load('tests/bench/helpers/long-item.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const review = longItem(100)
    await giveReview(host, review.reviewId, review.commits)
    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    await watchKeys(context)
    const cockpit = await openCockpit(context, host, review.reviewId)
    await cockpit.evaluate(noteSaved)
    await serve(context, `${host.origin}/bench/append`, await buildPage(root, 'append'))
    const appending = await context.newPage()
    await appending.goto(`${host.origin}/bench/append`)
    await appending.waitForFunction(() => window.append)
    const file = await open(join(folder, 'data', 'bench'), 'a')
    atEnd(() => file.close())

    const taken = { app: [], least: [], answering: [], held: [] }
    const rounds = runs * 2
    for (let round = -1; round < rounds; round++) {
      if (round >= 0) log(`saved, round ${round + 1} of ${rounds}`)
      const saved = await saveVerbs(cockpit)
      const least = await saveLeast(appending, file)
      if (round < 0) continue
      taken.app.push(...saved)
      taken.least.push(...least)
    }
    await cockpit.bringToFront()
    await cockpit.keyboard.press('m')
    await cockpit.locator('[contenteditable=true]').waitFor()
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`typing while the host is held, round ${round + 1} of ${runs}`)
      const answering = await typeKeys(cockpit, TEXT)
      host.signal('SIGSTOP')
      const held = await typeKeys(cockpit, TEXT)
      host.signal('SIGCONT')
      await cockpit.locator('[data-saved=both]').waitFor()
      if (round < 0) continue
      taken.answering.push(...answering)
      taken.held.push(...held)
    }
    return [
      rowOf({
        name: 'P2 verb acts until "Saved" is shown, p50',
        sample: taken.app,
        reference: 'one strict append + one fdatasync',
        referenceSample: taken.least,
        figure: median,
        runs: rounds,
        goal: 1.5,
      }),
      rowOf({
        name: 'P2 key to paint while the journal does not answer, p95',
        sample: taken.held,
        reference: 'while it answers',
        referenceSample: taken.answering,
        figure: p95,
        runs,
        goal: 1.25,
      }),
    ]
  })
}

/** Runs in the cockpit: notes how long it took from a key to the word that both copies have what it did. */
function noteSaved() {
  const place = document.querySelector('[data-saved]')
  let pressedAt = 0
  let resolve = () => undefined
  addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true })
  window.expectSaved = () => {
    window.saved = new Promise((done, fail) => {
      resolve = done
      setTimeout(() => fail(new Error('nothing was saved')), 10_000)
    })
  }
  new MutationObserver(() => {
    if (place.dataset.saved === 'both') resolve(performance.now() - pressedAt)
  }).observe(place, { attributes: true })
}

/** One minute more for the running item, again and again. */
async function saveVerbs(cockpit) {
  const taken = []
  await cockpit.bringToFront()
  for (let at = 0; at < VERBS; at++) {
    await cockpit.waitForTimeout(100)
    await cockpit.evaluate(() => window.expectSaved())
    await cockpit.keyboard.press('e')
    taken.push(await cockpit.evaluate(() => window.saved))
  }
  return taken
}

async function saveLeast(appending, file) {
  const taken = []
  await appending.bringToFront()
  for (let at = 0; at < VERBS; at++) {
    await appending.waitForTimeout(100)
    const inBrowser = await appending.evaluate(() => window.append())
    const began = performance.now()
    await file.write(Buffer.alloc(1024, at))
    await file.datasync()
    taken.push(inBrowser + performance.now() - began)
  }
  return taken
}
