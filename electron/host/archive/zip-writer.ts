import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Instant } from '../../../shared/context'

/** An entry whose bytes are at hand, or are read when its turn comes. */
export type ZipEntry = { readonly path: string } & (
  { readonly bytes: Uint8Array } | { readonly size: number; readonly open: () => Readable }
)

/** ARC3: a zip in which nothing depends on the machine: entries stored as they are, in the order given, all with one date. */
export function zipStream(entries: readonly ZipEntry[], at: Instant): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const options = { mtime: new UtcDate(at), mode: 0o100644, compress: false }
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(Buffer.from(entry.bytes), entry.path, options)
    else
      zip.addReadStreamLazy(entry.path, { ...options, size: entry.size }, (done) => {
        const stream = entry.open()
        stream.once('error', (error) => zip.emit('error', error))
        done(null, stream)
      })
  }
  zip.end()
  const output = zip.outputStream as Readable
  zip.once('error', (error: Error) => output.destroy(error))
  return gathered(output)
}

/** Bytes that are handed on at once. */
const GATHERED = 256 * 1024

/** Small chunks joined: the headers of thousands of small files would each be a write of its own. */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes < GATHERED) continue
    yield Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

/** The library writes local times into a zip; ours are the same in every zone. */
class UtcDate extends Date {
  override getFullYear = (): number => this.getUTCFullYear()
  override getMonth = (): number => this.getUTCMonth()
  override getDate = (): number => this.getUTCDate()
  override getHours = (): number => this.getUTCHours()
  override getMinutes = (): number => this.getUTCMinutes()
  override getSeconds = (): number => this.getUTCSeconds()
}
