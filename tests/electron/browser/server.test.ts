import { networkInterfaces } from 'node:os'
import { createConnection } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { encodeAny } from 'lib0/buffer'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { pressableStyle } from '../../../electron/host/pages/content-policy'
import { LARGEST_MATERIAL } from '../../../shared/review/materials'
import { createWriter, REVIEW } from '../helpers/commits'
import { browserShell, openSocket, send, sendRaw, type Shell } from '../helpers/browser-client'
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

/** Other spellings of an address that some router, decoder or proxy takes for the same. */
function spellings(path: string): readonly string[] {
  const hex = (text: string): string => `%${text.charCodeAt(0).toString(16)}`
  const upper = (text: string): string => hex(text).toUpperCase()
  const all = (how: (letter: string) => string): string => path.replace(/\w/g, how)
  const first = (how: (letter: string) => string): string => path.replace(/\w/, how)
  const paths = [
    path,
    first(hex),
    first((letter) => `%25${hex(letter).slice(1)}`),
    first((letter) => hex(letter).replace(/\d/g, hex)),
    path.replace(/n|l/, hex),
    path.replace(/n|l/, upper),
    all(hex),
    all(upper),
    all((letter) => (letter < 'm' ? hex(letter) : upper(letter))),
    all((letter) => hex(letter).replace('%', '%25')),
    path.replace(/\w(?=\/|$)/, hex),
    path.replace(/:/g, '%3a'),
    path.replace(/:/g, '%3A'),
    `/${path}`,
    `//${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/%2e${path}`,
    `/x/%2e%2e${path}`,
    `/x/%2E%2E%2f${path.slice(1)}`,
    `/%2f${path.slice(1)}`,
    `/%5c${path.slice(1)}`,
    `/\\${path.slice(1)}`,
    path.replace(/(.)\//, '$1//'),
    path.replace(/(.)\//, '$1%2f'),
    path.toUpperCase(),
    path.replace(/\w/, (letter) => letter.toUpperCase()),
    `${path}/`,
    `${path}%00`,
    `${path};x`,
    `${path}?x=/index.html`,
    `${path}#/index.html`,
    `/index.html?x=${path}`,
    `/index.html#${path}`,
  ]
  const hosts = ['http://x', 'HTTP://x', 'https://x', 'ws://x', 'http:/', 'http://', '//x', 'x']
  return [...paths, ...hosts.flatMap((host) => [path, first(hex)].map((part) => `${host}${part}`))]
}

test('[BRW3] no spelling of an address and no method gets past the guard', async () => {
  const shell = await browserShell()
  const stored = await send(shell.port, 'POST', '/materials', shell.own, new Uint8Array(10))
  const { sha512 } = (stored.value as { value: { sha512: string } }).value
  const kept = (): string[] => [shell.folder.materials, shell.folder.staging].flatMap((folder) => readdirSync(folder))
  const before = kept()
  const upgrade = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  }
  const { own } = shell
  const [home, elsewhere] = [{ host: own['host'] ?? '' }, { ...own, origin: 'http://evil.example' }]
  const nothing = new Uint8Array(0)
  const routes: readonly [path: string, body: Uint8Array, own: Record<string, string>, wrong: Record<string, string>[]][] = [
    ['/call/review:list', encodeAny({}), own, [home, elsewhere]],
    ['/materials', new Uint8Array(11), own, [home, elsewhere]],
    ['/staging', new Uint8Array(11), own, [home, elsewhere]],
    [`/materials/${sha512}`, nothing, own, [home, elsewhere]],
    ['/events?clientId=a', nothing, { ...own, ...upgrade }, [home, elsewhere].map((headers) => ({ ...headers, ...upgrade }))],
    ['/session', encodeAny({ secret: shell.secret }), own, [home, elsewhere]],
    ['/index.html', nothing, own, [{ ...own, host: `evil.example:${shell.port}` }]],
  ]
  const asked = routes.flatMap(([path, body, own, wrong]) =>
    ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT'].flatMap((method) =>
      spellings(path)
        // The files of the app are for everyone.
        .filter((target) => path === '/index.html' || !target.startsWith('/index.html'))
        .map((target) => ({ method, target, body: method === 'POST' ? body : nothing, headers: own, wrong })),
    ),
  )
  const answered: string[] = []
  for (const { method, target, body, wrong } of asked)
    for (const headers of wrong) {
      const status = await sendRaw(shell.port, method, target, { 'content-type': 'application/octet-stream', ...headers }, body)
      if (![0, 400, 403, 404].includes(status)) answered.push(`${status} ${method} ${target} ${JSON.stringify(headers)}`)
    }
  expect(answered).toEqual([])
  expect(kept()).toEqual(before)
  let reached = 0
  for (const { method, target, body, headers } of asked)
    if ((await sendRaw(shell.port, method, target, headers, body)) < 400) reached++
  expect(reached).toBeGreaterThan(20)
}, 60_000)

test('[BRW3] the upgrade of an address that cannot be read is refused, and its connection ends', async () => {
  const shell = await browserShell()
  const heard = await new Promise<string>((resolve) => {
    let text = ''
    const socket = createConnection({ host: '127.0.0.1', port: shell.port, allowHalfOpen: true }, () =>
      socket.write(`GET /%2 HTTP/1.1\r\nhost: ${shell.own['host']}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`),
    )
    socket.on('data', (chunk) => (text += chunk.toString('latin1')))
    socket.once('end', () => resolve(text))
    onTestFinished(() => void socket.destroy())
  })
  expect(heard).toMatch(/^HTTP\/1\.1 400 [^]*x-content-type-options: nosniff/)
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
    { ...shell.own, 'content-length': String(LARGEST_MATERIAL + 1) },
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
  await vi.waitFor(() => expect(readdirSync(shell.folder.materials)).toEqual([]))
})
