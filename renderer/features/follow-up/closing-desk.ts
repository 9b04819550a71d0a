import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClosingStepName } from '../../../shared/decision/closing-steps'
import type { ReviewSession } from '../../storage/review-session'
import { useSession } from '../../storage/use-review'

interface ClosingDesk {
  readonly isOpen: boolean
  /** Null: never opened, so it begins where something is left. */
  readonly step: ClosingStepName | null
  /** What was typed and not taken yet, by field. */
  readonly kept: Readonly<Record<string, unknown>>
}

/** CLO6: as long as a review is open, leaving the walk or the place loses nothing. */
const desks = new WeakMap<ReviewSession, StoreApi<ClosingDesk>>()

function deskOf(session: ReviewSession): StoreApi<ClosingDesk> {
  const desk = desks.get(session) ?? createStore<ClosingDesk>(() => ({ isOpen: false, step: null, kept: {} }))
  desks.set(session, desk)
  return desk
}

export function useClosingDesk(): ClosingDesk & { readonly open: (step?: ClosingStepName) => void; readonly leave: () => void } {
  const desk = deskOf(useSession())
  const open = useCallback(
    (step?: ClosingStepName) => desk.setState({ isOpen: true, ...(step === undefined ? {} : { step }) }),
    [desk],
  )
  const leave = useCallback(() => desk.setState({ isOpen: false }), [desk])
  return { ...useStore(desk), open, leave }
}

/** State of a field that is there again when the field is (CLO6). */
export function useKept<Value>(field: string, initial: Value): readonly [Value, (value: Value) => void] {
  const desk = deskOf(useSession())
  const value = useStore(desk, ({ kept }) => (field in kept ? (kept[field] as Value) : initial))
  const set = useCallback((next: Value) => desk.setState(({ kept }) => ({ kept: { ...kept, [field]: next } })), [desk, field])
  return [value, set]
}
