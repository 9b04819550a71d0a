import { useEffect, useState } from 'react'
import { WALL_CHANNEL, type WallPicture, wallPictureSchema } from '../../shared/wall/wall-view'

const KEPT = 'review-room-wall-picture'

/** The last picture from the cockpit. It is kept, so that the wall goes on when the cockpit dies or this window is reloaded. */
export function usePicture(): WallPicture | null {
  const [picture, setPicture] = useState<WallPicture | null>(kept)
  useEffect(() => {
    const channel = new BroadcastChannel(WALL_CHANNEL)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = wallPictureSchema.safeParse(data) // WAL5
      if (!parsed.success) return
      sessionStorage.setItem(KEPT, JSON.stringify(parsed.data))
      setPicture(parsed.data)
    }
    channel.postMessage({ type: 'hello' })
    return () => channel.close()
  }, [])
  return picture
}

function kept(): WallPicture | null {
  try {
    const parsed = wallPictureSchema.safeParse(JSON.parse(sessionStorage.getItem(KEPT) ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
