import { join } from 'node:path'
import { buildPage, openBrowser, serve } from './helpers/browser.mjs'
import { openCockpit, openWall } from './helpers/cockpit.mjs'
import { p95, rowOf } from './helpers/figures.mjs'
import { typeKeys, watchKeys } from './helpers/keys.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

const PARAGRAPHS = 1_000
const TEXT = 'agreed to show it '

/** P1: a key in the minutes of a long item during the meeting, with timer, board and wall live, beside the least an editor on Yjs and the least an editor can be. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longItem } = await load('tests/bench/helpers/long-item.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const review = longItem(PARAGRAPHS)
    await giveReview(host, review.reviewId, review.commits)

    const context = await openBrowser(chromium, join(folder, 'profile'))
    atEnd(() => context.close())
    await watchKeys(context)
    const app = await openItem(context, host, review.reviewId)
    const editor = await openReference(context, root, host, 'prosemirror')
    const bare = await openReference(context, root, host, 'editable')

    const subjects = { app, editor, bare }
    const taken = { app: [], editor: [], bare: [] }
    for (const page of Object.values(subjects)) await typeKeys(page, TEXT)
    const rounds = runs * 2
    for (let round = 0; round < rounds; round++) {
      log(`key to paint, round ${round + 1} of ${rounds}`)
      for (const [name, page] of Object.entries(subjects)) taken[name].push(...(await typeKeys(page, TEXT)))
    }
    const measured = {
      name: 'P1 key to paint, 1,000 paragraphs, timer and wall live, p95',
      sample: taken.app,
      figure: p95,
      runs: rounds,
    }
    return [
      rowOf({ ...measured, reference: 'bare ProseMirror+Yjs', referenceSample: taken.editor, goal: 1.25 }),
      rowOf({ ...measured, reference: 'bare contenteditable', referenceSample: taken.bare, goal: 1.5 }),
    ]
  })
}

/** The caret at the end of the long item; the wall, open beside it, goes on counting. */
async function openItem(context, host, reviewId) {
  const page = await openCockpit(context, host, reviewId)
  const wall = await openWall(context, page)
  await wall.getByRole('timer').waitFor()
  await page.keyboard.press('m')
  await lastParagraph(page).waitFor()
  return page
}

async function openReference(context, root, host, name) {
  const address = `${host.origin}/bench/${name}?paragraphs=${PARAGRAPHS}`
  await serve(context, address, await buildPage(root, name))
  const page = await context.newPage()
  await page.goto(address)
  await lastParagraph(page).waitFor()
  return page
}

const lastParagraph = (page) => page.locator('[contenteditable=true] p').nth(PARAGRAPHS - 1)
