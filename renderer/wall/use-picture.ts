import { useEffect, useRef, useState } from 'react'
import {
  WALL_CHANNEL,
  WALL_LOCK,
  type WallPicture,
  wallPictureSchema,
  type WallRemote,
  type WallSlide,
  wallSlideSchema,
} from '../../shared/wall/wall-schema'

const [KEPT, KEPT_SLIDE] = ['review-room-wall-picture', 'review-room-wall-slide']
/** Slides that are at hand: the one on the wall and those that come next. */
const SLIDES = 4

export interface Shown {
  readonly picture: WallPicture | null
  /** The slide that belongs to it; until it has come, the one before. */
  readonly slide: string | null
  readonly send: (act: WallRemote) => void
}

interface PictureOptions {
  /** False: the window shows others' pictures only while they come. */
  readonly isKept?: boolean
}

/** The last picture from the cockpit. It is kept, so that the wall goes on when the cockpit dies or this window is reloaded (WAL10). */
export function usePicture({ isKept = true }: PictureOptions = {}): Shown {
  const [picture, setPicture] = useState<WallPicture | null>(() => (isKept ? kept(KEPT, wallPictureSchema) : null))
  const [slides, setSlides] = useState<readonly WallSlide[]>(() =>
    isKept ? [kept(KEPT_SLIDE, wallSlideSchema) ?? []].flat() : [],
  )
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const opened = new BroadcastChannel(WALL_CHANNEL)
    channel.current = opened
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      const [shown, slide] = [wallPictureSchema.safeParse(data), wallSlideSchema.safeParse(data)] // WAL5
      if (shown.success) {
        if (isKept) keep(KEPT, shown.data)
        setPicture(shown.data)
      }
      if (slide.success)
        setSlides((before) => [slide.data, ...before.filter(({ key }) => key !== slide.data.key)].slice(0, SLIDES))
    }
    const sharpness = window.devicePixelRatio
    const hello = () =>
      opened.postMessage({
        type: 'hello',
        width: Math.max(1, Math.round(window.innerWidth * sharpness)),
        height: Math.max(1, Math.round(window.innerHeight * sharpness)),
      })
    hello()
    // WAL11: a window that crashes lets the lock go, too. Whoever asks on the first hello may be too early.
    const gone = new AbortController()
    const isGone = new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve()))
    if (isKept)
      void navigator.locks.request(WALL_LOCK, { mode: 'shared' }, () => {
        if (gone.signal.aborted) return
        hello()
        return isGone
      })
    window.addEventListener('resize', hello)
    return () => {
      gone.abort()
      window.removeEventListener('resize', hello)
      opened.close()
    }
  }, [isKept])
  const content = picture?.view.content
  const own = content?.kind === 'slide' ? slides.find(({ key }) => key === content.key) : undefined
  const last = useLast(own)
  useEffect(() => {
    if (own && isKept) keep(KEPT_SLIDE, own)
  }, [own, isKept])
  return {
    picture,
    slide: (own ?? last)?.picture ?? null,
    send: (act) => channel.current?.postMessage({ type: 'remote', act }),
  }
}

/** The last one that there was. */
function useLast(slide: WallSlide | undefined): WallSlide | undefined {
  const [last, setLast] = useState(slide)
  if (slide && slide !== last) setLast(slide)
  return last
}

function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A slide too large to be kept: it comes again with the next hello.
    sessionStorage.removeItem(name)
  }
}

interface Schema<Value> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Value } | { readonly success: false }
}

function kept<Value>(name: string, schema: Schema<Value>): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(sessionStorage.getItem(name) ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
