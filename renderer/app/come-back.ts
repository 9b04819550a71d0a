import { useEffect } from 'react'
import type { Device, HostResponse } from '../../shared/host-contract'
import type { Host } from '../host'
import type { DeviceStore } from '../storage/use-device'
import { hrefOf, type Route } from './routes'

/** Held by the first window of this program; another window begins in the library. */
const FIRST_WINDOW = 'review-room-first-window'

/** BAK1: the one meeting in progress, if its Run place was seen last. */
export function meetingToGoBackTo(
  { reviews }: Pick<HostResponse<'review:list'>, 'reviews'>,
  { lastRunId }: Pick<Device, 'lastRunId'>,
): string | null {
  const [running, ...more] = reviews.filter(({ status }) => status === 'in-progress')
  return running && more.length === 0 && running.id === lastRunId ? running.id : null // BAK1
}

/** BAK1: before the first paint of a program that begins anew, not of a page that is loaded again or was gone to. */
export async function comeBack(host: Host): Promise<void> {
  if (!(await isFirstWindow()) || location.hash !== '') return
  const [list, device] = await Promise.all([host.call('review:list', {}), host.call('device:read', {})])
  const reviewId = list.ok && device.ok ? meetingToGoBackTo(list.value, device.value) : null
  if (reviewId !== null) history.replaceState(null, '', hrefOf({ page: 'review', reviewId, place: 'run' }))
}

function isFirstWindow(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(FIRST_WINDOW, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>(() => undefined)
    })
  })
}

/** Remembers while a Run place is seen, and forgets when another place is gone to; a window that ends says nothing. */
export function useLastRun(device: DeviceStore, route: Route): void {
  const runId = route.page === 'review' && route.place === 'run' ? route.reviewId : null
  useEffect(() => {
    if (runId === null) return
    device.change({ lastRunId: runId })
    return () => device.change({ lastRunId: null })
  }, [device, runId])
}
