import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { decodeAny, encodeAny } from 'lib0/buffer'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startServer } from '../../../electron/browser/server'
import type { Page } from '../../../electron/host/pages/pages'
import { type TestHost, testHost } from './test-host'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** The body, if it is in our encoding. */
  readonly value: unknown
}

/** Sends exactly these headers: fetch would add and refuse some. `path` goes out as it is. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, setHost: false, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        const isEncoded = response.headers['content-type'] === 'application/octet-stream' && whole.length > 0
        let value: unknown
        try {
          value = isEncoded ? decodeAny(whole) : undefined
        } catch {
          value = undefined
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, value })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Writes one request by hand, so that nothing between puts its target right; answers the status, or 0 when the connection ends without one. */
export function sendRaw(
  port: number,
  method: string,
  target: string,
  headers: Record<string, string>,
  body: Uint8Array = new Uint8Array(0),
): Promise<number> {
  return new Promise((resolve) => {
    const all = { connection: 'close', 'content-length': String(body.length), ...headers }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
      socket.write(body)
    })
    socket.once('data', (chunk) => {
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1] ?? 0))
      socket.destroy()
    })
    socket.once('error', () => resolve(0))
    socket.once('close', () => resolve(0))
  })
}

/** Opens an event socket with exactly these headers; answers the socket, or the status of the refusal. */
export function openSocket(port: number, path: string, headers: Record<string, string>): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const { origin, host, ...others } = headers
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { ...(host !== undefined && { host }), ...others },
      ...(origin !== undefined && { origin }),
    })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
    onTestFinished(() => socket.terminate())
  })
}

export const testPages: ReadonlyMap<string, Page> = new Map(
  ['/', '/index.html', '/wall.html', '/assets/index-abcdefgh.js'].map((path) => [
    path,
    {
      type: path.endsWith('js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      body: new TextEncoder().encode(`page ${path}`),
      etag: `"${path}"`,
      isForEver: path.includes('-'),
    },
  ]),
)

export interface Shell extends TestHost {
  readonly port: number
  readonly secret: string
  /** Headers of our own page with the cookie. */
  readonly own: Record<string, string>
  /** One call as our page makes it. */
  ask(name: string, request: unknown): Promise<unknown>
}

export async function browserShell(key = new Uint8Array(32).fill(7), port = 0, host?: TestHost): Promise<Shell> {
  const test = host ?? (await testHost())
  const server = await startServer({ host: test.host, pages: testPages, key, port })
  onTestFinished(() => server.close())
  const secret = new URL(server.url).hash.slice(1)
  const page = {
    host: `127.0.0.1:${server.port}`,
    origin: `http://127.0.0.1:${server.port}`,
    'content-type': 'application/octet-stream',
  }
  const session = await send(server.port, 'POST', '/session', page, encodeAny({ secret }))
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  const own = { ...page, cookie }
  return {
    ...test,
    port: server.port,
    secret,
    own,
    ask: async (name, request) => (await send(server.port, 'POST', `/call/${name}`, own, encodeAny(request))).value,
  }
}
