import { join } from 'node:path'
import { openBrowser, serve } from './helpers/browser.mjs'
import { openCockpit } from './helpers/cockpit.mjs'
import { median, p95, rowOf } from './helpers/figures.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

const [FEW, MANY] = [100, 1_000]
/** How far a board is scrolled from one frame to the next, from end to end: some fifteen screens in a second. */
const STEP_PX = 200
const FRAME_MS = 1000 / 60
/** Rest between two acts, in ms. */
const REST_MS = 400

/** P9: a board of 1,000 items opened, scrolled from end to end and added to, beside one of 100 and a blank page of the same height. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longBoard } = await load('tests/bench/helpers/long-board.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    await context.addInitScript(watchBoard)
    const pages = {}
    for (const [name, count] of Object.entries({ few: FEW, many: MANY })) {
      const review = longBoard(count)
      await giveReview(host, review.reviewId, review.commits)
      pages[name] = await openCockpit(await withPage(context), host, review.reviewId)
    }
    await serve(context, `${host.origin}/bench/blank`, '', '<div role="list" aria-label="Feedback"></div>')
    pages.blank = await context.newPage()
    await pages.blank.goto(`${host.origin}/bench/blank`)

    const counts = { few: FEW, many: MANY }
    const taken = { few: newTaken(), many: newTaken(), blank: newTaken() }
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`boards, round ${round + 1} of ${runs}`)
      const kept = round < 0 ? { few: newTaken(), many: newTaken(), blank: newTaken() } : taken
      for (const name of ['few', 'many']) {
        const page = pages[name]
        await page.bringToFront()
        kept[name].open.push(await openBoard(page, counts[name]))
        await page.waitForTimeout(REST_MS)
        kept[name].add.push(await addItem(page, `Added in round ${round}`))
        counts[name] += 1
        await page.waitForTimeout(REST_MS)
        keepScroll(kept[name], await page.evaluate((step) => window.scrollBoard(step), STEP_PX))
      }
      const { height, room } = await pages.many.evaluate(() => window.boardSize())
      await pages.blank.bringToFront()
      await pages.blank.evaluate((size) => window.fillBoard(size), { height, room })
      await pages.blank.waitForTimeout(REST_MS)
      keepScroll(kept.blank, await pages.blank.evaluate((step) => window.scrollBoard(step), STEP_PX))
    }
    const linear = MANY / FEW
    const beside = (part, figure) => ({
      ...{ sample: taken.many[part], reference: `${FEW} items`, referenceSample: taken.few[part], figure, runs, goal: linear },
    })
    const droppedOnce = (name) => median(taken[name].dropped) + 1
    const frames = (name) => taken[name].scroll.length + dropped(taken[name].scroll)
    return [
      rowOf({ name: `P9 key to all of ${MANY} items painted, p50`, ...beside('open', median) }),
      rowOf({ name: 'P9 Enter to the added item painted, p50', ...beside('add', median) }),
      rowOf({ name: 'P9 a frame while scrolling from end to end, p95', ...beside('scroll', p95) }),
      {
        ...{
          name: `P9 frames that ${taken.many.scroll.length} steps of scrolling took`,
          value: frames('many'),
          unit: 'frames',
          goal: 2,
          runs,
        },
        ...{ reference: 'a blank page', referenceValue: frames('blank'), ratio: frames('many') / frames('blank') },
      },
      // The median of the runs: where the machine stands still for a moment, every step of that moment is late, whatever is scrolled.
      {
        ...{ name: 'P9 frames dropped in one scroll, and one, p50', value: droppedOnce('many'), unit: 'frames', goal: 2, runs },
        ...{ reference: 'a blank page', referenceValue: droppedOnce('blank'), ratio: droppedOnce('many') / droppedOnce('blank') },
      },
    ]
  })
}

const newTaken = () => ({ open: [], add: [], scroll: [], dropped: [] })

function keepScroll(taken, sample) {
  taken.scroll.push(...sample)
  taken.dropped.push(dropped(sample))
}

/** Frames that the screen would have shown and did not get. */
const dropped = (sample) => sample.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0)

/** A context whose first window is a new one: each board has its own. */
async function withPage(context) {
  const page = await context.newPage()
  return { pages: () => [page] }
}

/** From the key for feedback until so many items are painted, with slides before it; in ms. */
async function openBoard(page, count) {
  await page.keyboard.press('2')
  await page.locator('[role=list][aria-label=Feedback]').waitFor({ state: 'detached' })
  await page.waitForTimeout(REST_MS)
  await page.evaluate((wanted) => window.expectItems(wanted), count)
  await page.keyboard.press('1')
  return page.evaluate(() => window.itemsPainted)
}

/** From Enter in the line for new feedback until the item is painted; in ms. */
async function addItem(page, text) {
  await page.keyboard.press('r')
  await page.keyboard.type(text)
  await page.waitForTimeout(REST_MS)
  await page.evaluate(() => window.expectItems(window.itemCount() + 1))
  await page.keyboard.press('Enter')
  const ms = await page.evaluate(() => window.itemsPainted)
  await page.keyboard.press('Escape')
  return ms
}

/** Runs in every page. */
function watchBoard() {
  let pressedAt = 0
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true })
  const list = () => document.querySelector('[role=list][aria-label=Feedback]')
  window.itemCount = () => list()?.querySelectorAll('li[data-jump]').length ?? 0
  window.boardSize = () => ({ height: list().scrollHeight, room: list().clientHeight })
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      }),
    )
  window.expectItems = (count) => {
    window.itemsPainted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${window.itemCount()} of ${count} items were shown`)), 60_000)
      const look = async () => {
        if (window.itemCount() < count) return
        observer.disconnect()
        resolve((await painted()) - pressedAt)
      }
      const observer = new MutationObserver(() => void look())
      observer.observe(document, { subtree: true, childList: true })
    })
  }
  window.fillBoard = ({ height, room }) => {
    Object.assign(list().style, { height: `${room}px`, overflow: 'auto', margin: 0 })
    const filling = document.createElement('div')
    filling.style.height = `${height}px`
    list().replaceChildren(filling)
  }
  /** From the beginning to the end in even steps; answers how long the frame of each took, in ms. */
  window.scrollBoard = async (step) => {
    const box = list()
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    box.scrollTop = 0
    for (let at = 0; at < 10; at++) await frame()
    const took = []
    let before = await frame()
    for (let top = step; top < box.scrollHeight - box.clientHeight; top += step) {
      box.scrollTop = top
      const now = await frame()
      took.push(now - before)
      before = now
    }
    return took
  }
}
