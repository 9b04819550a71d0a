/** Runs tasks one after the other; a failed one does not stop the next. */
export interface Queue {
  run<Value>(task: () => Promise<Value>): Promise<Value>
  /** Resolves when everything queued so far has run. */
  idle(): Promise<void>
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const next = last.then(task, task)
      last = next.catch(() => undefined)
      return next
    },
    async idle() {
      await last
    },
  }
}
