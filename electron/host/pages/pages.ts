import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface Page {
  readonly type: string
  readonly body: Uint8Array
  readonly etag: string
  /** Names with a hash in them never change their content. */
  readonly isForEver: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  // What PDF.js fetches.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
}

/**
 * Every file of the built renderer by its address (`/`, `/wall.html`, `/assets/...`), read once at start. Only what is in this map is
 * ever served: no address is turned into a path (BRW6, DSK5).
 */
export async function readPages(folder: string): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const body = new Uint8Array(await readFile(path))
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const etag = `"${createHash('sha512').update(body).digest('hex').slice(0, 32)}"`
    const page = { type, body, etag, isForEver: /-[\w-]{8}\.\w+$/.test(entry.name) }
    pages.set(address, page)
    if (address === '/index.html') pages.set('/', page)
  }
  return pages
}
