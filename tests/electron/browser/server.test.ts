import { networkInterfaces } from 'node:os'
import { createConnection } from 'node:net'
import { readFileSync } from 'node:fs'
import { encodeAny } from 'lib0/buffer'
import { expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { pressableStyle } from '../../../electron/host/pages/content-policy'
import { createWriter, REVIEW } from '../helpers/commits'
import { browserShell, openSocket, send, type Shell } from '../helpers/browser-client'
import { testHost } from '../helpers/test-host'

const hello = encodeAny({ clientId: 'me' })

/** Every private address as our own page asks for it. */
const addresses: readonly [method: string, path: string, body?: Uint8Array][] = [
  ['POST', '/call/app:hello', hello],
  ['POST', '/call/review:list', encodeAny({})],
  ['POST', '/materials', new Uint8Array(10)],
  ['POST', '/staging', new Uint8Array(10)],
  ['GET', `/materials/${'a'.repeat(128)}`],
  ['HEAD', `/materials/${'a'.repeat(128)}`],
]

/** What is changed of our own page's headers; undefined takes one away. */
const foreign = (port: number): readonly [why: string, change: Record<string, string | undefined>][] => [
  ['no cookie', { cookie: undefined }],
  ['wrong cookie', { cookie: `rr_${port}=AAAA` }],
  ['cookie of another port', { cookie: 'rr_1=AAAA' }],
  ['localhost', { host: `localhost:${port}` }],
  ['rebound name', { host: `evil.example:${port}` }],
  ['no port', { host: '127.0.0.1' }],
  ['other port', { host: '127.0.0.1:1' }],
  ['other origin', { origin: 'http://evil.example' }],
  ['origin of localhost', { origin: `http://localhost:${port}` }],
  ['origin with https', { origin: `https://127.0.0.1:${port}` }],
  ['origin of another port', { origin: 'http://127.0.0.1:8080' }],
  ['null origin', { origin: 'null' }],
  ['origin as a prefix', { origin: `http://127.0.0.1:${port}.evil.example` }],
  ['cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['same site, other port', { 'sec-fetch-site': 'same-site' }],
]

function headersOf({ own }: Shell, change: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...own, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

test('[BRW3] each wrong header alone gets 403 at every private address, and nothing happens', async () => {
  const shell = await browserShell()
  for (const [method, path, body] of addresses) {
    expect((await send(shell.port, method, path, shell.own, body)).status, `${method} ${path}`).not.toBe(403)
    for (const [why, change] of foreign(shell.port))
      expect((await send(shell.port, method, path, headersOf(shell, change), body)).status, `${why}: ${method} ${path}`).toBe(403)
  }
  const writes = addresses.filter(([method]) => method === 'POST')
  for (const [method, path, body] of writes)
    expect((await send(shell.port, method, path, headersOf(shell, { origin: undefined }), body)).status).toBe(403)
})

test('[BRW3] the upgrade to a WebSocket is refused before it happens for each wrong header', async () => {
  const shell = await browserShell()
  const { 'content-type': _type, ...own } = shell.own
  for (const [why, change] of [...foreign(shell.port), ['no origin', { origin: undefined }] as const]) {
    const headers = Object.fromEntries(
      Object.entries({ ...own, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    expect(await openSocket(shell.port, '/events?clientId=a', headers), why).toBe(403)
  }
  expect(await openSocket(shell.port, '/events?clientId=a', own)).toHaveProperty('readyState', 1)
  expect(await openSocket(shell.port, '/call/app:hello', own)).toBe(404)
})

test('[BRW3] pages need the right Host, methods that nobody uses are not there', async () => {
  const shell = await browserShell()
  expect((await send(shell.port, 'GET', '/', { host: shell.own['host'] ?? '' })).status).toBe(200)
  expect((await send(shell.port, 'GET', '/', { host: 'evil.example' })).status).toBe(403)
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
    const { status, value } = await send(shell.port, method, '/call/app:hello', shell.own, hello)
    expect([method, status >= 400 && status < 500, (value as { ok?: boolean } | undefined)?.ok === true]).toEqual([
      method,
      true,
      false,
    ])
  }
  const { 'content-type': _type, ...bare } = shell.own
  expect((await send(shell.port, 'GET', '/call/app:hello', bare)).status).toBe(404)
  expect((await send(shell.port, 'POST', '/call/app:hello', { ...shell.own, 'content-type': 'text/plain' }, hello)).status).toBe(
    415,
  )
})

test('[BRW2] the secret gives a cookie for scripts and other sites out of reach, a wrong one none', async () => {
  const shell = await browserShell()
  const { cookie: _cookie, ...page } = shell.own
  const right = await send(shell.port, 'POST', '/session', page, encodeAny({ secret: shell.secret }))
  expect(String(right.headers['set-cookie'])).toMatch(
    new RegExp(`^rr_${shell.port}=[\\w-]{86}; HttpOnly; SameSite=Strict; Path=/$`),
  )
  for (const secret of ['', shell.secret.slice(1), `${shell.secret}x`, 7, null]) {
    const wrong = await send(shell.port, 'POST', '/session', page, encodeAny({ secret }))
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined])
  }
  expect(
    (await send(shell.port, 'POST', '/session', { ...page, origin: 'http://evil.example' }, encodeAny({ secret: shell.secret })))
      .status,
  ).toBe(403)
})

test('[BRW2] a cookie outlives a restart on the same port and folder, not another key', async () => {
  const host = await testHost()
  const first = await browserShell(undefined, 0, host)
  const { startServer } = await import('../../../electron/browser/server')
  const second = await startServer({ host: host.host, pages: new Map(), key: new Uint8Array(32).fill(7), port: 0 })
  const other = await startServer({ host: host.host, pages: new Map(), key: new Uint8Array(32).fill(8), port: 0 })
  const { createSession } = await import('../../../electron/browser/session')
  const restarted = createSession(new Uint8Array(32).fill(7), () => first.port)
  expect(restarted.holds(`x=1; ${first.own['cookie']}`)).toBe(true)
  expect(restarted.secret).not.toBe(first.secret)
  expect(createSession(new Uint8Array(32).fill(8), () => first.port).holds(first.own['cookie'])).toBe(false)
  expect(createSession(new Uint8Array(32).fill(7), () => second.port).holds(first.own['cookie'])).toBe(false)
  await Promise.all([second.close(), other.close()])
})

test('[BRW6] no address becomes a path', async () => {
  const shell = await browserShell()
  const hostile = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '%252e%252e%252f',
    '....//',
    '/',
    '//',
    '%00',
    './',
  ].flatMap((up) => [
    `/${up}${up}${up}etc/passwd`,
    `/${up.repeat(16)}etc/passwd`,
    `/assets/${up.repeat(16)}etc/passwd`,
    `/assets/${up}${up}session.key`,
    `/materials/${up}session.key`,
    `/materials/${up}${up}etc/passwd`,
    `/materials/${'a'.repeat(128)}/${up}session.key`,
  ])
  for (const path of [
    ...hostile,
    '/session.key',
    '/device.json',
    '/materials/',
    `/materials/${'A'.repeat(128)}`,
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
  ]) {
    const { status, body } = await send(shell.port, 'GET', path, shell.own)
    expect([path, [400, 404].includes(status), body.length < 200]).toEqual([path, true, true])
  }
})

test('[BRW5] pages come with a policy without inline scripts or foreign hosts, and with the other headers', async () => {
  const shell = await browserShell()
  for (const path of ['/', '/wall.html', '/nothing']) {
    const { headers } = await send(shell.port, 'GET', path, shell.own)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-")
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${shell.port};`)
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
  }
})

test('[BRW5] the inline style allowed is the one of the component library', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8')
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? ''
  const text = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? ''
  expect(text.replace(/\$\{[^}]+\}/, attribute).trim()).toBe(pressableStyle)
})

test('[BRW1] only 127.0.0.1 is listened on', async () => {
  const { port } = await browserShell()
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    .filter((address) => address !== '127.0.0.1')
  for (const host of [...addresses, '::1', '127.0.0.2']) {
    const isOpen = await new Promise((resolve) => {
      const socket = createConnection({ host, port }, () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    expect([host, isOpen]).toEqual([host, false])
  }
})

test('[BRW4] a window hears a beat at once, then every event; leaving frees its lease, vanishing does not', async () => {
  const shell = await browserShell()
  const { 'content-type': _type, ...own } = shell.own
  const heard: Record<string, string[]> = { a: [], b: [] }
  const [a, b] = await Promise.all(
    ['a', 'b'].map(async (id) => {
      const socket = (await openSocket(shell.port, `/events?clientId=${id}`, own)) as WebSocket
      socket.on('message', (data: Buffer) => heard[id]?.push((JSON.parse(data.toString()) as { type: string }).type))
      return socket
    }),
  )
  const lease = (clientId: string) => shell.ask('review:lease', { reviewId: REVIEW, clientId, act: 'take-over' })
  await lease('a')
  await vi.waitFor(() => expect(heard['b']).toContain('lease:changed'))
  a?.close(1001)
  await vi.waitFor(() => expect(heard['b']?.filter((type) => type === 'lease:changed')).toHaveLength(2))
  await lease('b')
  b?.terminate()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(shell.events.filter(({ type }) => type === 'lease:changed')).toHaveLength(3)
  expect(shell.events.at(-1)).toMatchObject({ holder: 'b' })
})

test('[BRW3] a thousand appends in a row are never held back', async () => {
  const shell = await browserShell()
  const writer = createWriter()
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, index) =>
      shell.ask('review:append', { reviewId: REVIEW, clientId: 'a', create: true, commits: [writer.next(`w${index}`)] }),
    ),
  )
  expect(answers.every((answer) => (answer as { ok: boolean }).ok)).toBe(true)
}, 60_000)

test('[MTS3] an upload that is too large is refused by its length, and one that ends early leaves nothing', async () => {
  const shell = await browserShell()
  const { status } = await send(
    shell.port,
    'POST',
    '/materials',
    { ...shell.own, 'content-length': String(300 * 1024 * 1024) },
    new Uint8Array(0),
  ).catch(() => ({ status: 413 }))
  expect(status).toBe(413)
  await new Promise<void>((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: shell.port }, () => {
      const head = Object.entries(shell.own).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`POST /materials HTTP/1.1\r\n${head.join('')}content-length: 100000\r\n\r\n${'x'.repeat(500)}`)
      setTimeout(() => socket.destroy(), 100)
    })
    socket.once('close', () => resolve())
  })
  const { readdirSync } = await import('node:fs')
  await vi.waitFor(() => expect(readdirSync(shell.folder.materials)).toEqual([]))
})
