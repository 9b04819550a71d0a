import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { WebSocket } from 'ws'

const quiet = [
  '--headless=new',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * Starts Chromium on a new profile and loads a page; answers after how many ms it had painted these words within its `main`: since the
 * start of the program, and since the page was asked for. It is steered by the bare protocol, so that no tool's own start is measured.
 */
export async function coldStart(chromium, profile, url, words) {
  const began = performance.timeOrigin + performance.now()
  const child = spawn(chromium, [...quiet, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  try {
    const page = await connect(await pageAddress(child))
    await page.send('Page.enable')
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(notePainted)})(${JSON.stringify(words)})` })
    await page.send('Page.navigate', { url })
    const { painted, asked } = await page.painted()
    return { fromSpawn: painted - began, fromAsking: painted - asked }
  } finally {
    process.kill(-Number(child.pid), 'SIGKILL')
    await ended
  }
}

/** Runs in the page. */
function notePainted(words) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main')?.textContent.includes(words)) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () =>
        (window.painted = { painted: performance.timeOrigin + performance.now(), asked: performance.timeOrigin })
      port2.postMessage(null)
    })
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
}

async function pageAddress(child) {
  let text = ''
  for await (const chunk of child.stderr) {
    text += chunk
    const origin = /DevTools listening on ws:\/\/([^/]+)/.exec(text)?.[1]
    if (!origin) continue
    child.stderr.resume()
    for (;;) {
      const targets = await (await fetch(`http://${origin}/json/list`)).json()
      const page = targets.find(({ type }) => type === 'page')
      if (page) return page.webSocketDebuggerUrl
    }
  }
  throw new Error(`Chromium ended: ${text}`)
}

async function connect(address) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map()
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(data)
    waiting.get(id)?.(result)
  })
  let count = 0
  const send = (method, params = {}) =>
    new Promise((resolve) => {
      waiting.set(++count, resolve)
      socket.send(JSON.stringify({ id: count, method, params }))
    })
  return {
    send,
    /** Asked seldom, so that the asking costs nothing that is measured. */
    async painted() {
      for (let tries = 0; tries < 100; tries++) {
        const { result } = await send('Runtime.evaluate', { expression: 'window.painted', returnByValue: true })
        if (result.value) return result.value
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
      throw new Error('the page did not show what it should')
    },
  }
}
