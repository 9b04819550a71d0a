import { expect, test, vi } from 'vitest'
import { createLeases } from '../../../electron/host/leases'
import { unwrap } from '../../../shared/result'
import { createWriter, REVIEW } from '../helpers/commits'
import { testHost } from '../helpers/test-host'

test('[HST4] the first to open or append writes, the second reads, and taking over turns it round', async () => {
  const { call, events } = await testHost()
  const writer = createWriter()
  const append = (clientId: string) =>
    call('review:append', { reviewId: REVIEW, clientId, create: true, commits: [writer.next(clientId)] })
  expect((await append('a')).ok).toBe(true)
  const opened = unwrap(await call('review:open', { reviewId: REVIEW, clientId: 'b', have: [] }))
  expect(opened.lease).toMatchObject({ mine: false, since: expect.any(Number) as number })
  expect(await append('b')).toMatchObject({ ok: false, error: { kind: 'leased' } })
  expect(unwrap(await call('review:lease', { reviewId: REVIEW, clientId: 'b', act: 'take-over' })).mine).toBe(true)
  expect(await append('a')).toMatchObject({ ok: false, error: { kind: 'leased' } })
  expect((await append('b')).ok).toBe(true)
  expect(unwrap(await call('review:lease', { reviewId: REVIEW, clientId: 'b', act: 'release' }))).toEqual({
    mine: false,
    since: null,
  })
  expect((await append('a')).ok).toBe(true)
  const holders = events.filter(({ type }) => type === 'lease:changed')
  expect(holders.map((event) => 'holder' in event && event.holder)).toEqual(['a', 'b', null, 'a'])
})

function leases() {
  vi.useFakeTimers()
  const changes: (string | null)[] = []
  const all = createLeases({ now: () => 5, onChange: (_id, holder) => changes.push(holder) })
  return { all, changes }
}

test('[HST4] who vanishes keeps the lease for ten seconds, who leaves frees it at once', () => {
  const { all, changes } = leases()
  all.connected('a')
  all.claim('r', 'a')
  all.disconnected('a', false)
  vi.advanceTimersByTime(9_900)
  all.connected('a')
  vi.advanceTimersByTime(60_000)
  expect(all.claim('r', 'b').mine).toBe(false)
  all.disconnected('a', false)
  vi.advanceTimersByTime(10_000)
  expect(changes).toEqual(['a', null])
  all.connected('b')
  all.claim('r', 'b')
  all.disconnected('b', true)
  expect(changes).toEqual(['a', null, 'b', null])
})

test('[HST4] a reconnecting client with two sockets loses nothing when the old one closes, and one without a socket holds on by acting', () => {
  const { all, changes } = leases()
  all.connected('a')
  all.claim('r', 'a')
  all.connected('a')
  all.disconnected('a', true)
  vi.advanceTimersByTime(60_000)
  expect(changes).toEqual(['a'])
  all.claim('s', 'silent')
  vi.advanceTimersByTime(9_000)
  all.claim('s', 'silent')
  vi.advanceTimersByTime(9_000)
  expect(changes).toEqual(['a', 'silent'])
  vi.advanceTimersByTime(1_000)
  expect(changes).toEqual(['a', 'silent', null])
})
