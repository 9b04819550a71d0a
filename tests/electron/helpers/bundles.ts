import { lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { saveArchive } from '../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import type { SaveInput, SaveOutput } from '../../../electron/host/jobs/job'
import { unwrap } from '../../../shared/result'
import { plainSetter } from './paper-setters'
import type { MadeReview } from '../../helpers/review-maker'
import { quietTools, storeBytes } from './bundle-content'
import { tempFolder } from './temp-folder'

export { filesOf, quietTools, storeBytes } from './bundle-content'

/** Puts a file into the material store and into the review; answers the material's id. */
export function addMaterial(review: MadeReview, store: string, name: string, bytes: Uint8Array): string {
  const sha512 = storeBytes(store, bytes)
  const changes = review.act('addMaterial', { name, mediaType: 'application/octet-stream', bytes: bytes.length, sha512 })
  return String(changes[0]?.path[1])
}

export interface Place {
  readonly folder: string
  readonly materialsFolder: string
}

export function newPlace(): Place {
  const root = tempFolder()
  const place = { folder: join(root, 'share'), materialsFolder: join(root, 'materials') }
  for (const folder of Object.values(place)) mkdirSync(folder)
  return place
}

/** Everything under a folder: names, and sizes of files. */
export function treeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((item) => join(item.parentPath, item.name))
    .map((path) => `${path} ${lstatSync(path).isFile() ? lstatSync(path).size : ''}`)
    .sort()
}

export async function saveReview(review: MadeReview, place: Place, more: Partial<SaveInput> = {}): Promise<SaveOutput> {
  return unwrap(await saveArchive(nodeFileSystem(), saveInput(review, place, more), quietTools(), plainSetter))
}

export function saveInput(review: MadeReview, place: Place, more: Partial<SaveInput> = {}): SaveInput {
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  return { reviewId, parts: review.parts(), log: review.log, withDesk: false, beside: false, version: '1.2.3', ...place, ...more }
}
