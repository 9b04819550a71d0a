import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeAny } from 'lib0/buffer'
import { build } from 'vite'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { send } from './browser-client'

/** Builds the browser shell once per test file, with one empty page; answers where its main file is. Inside the repository, so that it finds its packages. */
export function builtShell(): { main: () => string } {
  let folder = ''
  beforeAll(async () => {
    mkdirSync('.cache', { recursive: true })
    folder = mkdtempSync(join('.cache', 'shell-'))
    mkdirSync(join(folder, 'renderer'))
    writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Review Room</title>')
    await build({
      configFile: 'build/vite.browser.ts',
      logLevel: 'silent',
      build: { outDir: join(process.cwd(), folder, 'browser') },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { main: () => join(folder, 'browser', 'main.js') }
}

export interface Running {
  readonly process: ChildProcess
  readonly url: string
  readonly port: number
  /** Everything on both outputs so far. */
  output(): { out: string; err: string }
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts a program and waits for its ready line or its end. */
export async function startShell(
  main: string,
  args: readonly string[],
  stdin: 'ignore' | 'pipe' = 'ignore',
  ipc = false,
): Promise<Running> {
  const child = spawn(process.execPath, [main, '--no-open', ...args], {
    stdio: [stdin, 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const text = { out: '', err: '' }
  child.stderr?.on('data', (chunk: Buffer) => (text.err += chunk.toString()))
  const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? '')))
  const isReady = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text.out += chunk.toString()
      if (text.out.includes('\n')) resolve()
    })
  })
  await Promise.race([isReady, ended])
  const url = /^Review Room is ready: (\S+)\n$/.exec(text.out)?.[1] ?? ''
  return { process: child, url, port: url === '' ? 0 : Number(new URL(url).port), output: () => text, ended }
}

/** Logs in as a page would; answers the function that makes calls. */
export async function logIn({ url, port }: Running): Promise<(name: string, request: unknown) => Promise<unknown>> {
  const page = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/octet-stream' }
  const session = await send(port, 'POST', '/session', page, encodeAny({ secret: new URL(url).hash.slice(1) }))
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  return async (name, request) => (await send(port, 'POST', `/call/${name}`, { ...page, cookie }, encodeAny(request))).value
}
