import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { deliver } from '../../../electron/host/deliveries/deliver'
import { type Deliveries, type DeliveriesOptions, openDeliveries } from '../../../electron/host/deliveries/deliveries'
import { type DataFolder, prepareDataFolder } from '../../../electron/host/files/data-folder'
import { type FileSystem, nodeFileSystem } from '../../../electron/host/files/file-system'
import type { DeliverInput, Jobs, NamedFile } from '../../../electron/host/jobs/job'
import type { Delivery, HostEvent } from '../../../shared/host-contract'
import { fail, unwrap } from '../../../shared/result'
import { tempFolder } from './temp-folder'

export const NOW = Date.parse('2026-11-24T10:00:00Z')

/** Goes on over restarts, as clocks do. */
let clock = NOW

export function named(name: string, content: string): NamedFile {
  const bytes = Buffer.from(content)
  return { name, bytes: bytes.length, sha512: createHash('sha512').update(bytes).digest('hex') }
}

export interface Share {
  readonly folder: DataFolder
  readonly share: string
  /** Everything in the share by name; receipts as what they say. */
  found(): Record<string, unknown>
}

export async function newShare(): Promise<Share> {
  const root = tempFolder()
  const share = join(root, 'share')
  mkdirSync(share)
  return {
    folder: unwrap(await prepareDataFolder(nodeFileSystem(), join(root, 'data'))),
    share,
    found: () =>
      Object.fromEntries(
        readdirSync(share)
          .sort()
          .map((name) => {
            const text = readFileSync(join(share, name), 'utf8')
            return [name, name.endsWith('.receipt.json') ? (JSON.parse(text) as unknown) : text]
          }),
      ),
  }
}

/** What lies beside a file that holds `content`. */
export function receiptOf(name: string, content: string): object {
  return { ...named(name, content), readBackAt: new Date(NOW).toISOString(), program: 'Review Room', version: '1.2.3' }
}

/** Delivers in this very process, on these files; `gaveUp` is what ends a call that never returns. */
export function inlineJobs(files: FileSystem, gaveUp: () => Promise<void> = () => new Promise(() => undefined)): Jobs {
  return {
    run: (name, input, tools) => {
      if (name !== 'deliver') return Promise.resolve(fail({ kind: 'failed', message: 'not here' }) as never)
      const plain = JSON.parse(JSON.stringify(input)) as DeliverInput
      const silent = gaveUp().then(() => fail({ kind: 'not-found', message: 'the drive does not answer' } as const))
      const cancelled = new Promise((resolve) =>
        tools.signal.addEventListener('abort', () => setTimeout(resolve, 50, fail({ kind: 'cancelled', message: '' }))),
      )
      const done = deliver(files, plain, tools, { now: () => NOW, patienceMs: 0 })
      return Promise.race([done, silent, cancelled]) as never
    },
  }
}

export interface Queue extends Deliveries {
  readonly events: HostEvent[]
  /** Saves one file here and queues it. */
  save(name: string, content: string, more?: { readonly reviewId?: string; readonly to?: string }): Promise<Delivery>
  /** Waits until this one is delivered or has failed. */
  settled(id: string): Promise<Delivery>
}

/** A queue over the folder; nothing is tried again by itself unless `pausesMs` say so. */
export async function queueOver(
  { folder, share }: Share,
  files: FileSystem = nodeFileSystem(),
  more: Partial<DeliveriesOptions> = {},
): Promise<Queue> {
  const events: HostEvent[] = []
  const emit = (event: HostEvent): void => void events.push(event)
  const options = { files, folder, version: '1.2.3', now: () => clock++, emit, pausesMs: [1e8], jobs: inlineJobs(files), ...more }
  const queue = await openDeliveries(options)
  // A queue over files that hang does not end.
  onTestFinished(() => Promise.race([queue.close(), new Promise<void>((resolve) => setTimeout(resolve, 200))]))
  return {
    ...queue,
    events,
    async save(name, content, { reviewId = 'r', to = share } = {}) {
      const { id, box } = await queue.newBox()
      writeFileSync(join(box, name), content)
      return unwrap(await queue.add({ id, reviewId, title: 'Solar', kind: 'bundle', folder: to, files: [named(name, content)] }))
    },
    async settled(id) {
      for (;;) {
        const found = queue.list().find((one) => one.id === id)
        if (!found) throw new Error('there is no such delivery')
        if (found.state === 'delivered' || found.state === 'failed') return found
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    },
  }
}
