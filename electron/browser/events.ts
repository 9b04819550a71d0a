import type { WebSocket } from 'ws'
import type { HostEvent } from '../../shared/host-contract'

const BEAT_MS = 5_000
const PATIENT_BEATS = 3
/** A window that takes this much without reading hangs; it is cut off and comes back by itself. Bytes. */
const MOST_UNSENT = 1 << 20
/** Close codes of a page that is going away on purpose: left, reloaded, closed. */
const LEAVING = [1000, 1001]

/**
 * BRW4: sends the host's events to one window as JSON, with a beat at once and every 5 s so that both sides notice a dead connection.
 * `connect` registers with the host and answers what ends it.
 */
export function streamEvents(
  socket: WebSocket,
  connect: (listener: (event: HostEvent) => void) => (isLeaving: boolean) => void,
): void {
  let unanswered = 0
  function send(message: HostEvent | { type: 'beat' }): void {
    if (socket.bufferedAmount > MOST_UNSENT) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  const disconnect = connect(send)
  send({ type: 'beat' })
  const timer = setInterval(() => {
    if (unanswered++ >= PATIENT_BEATS) return socket.terminate()
    socket.ping()
    send({ type: 'beat' })
  }, BEAT_MS)
  timer.unref()
  socket.on('pong', () => {
    unanswered = 0
  })
  socket.on('close', (code) => {
    clearInterval(timer)
    disconnect(LEAVING.includes(code))
  })
  socket.on('error', () => socket.terminate())
}
