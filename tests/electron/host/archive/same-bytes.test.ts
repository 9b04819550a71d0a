import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { saveArchive, saveMinutes } from '../../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import type { Jobs, NearJobs } from '../../../../electron/host/jobs/job'
import type { Commit, DocId } from '../../../../shared/record/commit'
import { unwrap } from '../../../../shared/result'
import { fullReview } from '../../../helpers/full-review'
import { paragraph } from '../../../helpers/review-maker'
import { storeBytes } from '../../helpers/bundles'
import { inlineJobs } from '../../helpers/deliveries'
import { plainSetter } from '../../helpers/paper-setters'
import { tempFolder } from '../../helpers/temp-folder'
import { testHost } from '../../helpers/test-host'

const files = nodeFileSystem()
const table: NearJobs = {
  saveArchive: (input, tools) => saveArchive(files, input, tools, plainSetter),
  saveMinutes: (input, tools) => saveMinutes(files, input, tools, plainSetter),
  openArchive: (input, tools) => openArchive(files, input, tools),
}
const couriers = inlineJobs(files)
const jobs: Jobs = {
  run: (name, input, tools) =>
    (name in table ? table[name as keyof NearJobs](input as never, tools) : couriers.run(name, input, tools)) as never,
}

test('[ARC3] saved twice, and a third time by a new host that read the review from its journal, a bundle is the same bytes', async () => {
  const root = join(tempFolder(), 'data')
  const share = join(tempFolder(), 'share')
  mkdirSync(share)
  const first = await testHost({ root, jobs })
  const { review, materials, ids } = fullReview()
  materials.forEach((bytes) => storeBytes(first.folder.materials, bytes))
  const { reviewId = '' } = review.state().record.review['review'] ?? {}

  // The journal gets the review as the session sends it: the start, then change by change.
  const commits: Commit[] = [{ id: 'start', reviewId, at: 1, parts: review.parts(), log: [...review.log] }]
  for (const [docId, doc] of Object.entries(review.docs))
    doc.on('update', (update: Uint8Array) => {
      const log = review.log.slice(commits.reduce((sum, commit) => sum + commit.log.length, 0))
      commits.push({ id: `c${commits.length}`, reviewId, at: 2, parts: [{ docId: docId as DocId, update }], log })
    })
  review.act('editItem', { itemId: ids.item, title: 'Another title' })
  review.act('addAction', { what: 'Ask the network operator', source: { kind: 'review', id: null } })
  review.write(ids.item, paragraph('The last word.', Date.UTC(2026, 10, 24, 11)))
  review.act('addAction', { what: 'Tell everybody', source: { kind: 'review', id: null } })
  review.write(ids.item, paragraph('The very last.'))
  expect(commits.length).toBeGreaterThan(5)
  unwrap(await first.call('review:append', { reviewId, clientId: 'me', create: true, commits }))

  const save = { reviewId, folder: share, withDesk: true, beside: false }
  const live = { parts: review.parts(), log: review.log }
  const one = unwrap(await first.call('archive:save', { ...save, ...live, jobId: 'one' }))
  const two = unwrap(await first.call('archive:save', { ...save, ...live, jobId: 'two' }))
  await first.host.close()

  const second = await testHost({ root, jobs })
  const { parts, log } = unwrap(await second.call('review:open', { reviewId, clientId: 'other', have: [] }))
  const three = unwrap(await second.call('archive:save', { ...save, parts, log, jobId: 'three' }))
  const saved = [one, two, three].map(({ delivery }) => delivery)
  expect(new Set(saved.map(({ id }) => id)).size).toBe(3)
  expect(new Set(saved.map((delivery) => delivery.files[0]?.sha512)).size).toBe(1)
  // The same bytes again are there already.
  const states = async () => unwrap(await second.call('delivery:list', {})).deliveries.map(({ state }) => state)
  await expect.poll(states, { timeout: 10_000 }).toEqual(['delivered', 'delivered', 'delivered'])
  expect(readdirSync(share).filter((each) => each.endsWith('.zip'))).toHaveLength(1)
})
