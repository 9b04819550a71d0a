import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { findChromium } from '../../../build/chromium.mjs'
import { tempFolder } from './app'

/** A tab as people have it: hidden when another one is in front, throttled when it is hidden. */
export interface PlainTab {
  evaluate<Value>(expression: string): Promise<Value>
  bringToFront(): Promise<void>
  /** Stops all its tasks, as browsers do with tabs long hidden. */
  freeze(isFrozen: boolean): Promise<void>
}

/**
 * A Chromium without what Playwright switches off in it. Playwright tells every page it holds that it is visible and has the focus,
 * so the tabs under test are spoken to directly; `prepare` lets Playwright in before.
 */
export interface PlainBrowser {
  prepare(act: (page: Page) => Promise<void>): Promise<void>
  open(url: string): Promise<PlainTab>
  close(): Promise<void>
}

interface Answer {
  readonly id?: number
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

export async function plainBrowser(): Promise<PlainBrowser> {
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${tempFolder('plain')}`, '--no-first-run']
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn((await findChromium()) ?? '', [...args, ...rootArgs, '--disable-gpu', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await debuggingAddress(child)
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })

  async function send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = waiting.size + 1
    const { result, error } = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    })
    if (error) throw new Error(`${method}: ${error.message}`)
    return result ?? {}
  }

  return {
    async prepare(act) {
      const browser = await chromium.connectOverCDP(address)
      const page = await browser.contexts()[0]?.newPage()
      if (page) await act(page)
      await page?.close()
      await browser.close()
    },
    async open(url) {
      const { targetId } = await send('Target.createTarget', { url })
      const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
      return {
        async evaluate<Value>(expression: string) {
          const options = { expression, returnByValue: true, awaitPromise: true }
          const { result, exceptionDetails } = await send('Runtime.evaluate', options, sessionId)
          if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
          return (result as { value: Value }).value
        },
        bringToFront: async () => void (await send('Target.activateTarget', { targetId })),
        freeze: async (isFrozen) =>
          void (await send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' }, sessionId)),
      }
    },
    async close() {
      socket.close()
      if (child.exitCode !== null) return
      child.kill()
      await once(child, 'exit')
    },
  }
}

export async function debuggingAddress(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of child.stderr ?? []) {
    text += String(chunk)
    const address = /DevTools listening on (\S+)/.exec(text)?.[1]
    if (address) return address
  }
  throw new Error(`Chromium ended: ${text}`)
}
