import { createContext, useContext } from 'react'
import { z } from 'zod'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type WallChoice, type WallKind, wallKinds, type WallView, wallViewSchema } from '../../../shared/wall/wall-schema'

const deckSchema = z.strictObject({ materialId: z.string(), page: z.number().int().min(1), pages: z.number().int().min(1) })
/** The slides in hand and the page they are open at; `pages` is 1 until they are read. */
export type DeckAt = z.infer<typeof deckSchema>

const stateSchema = z.strictObject({
  live: z.enum(wallKinds),
  /** What [Take] puts there. */
  next: z.enum(wallKinds),
  message: z.string().max(300),
  /** Pages of papers; 1 where none is said. */
  pages: z.partialRecord(z.enum(wallKinds), z.number().int().min(1)),
  deck: deckSchema.nullable(),
  /** What stays on the wall whatever happens, until something is put there. */
  frozen: wallViewSchema.nullable(),
  /** False: another window shows the wall, or nobody yet. */
  isShowing: z.boolean(),
  /** DSC5: the wall stands in the cockpit's window, also when that is loaded again. */
  isHere: z.boolean().default(false),
  /** FB11: the one item of feedback that the board shows; null for all. */
  focusId: z.string().nullable().default(null),
})
/** Session state of one review's wall: it is in no record. */
export type WallState = z.infer<typeof stateSchema>

const KEPT = 'review-room-wall-session'
const fresh: WallState = {
  live: 'item',
  next: 'feedback',
  message: '',
  pages: {},
  deck: null,
  frozen: null,
  isShowing: false,
  isHere: false,
  focusId: null,
}

export interface WallStore extends StoreApi<WallState> {
  /** WAL10: an earlier window of this computer showed the wall and is gone, as far as this one knows. */
  readonly mayGoOn: boolean
}

/** WAL10: survives a reload of this window, and a restart of the program, which begins with a new one. */
export function createWallStore(reviewId: string): WallStore {
  const key = `${KEPT}-${reviewId}`
  const [own, before] = [kept(sessionStorage, key), kept(localStorage, key)]
  const store = createStore<WallState>(() => own ?? { ...(before ?? fresh), isShowing: false, isHere: false })
  store.subscribe((state) => {
    const text = JSON.stringify(state)
    sessionStorage.setItem(key, text)
    if (state.isShowing) localStorage.setItem(key, text)
  })
  return { ...store, mayGoOn: own === null && before?.isShowing === true }
}

function kept(storage: Storage, key: string): WallState | null {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(storage.getItem(key) ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What `kind` would show as things are. Slides without a deck are the item. */
export function choiceOf({ message, pages, deck, focusId }: WallState, kind: WallKind): WallChoice {
  switch (kind) {
    case 'message':
      return { kind, text: message }
    case 'slide':
      return deck ? { kind, ...deck } : { kind: 'item' }
    case 'item':
    case 'blank':
      return { kind }
    case 'feedback':
      return { kind, page: pages[kind] ?? 1, ...(focusId !== null && { feedbackId: focusId }) } // FB11
    default:
      return { kind, page: pages[kind] ?? 1 }
  }
}

/** Puts something on the wall; what was there is next, so that [Take] goes to and fro. Ends freezing. */
export function putOn(wall: WallStore, kind: WallKind): void {
  const { live } = wall.getState()
  wall.setState({ live: kind, ...(live === kind ? {} : { next: live }), frozen: null, isShowing: true }) // WAL9
}

/** WAL9: black, and back. */
export function blank(wall: WallStore): void {
  const { live, next, isShowing } = wall.getState()
  putOn(wall, live === 'blank' && isShowing ? (next === 'blank' ? 'item' : next) : 'blank')
}

/** WAL9: holds `view` on the wall, or lets it go on. */
export function freeze(wall: WallStore, view: WallView): void {
  wall.setState(({ frozen }) => ({ frozen: frozen ? null : view, isShowing: true }))
}

/** DSC5: puts the wall into the cockpit's window, or takes it out again. */
export function showHere(wall: WallStore, isHere: boolean): void {
  if (wall.getState().isHere !== isHere) wall.setState({ isHere, ...(isHere && { isShowing: true }) })
}

/** Turns to a page of `kind`, within the `pages` that there are. */
export function turnTo(wall: WallStore, kind: WallKind, page: number, pages: number): void {
  const to = Math.min(Math.max(1, page), pages)
  const { deck, pages: others } = wall.getState()
  if (kind !== 'slide') wall.setState({ pages: { ...others, [kind]: to } })
  else if (deck) wall.setState({ deck: { ...deck, page: to } })
}

const WallContext = createContext<WallStore | null>(null)
export const WallProvider = WallContext.Provider

export function useWallStore(): WallStore {
  const store = useContext(WallContext)
  if (!store) throw new Error('there is no wall here')
  return store
}
