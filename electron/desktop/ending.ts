import { app } from 'electron'
import { onEnd } from '../host/ending'
import type { Host } from '../host/create-host'
import { mayLeaveUnsaved } from './dialogs'

/** How long closing the windows, and then what is being written, may take when the program ends, in ms. */
const LAST_MS = 3_000

/**
 * DSK16: windows are closed first, so that pages hand over what was typed; then everything is written, and the program ends. A page
 * with something that is saved nowhere is asked about; a signal does not wait for an answer.
 */
export function endCleanly(host: Host, release: () => Promise<void>): void {
  let isEnding = false
  let isSignalled = false
  function finish(): void {
    if (isEnding) return
    isEnding = true
    const late = new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())
    void Promise.race([host.close(), late])
      .then(release)
      .finally(() => app.exit(0))
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    finish()
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-prevent-unload', (event) => {
      if (isSignalled || mayLeaveUnsaved()) event.preventDefault()
    })
  })
  onEnd(
    () => {
      isSignalled = true
      setTimeout(finish, LAST_MS).unref()
      app.quit()
    },
    { isStartedByHand: false },
  )
}
