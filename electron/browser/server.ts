import type { AddressInfo } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { decodeAny, encodeAny } from 'lib0/buffer'
import { type HostError, MATERIALS_PATH, STAGING_PATH } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { LARGEST_MATERIAL } from '../../shared/review/materials'
import type { Host } from '../host/create-host'
import { commonHeaders, contentPolicy } from '../host/pages/content-policy'
import type { Page } from '../host/pages/pages'
import { LARGEST_BUNDLE } from '../host/materials/store'
import { streamEvents } from './events'
import { type Access, refusal } from './guard'
import { createSession, type Session } from './session'

export interface ServerOptions {
  readonly host: Host
  readonly pages: ReadonlyMap<string, Page>
  /** The data folder's session key. */
  readonly key: Uint8Array
  /** 0 lets the system choose. */
  readonly port: number
}

export interface Server {
  readonly port: number
  /** Address with the secret, to be opened once. */
  readonly url: string
  close(): Promise<void>
}

const EVENTS_PATH = '/events'
const SESSION_PATH = '/session'
const FILES_ROUTE = '/*'
const BINARY = 'application/octet-stream'
/** Largest call: a whole review's documents and log. */
const LARGEST_CALL = 256 * 1024 * 1024

/** BRW1: serves the app on 127.0.0.1 only. Throws the system's error when the port is taken. */
export async function startServer({ host, pages, key, port: wanted }: ServerOptions): Promise<Server> {
  const app = fastify({
    logger: false,
    bodyLimit: LARGEST_CALL,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnreadable,
  })
  const port = (): number => (app.server.address() as AddressInfo).port
  const session = createSession(key, port)
  // First, so that it closes the connections whose upgrade the guard refuses.
  await app.register(websocket, { options: { maxPayload: 4096 }, preClose: closeSockets })
  guardEverything(app, session, port)
  await app.register(rateLimit, { global: false })
  routeSession(app, session)
  routeCalls(app, host)
  routeEvents(app, host)
  await app.register((scope, _options, done) => {
    routeFiles(scope, host)
    done()
  })
  routePages(app, pages)
  await app.listen({ host: '127.0.0.1', port: wanted })
  return { port: port(), url: `http://127.0.0.1:${port()}/#${session.secret}`, close: () => app.close() }
}

/** Told that the host goes, a window comes back by itself; one that does not listen is not waited for. */
function closeSockets(this: FastifyInstance, done: () => void): void {
  for (const socket of this.websocketServer.clients) {
    socket.close(1012)
    setTimeout(() => socket.terminate(), 200).unref()
  }
  this.websocketServer.close(() => undefined)
  done()
}

/**
 * BRW3: told by the route that was found, never by the address: only the router knows which spellings of an address it takes for the
 * same. Whatever is not named here, also what no route answers, is private.
 */
function accessTo(route: string | undefined): Access {
  if (route === FILES_ROUTE) return 'file'
  return route === SESSION_PATH ? 'session' : 'private'
}

function guardEverything(app: FastifyInstance, session: Session, port: () => number): void {
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url
    void reply.headers(commonHeaders).header('content-security-policy', contentPolicy([`ws://127.0.0.1:${port()}`]))
    const asked = { method: request.method, headers: request.headers, isUpgrade: request.headers.upgrade !== undefined }
    const why = refusal(asked, accessTo(route), port(), session.holds(request.headers.cookie))
    if (why !== null) return answer(reply, 403, fail({ kind: 'forbidden', message: `refused: ${why}` }))
    if (asked.isUpgrade && route !== EVENTS_PATH)
      return answer(reply, 404, fail({ kind: 'not-found', message: 'no such address' }))
    return undefined
  })
  app.setNotFoundHandler((_request, reply) => answer(reply, 404, fail({ kind: 'not-found', message: 'no such address' })))
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    const kind = status === 413 ? 'too-large' : status === 429 ? 'failed' : status < 500 ? 'bad-request' : 'failed'
    return answer(reply, status, fail({ kind, message: `status ${status}` }))
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(BINARY, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** An address that the router cannot read reaches no hook; nobody else would end the connection of its upgrade. */
function answerUnreadable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  if (request.headers.upgrade !== undefined) reply.raw.once('finish', () => request.raw.socket.destroySoon())
  answer(reply.headers(commonHeaders), 400, fail({ kind: 'bad-request', message: 'no address' }))
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
}

function answer(reply: FastifyReply, status: number, result: Result<unknown, HostError>): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type(BINARY)
    .send(Buffer.from(encodeAny(result)))
}

/** What a body says; undefined when it is none of our encoding, which fits no schema. */
function decoded(body: unknown): unknown {
  try {
    return decodeAny(body as Uint8Array)
  } catch {
    return undefined
  }
}

function routeSession(app: FastifyInstance, session: Session): void {
  // A page asks once per load with a secret; guessing is slowed down, though 256 bits need no help.
  app.post(SESSION_PATH, { config: { rateLimit: { max: 100, timeWindow: 10_000 } }, bodyLimit: 4096 }, (request, reply) => {
    const { secret } = (decoded(request.body) ?? {}) as { secret?: unknown }
    const cookie = typeof secret === 'string' ? session.exchange(secret) : null
    if (cookie === null) return answer(reply, 403, fail({ kind: 'forbidden', message: 'refused: secret' }))
    return answer(reply.header('set-cookie', cookie), 200, ok({}))
  })
}

/** Calls are not limited in number: typing alone makes hundreds a second when several windows resend. */
function routeCalls(app: FastifyInstance, host: Host): void {
  app.post<{ Params: { name: string } }>('/call/:name', async (request, reply) => {
    const result = await host.call(request.params.name, decoded(request.body), { isTrusted: true })
    return answer(reply, 200, result)
  })
}

function routeEvents(app: FastifyInstance, host: Host): void {
  app.get<{ Querystring: { clientId?: string } }>(EVENTS_PATH, { websocket: true }, (socket, request) => {
    const { clientId } = request.query
    if (typeof clientId !== 'string' || !/^[\w-]{1,100}$/.test(clientId)) return socket.close(1008)
    streamEvents(socket, (listener) => host.connect(clientId, listener))
  })
}

/** Files go through as streams, never into memory. */
function routeFiles(app: FastifyInstance, host: Host): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  const upload = (limit: number, store: (body: AsyncIterable<Uint8Array>) => Promise<Result<unknown, HostError>>) => ({
    bodyLimit: limit,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      if (Number(request.headers['content-length'] ?? 0) > limit)
        return answer(reply, 413, fail({ kind: 'too-large', message: 'the file is too large' }))
      const result = await store(request.raw)
      // What is left of a refused body is not waited for.
      if (!result.ok) void reply.header('connection', 'close')
      return answer(reply, 200, result)
    },
  })
  app.post(
    MATERIALS_PATH,
    upload(LARGEST_MATERIAL, (body) => host.storeMaterial(body)),
  )
  app.post(
    STAGING_PATH,
    upload(LARGEST_BUNDLE, (body) => host.stageBundle(body)),
  )
  app.route<{ Params: { sha512: string }; Querystring: { name?: string } }>({
    method: ['GET', 'HEAD'],
    url: `${MATERIALS_PATH}/:sha512`,
    handler: async (request, reply) => {
      const name = typeof request.query.name === 'string' ? request.query.name : ''
      const served = await host.serveMaterial(request.params.sha512, request.headers.range, name, request.method === 'HEAD')
      return reply.code(served.status).headers(served.headers).send(served.body)
    },
  })
}

function routePages(app: FastifyInstance, pages: ReadonlyMap<string, Page>): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: FILES_ROUTE,
    handler: (request, reply) => {
      const page = pages.get(pathOf(request))
      if (!page) return answer(reply, 404, fail({ kind: 'not-found', message: 'no such address' }))
      void reply
        .header('etag', page.etag)
        .header('cache-control', page.isForEver ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
      return reply.type(page.type).send(Buffer.from(page.body.buffer, page.body.byteOffset, page.body.byteLength))
    },
  })
}
