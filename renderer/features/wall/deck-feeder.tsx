import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { WALL_CHANNEL, wallHelloSchema, type WallSlide } from '../../../shared/wall/wall-schema'
import { slideKey } from '../../../shared/wall/wall-view'
import type { Size } from '../../pdf/pdf-file'
import { useHost } from '../../storage/use-host'
import { useReview, useSession } from '../../storage/use-review'
import { noDeck, useDeckStore } from './deck-store'
import { useLiveView } from './use-wall-view'
import { useWallStore } from './wall-store'

/** Until a wall has told its size, in pixels. */
const usual: Size = { width: 1920, height: 1080 }
const LARGEST: Size = { width: 3840, height: 2160 }
/** Smaller is no wall. */
const SMALLEST_WIDTH = 320
/** Drawn pages that are kept. */
const KEPT_PICTURES = 6
/** A page counts as shown when it stays this long, in ms. */
const SHOWN_MS = 800

/** SLD1: reads the slides in hand, draws the page at the wall's size and the next one before it is asked for, and sends both. Renders nothing. */
export function DeckFeeder() {
  useOpenDeck()
  const size = useDrawnPages()
  useSendSlides(size)
  useShownSlides()
  return null
}

/** Opens the file of the slides in hand; closes it with the review or when others are chosen. */
function useOpenDeck(): void {
  const [wall, store, host] = [useWallStore(), useDeckStore(), useHost()]
  const materialId = useStore(wall, ({ deck }) => deck?.materialId ?? null)
  const sha512 = useReview(({ record }) => (materialId === null ? undefined : record.materials[materialId]?.sha512))
  const name = useReview(({ record }) => (materialId === null ? '' : (record.materials[materialId]?.name ?? '')))
  useEffect(() => {
    if (materialId === null || sha512 === undefined) return
    const abort = new AbortController()
    store.setState({ ...noDeck, materialId, reading: 'reading' }, true)
    const opening = import('../../pdf/deck').then(({ openDeck }) => openDeck(host.materialUrl(sha512, name), abort.signal))
    opening.then(
      (deck) => {
        if (abort.signal.aborted) return deck.close()
        store.setState({ deck, reading: 'read' })
        wall.setState(({ deck: at }) => ({
          deck: at?.materialId === materialId ? { ...at, pages: deck.pages, page: Math.min(at.page, deck.pages) } : at,
        }))
      },
      (error: Error) => abort.signal.aborted || store.setState({ reading: 'failed', why: error.message }),
    )
    return () => {
      abort.abort()
      store.getState().deck?.close()
      store.setState(noDeck, true)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- its name may change while it is open, its bytes cannot
  }, [materialId, sha512, host, store, wall])
}

/** Draws the page in hand, then those beside it, at the size of the wall. */
function useDrawnPages(): Size {
  const store = useDeckStore()
  const at = useStore(useWallStore(), ({ deck }) => deck)
  const deck = useStore(store, (state) => state.deck)
  const [size, setSize] = useState(usual)
  useEffect(() => {
    const channel = new BroadcastChannel(WALL_CHANNEL)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const hello = wallHelloSchema.safeParse(data)
      if (!hello.success || hello.data.width < SMALLEST_WIDTH) return
      const { width, height } = hello.data
      const next = { width: Math.min(width, LARGEST.width), height: Math.min(height, LARGEST.height) }
      setSize((before) => (before.width === next.width && before.height === next.height ? before : next))
    }
    return () => channel.close()
  }, [])
  useEffect(() => store.setState({ pictures: {} }), [size, store])
  const [materialId, page] = [at?.materialId, at?.page]
  useEffect(() => {
    if (!deck || materialId === undefined || page === undefined) return
    let isGone = false
    if (store.getState().why !== '') store.setState({ why: '' })
    const draw = async (number: number): Promise<void> => {
      const key = slideKey(materialId, number)
      if (isGone || number < 1 || number > deck.pages || store.getState().pictures[key]) return
      const picture = await deck.draw(number, size)
      if (store.getState().materialId !== materialId) return
      store.setState(({ pictures }) => ({
        pictures: Object.fromEntries([...Object.entries(pictures), [key, picture] as const].slice(-KEPT_PICTURES)),
      }))
    }
    draw(page)
      .then(() => draw(page + 1))
      .then(() => draw(page - 1))
      .catch((error: Error) => isGone || store.setState({ why: error.message }))
    return () => {
      isGone = true
    }
  }, [deck, materialId, page, size, store])
  return size
}

/** Sends the wall the picture of the slide on it, and the next one; again to a wall that begins anew. */
function useSendSlides(size: Size): void {
  const store = useDeckStore()
  const wall = useWallStore()
  const { content } = useLiveView()
  const isShowing = useStore(wall, (state) => state.isShowing)
  const slide = content.kind === 'slide' ? content.key : null
  useEffect(() => {
    if (slide === null || !isShowing) return
    const channel = new BroadcastChannel(WALL_CHANNEL)
    const [materialId = '', page = ''] = slide.split('/')
    const sent = new Map<string, string>()
    const send = (): void => {
      for (const key of [slide, slideKey(materialId, Number(page) + 1)]) {
        const picture = store.getState().pictures[key]
        if (picture === undefined || sent.get(key) === picture) continue
        sent.set(key, picture)
        channel.postMessage({ type: 'slide', key, picture } satisfies WallSlide)
      }
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!wallHelloSchema.safeParse(data).success) return
      sent.clear()
      send()
    }
    send()
    const stop = store.subscribe(send)
    return () => {
      stop()
      channel.close()
    }
  }, [slide, isShowing, store, size])
}

/** SLD3: the page that stays on the wall is noted in the record. */
function useShownSlides(): void {
  const session = useSession()
  const wall = useWallStore()
  const { content } = useLiveView()
  const isShowing = useStore(wall, (state) => state.isShowing)
  const key = content.kind === 'slide' && isShowing ? content.key : null
  useEffect(() => {
    if (key === null) return
    const [materialId = '', page = '1'] = key.split('/')
    const timer = setTimeout(() => session.note('showSlide', { materialId, page: Number(page) }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [key, session])
}
