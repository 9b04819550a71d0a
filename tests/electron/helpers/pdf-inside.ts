import { inflateSync } from 'node:zlib'

/** Everything a PDF says, its compressed streams unpacked. */
export function pdfInside(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes)
  const parts = [raw.toString('latin1')]
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(raw.subarray(at + 7)).toString('latin1'))
    } catch {
      // an end of a stream, or one that is not compressed
    }
  }
  return parts.join('\n')
}

export function pagesOf(bytes: Uint8Array): number {
  return [...pdfInside(bytes).matchAll(/\/Type ?\/Page\b(?!s)/g)].length
}
