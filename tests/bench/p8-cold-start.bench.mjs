import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { coldStart } from './helpers/cold-start.mjs'
import { median, rowOf } from './helpers/figures.mjs'
import { giveReview, inPlace, startHost } from './helpers/place.mjs'

/** P8: a new browser on a new profile until the library shows its reviews, beside a blank page. The host is running. */
export async function rows({ runs, chromium, root, load, log }) {
  return inPlace(async (folder, atEnd) => {
    const { longItem } = await load('tests/bench/helpers/long-item.ts')
    const host = await startHost(root, join(folder, 'data'))
    atEnd(host.stop)
    const review = longItem(10)
    await giveReview(host, review.reviewId, review.commits)
    const blank = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<main>Blank</main>'))
    await once(blank.listen(0, '127.0.0.1'), 'listening')
    atEnd(() => blank.close())

    const subjects = {
      library: { url: host.url, words: 'Wärmebedarfsprognose' },
      blank: { url: `http://127.0.0.1:${blank.address().port}/`, words: 'Blank' },
    }
    const starts = { library: [], blank: [] }
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`cold start, round ${round + 1} of ${runs}`)
      for (const [name, { url, words }] of Object.entries(subjects)) {
        const start = await coldStart(chromium, join(folder, `${name}-${round}`), url, words)
        // The first ones read the programs from the disk.
        if (round >= 0) starts[name].push(start)
      }
    }
    const row = (name, part, goal) =>
      rowOf({
        name,
        sample: starts.library.map((start) => start[part]),
        reference: 'a blank page',
        referenceSample: starts.blank.map((start) => start[part]),
        figure: median,
        runs,
        goal,
      })
    return [
      row('P8 cold browser to usable library, p50', 'fromSpawn', 2),
      row('P8 of that, the page on a new profile, p50', 'fromAsking'),
    ]
  })
}
