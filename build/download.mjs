import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * @typedef {{ connectMs?: number, stallMs?: number, write?: (text: string) => void, isTerminal?: boolean }} DownloadOptions
 */

/**
 * Downloads `url` to `target`. The host has `connectMs` to answer; after that it may take as long as it likes, as long as no
 * pause is longer than `stallMs`. Progress goes to standard error. Throws with the reason in words, leaving nothing behind.
 * @param {string} url
 * @param {string} target
 * @param {DownloadOptions} [options]
 */
export async function downloadFile(url, target, options = {}) {
  const { connectMs = 5000, stallMs = 30_000 } = options
  const { host } = new URL(url)
  const abort = new AbortController()
  const stopAfter = (/** @type {number} */ ms, /** @type {string} */ why) => setTimeout(() => abort.abort(new Error(why)), ms)
  let timer = stopAfter(connectMs, `${host} did not answer within ${connectMs / 1000} s`)
  try {
    const response = await fetch(url, { signal: abort.signal }).catch((/** @type {unknown} */ error) => {
      throw abort.signal.aborted ? abort.signal.reason : new Error(`${host} cannot be reached: ${reasonOf(error)}`)
    })
    if (!response.ok || response.body === null) throw new Error(`${host} answered ${response.status}`)
    const progress = progressLine(basename(new URL(url).pathname), Number(response.headers.get('content-length') ?? 0), options)
    await mkdir(dirname(target), { recursive: true })
    const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body))
    const counted = async function* () {
      for await (const chunk of body) {
        clearTimeout(timer)
        timer = stopAfter(stallMs, `${host} sent nothing for ${stallMs / 1000} s`)
        progress.add(chunk.length)
        yield chunk
      }
    }
    await pipeline(counted, createWriteStream(target), { signal: abort.signal })
    progress.end()
  } catch (error) {
    await rm(target, { force: true })
    throw abort.signal.aborted ? abort.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * One line that is written over on a terminal, else a new line every ten seconds.
 * @param {string} name
 * @param {number} total bytes, 0 when unknown
 * @param {DownloadOptions} options
 */
function progressLine(name, total, { write = (text) => process.stderr.write(text), isTerminal = process.stderr.isTTY }) {
  let bytes = 0
  let shownAt = -Infinity
  const show = () => {
    const of = total > 0 ? ` of ${megabytes(total)} MB (${Math.floor((100 * bytes) / total)} %)` : ' MB'
    write(`${isTerminal ? '\r' : ''}Downloading ${name}: ${megabytes(bytes)}${of}${isTerminal ? '' : '\n'}`)
    shownAt = performance.now()
  }
  return {
    add(/** @type {number} */ count) {
      bytes += count
      if (performance.now() - shownAt > (isTerminal ? 200 : 10_000)) show()
    },
    end() {
      show()
      if (isTerminal) write('\n')
    },
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}

/** @param {unknown} error */
function reasonOf(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}
