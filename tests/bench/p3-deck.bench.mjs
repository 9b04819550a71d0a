import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, serve } from './helpers/browser.mjs'
import { openCockpit, openWall } from './helpers/cockpit.mjs'
import { median, p95, rowOf } from './helpers/figures.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

const PAGES = 300
/** Thumbnails that are in sight when slides are opened, and their room in pixels. */
const SMALL = { width: 224, height: 126 }
/** Time for a page, in ms: faster nobody looks. */
const LOOK_MS = 250

/** P3: 300 slides opened, thumbnailed and paged through on the wall, beside PDF.js alone drawing the same pages at the same size. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { deckReview } = await load('tests/bench/helpers/deck-review.ts')
    const review = deckReview(join(folder, 'data', 'materials'), PAGES)
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    await giveReview(host, review.reviewId, review.commits)
    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    await context.addInitScript(noteKeys)
    const cockpit = await openCockpit(context, host, review.reviewId)
    const wall = await openWall(context, cockpit)
    await wall.getByRole('timer').waitFor()
    const library = join(root, 'node_modules', 'pdfjs-dist', 'build')
    for (const name of ['pdf.mjs', 'pdf.worker.mjs'])
      await context.route(`${host.origin}/bench/${name}`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(library, name)) }),
      )
    await serve(context, `${host.origin}/bench/pdf`, `(${String(barePages)})()`)
    const bare = await context.newPage()

    const taken = { open: [], bareOpen: [], small: [], bareSmall: [], turn: [], bareTurn: [] }
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`open ${PAGES} slides, round ${round + 1} of ${runs}`)
      const app = await openSlides(cockpit)
      await bare.bringToFront()
      await bare.goto(`${host.origin}/bench/pdf`)
      await bare.waitForFunction(() => window.openPdf)
      const alone = await bare.evaluate((given) => window.openPdf(given), {
        address: review.address,
        count: app.count,
        small: SMALL,
      })
      if (round < 0) continue
      taken.open.push(app.first)
      taken.bareOpen.push(alone.first)
      taken.small.push(app.all)
      taken.bareSmall.push(alone.all)
    }

    await cockpit.bringToFront()
    await cockpit.keyboard.press('z')
    await cockpit.keyboard.press('s')
    await wall.getByRole('img', { name: /page 1 of 300/ }).waitFor()
    await wall.evaluate(noteSlides)
    const size = await wall.getByRole('img').evaluate((image) => ({ width: image.naturalWidth, height: image.naturalHeight }))
    await bare.evaluate((room) => window.beginTurning(room), size)
    const before = await memoryAfter(30)
    const after = await memoryAfter(PAGES - 30)
    const rounds = taken.turn.length
    return [
      rowOf({ ...row(`open ${PAGES} slides until the first is painted, p50`, taken.open, taken.bareOpen), figure: median, runs }),
      rowOf({ ...row('their thumbnails in sight, p50', taken.small, taken.bareSmall), figure: median, runs }),
      rowOf({
        ...row("key in the cockpit to the wall's paint of the next slide, p95", taken.turn, taken.bareTurn),
        figure: p95,
        runs: rounds,
      }),
      ...(before === null || after === null
        ? []
        : [
            {
              ...{ name: `P3 memory of all pages after ${PAGES} slides`, value: after, unit: 'MB', goal: 1.25, runs: 1 },
              ...{ reference: 'after 30 of them', referenceValue: before, ratio: after / before },
            },
          ]),
    ]

    /** Turns so many pages in both, and answers what the browser's pages hold then, in MB; null where that is not told. */
    async function memoryAfter(turns) {
      for (let at = 0; at < turns - 1; at++) {
        if (at % 30 === 0) log(`slide ${taken.turn.length + 1} of ${PAGES}`)
        taken.turn.push(await turn(cockpit, wall))
        if (at % 5 === 0) taken.bareTurn.push(await turn(bare, bare))
      }
      return residentOf(context)
    }
  })
}

const row = (name, sample, referenceSample) => ({
  ...{ name: `P3 ${name}`, sample, reference: 'PDF.js alone, the same pages', referenceSample, goal: 1.5 },
})

/** From the key for slides until the first page and every thumbnail in sight are painted, on a page that never had any; in ms. */
async function openSlides(cockpit) {
  await cockpit.bringToFront()
  await cockpit.evaluate(() => sessionStorage.clear())
  await cockpit.reload()
  await cockpit.getByRole('region', { name: 'Timer' }).waitFor()
  await cockpit.waitForTimeout(500)
  await cockpit.evaluate(watchPane)
  await cockpit.keyboard.press('2')
  return cockpit.evaluate(() => window.paneShown)
}

/** Presses the key for the next page; answers how long it took until it was painted, in ms. */
async function turn(from, to) {
  await from.bringToFront()
  await to.evaluate(() => window.expectSlide())
  await from.keyboard.press('PageDown')
  const painted = await to.evaluate(() => window.slidePainted)
  const took = painted - (await from.evaluate(() => window.pressedAt))
  await from.waitForTimeout(LOOK_MS)
  return took
}

/** What the processes of pages hold in memory; only Linux tells. */
async function residentOf(context) {
  const session = await context
    .browser()
    ?.newBrowserCDPSession()
    .catch(() => null)
  const own = session ?? (await context.newCDPSession(context.pages()[0]))
  try {
    const { processInfo } = await own.send('SystemInfo.getProcessInfo')
    const kilobytes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]))
    return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
  } catch {
    return null
  }
}

/** Runs in every page: notes when a key was pressed, on a clock that pages share. */
function noteKeys() {
  addEventListener('keydown', (event) => (window.pressedAt = performance.timeOrigin + event.timeStamp), { capture: true })
  window.painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      }),
    )
}

/** Runs in the cockpit: when the first page stands beside the minutes, and when every thumbnail in sight has its picture. */
function watchPane() {
  window.paneShown = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no slides were shown')), 60_000)
    let first = 0
    const inSight = () => {
      const list = document.querySelector('ol[aria-label=Pages]')
      const room = list?.getBoundingClientRect()
      return room ? [...list.children].filter((item) => item.getBoundingClientRect().top < room.bottom) : []
    }
    const look = async () => {
      if (first === 0 && document.querySelector('img[alt^="Page 1 of"]')) first = await window.painted()
      const items = inSight()
      if (first === 0 || items.length === 0 || items.some((item) => !item.querySelector('img'))) return
      observer.disconnect()
      const all = await window.painted()
      resolve({ first: first - window.pressedAt, all: all - window.pressedAt, count: items.length })
    }
    const observer = new MutationObserver(() => void look())
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/** Runs in the wall: when another slide is painted. */
function noteSlides() {
  let changed = () => undefined
  window.expectSlide = () => {
    window.slidePainted = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the slide did not change')), 20_000)
      changed = async (image) => {
        changed = () => undefined
        clearTimeout(timer)
        await image.decode()
        resolve(await window.painted())
      }
    })
  }
  const observer = new MutationObserver(() => {
    const image = document.querySelector('main img, img')
    if (image && image.src !== window.slideBefore) {
      window.slideBefore = image.src
      changed(image)
    }
  })
  window.slideBefore = document.querySelector('main img, img')?.src
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] })
}

/** The least that draws a PDF: opens it, draws its first page and so many small ones; then a page for each key. */
async function barePages() {
  const { getDocument, GlobalWorkerOptions } = await import('/bench/pdf.mjs')
  GlobalWorkerOptions.workerSrc = '/bench/pdf.worker.mjs'
  let file
  let task
  const draw = async (number, room) => {
    const page = await file.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: Math.min(room.width / width, room.height / height) })
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: Math.round(viewport.width), height: Math.round(viewport.height) })
    await page.render({ canvas, viewport }).promise
    page.cleanup()
    return canvas
  }
  window.openPdf = async ({ address, count, small }) => {
    await task?.destroy()
    const began = performance.timeOrigin + performance.now()
    const standardFontDataUrl = new URL('/pdf/fonts/', location.href).href
    task = getDocument({
      url: address,
      standardFontDataUrl,
      useWasm: false,
      useSystemFonts: false,
      disableStream: true,
      disableAutoFetch: true,
    })
    file = await task.promise
    document.body.replaceChildren(await draw(1, { width: 1920, height: 1080 }))
    const first = (await window.painted()) - began
    for (let number = 1; number <= count; number++) document.body.append(await draw(number, small))
    return { first, all: (await window.painted()) - began }
  }
  window.beginTurning = async (room) => {
    let number = 1
    let shown = () => undefined
    document.body.replaceChildren(await draw(1, room))
    window.expectSlide = () => void (window.slidePainted = new Promise((resolve) => (shown = resolve)))
    const turnOn = async () => {
      document.body.replaceChildren(await draw(++number, room))
      shown(await window.painted())
    }
    addEventListener('keydown', () => void turnOn())
  }
}
