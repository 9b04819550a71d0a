import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ReviewSession, ReviewSnapshot } from './review-session'

const ReviewContext = createContext<ReviewSession | null>(null)

/** Gives the screens below it the open review. */
export const ReviewProvider = ReviewContext.Provider

/** The open review, to act on. Throws outside of a `ReviewProvider`. */
export function useSession(): ReviewSession {
  const session = useContext(ReviewContext)
  if (!session) throw new Error('no review is open here')
  return session
}

/** What `select` reads of the open review; renders again when that changes (compared by identity). */
export function useReview<Value>(select: (snapshot: ReviewSnapshot) => Value): Value {
  return useStore(useSession().store, select)
}
