import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveArchive } from '../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { unwrap } from '../../../shared/result'
import { realSetter } from '../../electron/helpers/real-setter'
import { quietTools, storeBytes } from '../../electron/helpers/bundle-content'
import { emptyReview } from '../../helpers/empty-review'
import { fullReview } from '../../helpers/full-review'
import { heldReview } from '../../helpers/held-review'
import { heavyReview } from '../../helpers/heavy-review'
import { hostileReview, markdownReview } from '../../helpers/hostile-review'
import { makeReview } from '../../helpers/review-maker'

/** The reviews that outside judges look at, by name. */
const reviews = {
  sample: () => ({ review: makeReview(), materials: [] }),
  heavy: heavyReview,
  hostile: hostileReview,
  markdown: markdownReview,
  full: fullReview,
  held: () => ({ review: heldReview(), materials: [] }),
  empty: () => ({ review: emptyReview(), materials: [] }),
}

/** Saves a bundle of the review into `folder` as the app does; answers its path. */
export async function saveBundle(name: string, folder: string): Promise<string> {
  const { review, materials } = reviews[name as keyof typeof reviews]()
  const materialsFolder = mkdtempSync(join(tmpdir(), 'review-room-materials-'))
  try {
    materials.forEach((bytes) => storeBytes(materialsFolder, bytes))
    const reviewId = review.state().record.review['review']?.reviewId ?? ''
    const input = {
      reviewId,
      folder,
      materialsFolder,
      parts: review.parts(),
      log: review.log,
      withDesk: false,
      beside: false,
      version: '1.2.3',
    }
    return unwrap(await saveArchive(nodeFileSystem(), input, quietTools(), realSetter)).path
  } finally {
    rmSync(materialsFolder, { recursive: true })
  }
}
