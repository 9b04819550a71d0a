import { join } from 'node:path'
import { encodeAny } from 'lib0/buffer'
import { buildPage, openBrowser, serve } from './helpers/browser.mjs'
import { openLibrary } from './helpers/cockpit.mjs'
import { median, rowOf } from './helpers/figures.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

const UPDATES = 20_000

/** P3: opening a review with a long history, beside reading and applying the same rows of the same database. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longHistory } = await load('tests/bench/helpers/long-history.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const { reviewId, commits } = longHistory(UPDATES)
    log(`giving the app ${UPDATES} commits`)
    await giveReview(host, reviewId, commits)
    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    const app = await openLibrary(context, host)
    await serve(context, `${host.origin}/bench/storage`, await buildPage(root, 'storage'))
    const body = Buffer.from(encodeAny(commits))
    await context.route(`${host.origin}/bench/commits`, (route) => route.fulfill({ body }))
    const bare = await context.newPage()
    const fresh = async () => {
      await bare.goto(`${host.origin}/bench/storage`)
      await bare.waitForFunction(() => window.storage)
      await bare.waitForTimeout(300)
    }
    await fresh()
    log('filling the database of the browser')
    await bare.evaluate(([id, address]) => window.storage.fill(id, address), [reviewId, `${host.origin}/bench/commits`])

    const taken = { shown: [], documents: [], least: [] }
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`open a review, round ${round + 1} of ${runs}`)
      await fresh()
      const least = await bare.evaluate((id) => window.storage.readAndApply(id), reviewId)
      await fresh()
      const documents = await bare.evaluate((id) => window.storage.openDocuments(id), reviewId)
      const shown = await openInApp(app, host, reviewId)
      if (round < 0) continue
      taken.least.push(least)
      taken.documents.push(documents)
      taken.shown.push(shown)
    }
    const row = (name, sample) =>
      rowOf({
        name,
        sample,
        reference: 'read + apply the same bytes',
        referenceSample: taken.least,
        figure: median,
        runs,
        goal: 1.5,
      })
    return [
      row('P3 open 20,000 updates until its documents can be used, p50', taken.documents),
      row('P3 open 20,000 updates until the cockpit is painted, p50', taken.shown),
    ]
  })
}

/** From the library of a page just loaded to the cockpit; answers how long it took, in ms. */
async function openInApp(app, host, reviewId) {
  await app.bringToFront()
  await app.goto(`${host.origin}/#/`)
  await app.reload()
  await app.getByRole('heading', { name: 'Review Room' }).waitFor()
  await app.waitForTimeout(300)
  return app.evaluate(async (id) => {
    const began = performance.now()
    const isShown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[role=timer]')) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - began)
          port2.postMessage(null)
        })
      })
      observer.observe(document, { subtree: true, childList: true })
    })
    location.hash = `#/review/${id}/run`
    return isShown
  }, reviewId)
}
