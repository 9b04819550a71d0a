import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeAny, encodeAny } from 'lib0/buffer'

/** Runs `act` in a folder of its own and ends what it started there, also when it fails. */
export async function inPlace(act) {
  const folder = mkdtempSync(join(tmpdir(), 'review-room-bench-'))
  const ends = []
  try {
    return await act(folder, (end) => void ends.push(end))
  } finally {
    for (const end of ends.reverse()) await end()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts the built app on a data folder; `call` asks it what its own pages ask. */
export async function startHost(root, data) {
  const main = join(root, 'dist', 'browser', 'main.js')
  const child = spawn(process.execPath, [main, '--no-open', '--port', '0', '--data-dir', data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const url = await readyUrl(child)
  const { origin, hash } = new URL(url)
  const post = (path, value, cookie) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/octet-stream', ...(cookie && { cookie }) },
      body: encodeAny(value),
    })
  const session = await post('/session', { secret: hash.slice(1) })
  const cookie = String(session.headers.get('set-cookie')).split(';')[0]
  return {
    url,
    origin,
    /** Holds the host still, or lets it go on. */
    signal: (name) => child.kill(name),
    async call(name, request) {
      const answer = decodeAny(new Uint8Array(await (await post(`/call/${name}`, request, cookie)).arrayBuffer()))
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value
    },
    async stop() {
      child.kill('SIGCONT')
      child.kill()
      await ended
    },
  }
}

function readyUrl(child) {
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
      const url = /ready: (http\S+)\n/.exec(out)?.[1]
      if (url) resolve(url)
    })
    child.once('close', () => reject(new Error(`the app ended: ${out}`)))
  })
}

const BATCH = 200

/** Gives the app a review as commits, as its pages do; answers the id. */
export async function giveReview(host, reviewId, commits) {
  for (let at = 0; at < commits.length; at += BATCH)
    await host.call('review:append', { reviewId, clientId: 'bench', create: at === 0, commits: commits.slice(at, at + BATCH) })
  await host.call('review:lease', { reviewId, clientId: 'bench', act: 'release' })
}
