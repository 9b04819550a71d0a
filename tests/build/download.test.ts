import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { downloadFile } from '../../build/download.mjs'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`
}

const target = () => join(mkdtempSync(join(tmpdir(), 'review-room-')), 'deep', 'electron.zip')

test('a slow download goes on for as long as bytes arrive, and tells how far it is', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 40 })
    let sent = 0
    const timer = setInterval(() => {
      response.write('0123456789')
      if (++sent === 4) clearInterval(timer)
    }, 250)
  })
  const lines: string[] = []
  const file = target()
  // Longer in all than any pause may be; a busy machine needs room in between.
  await downloadFile(url, file, { connectMs: 800, stallMs: 800, isTerminal: false, write: (text) => lines.push(text) })
  expect(readFileSync(file, 'utf8')).toHaveLength(40)
  expect(lines.at(-1)).toBe('Downloading electron.zip: 0.0 of 0.0 MB (100 %)\n')
})

test('a host that does not answer is given up in time, and nothing is left', async () => {
  const url = await serve(() => undefined)
  const file = target()
  await expect(downloadFile(url, file, { connectMs: 80 })).rejects.toThrow(/did not answer within 0.08 s/)
  expect(existsSync(file)).toBe(false)
})

test('a host that stops sending is given up, and nothing is left', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 40 })
    response.write('0123456789')
  })
  const file = target()
  await expect(downloadFile(url, file, { stallMs: 80, write: () => undefined })).rejects.toThrow(/sent nothing for 0.08 s/)
  expect(existsSync(file)).toBe(false)
})

test('a closed port and a refusal are told in words', async () => {
  await expect(downloadFile('http://127.0.0.1:9/electron.zip', target())).rejects.toThrow(/127.0.0.1:9 cannot be reached: /)
  const url = await serve((_request, response) => response.writeHead(404).end())
  await expect(downloadFile(url, target())).rejects.toThrow(/answered 404/)
})
