import { join } from 'node:path'
import { z } from 'zod'
import { type Delivery, deliverySchema, type HostError } from '../../../shared/host-contract'
import type { Result } from '../../../shared/result'
import type { FileSystem } from '../files/file-system'
import { readJson } from '../files/read-json'
import { writeSafely } from '../files/safe-write'

const labelSchema = z.object({ version: z.literal(1), delivery: deliverySchema })

const labelIn = (box: string): string => join(box, 'delivery.json')

/** DLV13: lays into a box what is in it and where it goes, so that the list can be made again. */
export function writeLabel(files: FileSystem, box: string, delivery: Delivery): Promise<Result<unknown, HostError>> {
  const text = `${JSON.stringify({ version: 1, delivery } satisfies z.input<typeof labelSchema>, null, 2)}\n`
  return writeSafely(files, labelIn(box), () => [new TextEncoder().encode(text)], { patienceMs: 2_000 })
}

/** What the labels of all boxes say, and how many boxes say nothing that can be understood. @throws errors of the system */
export async function readLabels(
  files: FileSystem,
  outbox: string,
): Promise<{ readonly found: readonly Delivery[]; readonly unknown: number }> {
  const found: Delivery[] = []
  let unknown = 0
  for (const name of await files.list(outbox)) {
    const label = await readJson(files, labelIn(join(outbox, name)), labelSchema)
    if (typeof label === 'object' && label.value.delivery.id === name) found.push(label.value.delivery)
    else unknown++
  }
  return { found, unknown }
}
