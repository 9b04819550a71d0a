import { z } from 'zod'
import { type Delivery, deliverySchema, type HostError } from '../../../shared/host-contract'
import { ok, type Result } from '../../../shared/result'
import { errorCode } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { createQueue } from '../files/queue'
import { writeSafely } from '../files/safe-write'

/** Delivered ones that are remembered. */
const MOST_DELIVERED = 1_000

const listSchema = z.object({ version: z.literal(1), deliveries: z.array(deliverySchema) })

/** The one list of what was saved, the newest first, in memory and in one file (DLV1). */
export interface DeliveryList {
  all(): readonly Delivery[]
  find(id: string): Delivery | undefined
  /** Changes the list in memory only: for what a restart finds out again. */
  change(edit: (old: readonly Delivery[]) => readonly Delivery[]): void
  /** Writes the list as it is then. */
  store(): Promise<Result<unknown, HostError>>
  /** Whether the file could not be understood, now or at an earlier start: then nothing on the disk may be taken for left over. */
  readonly wasDamaged: boolean
}

export async function openDeliveryList(files: FileSystem, path: string): Promise<DeliveryList> {
  const read = await readList(files, path)
  // The list that is written next knows nothing of what the damaged one named.
  const wasDamaged = read === null || (await isThere(files, damagedOf(path)))
  let deliveries: readonly Delivery[] = read ?? []
  const queue = createQueue()
  return {
    wasDamaged,
    all: () => deliveries,
    find: (id) => deliveries.find((one) => one.id === id),
    change(edit) {
      let delivered = 0
      deliveries = [...edit(deliveries)]
        .sort((left, right) => right.savedAt - left.savedAt)
        .filter(({ state }) => state !== 'delivered' || ++delivered <= MOST_DELIVERED)
    },
    store: () =>
      queue.run(async () => {
        const text = `${JSON.stringify({ version: 1, deliveries }, null, 2)}\n`
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

/** What is not delivered is to be delivered, wherever it was stopped. Null: not to be understood, and put aside. */
async function readList(files: FileSystem, path: string): Promise<Delivery[] | null> {
  try {
    const { deliveries } = listSchema.parse(JSON.parse(new TextDecoder().decode(await files.readFile(path))))
    return deliveries.map((one) => (one.state === 'delivered' ? one : { ...one, state: 'queued', done: 0, problem: null }))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    await files.rename(path, damagedOf(path)).catch(() => undefined)
    return null
  }
}
