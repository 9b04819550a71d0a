import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { HostError } from '../../shared/host-contract'
import { ok, type Result } from '../../shared/result'
import { id, instant, shortText } from '../../shared/review/fields'
import { errorCode, UnreadFile } from './files/file-error'
import type { FileSystem } from './files/file-system'
import { createQueue } from './files/queue'
import { readJson } from './files/read-json'
import { patiently, type SafeWriteOptions, writeSafely } from './files/safe-write'
import { generationPath, listGenerations } from './journal/generation'
import { scanFrames } from './journal/frame'
import { reviewFolder } from './journal/journals'

const tombstoneSchema = z.object({
  ...{ id, title: shortText, deletedAt: instant, isPurged: z.boolean() },
  /** Materials of a purged review that may have to go. */
  materials: z.array(z.string()).default([]),
})
export type Tombstone = z.infer<typeof tombstoneSchema>

const bodySchema = z.object({ reviews: z.array(id), tombstones: z.array(tombstoneSchema) })
type Body = z.infer<typeof bodySchema>
const fileSchema = z.object({ format: z.literal(1), sha512: z.string(), body: z.string() })

/** Which reviews exist, and which were deleted. The only place that says so (HST1). */
export interface ReviewIndex {
  reviews(): readonly string[]
  tombstones(): readonly Tombstone[]
  tombstone(reviewId: string): Tombstone | undefined
  has(reviewId: string): boolean
  add(reviewId: string): Promise<Result<void, HostError>>
  bury(tombstone: Tombstone): Promise<Result<void, HostError>>
  restore(reviewId: string): Promise<Result<void, HostError>>
  /** True when the file was damaged or gone and the folders were searched instead. */
  readonly wasRebuilt: boolean
  /** What the file was found to be at this start, in words; '' when it was well. */
  readonly notice: string
}

const writeOptions: SafeWriteOptions = { patienceMs: 2_000 }

/**
 * Reads the index; damaged or gone, it is rebuilt from the one before and from the folders of the reviews.
 * @throws UnreadFile, errors of the system; everything is as it was then (FIL9)
 */
export async function openReviewIndex(files: FileSystem, path: string, reviewsFolder: string): Promise<ReviewIndex> {
  const read = await readBody(files, path)
  const previous = typeof read === 'object' ? read : await readBody(files, previousPath(path))
  let body = typeof read === 'object' ? read : await rebuilt(files, reviewsFolder, typeof previous === 'object' ? previous : null)
  // Read before it is put aside: a start that ends in between finds everything as it was.
  if (read === 'damaged') await putAside(files, path)
  if (previous === 'damaged') await putAside(files, previousPath(path))
  const queue = createQueue()

  /** HST2: the file before stays as it was until the new one is whole; memory follows the disk. */
  function change(edit: (old: Body) => Body): Promise<Result<void, HostError>> {
    return queue.run(async () => {
      const next = edit(body)
      const kept = await writeSafely(files, previousPath(path), () => [encode(body)], writeOptions)
      const written = kept.ok ? await writeSafely(files, path, () => [encode(next)], writeOptions) : kept
      if (!written.ok) return written
      body = next
      return ok(undefined)
    })
  }

  const without = (list: readonly Tombstone[], reviewId: string): Tombstone[] => list.filter((one) => one.id !== reviewId)
  return {
    reviews: () => body.reviews,
    tombstones: () => body.tombstones,
    tombstone: (reviewId) => body.tombstones.find((one) => one.id === reviewId),
    has: (reviewId) => body.reviews.includes(reviewId),
    add: (reviewId) =>
      body.reviews.includes(reviewId)
        ? Promise.resolve(ok(undefined))
        : change((old) => ({ ...old, reviews: [...old.reviews.filter((one) => one !== reviewId), reviewId] })),
    async bury(tombstone) {
      const buried = await change((old) => ({
        reviews: old.reviews.filter((one) => one !== tombstone.id),
        tombstones: [...without(old.tombstones, tombstone.id), tombstone],
      }))
      // Only for the search of the folders: the index has already spoken.
      if (buried.ok) await writeSafely(files, markPath(reviewsFolder, tombstone.id), () => [json(tombstone)], writeOptions)
      return buried
    },
    async restore(reviewId) {
      await files.remove(markPath(reviewsFolder, reviewId))
      return change((old) => ({ reviews: [...old.reviews, reviewId], tombstones: without(old.tombstones, reviewId) }))
    },
    wasRebuilt: typeof read === 'string',
    notice: read === 'damaged' ? damagedWords : '',
  }
}

const damagedWords =
  'The list of reviews was damaged and was made again from the one before and from the reviews themselves; the old one is kept beside it.'

const previousPath = (path: string): string => path.replace(/\.json$/, '.previous.json')
const markPath = (reviewsFolder: string, reviewId: string): string => join(reviewFolder(reviewsFolder, reviewId), 'deleted.json')
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const hash = (text: string): string => createHash('sha512').update(text).digest('hex')

function encode(body: Body): Uint8Array {
  const text = JSON.stringify(body)
  return json({ format: 1, sha512: hash(text), body: text })
}

/** HST11: @throws UnreadFile: what cannot be read just then names deleted reviews that no other file may name */
async function readBody(files: FileSystem, path: string): Promise<Body | 'nothing' | 'damaged'> {
  const read = await readJson(files, path, fileSchema).catch((error: unknown) => {
    throw new UnreadFile(`the list of reviews (${basename(path)})`, error)
  })
  if (typeof read === 'string') return read
  const { sha512, body } = read.value
  try {
    return hash(body) === sha512 ? bodySchema.parse(JSON.parse(body)) : 'damaged'
  } catch {
    return 'damaged'
  }
}

function putAside(files: FileSystem, path: string): Promise<void> {
  return patiently(() => files.rename(path, `${path}.damaged`), writeOptions)
}

/** HST3: what the index before says, and every folder with a journal that no tombstone covers. */
async function rebuilt(files: FileSystem, reviewsFolder: string, previous: Body | null): Promise<Body> {
  const tombstones = new Map((previous?.tombstones ?? []).map((one) => [one.id, one] as const))
  const reviews = new Set(previous?.reviews ?? [])
  for (const name of await files.list(reviewsFolder)) {
    const folder = join(reviewsFolder, name)
    const mark = await readMark(files, join(folder, 'deleted.json'))
    if (mark) tombstones.set(mark.id, mark)
    const found = mark ? null : await reviewIdIn(files, folder)
    if (found === null) continue
    reviews.add(found)
    // Purging leaves no journal: this one came with a bundle since.
    if (tombstones.get(found)?.isPurged) tombstones.delete(found)
  }
  for (const buried of tombstones.keys()) reviews.delete(buried)
  return { reviews: [...reviews], tombstones: [...tombstones.values()] }
}

/** @throws errors of the system but that there is none: a mark that is not seen would bring its review back */
async function readMark(files: FileSystem, path: string): Promise<Tombstone | null> {
  try {
    const read = await readJson(files, path, tombstoneSchema)
    return typeof read === 'object' ? read.value : null
  } catch (error) {
    // A file lies where a review's folder would.
    if (errorCode(error) === 'ENOTDIR') return null
    throw error
  }
}

/** The id a journal was written for: its first readable frame knows it. */
async function reviewIdIn(files: FileSystem, folder: string): Promise<string | null> {
  try {
    for (const generation of (await listGenerations(files, folder)).reverse()) {
      for (const { value } of scanFrames(await files.readFile(generationPath(folder, generation))).frames) {
        if (value) return value.kind === 'snapshot' ? value.reviewId : value.commit.reviewId
      }
    }
  } catch (error) {
    if (!['ENOTDIR', 'ENOENT', 'EIO'].includes(errorCode(error))) throw error
  }
  return null
}
