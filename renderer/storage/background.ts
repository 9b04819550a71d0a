/** Work of one session that may wait; what fails is tried again at its next occasion. */
export interface Background {
  later(ms: number, work: () => Promise<void>): void
  stop(): void
}

export function createBackground(): Background {
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let isStopped = false
  return {
    later(ms, work) {
      if (isStopped) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        void work().catch(() => undefined)
      }, ms)
      timers.add(timer)
    },
    stop() {
      isStopped = true
      timers.forEach(clearTimeout)
    },
  }
}
