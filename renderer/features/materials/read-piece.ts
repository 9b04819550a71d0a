import type { Material } from '../../../shared/review/materials'
import type { Piece } from './text-file'
import { Unreadable } from '../../pdf/unreadable'

/** The first bytes of a material, up to `most`. Throws `Unreadable`, and what an abort throws. */
export async function readPiece(url: string, { name }: Material, most: number, signal: AbortSignal): Promise<Piece> {
  const answer = await ask(url, { headers: { range: `bytes=0-${most - 1}` }, signal })
  // A range of an empty file cannot be satisfied.
  if (answer.status === 416) return { bytes: new Uint8Array(), isWhole: true, name }
  const size = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? answer.headers.get('content-length'))
  const bytes = await bytesOf(answer, most, signal)
  return { bytes, isWhole: !(size > bytes.length), name }
}

/** What the host serves a material as. */
export async function servedType(url: string, signal: AbortSignal): Promise<string> {
  return (await ask(url, { method: 'HEAD', signal })).headers.get('content-type') ?? ''
}

async function ask(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, options).catch((error: unknown) => {
    options.signal?.throwIfAborted()
    throw new Unreadable(
      `the program behind this page does not answer (${error instanceof Error ? error.message : 'no reason given'})`,
    )
  })
  if (answer.status === 404) throw new Unreadable('its bytes are not on this computer')
  if (!answer.ok && answer.status !== 416)
    throw new Unreadable(`the program behind this page refused it (status ${answer.status})`)
  return answer
}

/** VIW3: reads no more than is asked for, whatever the answer would hold. */
async function bytesOf(answer: Response, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const reader = answer.body?.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  while (reader && length < most) {
    const { done, value } = await reader.read().catch(() => {
      signal.throwIfAborted()
      throw new Unreadable('reading it ended early')
    })
    if (done) break
    chunks.push(value)
    length += value.length
  }
  await reader?.cancel()
  const bytes = new Uint8Array(Math.min(length, most))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += chunk.length
  }
  return bytes
}
