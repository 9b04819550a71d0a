import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ClockChange, watchClock } from '../../../electron/host/clock-watch'
import { testHost } from '../helpers/test-host'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched() {
  const clock = { wall: 1_700_000_000_000, boot: 50_000 }
  const events: ClockChange[] = []
  let id = 0
  const stop = watchClock(
    { wall: () => clock.wall, sinceBoot: () => clock.boot },
    () => `id-${++id}`,
    (event) => events.push(event),
  )
  function pass(ms: number, wallMs = ms): void {
    clock.wall += wallMs
    clock.boot += ms
    vi.advanceTimersByTime(1_000)
  }
  return { clock, events, pass, stop }
}

test('[HST5] a jump of the wall clock is told once with its size; sleep and small corrections are none', () => {
  const { events, pass, stop } = watched()
  for (let second = 0; second < 10; second++) pass(1_000)
  pass(4 * 3_600_000) // sleep: both clocks go on
  pass(1_000, 2_900) // below two seconds
  expect(events).toEqual([])
  pass(1_000, 3_601_000)
  pass(1_000)
  expect(events).toMatchObject([{ type: 'clock:changed', id: 'id-1', deltaMs: 3_601_900, withinMs: 1_000 }])
  pass(1_000, 1_000 - 7_200_000)
  expect(events.map(({ deltaMs }) => deltaMs)).toEqual([3_601_900, -7_200_000])
  stop()
  pass(1_000, 9_000_000)
  expect(events).toHaveLength(2)
})

test('[HST5] slow corrections add up until they count', () => {
  const { events, pass } = watched()
  for (let second = 0; second < 30; second++) pass(1_000, 1_100)
  expect(events).toMatchObject([{ deltaMs: 2_100 }])
})

test('[HST5] a window that was away hears of the change when it is back, one that is new does not', async () => {
  const clock = { wall: 1_700_000_000_000, boot: 1_000 }
  const { host } = await testHost({ clocks: { wall: () => clock.wall, sinceBoot: () => clock.boot } })
  const heard: Record<string, string[]> = { away: [], fresh: [] }
  host.connect('away', ({ type }) => heard['away']?.push(type))(false)
  clock.wall += 60_000
  await vi.advanceTimersByTimeAsync(1_000)
  host.connect('away', ({ type }) => heard['away']?.push(type))
  host.connect('fresh', ({ type }) => heard['fresh']?.push(type))
  expect(heard).toEqual({ away: ['clock:changed'], fresh: [] })
})
