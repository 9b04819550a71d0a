import type { Lease } from '../../shared/host-contract'

/** How long a client that vanished keeps its leases, in ms: long enough for a reload of the network stack, not for a coffee. */
export const LEASE_GRACE_MS = 10_000

export interface LeasesOptions {
  readonly now: () => number
  /** Told when the holder of a review's lease changed; null when nobody holds it. */
  readonly onChange: (reviewId: string, holder: string | null) => void
  readonly graceMs?: number
}

/** The editing leases: one client writes a review at a time; reading needs none (HST4). */
export interface Leases {
  /** Takes the lease if it is free, and tells how it stands for this client. */
  claim(reviewId: string, clientId: string): Lease
  takeOver(reviewId: string, clientId: string): Lease
  release(reviewId: string, clientId: string): Lease
  /** Forgets the lease of a review that is gone. */
  drop(reviewId: string): void
  connected(clientId: string): void
  /** `isLeaving`: it said so, nothing to wait for. */
  disconnected(clientId: string, isLeaving: boolean): void
  close(): void
}

export function createLeases({ now, onChange, graceMs = LEASE_GRACE_MS }: LeasesOptions): Leases {
  const holders = new Map<string, { clientId: string; since: number }>()
  /** Open event sockets per client: a reconnecting one has two for a moment. */
  const connections = new Map<string, number>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function view(reviewId: string, clientId: string): Lease {
    const held = holders.get(reviewId)
    return { mine: held?.clientId === clientId, since: held?.since ?? null }
  }

  function give(reviewId: string, clientId: string): void {
    holders.set(reviewId, { clientId, since: now() })
    onChange(reviewId, clientId)
  }

  function free(reviewId: string): void {
    if (holders.delete(reviewId)) onChange(reviewId, null)
  }

  function freeAll(clientId: string): void {
    for (const [reviewId, held] of [...holders]) if (held.clientId === clientId) free(reviewId)
  }

  /** A client without an event socket holds on for the grace only; every act of its begins it anew. */
  function watch(clientId: string): void {
    clearTimeout(timers.get(clientId))
    timers.delete(clientId)
    if ((connections.get(clientId) ?? 0) > 0) return
    const timer = setTimeout(() => {
      timers.delete(clientId)
      freeAll(clientId)
    }, graceMs)
    timer.unref()
    timers.set(clientId, timer)
  }

  return {
    claim(reviewId, clientId) {
      if (!holders.has(reviewId)) give(reviewId, clientId)
      watch(clientId)
      return view(reviewId, clientId)
    },
    takeOver(reviewId, clientId) {
      if (holders.get(reviewId)?.clientId !== clientId) give(reviewId, clientId)
      watch(clientId)
      return view(reviewId, clientId)
    },
    release(reviewId, clientId) {
      if (holders.get(reviewId)?.clientId === clientId) free(reviewId)
      return view(reviewId, clientId)
    },
    drop: free,
    connected(clientId) {
      connections.set(clientId, (connections.get(clientId) ?? 0) + 1)
      watch(clientId)
    },
    disconnected(clientId, isLeaving) {
      const left = (connections.get(clientId) ?? 1) - 1
      if (left > 0) connections.set(clientId, left)
      else connections.delete(clientId)
      if (left <= 0 && isLeaving) freeAll(clientId)
      watch(clientId)
    },
    close() {
      timers.forEach((timer) => clearTimeout(timer))
    },
  }
}
