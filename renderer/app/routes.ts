import { useSyncExternalStore } from 'react'

/** The places of a review, in the order of the work. */
export const places = ['prepare', 'run', 'follow-up', 'archive'] as const
export type Place = (typeof places)[number]

export type Route = { readonly page: 'library' } | { readonly page: 'review'; readonly reviewId: string; readonly place: Place }

/** Reads an address; anything unknown is the library. */
export function parseRoute(hash: string): Route {
  const [, page, reviewId, place] = hash.replace(/^#/, '').split('/')
  if (page !== 'review' || !reviewId) return { page: 'library' }
  return { page: 'review', reviewId: decode(reviewId), place: places.find((known) => known === place) ?? 'prepare' }
}

export function hrefOf(route: Route): string {
  return route.page === 'library' ? '#/' : `#/review/${encodeURIComponent(route.reviewId)}/${route.place}`
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route)
}

/** The route in the address bar. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
