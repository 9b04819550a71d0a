import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive, verifyArchive } from '../../../../electron/host/archive/open-archive'
import { saveArchive, saveMinutes } from '../../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import type { JobTable, Jobs } from '../../../../electron/host/jobs/job'
import type { Commit, DocId } from '../../../../shared/record/commit'
import { unwrap } from '../../../../shared/result'
import { fullReview } from '../../../helpers/full-review'
import { paragraph } from '../../../helpers/review-maker'
import { storeBytes } from '../../helpers/bundles'
import { plainSetter } from '../../helpers/paper-setters'
import { tempFolder } from '../../helpers/temp-folder'
import { testHost } from '../../helpers/test-host'

const files = nodeFileSystem()
const table: JobTable = {
  saveArchive: (input, tools) => saveArchive(files, input, tools, plainSetter),
  saveMinutes: (input, tools) => saveMinutes(files, input, tools, plainSetter),
  openArchive: (input, tools) => openArchive(files, input, tools),
  verifyArchive,
}
const jobs: Jobs = { run: (name, input, tools) => table[name](input as never, tools) as never }

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
  expect(new Set([one, two, three].map(({ delivery }) => delivery.path)).size).toBe(3)
  expect(two.delivery.sha512).toBe(one.delivery.sha512)
  expect(three.delivery.sha512).toBe(one.delivery.sha512)
})
