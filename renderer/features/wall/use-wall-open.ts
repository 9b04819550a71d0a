import { useEffect, useState } from 'react'
import { WALL_CHANNEL, WALL_LOCK, wallHelloSchema } from '../../../shared/wall/wall-schema'

/** WAL11: whether a window of the wall is open, told by the lock that it holds; a hello says when to look. */
export function useWallOpen(): boolean {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const channel = new BroadcastChannel(WALL_CHANNEL)
    let isWaiting = false
    const look = async (): Promise<void> => {
      const { held = [], pending = [] } = await navigator.locks.query()
      const isThere = [...held, ...pending].some(({ name, mode }) => name === WALL_LOCK && mode === 'shared')
      if (leaving.signal.aborted) return
      setOpen(isThere)
      if (!isThere || isWaiting) return
      isWaiting = true
      // It is ours for a moment once the last window has gone.
      await navigator.locks.request(WALL_LOCK, { signal: leaving.signal }, () => undefined).catch(() => undefined)
      isWaiting = false
      if (!leaving.signal.aborted) await look()
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (wallHelloSchema.safeParse(data).success) void look()
    }
    void look()
    return () => {
      leaving.abort()
      channel.close()
    }
  }, [])
  return isOpen
}
