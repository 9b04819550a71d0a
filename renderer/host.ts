import { decodeAny, encodeAny } from 'lib0/buffer'
import type { HostCall, HostError, HostEvent, HostRequest, HostResponse } from '../shared/host-contract'
import { MATERIALS_PATH, STAGING_PATH } from '../shared/host-contract'
import { fail, type Result } from '../shared/result'

/** What the preload script of the desktop shell puts on the window. */
interface DesktopBridge {
  call(name: string, request: unknown): Promise<unknown>
  onEvent(listener: (event: HostEvent) => void): () => void
}

export type Connection = 'connected' | 'lost'

export interface UploadOptions {
  /** Bytes sent so far of the whole. */
  readonly onProgress?: (sent: number, total: number) => void
  readonly signal?: AbortSignal
}

/** The host as the renderer sees it: the same in both shells. */
export interface Host {
  /** Identity for the editing lease: one for all windows of this browser profile, because they share one IndexedDB. */
  readonly clientId: string
  /** One call of the contract. Never throws; a call that gets no answer fails with `unreachable`. */
  call<Name extends HostCall>(name: Name, request: HostRequest<Name>): Promise<Result<HostResponse<Name>, HostError>>
  /** Events of the host; answers the function that stops listening. */
  onEvent(listener: (event: HostEvent) => void): () => void
  /** Told at once how it stands, then at every change; answers the function that stops listening. */
  onConnection(listener: (state: Connection) => void): () => void
  /** Streams a file into the material store. */
  uploadMaterial(file: Blob, options?: UploadOptions): Promise<Result<{ sha512: string; bytes: number }, HostError>>
  /** Streams a dropped bundle to the host, to be opened by `archive:open`. */
  stageBundle(file: Blob, options?: UploadOptions): Promise<Result<{ stagingId: string; bytes: number }, HostError>>
  /** Address of a stored material, with ranges. `name` only serves the download. */
  materialUrl(sha512: string, name?: string): string
}

/** Connects to whichever shell runs this page. Call it once, at start. */
export function connectHost(): Host {
  const bridge = (window as unknown as { reviewRoom?: DesktopBridge }).reviewRoom
  const clientId = profileId()
  const transport = bridge ? desktopTransport(bridge, clientId) : httpTransport(clientId)
  return {
    clientId,
    ...transport,
    uploadMaterial: (file, options) => upload(transport.ready, MATERIALS_PATH, file, options),
    stageBundle: (file, options) => upload(transport.ready, STAGING_PATH, file, options),
    materialUrl: (sha512, name) => `${MATERIALS_PATH}/${sha512}${name ? `?name=${encodeURIComponent(name)}` : ''}`,
  }
}

/** Windows of one profile edit together; a second browser has to take over. */
function profileId(): string {
  const key = 'review-room-client'
  const known = localStorage.getItem(key)
  if (known) return known
  const fresh = crypto.randomUUID()
  localStorage.setItem(key, fresh)
  return fresh
}

type Transport = Pick<Host, 'call' | 'onEvent' | 'onConnection'> & { readonly ready: () => Promise<void> }

function desktopTransport(bridge: DesktopBridge, clientId: string): Transport {
  let hasSaidHello = false
  return {
    ready: () => Promise.resolve(),
    async call<Name extends HostCall>(name: Name, request: HostRequest<Name>) {
      try {
        return (await bridge.call(name, request)) as Result<HostResponse<Name>, HostError>
      } catch (error) {
        return unreachable(error)
      }
    },
    onEvent(listener) {
      const stop = bridge.onEvent(listener)
      // The shell tells nothing before it knows who listens (DSK22).
      if (!hasSaidHello) void bridge.call('app:hello', { clientId }).catch(() => undefined)
      hasSaidHello = true
      return stop
    },
    onConnection(listener) {
      listener('connected')
      return () => undefined
    },
  }
}

/** Calls that may take minutes; every other one must answer within this time. */
const ANSWER_MS = 20_000
const isLong = (name: HostCall): boolean => name.startsWith('archive:')

function httpTransport(clientId: string): Transport {
  const session = fragmentSession()
  const events = eventSocket(clientId, session.ready)
  session.onRenewed(events.reconnect)
  return {
    ready: session.ready,
    async call<Name extends HostCall>(name: Name, request: HostRequest<Name>) {
      try {
        await session.ready()
        const answer = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: encodeAny(request) as Uint8Array<ArrayBuffer>,
          ...(isLong(name) ? {} : { signal: AbortSignal.timeout(ANSWER_MS) }),
        })
        const body = new Uint8Array(await answer.arrayBuffer())
        if (answer.headers.get('content-type') !== 'application/octet-stream') return fail(statusError(answer.status))
        return decodeAny(body) as Result<HostResponse<Name>, HostError>
      } catch (error) {
        return unreachable(error)
      }
    },
    onEvent: events.onEvent,
    onConnection: events.onConnection,
  }
}

/** BRW2: exchanges the secret in the address for the cookie, once per secret, and takes it out of the address bar. */
function fragmentSession(): { ready: () => Promise<void>; onRenewed: (listener: () => void) => void } {
  const listeners = new Set<() => void>()
  let pending = exchange()

  async function exchange(): Promise<void> {
    const secret = /^#([\w-]{43})$/.exec(location.hash)?.[1]
    if (!secret) return
    const body = encodeAny({ secret }) as Uint8Array<ArrayBuffer>
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => null)
    if (answer && location.hash === `#${secret}`) history.replaceState(history.state, '', location.pathname + location.search)
  }
  // A fresh address pasted into an open tab changes only the fragment.
  window.addEventListener('hashchange', () => {
    if (!/^#[\w-]{43}$/.test(location.hash)) return
    pending = exchange().then(() => listeners.forEach((listener) => listener()))
  })
  return { ready: () => pending, onRenewed: (listener) => void listeners.add(listener) }
}

const LONGEST_PAUSE_MS = 5_000
/** The host sends a beat every 5 s; three missing ones mean it hangs. */
const SILENCE_MS = 15_000

function eventSocket(clientId: string, ready: () => Promise<void>) {
  const eventListeners = new Set<(event: HostEvent) => void>()
  const connectionListeners = new Set<(state: Connection) => void>()
  let state: Connection = 'lost'
  let socket: WebSocket | null = null
  let failures = 0
  let lastHeard = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  function become(next: Connection): void {
    if (next === state) return
    state = next
    for (const listener of connectionListeners) listener(state)
  }

  async function connect(): Promise<void> {
    await ready()
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/events?clientId=${encodeURIComponent(clientId)}`)
    socket = opened
    lastHeard = performance.now()
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return
      lastHeard = performance.now()
      const message = JSON.parse(String(data)) as HostEvent | { type: 'beat' }
      if (message.type === 'beat') {
        failures = 0
        become('connected')
      } else for (const listener of eventListeners) listener(message)
    }
    opened.onclose = () => {
      if (socket === opened) lost()
    }
  }

  function lost(): void {
    socket = null
    become('lost')
    clearTimeout(retry)
    retry = setTimeout(() => void connect(), Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures++))
  }

  function reconnect(): void {
    const old = socket
    failures = 0
    lost()
    old?.close()
  }

  void connect()
  setInterval(() => {
    if (socket && performance.now() - lastHeard > SILENCE_MS) reconnect()
  }, SILENCE_MS / 3)

  return {
    reconnect,
    onEvent(listener: (event: HostEvent) => void) {
      eventListeners.add(listener)
      return () => void eventListeners.delete(listener)
    },
    onConnection(listener: (state: Connection) => void) {
      connectionListeners.add(listener)
      listener(state)
      return () => void connectionListeners.delete(listener)
    },
  }
}

/** XMLHttpRequest, because fetch tells nothing while it sends. The body is streamed from the file by the browser. */
async function upload<Value>(
  ready: () => Promise<void>,
  path: string,
  file: Blob,
  options: UploadOptions = {},
): Promise<Result<Value, HostError>> {
  await ready()
  return new Promise((resolve) => {
    if (options.signal?.aborted) return resolve(fail({ kind: 'cancelled', message: '' }))
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'arraybuffer'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded }) => options.onProgress?.(loaded, file.size)
    request.onerror = () => resolve(unreachable('connection lost'))
    request.onabort = () => resolve(fail({ kind: 'cancelled', message: '' }))
    request.onload = () => {
      const encoded = request.getResponseHeader('content-type') === 'application/octet-stream'
      resolve(
        encoded
          ? (decodeAny(new Uint8Array(request.response as ArrayBuffer)) as Result<Value, HostError>)
          : fail(statusError(request.status)),
      )
    }
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function unreachable(error: unknown): Result<never, HostError> {
  return fail({ kind: 'unreachable', message: error instanceof Error ? error.message : String(error) })
}

function statusError(status: number): HostError {
  const kind = status === 403 ? 'forbidden' : status === 404 ? 'not-found' : status === 413 ? 'too-large' : 'failed'
  return { kind, message: `status ${status}` }
}
