import fc from 'fast-check'

/** One change of some bytes: places are parts of the whole, so that it fits any length. */
export interface Mutation {
  readonly kind: 'flip' | 'set' | 'remove' | 'insert' | 'repeat' | 'cut' | 'header'
  /** From 0 to 1. */
  readonly at: number
  readonly bytes: Uint8Array
  readonly bit: number
}

export const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'set', 'remove', 'insert', 'repeat', 'cut', 'header', 'header'),
  // Everywhere alike: drawn as a number with a point it would nearly always be at the very beginning.
  at: fc.noBias(fc.nat(1_000_000)).map((part) => part / 1_000_000),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  bit: fc.nat(7),
})

/** The bytes after it. `header` changes a field of one of a zip's headers, of which there are those for files, the list and the end. */
export function mutated(whole: Uint8Array, { kind, at, bytes, bit }: Mutation): Buffer {
  const copy = Buffer.from(whole)
  const place = Math.max(0, Math.min(copy.length - 1, Math.floor(at * copy.length)))
  const before = copy.subarray(0, place)
  const write = (from: number, some: Uint8Array) =>
    void copy.set(some.subarray(0, Math.max(0, copy.length - from)), Math.min(from, copy.length))
  if (kind === 'flip' && copy.length > 0) copy[place] = (copy[place] ?? 0) ^ (1 << bit)
  if (kind === 'set') write(place, bytes)
  if (kind === 'remove') return Buffer.concat([before, copy.subarray(place + bytes.length)])
  if (kind === 'insert') return Buffer.concat([before, bytes, copy.subarray(place)])
  if (kind === 'repeat') return Buffer.concat([before, copy.subarray(place, place + bytes.length * 50), copy.subarray(place)])
  if (kind === 'cut') return Buffer.from(before)
  if (kind === 'header') {
    const headers = headersIn(copy)
    const header = headers[Math.floor(at * headers.length)] ?? headers.at(-1)
    // At the field that the bytes choose, two or four of them.
    if (header !== undefined) write(header + 4 + ((bytes[0] ?? 0) % 42), bytes.subarray(0, bit < 4 ? 2 : 4))
  }
  return copy
}

function headersIn(zip: Buffer): number[] {
  const found: number[] = []
  for (let at = zip.indexOf('PK', 0, 'latin1'); at >= 0; at = zip.indexOf('PK', at + 2, 'latin1')) found.push(at)
  return found
}
