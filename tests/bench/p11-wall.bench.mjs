import { join } from 'node:path'
import { openBrowser, serve } from './helpers/browser.mjs'
import { openCockpit, openWall, popup } from './helpers/cockpit.mjs'
import { p95, rowOf } from './helpers/figures.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

/** A verb that changes the time, and two that change the picture. */
const KEYS = 'evievievievi'
/** As uneven as people. The clock's own second must not be hit every time. */
const gaps = [70, 140, 30, 190, 110]

/** P11: a key in the cockpit until the wall paints what it changed, beside two pages that do nothing but that. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longItem } = await load('tests/bench/helpers/long-item.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const review = longItem(10)
    await giveReview(host, review.reviewId, review.commits)
    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    await context.addInitScript(noteKeys)

    const cockpit = await openCockpit(context, host, review.reviewId)
    const wall = await openWall(context, cockpit)
    await wall.getByRole('timer').waitFor()

    await serve(context, `${host.origin}/bench/sender`, `(${String(sender)})()`)
    await serve(context, `${host.origin}/bench/receiver`, `(${String(receiver)})()`, '<p id="shown"></p>')
    const sending = await context.newPage()
    await sending.goto(`${host.origin}/bench/sender`)
    const receiving = await popup(context, () => sending.evaluate(openReceiver))
    await receiving.locator('#shown').waitFor({ state: 'attached' })

    for (const page of [wall, receiving]) await page.evaluate(noteFrames)

    const taken = { app: [], bare: [] }
    const pairs = { app: [cockpit, wall], bare: [sending, receiving] }
    for (const [from, to] of Object.values(pairs)) await press(from, to)
    const rounds = runs * 2
    for (let round = 0; round < rounds; round++) {
      log(`cockpit to wall, round ${round + 1} of ${rounds}`)
      for (const [name, [from, to]] of Object.entries(pairs)) taken[name].push(...(await press(from, to)))
    }
    const measured = { name: "P11 cockpit key to the wall's paint, p95", sample: taken.app, figure: p95, runs: rounds, goal: 1.5 }
    return [rowOf({ ...measured, reference: 'two bare pages and a channel', referenceSample: taken.bare })]
  })
}

function openReceiver() {
  window.open('/bench/receiver', 'receiver', 'popup,width=1280,height=720')
}

/** Presses every key; answers for each how long it took until the other page's frame was handed over to be painted, in ms. */
async function press(from, to) {
  await from.bringToFront()
  await from.waitForTimeout(500)
  const taken = []
  for (const [at, key] of [...KEYS].entries()) {
    await to.evaluate(() => window.expectFrame())
    await from.keyboard.press(key)
    const painted = await to.evaluate(() => window.frame)
    taken.push(painted - (await from.evaluate(() => window.pressedAt)))
    await from.waitForTimeout(gaps[at % gaps.length])
  }
  return taken
}

/** Runs in every page: notes when a key was pressed, on a clock that pages share. */
function noteKeys() {
  addEventListener('keydown', (event) => (window.pressedAt = performance.timeOrigin + event.timeStamp), { capture: true })
}

/** Runs in the page that shows: notes when it painted what a message changed. Which of the two is seen first is open. */
function noteFrames() {
  let [isHeard, isChanged] = [false, false]
  let resolve = () => undefined
  window.expectFrame = () => {
    isHeard = isChanged = false
    window.frame = new Promise((done, fail) => {
      resolve = done
      setTimeout(() => fail(new Error('the key changed nothing')), 5_000)
    })
  }
  const look = () => {
    if (!isHeard || !isChanged) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      port2.postMessage(null)
    })
  }
  for (const name of ['review-room-wall', 'bench']) {
    new BroadcastChannel(name).addEventListener('message', () => {
      isHeard = true
      look()
    })
  }
  const onChange = () => {
    isChanged = true
    look()
  }
  new MutationObserver(onChange).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}

function sender() {
  const channel = new BroadcastChannel('bench')
  let count = 0
  addEventListener('keydown', ({ key }) => channel.postMessage({ text: `${key} ${count++}` }))
}

function receiver() {
  const shown = document.getElementById('shown')
  new BroadcastChannel('bench').onmessage = ({ data }) => (shown.textContent = data.text)
}
