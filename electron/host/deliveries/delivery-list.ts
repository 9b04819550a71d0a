import { z } from 'zod'
import { type Delivery, deliverySchema, type HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { createQueue } from '../files/queue'
import { readJson } from '../files/read-json'
import { writeSafely } from '../files/safe-write'
import { readLabels } from './label'

/** Delivered ones that are remembered. */
const MOST_DELIVERED = 1_000

/** Marks of part files that are remembered. */
const MOST_LEFT = 500

const leftSchema = z.object({ folder: z.string(), mark: z.string() })
/** DLV14: what part files carry that may lie half in a folder. */
export type Left = z.infer<typeof leftSchema>

const listSchema = z.object({
  version: z.literal(1),
  deliveries: z.array(deliverySchema),
  left: z.array(leftSchema).default([]),
})

/** The one list of what was saved, the newest first, in memory and in one file (DLV1). */
export interface DeliveryList {
  all(): readonly Delivery[]
  find(id: string): Delivery | undefined
  /** Changes the list in memory only: for what a restart finds out again. */
  change(edit: (old: readonly Delivery[]) => readonly Delivery[]): void
  left(): readonly Left[]
  changeLeft(edit: (old: readonly Left[]) => readonly Left[]): void
  /** Writes the list as it is then. */
  store(): Promise<Result<unknown, HostError>>
  /** Whether the file could not be read or understood, now or at an earlier start: then nothing on the disk may be taken for left over. */
  readonly wasDamaged: boolean
  /** FIL9: why the file could not be read; it is left as it is then, and the list is empty and never stored. */
  readonly problem: HostError | null
  /** What is to be told of it, in words, '' when nothing is. */
  readonly notice: string
}

/** `outbox` holds the boxes, from whose labels a list that is damaged or gone is made again (DLV13). */
export async function openDeliveryList(files: FileSystem, path: string, outbox: string): Promise<DeliveryList> {
  const read = await readList(files, path, outbox).catch(unreadList)
  let { deliveries, left } = read
  const queue = createQueue()
  return {
    ...read,
    // The list that is written next knows nothing of what the damaged one named.
    wasDamaged: read.problem !== null || (await isThere(files, damagedOf(path))),
    all: () => deliveries,
    find: (id) => deliveries.find((one) => one.id === id),
    change(edit) {
      let delivered = 0
      deliveries = [...edit(deliveries)]
        .sort((left, right) => right.savedAt - left.savedAt)
        .filter(({ state }) => state !== 'delivered' || ++delivered <= MOST_DELIVERED)
    },
    left: () => left,
    changeLeft(edit) {
      left = edit(left).slice(-MOST_LEFT)
    },
    store: () =>
      queue.run(async () => {
        if (read.problem) return fail(read.problem)
        const text = `${JSON.stringify({ version: 1, deliveries, left }, null, 2)}\n`
        const written = await writeSafely(files, path, () => [new TextEncoder().encode(text)], { patienceMs: 2_000 })
        return written.ok ? ok(null) : written
      }),
  }
}

const damagedOf = (path: string): string => `${path}.damaged`

/** Also when it cannot be told. */
function isThere(files: FileSystem, path: string): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT',
  )
}

interface ReadList extends Pick<DeliveryList, 'problem' | 'notice'> {
  readonly deliveries: readonly Delivery[]
  readonly left: readonly Left[]
}

/** What is not delivered is to be delivered, wherever it was stopped. @throws errors of the system; nothing was changed then */
async function readList(files: FileSystem, path: string, outbox: string): Promise<ReadList> {
  const read = await readJson(files, path, listSchema)
  if (typeof read === 'object')
    return { deliveries: waiting(read.value.deliveries), left: read.value.left, problem: null, notice: '' }
  const { found, unknown } = await readLabels(files, outbox)
  const isDamaged = read === 'damaged'
  // Read before it is put aside: a start that ends in between finds everything as it was.
  if (isDamaged) await files.rename(path, damagedOf(path))
  const notice = isDamaged || found.length > 0 ? rebuiltWords(found.length, isDamaged ? unknown : 0) : ''
  return { deliveries: waiting(found), left: [], problem: null, notice }
}

function waiting(deliveries: readonly Delivery[]): Delivery[] {
  return deliveries
    .map((one): Delivery => (one.state === 'delivered' ? one : { ...one, state: 'queued', done: 0, problem: null }))
    .sort((left, right) => right.savedAt - left.savedAt)
}

function rebuiltWords(found: number, unknown: number): string {
  const again = found === 0 ? 'Nothing was waiting in it' : `What was waiting in it (${found}) goes to its folder again`
  const left = unknown === 0 ? '' : ` ${unknown} in the data folder's outbox could not be understood; they are kept there.`
  return `The list of deliveries was damaged or gone and was made again. ${again}; the history of earlier ones may be missing.${left}`
}

function unreadList(error: unknown): ReadList {
  const problem = fileError(error, 'The list of deliveries could not be read')
  const next =
    'It was left as it is, and nothing is delivered until Review Room is started again; what you save goes straight to its folder.'
  return { deliveries: [], left: [], problem, notice: `${problem.message}. ${next}` }
}
