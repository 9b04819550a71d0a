import { createHash } from 'node:crypto'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { applyChanges } from '../../../shared/record/document'
import type { SaveInput } from '../../../electron/host/jobs/job'
import { makeReview } from '../../helpers/review-maker'

const MEBIBYTE = 1024 * 1024

/** The input of a save: a review with one material of so many MiB that no packer makes smaller, and so many of 1 kB, put into the store. */
export async function manyMaterials(
  store: string,
  mebibytes: number,
  small: number,
): Promise<Pick<SaveInput, 'reviewId' | 'parts' | 'log'>> {
  const review = makeReview()
  const files = [await storeLarge(store, mebibytes)]
  for (let at = 0; at < small; at++) files.push(storeSmall(store, at))
  const [shape] = review.act('addMaterial', { name: 'first', mediaType: 'text/csv', ...storeSmall(store, -1) })
  if (!shape) throw new Error('no change')
  // One transaction: as many verbs, each over the whole state, would take hours.
  const changes = files.map((file, at) => ({
    ...shape,
    path: ['materials', `m${at}`] as const,
    after: { ...(shape.after as object), id: `m${at}`, name: `part-${at}.csv`, ...file },
  }))
  applyChanges(review.docs, changes, 'bench')
  return { reviewId: review.state().record.review['review']?.reviewId ?? '', parts: review.parts(), log: review.log }
}

function storeSmall(store: string, at: number): { sha512: string; bytes: number } {
  const bytes = Buffer.from(`hour,load\n${`${at},${at * 7}\n`.repeat(Math.ceil(1024 / `${at},${at * 7}\n`.length))}`)
  const sha512 = createHash('sha512').update(bytes).digest('hex')
  writeFileSync(join(store, sha512), bytes)
  return { sha512, bytes: bytes.length }
}

async function storeLarge(store: string, mebibytes: number): Promise<{ sha512: string; bytes: number }> {
  const chunk = (at: number) => noise(at)
  const hash = createHash('sha512')
  for (let at = 0; at < mebibytes; at++) hash.update(chunk(at))
  const sha512 = hash.digest('hex')
  await pipeline(Readable.from(chunks(mebibytes)), createWriteStream(join(store, sha512)))
  return { sha512, bytes: mebibytes * MEBIBYTE }
}

function* chunks(mebibytes: number): Generator<Buffer> {
  for (let at = 0; at < mebibytes; at++) yield noise(at)
}

/** A MiB that repeats nowhere, the same for the same number. */
function noise(at: number): Buffer {
  return createHash('shake256', { outputLength: MEBIBYTE }).update(`material ${at}`).digest()
}
