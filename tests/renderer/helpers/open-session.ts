import { IDBFactory } from 'fake-indexeddb'
import { expect, onTestFinished } from 'vitest'
import type { Connection, Host } from '../../../renderer/host'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import {
  createReview,
  openReview,
  openStorage,
  type ReviewStorage,
  type StorageOptions,
} from '../../../renderer/storage/review-storage'
import type { HostEvent } from '../../../shared/host-contract'
import { fail, unwrap } from '../../../shared/result'
import { type Change, create } from '../../../shared/review/change'
import { reviewSchema, SCHEMA_VERSION } from '../../../shared/review/review'
import { testHost, type TestHost } from '../../electron/helpers/test-host'

/** Waits short enough for tests. */
const hurried: StorageOptions['pace'] = {
  typingMs: 10,
  retryMs: 20,
  patienceMs: 1_000,
  hostMs: 500,
  markMs: 10,
  orphanMs: 100,
  idleMs: 10,
}

/** The bridge of one window to a real host, whose connection the test can cut. */
export interface TestBridge extends Host {
  cut(): void
  join(): void
  /** Makes every call fail with this error until it is set to null. */
  failWith(kind: 'disk-full' | 'unreachable' | null): void
  readonly calls: string[]
}

export function bridgeTo({ host, call }: Pick<TestHost, 'host' | 'call'>, clientId = 'profile-1'): TestBridge {
  const events = new Set<(event: HostEvent) => void>()
  const connections = new Set<(state: Connection) => void>()
  const calls: string[] = []
  let failing: 'disk-full' | 'unreachable' | null = null
  let leave = host.connect(clientId, tell)
  let isCut = false
  onTestFinished(() => leave(true))

  function tell(event: HostEvent): void {
    events.forEach((listener) => listener(event))
  }

  return {
    clientId,
    calls,
    async call(name, request) {
      calls.push(name)
      const kind = isCut ? 'unreachable' : name.startsWith('review:') ? failing : null
      return kind ? fail({ kind, message: '' }) : call(name, request)
    },
    onEvent(listener) {
      events.add(listener)
      return () => void events.delete(listener)
    },
    onConnection(listener) {
      connections.add(listener)
      listener(isCut ? 'lost' : 'connected')
      return () => void connections.delete(listener)
    },
    uploadMaterial: () => Promise.resolve(fail({ kind: 'failed', message: 'not here' })),
    stageBundle: () => Promise.resolve(fail({ kind: 'failed', message: 'not here' })),
    materialUrl: (sha512) => `/materials/${sha512}`,
    failWith(kind) {
      failing = kind
    },
    cut() {
      isCut = true
      leave(false)
      connections.forEach((listener) => listener('lost'))
    },
    join() {
      isCut = false
      leave = host.connect(clientId, tell)
      connections.forEach((listener) => listener('connected'))
    },
  }
}

/** Expects it within ten seconds: the machine may be busy. */
export function eventually<Value>(read: () => Value): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: 10_000 })
}

/** A review with a title and nothing else. */
export function plainReview(reviewId: string, fields: Record<string, unknown> = {}): Change[] {
  const review = reviewSchema.parse({
    id: 'review',
    reviewId,
    schemaVersion: SCHEMA_VERSION,
    title: 'Solar forecast',
    kind: 'technical-review',
    createdAt: 1_700_000_000_000,
    ...fields,
  })
  return [create('review', review)]
}

export interface Room {
  readonly test: TestHost
  readonly host: TestBridge
  readonly storage: ReviewStorage
  readonly indexedDB: IDBFactory
  readonly reviewId: string
  /** Opens the review in another window of the same profile, or of what `options` say. */
  open(options?: StorageOptions & { readonly bridge?: TestBridge }): Promise<ReviewSession>
}

/** One browser profile before a real host in a folder of its own, with one review. */
export async function openRoom(changes?: readonly Change[], options: Parameters<typeof testHost>[0] = {}): Promise<Room> {
  const test = await testHost(options)
  const host = bridgeTo(test)
  const indexedDB = new IDBFactory()
  const name = `test-${crypto.randomUUID()}`
  const given = { indexedDB, name, memory: undefined, pace: hurried }
  const storage = await openStorage(host, given)
  onTestFinished(() => storage.db.close())
  const reviewId = unwrap(await createReview(storage, changes ?? plainReview(crypto.randomUUID())))
  return {
    test,
    host,
    storage,
    indexedDB,
    reviewId,
    async open({ bridge = host, ...more } = {}) {
      const own = await openStorage(bridge, { ...given, ...more, pace: { ...hurried, ...more.pace } })
      const session = unwrap(await openReview(own, reviewId))
      onTestFinished(async () => {
        await session.close()
        own.db.close()
      })
      return session
    },
  }
}

/** An open review on a real database and a real host in a temporary folder. */
export async function openSession(changes?: readonly Change[]): Promise<ReviewSession> {
  return (await openRoom(changes)).open()
}
