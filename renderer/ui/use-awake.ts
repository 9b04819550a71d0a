import { useEffect } from 'react'

/**
 * DSK15: keeps the screen awake while `isOn` and the page is in sight. The browser's own lock serves both shells; it ends by itself
 * when the page is hidden or closed, so nothing can be left on.
 */
export function useAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isAsking = false
    let isOver = false
    async function take(): Promise<void> {
      if (isOver || document.visibilityState !== 'visible') return
      // A second lock would take the first one's place here, and nothing could let that go any more.
      if (isAsking || lock?.released === false) return
      isAsking = true
      // Refused, for example on a low battery: the meeting goes on without.
      const taken = await navigator.wakeLock.request('screen').catch(() => null)
      isAsking = false
      if (isOver) void taken?.release()
      else lock = taken
    }
    const onVisible = (): void => void take()
    void take()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [isOn])
}
