import { Readable } from 'node:stream'
import { protocol } from 'electron'
import { encodeAny } from 'lib0/buffer'
import { type HostError, MATERIALS_PATH, STAGING_PATH } from '../../shared/host-contract'
import { fail, type Result } from '../../shared/result'
import type { Host } from '../host/create-host'
import { commonHeaders, contentPolicy } from '../host/pages/content-policy'
import type { Page } from '../host/pages/pages'
import { APP_HOST, APP_ORIGIN, APP_SCHEME } from './trusted-url'

/** To be called before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** DSK5: serves app:// from the map of pages and from the host's stores; nothing else exists. */
export function servePages(host: Host, pages: ReadonlyMap<string, Page>): void {
  protocol.handle(APP_SCHEME, (request) => serve(host, pages, request))
}

async function serve(host: Host, pages: ReadonlyMap<string, Page>, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const origin = request.headers.get('origin')
  if (url.host !== APP_HOST || (origin !== null && origin !== APP_ORIGIN))
    return answer(403, fail({ kind: 'forbidden', message: 'refused: origin' }))
  if (request.method === 'POST') return store(host, url.pathname, request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, fail({ kind: 'bad-request', message: 'method' }))
  const material = url.pathname.startsWith(`${MATERIALS_PATH}/`) ? url.pathname.slice(MATERIALS_PATH.length + 1) : null
  return material === null ? servePage(pages, url.pathname) : serveMaterial(host, material, url, request)
}

function servePage(pages: ReadonlyMap<string, Page>, path: string): Response {
  const page = pages.get(path)
  if (!page) return answer(404, fail({ kind: 'not-found', message: 'no such address' }))
  return new Response(page.body as Uint8Array<ArrayBuffer>, {
    headers: headers({ 'content-type': page.type, 'cache-control': 'no-cache' }),
  })
}

async function serveMaterial(host: Host, sha512: string, url: URL, request: Request): Promise<Response> {
  const range = request.headers.get('range') ?? undefined
  const served = await host.serveMaterial(sha512, range, url.searchParams.get('name') ?? '', request.method === 'HEAD')
  const body = served.body === null ? null : (Readable.toWeb(served.body) as ConstructorParameters<typeof Response>[0])
  return new Response(body, { status: served.status, headers: headers(served.headers) })
}

async function store(host: Host, path: string, request: Request): Promise<Response> {
  const body = (request.body ?? []) as AsyncIterable<Uint8Array>
  if (path === MATERIALS_PATH) return answer(200, await host.storeMaterial(body))
  if (path === STAGING_PATH) return answer(200, await host.stageBundle(body))
  return answer(404, fail({ kind: 'not-found', message: 'no such address' }))
}

function answer(status: number, result: Result<unknown, HostError>): Response {
  const body = encodeAny(result) as Uint8Array<ArrayBuffer>
  return new Response(body, {
    status,
    headers: headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }),
  })
}

/** DSK4: the policy goes with every answer; a material brings its own, stricter one. */
function headers(own: Readonly<Record<string, string>>): Record<string, string> {
  return { ...commonHeaders, 'content-security-policy': contentPolicy(), ...own }
}
