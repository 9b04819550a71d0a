import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ready = /^Review Room is ready: (http:\/\/127\.0\.0\.1:\d+\/)#\S+\n$/

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  out(): string
  err(): string
}

const started: ChildProcess[] = []
test.afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')))

/** Silent, so that npm's own banner is left out. */
function startArguments(dataDir: string, port: number): string[] {
  return ['start', '--silent', '--', '--browser', '--no-open', '--port', String(port), '--data-dir', dataDir]
}

function start(dataDir: string, port = 0): Started {
  return watch(spawn('npm', startArguments(dataDir, port), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }))
}

function watch(child: ChildProcess): Started {
  started.push(child)
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => err.push(text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, out: () => out.join(''), err: () => err.join('') }
}

async function addressOf(app: Started): Promise<string> {
  await expect.poll(app.out, { timeout: 20_000 }).toMatch(ready)
  return ready.exec(app.out())?.[1] ?? ''
}

async function isServed(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  )
}

const oneLineWith = (text: string) => new RegExp(`^[^\\n]*${text.replaceAll(/[/.]/g, '.')}[^\\n]*\\n$`)
const freshFolder = () => mkdtempSync(join(tmpdir(), 'review-room-start-'))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`npm start prints one line, and ${signal} ends it`, async () => {
    const app = start(freshFolder())
    const address = await addressOf(app)
    expect(await isServed(address)).toBe(true)
    app.child.kill(signal)
    expect(await app.ended).toBe(0)
    await expect.poll(() => isServed(address)).toBe(false)
    expect(app.out()).toMatch(ready)
    expect(app.err()).toBe('')
  })
}

test('the app ends when npm is killed', async () => {
  const app = start(freshFolder())
  const address = await addressOf(app)
  app.child.kill('SIGKILL')
  await expect.poll(() => isServed(address), { timeout: 10_000 }).toBe(false)
})

test('the app ends when whoever started npm and held its input is killed', async () => {
  const args = JSON.stringify(startArguments(freshFolder(), 0))
  const starter = `const { spawn } = require('node:child_process'); spawn('npm', ${args}, { stdio: ['pipe', 'inherit', 'inherit'] })`
  const app = watch(spawn(process.execPath, ['-e', starter], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }))
  const address = await addressOf(app)
  app.child.kill('SIGKILL')
  await expect.poll(() => isServed(address), { timeout: 10_000 }).toBe(false)
})

test('the app stays when it was started in the background by a script that has ended', async () => {
  const command = ['npm', ...startArguments(freshFolder(), 0), '&'].join(' ')
  const app = watch(spawn('sh', ['-c', `${command} echo $!`], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] }))
  await expect.poll(app.out, { timeout: 20_000 }).toContain('ready: ')
  const [, pid, address] = /^(\d+)\nReview Room is ready: (http:\S+)#/.exec(app.out()) ?? []
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(await isServed(address ?? '')).toBe(true)
  process.kill(Number(pid), 'SIGTERM')
  await expect.poll(() => isServed(address ?? ''), { timeout: 10_000 }).toBe(false)
})

test('a second instance on the same data folder is refused in one line', async () => {
  const folder = freshFolder()
  const address = await addressOf(start(folder))
  const second = start(folder)
  expect(await second.ended).toBeGreaterThan(0)
  expect(second.out()).toBe('')
  expect(second.err()).toMatch(oneLineWith(folder))
  expect(await isServed(address)).toBe(true)
})

test('a busy port is refused in one line', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const { port } = busy.address() as AddressInfo
  const app = start(freshFolder(), port)
  expect(await app.ended).toBeGreaterThan(0)
  expect(app.out()).toBe('')
  expect(app.err()).toMatch(oneLineWith(String(port)))
  busy.close()
})

test('a data folder that cannot be written is refused in one line', async () => {
  const file = join(freshFolder(), 'a-file')
  writeFileSync(file, '')
  const app = start(join(file, 'data'))
  expect(await app.ended).toBeGreaterThan(0)
  expect(app.out()).toBe('')
  expect(app.err()).toMatch(oneLineWith(file))
})
