import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Delivery, HostError, HostEvent } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import type { DataFolder } from '../files/data-folder'
import type { FileSystem } from '../files/file-system'
import type { DeliverOutput, Jobs, NamedFile } from '../jobs/job'
import { openDeliveryList } from './delivery-list'
import { writeLabel } from './label'

export interface DeliveriesOptions {
  readonly files: FileSystem
  readonly folder: DataFolder
  readonly jobs: Jobs
  readonly version: string
  readonly now: () => number
  readonly emit: (event: HostEvent) => void
  /** Pauses before a failed one is tried again, in ms; the last one repeats. */
  readonly pausesMs?: readonly number[]
  /** How long a drive may be silent before a delivery counts as failed, in ms; doubled with each attempt, eightfold at most. */
  readonly stallMs?: number
}

/** What was saved on this computer, to be delivered. */
export type Saved = Pick<Delivery, 'id' | 'reviewId' | 'title' | 'kind' | 'folder'> & { readonly files: readonly NamedFile[] }

/** DLV1: what was saved goes to its folder by itself, over restarts, until it is there or given up. */
export interface Deliveries {
  list(): Delivery[]
  /** What the list was found to be at this start, in words; '' when it was well. */
  readonly notice: string
  /** A new id, and the empty folder in which its files are to be saved. @throws where there can be none */
  newBox(): Promise<{ id: string; box: string }>
  dropBox(id: string): Promise<void>
  /** Queues what lies in its box; answers when that is on the disk. */
  add(saved: Saved): Promise<Result<Delivery, HostError>>
  /** Remembers what went straight to its folder. */
  addDelivered(saved: Omit<Saved, 'id'>): Promise<Delivery>
  /** DLV9: runs what writes straight into a folder, under a mark that its part files carry; what stays of them is taken away later (DLV14). */
  straight<Value>(folder: string, write: (mark: string) => Promise<Value>): Promise<Value>
  act(id: string, act: 'retry' | 'cancel'): Promise<Result<Record<string, never>, HostError>>
  /** DLV15: sha512 of what was delivered there last, null when nothing was. */
  deliveredAt(path: string): string | null
  /** A delivered file was read back again. */
  verified(path: string, at: number): Promise<void>
  /** Stops what is under way; waits for no drive. */
  close(): Promise<void>
}

const MARK_BYTES = 8
/** What part files of a delivery carry. */
const markOf = (id: string): string => id.slice(0, 2 * MARK_BYTES)
/** Stands for the id of a delivery where part files are only taken away. */
const TIDYING = ''

const PAUSES_MS = [5_000, 15_000, 60_000, 300_000, 600_000]
/** The same for what goes straight to its folder. */
export const STALL_MS = 60_000

export async function openDeliveries(options: DeliveriesOptions): Promise<Deliveries> {
  const { files, folder, jobs, version, now, emit, pausesMs = PAUSES_MS, stallMs = STALL_MS } = options
  const list = await openDeliveryList(files, folder.deliveries, folder.outbox)
  const boxOf = (id: string): string => join(folder.outbox, id)
  /** One at a time for each folder, so that one that hangs holds up no other. */
  const running = new Map<string, { id: string; controller: AbortController; done: Promise<void> }>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const attempts = new Map<string, number>()
  /** Marks of what goes straight to its folder just now: its part files are not left over. */
  const inUse = new Set<string>()
  /** Marks looked for in this run; one not found because its drive is away is looked for with the next delivery there, or at the next start. */
  const lookedFor = new Set<string>()
  let isClosed = false

  const dropBox = (id: string): Promise<void> => files.remove(boxOf(id)).catch(() => undefined)

  function update(id: string, patch: Partial<Delivery>): void {
    list.change((old) => old.map((one) => (one.id === id ? { ...one, ...patch } : one)))
    const delivery = list.find(id)
    if (delivery) emit({ type: 'delivery:changed', delivery })
  }

  /** Starts what waits, the oldest first. */
  function pump(): void {
    if (isClosed) return
    for (const delivery of [...list.all()].reverse()) {
      if (delivery.state !== 'queued') continue
      const under = running.get(delivery.folder)
      if (!under) start(delivery.id, delivery.folder, (signal) => run(delivery, signal))
      else if (under.id === TIDYING) under.controller.abort()
    }
    for (const { folder: to } of list.left()) {
      const marks = leftIn(to).filter((mark) => !lookedFor.has(mark))
      if (marks.length > 0 && !running.has(to)) start(TIDYING, to, (signal) => tidy(to, marks, signal))
    }
  }

  function start(id: string, to: string, act: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController()
    const done = act(controller.signal).finally(() => {
      running.delete(to)
      pump()
    })
    running.set(to, { id, controller, done })
  }

  /** DLV14: what may lie half in a folder and is not being written. */
  function leftIn(to: string): string[] {
    return list.left().flatMap((one) => (one.folder === to && !inUse.has(one.mark) ? [one.mark] : []))
  }

  /** A delivery of nothing takes away what others left. */
  async function tidy(to: string, marks: readonly string[], signal: AbortSignal): Promise<void> {
    marks.forEach((mark) => lookedFor.add(mark))
    const input = { mark: '', marks, from: '', folder: to, files: [], earlier: {}, version }
    const result = await jobs.run('deliver', input, { signal, stallMs, onProgress: () => undefined }).catch(() => null)
    if (!result?.ok) return
    tidied(to, marks, result.value)
    await list.store()
  }

  function tidied(to: string, marks: readonly string[], { left = [] }: DeliverOutput): void {
    const isGone = (mark: string): boolean => marks.includes(mark) && !left.includes(mark)
    list.changeLeft((old) => old.filter((one) => one.folder !== to || !isGone(one.mark)))
  }

  async function run({ id, folder: to, files: named, reviewId, savedAt }: Delivery, signal: AbortSignal): Promise<void> {
    const attempt = (attempts.get(id) ?? 0) + 1
    attempts.set(id, attempt)
    update(id, { state: 'copying', done: 0, problem: null })
    const earlier = earlierIn({ folder: to, reviewId, savedAt })
    const left = leftIn(to)
    const marks = [...list.all().flatMap((one) => (one.folder === to ? [markOf(one.id)] : [])), ...left]
    const input = { mark: markOf(id), marks, from: boxOf(id), folder: to, files: named, earlier, version }
    const result = await jobs
      .run('deliver', input, {
        signal,
        stallMs: stallMs * Math.min(8, 2 ** (attempt - 1)),
        onProgress(step, bytes) {
          if (!signal.aborted) update(id, { state: step === 'Reading back' ? 'reading-back' : 'copying', done: bytes })
        },
      })
      .catch((): Result<DeliverOutput, HostError> => fail({ kind: 'failed', message: 'the delivery ended early' }))
    if (result.ok) {
      tidied(to, left, result.value)
      await delivered(id, result.value.names)
    } else if (!signal.aborted) failed(id, result.error, attempt)
  }

  /** DLV3: what we left there last for this review, by name. */
  function earlierIn({
    folder: to,
    reviewId,
    savedAt,
  }: Pick<Delivery, 'folder' | 'reviewId' | 'savedAt'>): Record<string, string> {
    const before = list
      .all()
      .filter((one) => one.state === 'delivered' && one.folder === to && one.reviewId === reviewId && one.savedAt < savedAt)
    return Object.fromEntries(before.reverse().flatMap((one) => one.files.map((file) => [file.as ?? file.name, file.sha512])))
  }

  async function delivered(id: string, names: readonly string[]): Promise<void> {
    const delivery = list.find(id)
    if (!delivery) return
    const placed = delivery.files.map((file, at) => ({ ...file, as: names[at] ?? file.name }))
    const total = delivery.files.reduce((sum, { bytes }) => sum + bytes, 0)
    update(id, { state: 'delivered', files: placed, done: total, verifiedAt: now(), problem: null })
    // DLV8: what cannot be remembered as delivered keeps its copy here, and is found there after the next start.
    if ((await list.store()).ok) await dropBox(id)
  }

  function failed(id: string, { kind, message }: HostError, attempt: number): void {
    const pause = pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? 0
    const isHopeless = kind === 'altered'
    const triedAt = now()
    const nextTryAt = isHopeless ? null : triedAt + pause
    update(id, { state: 'failed', done: 0, problem: { kind, message, triedAt, nextTryAt } })
    if (isHopeless || isClosed) return
    const timer = setTimeout(() => requeue(id), pause)
    timer.unref()
    timers.set(id, timer)
  }

  function requeue(id: string): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
    if (list.find(id)?.state !== 'failed') return
    update(id, { state: 'queued', problem: null })
    pump()
  }

  async function removeLeftOver(): Promise<void> {
    if (list.wasDamaged) return
    for (const name of await files.list(folder.outbox).catch(() => []))
      if (!list.find(name) || list.find(name)?.state === 'delivered') await dropBox(name)
  }

  /** The newest that lies there. */
  function placedAt(path: string): { readonly id: string; readonly sha512: string } | undefined {
    for (const { id, folder: to, files: named } of list.all())
      for (const { as, sha512 } of named) if (as !== null && join(to, as) === path) return { id, sha512 }
    return undefined
  }

  if (list.notice !== '') await list.store()
  await removeLeftOver()
  setImmediate(pump)

  return {
    list: () => [...list.all()],
    notice: list.notice,
    async newBox() {
      // FIL9: what lies in a box that no list names would be lost sight of.
      if (list.problem) throw new Error(list.problem.message)
      const id = randomBytes(16).toString('hex')
      await files.makeFolder(boxOf(id))
      return { id, box: boxOf(id) }
    },
    dropBox,
    async add(saved) {
      const delivery = newDelivery(saved, now())
      const labelled = await writeLabel(files, boxOf(delivery.id), delivery)
      if (!labelled.ok) return labelled
      list.change((old) => [delivery, ...old])
      const stored = await list.store()
      if (!stored.ok) {
        list.change((old) => old.filter(({ id }) => id !== delivery.id))
        return stored
      }
      emit({ type: 'delivery:changed', delivery })
      // Somebody is there and wants it delivered: what waits for the same folder goes first, so that the newest comes last.
      for (const one of list.all()) if (one.folder === delivery.folder && one.state === 'failed') requeue(one.id)
      pump()
      return ok(delivery)
    },
    async addDelivered(saved) {
      const delivery = newDelivery({ ...saved, id: randomBytes(16).toString('hex') }, now())
      const placed: Delivery = {
        ...delivery,
        state: 'delivered',
        files: delivery.files.map((file) => ({ ...file, as: file.name })),
        done: saved.files.reduce((sum, { bytes }) => sum + bytes, 0),
        verifiedAt: now(),
      }
      list.change((old) => [placed, ...old])
      await list.store()
      emit({ type: 'delivery:changed', delivery: placed })
      return placed
    },
    async act(id, act) {
      const delivery = list.find(id)
      if (!delivery) return fail({ kind: 'not-found', message: 'there is no such delivery' })
      if (act === 'retry') {
        attempts.delete(id)
        requeue(id)
        return ok({})
      }
      if (delivery.state === 'delivered') return ok({})
      clearTimeout(timers.get(id))
      const under = running.get(delivery.folder)
      if (under?.id === id) {
        under.controller.abort()
        await under.done
      }
      if (list.find(id)?.state === 'delivered') return ok({})
      list.change((old) => old.filter((one) => one.id !== id))
      const mark = markOf(id)
      list.changeLeft((old) => [...old, { folder: delivery.folder, mark }])
      const stored = await list.store()
      if (!stored.ok) {
        list.changeLeft((old) => old.filter((one) => one.mark !== mark))
        // DLV12: it would be back after the next start.
        list.change((old) => [{ ...delivery, state: 'failed' }, ...old])
        requeue(id)
        return stored
      }
      emit({ type: 'delivery:changed', delivery: { ...delivery, state: 'cancelled', problem: null } })
      await dropBox(id)
      pump()
      return ok({})
    },
    async straight(to, write) {
      const mark = randomBytes(MARK_BYTES).toString('hex')
      inUse.add(mark)
      list.changeLeft((old) => [...old, { folder: to, mark }])
      // On a full disk this run at least knows of it.
      await list.store()
      try {
        return await write(mark)
      } finally {
        inUse.delete(mark)
        pump()
      }
    },
    deliveredAt: (path) => placedAt(path)?.sha512 ?? null,
    async verified(path, at) {
      const placed = placedAt(path)
      if (!placed) return
      update(placed.id, { verifiedAt: at })
      await list.store()
    },
    async close() {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
      for (const { controller } of running.values()) controller.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

function newDelivery({ files, ...saved }: Saved, savedAt: number): Delivery {
  return {
    ...saved,
    files: files.map(({ name, bytes, sha512 }) => ({ name, bytes, sha512, as: null })),
    state: 'queued',
    done: 0,
    savedAt,
    verifiedAt: null,
    problem: null,
  }
}
