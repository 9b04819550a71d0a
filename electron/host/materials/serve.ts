import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { contentType, LOOKED_AT, UNSAFE_TYPE } from './content-type'
import { isMaterialName, materialPath } from './store'

/** A plain answer that each shell turns into its own. */
export interface Served {
  readonly status: 200 | 206 | 404 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | null
}

const notThere: Served = { status: 404, headers: { 'content-type': 'text/plain' }, body: null }

/** MTS5: whatever a material is, it runs nothing, loads nothing and is nobody's page. */
const inert = { 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' }

/**
 * Serves a stored material. `sha512` comes from the address as it is; `range` is the request's header.
 * One range is honoured; several, or none that fits the syntax, give the whole file as HTTP allows.
 */
export async function serveMaterial(
  folder: string,
  sha512: string,
  range: string | undefined,
  name?: string,
  isHead = false,
): Promise<Served> {
  if (!isMaterialName(sha512)) return notThere
  const file = await open(materialPath(folder, sha512), 'r').catch(() => null)
  if (!file) return notThere
  let body: Readable | null = null
  try {
    const { size } = await file.stat()
    const type = contentType(await beginningOf(file))
    const common = {
      ...inert,
      'content-type': type,
      'content-disposition': disposition(type === UNSAFE_TYPE ? 'attachment' : 'inline', name),
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
    }
    const wanted = parseRange(range, size)
    if (wanted === 'beyond')
      return { status: 416, headers: { ...common, 'content-range': `bytes */${size}`, 'content-length': '0' }, body }
    const { from, to } = wanted ?? { from: 0, to: size - 1 }
    const length = to - from + 1
    const headers = {
      ...common,
      'content-length': String(length),
      ...(wanted && { 'content-range': `bytes ${from}-${to}/${size}` }),
    }
    // The stream closes the file when it ends or is given up.
    if (!isHead && length > 0) body = file.createReadStream({ start: from, end: to })
    return { status: wanted ? 206 : 200, headers, body }
  } finally {
    if (!body) await file.close()
  }
}

async function beginningOf(file: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(LOOKED_AT)
  return buffer.subarray(0, (await file.read(buffer, 0, LOOKED_AT, 0)).bytesRead)
}

function parseRange(range: string | undefined, size: number): { from: number; to: number } | 'beyond' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return null
  if (first === '') return Number(last) === 0 || size === 0 ? 'beyond' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'beyond' : { from, to }
}

/** RFC 6266 and 8187: the name only as percent-encoded UTF-8, so that nothing in it can end the header. */
function disposition(kind: 'attachment' | 'inline', name = ''): string {
  const encoded = encodeURIComponent(wellFormed(name.slice(0, 200))).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return encoded === '' ? kind : `${kind}; filename*=UTF-8''${encoded}`
}

/** A lone surrogate, such as half a character cut off, has no UTF-8. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}
