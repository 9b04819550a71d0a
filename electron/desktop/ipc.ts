import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { HostEvent } from '../../shared/host-contract'
import type { Host } from '../host/create-host'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels'
import { isTrustedSender } from './trusted-url'

export interface Pages {
  /** Tells the control window something of this shell; kept until one listens. */
  readonly tell: (event: HostEvent) => void
}

/** Answers the contract's calls to control windows; the only raw use of ipcMain. */
export function answerCalls(host: Host, isControlWindow: (contents: WebContents) => boolean): Pages {
  /** What ends a window's event stream. */
  const streams = new Map<WebContents, () => void>()
  const kept: HostEvent[] = []

  function tell(event: HostEvent): void {
    const listening = [...streams.keys()].filter((contents) => !contents.isDestroyed())
    if (listening.length === 0) kept.push(event)
    for (const contents of listening) contents.send(EVENT_CHANNEL, event)
  }

  ipcMain.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, name: unknown, request: unknown) => {
    const frame = event.senderFrame
    const sender = {
      isTrusted: isTrustedSender({
        frameUrl: frame?.url ?? null,
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        isControlWindow: isControlWindow(event.sender),
      }),
    }
    const result = await host.call(String(name), request, sender)
    if (name === 'app:hello' && result.ok) streamEvents(event.sender, (request as { clientId: string }).clientId)
    return result
  })

  /** From its first call on, a window hears the host's events and keeps its leases, until its page goes. */
  function streamEvents(contents: WebContents, clientId: string): void {
    streams.get(contents)?.()
    const disconnect = host.connect(clientId, (message: HostEvent) => {
      if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, message)
    })
    function end(): void {
      streams.delete(contents)
      contents.off('destroyed', end)
      contents.off('render-process-gone', end)
      contents.off('did-navigate', end)
      disconnect(true)
    }
    streams.set(contents, end)
    contents.on('destroyed', end)
    contents.on('render-process-gone', end)
    contents.on('did-navigate', end)
    kept.splice(0).forEach(tell)
  }

  return { tell }
}
