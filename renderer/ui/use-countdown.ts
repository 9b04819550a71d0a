import { useEffect, useState } from 'react'

/**
 * Now, in ms, told anew whenever a shown second changes: `shownMs` is the time shown at an instant. Read from the clock each time,
 * so a throttled or sleeping window is right as soon as it paints.
 */
export function useCountdown(shownMs: (now: number) => number, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const at = Date.now()
      setNow(at)
      if (!isRunning) return
      const rest = ((shownMs(at) % 1000) + 1000) % 1000
      timer = setTimeout(tick, Math.max(20, (rest === 0 ? 1000 : rest) + 5))
    }
    const refresh = () => {
      clearTimeout(timer)
      tick()
    }
    refresh()
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('focus', refresh)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('focus', refresh)
    }
  }, [shownMs, isRunning])
  return now
}
