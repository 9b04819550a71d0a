import { saveArchive } from '../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { unwrap } from '../../../shared/result'
import { quietTools, storeBytes } from '../../electron/helpers/bundle-content'
import { plainSetter } from '../../electron/helpers/paper-setters'
import { heavyReview } from '../../helpers/heavy-review'
import { tempFolder } from './app'

/** A bundle of the review that holds much; answers its path. */
export async function heavyBundle(): Promise<string> {
  const { review, materials } = heavyReview()
  const place = { folder: tempFolder('bundle'), materialsFolder: tempFolder('store') }
  materials.forEach((bytes) => storeBytes(place.materialsFolder, bytes))
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  const input = { reviewId, parts: review.parts(), log: review.log, withDesk: true, beside: false, version: '0.0.0', ...place }
  return unwrap(await saveArchive(nodeFileSystem(), input, quietTools(), plainSetter)).path
}
