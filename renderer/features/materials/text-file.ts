import { Unreadable } from '../../pdf/unreadable'

/** Bytes of a file as far as they were read; `isWhole` is false when the file goes on. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly isWhole: boolean
  /** Its name, whose ending may tell more. */
  readonly name: string
}

export interface TextView {
  /** In pieces of some hundred lines, so that those out of sight cost nothing. */
  readonly parts: readonly string[]
  readonly encoding: string
  readonly isWhole: boolean
}

const PART_LINES = 200
const PART_CHARACTERS = 20_000

export function parseText(piece: Piece): TextView {
  const { text, encoding } = decodeText(piece)
  return { parts: partsOf(text), encoding, isWhole: piece.isWhole }
}

/** VIW3: the characters of a text file: by its mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252. Throws `Unreadable` for what is no text. */
export function decodeText({ bytes, isWhole }: Piece): { text: string; encoding: string } {
  const encoding = encodingOf(bytes, isWhole)
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole })
  let strange = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) || code === 0xfffd) strange++
  }
  if (strange > 8 && strange > text.length / 50) throw new Unreadable('its bytes are not text')
  return { text, encoding: encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase() }
}

function encodingOf(bytes: Uint8Array, isWhole: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const look = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  look.forEach((byte, at) => byte === 0 && zeros[at % 2]!++)
  const [even = 0, odd = 0] = zeros
  if (odd > look.length / 4 && even < odd / 8) return 'utf-16le'
  if (even > look.length / 4 && odd < even / 8) return 'utf-16be'
  try {
    // Cut in the middle, the last character may be half.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    return 'utf-8'
  } catch {
    return mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
  }
}

/** One broken character does not make another encoding of a long text. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const foreign = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  return foreign > 0 && (text.match(/\ufffd/g)?.length ?? 0) < foreign / 10
}

function partsOf(text: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    let to = from
    for (let lines = 0; lines < PART_LINES && to < text.length && to - from < PART_CHARACTERS; lines++) {
      const next = text.indexOf('\n', to)
      to = next === -1 ? text.length : next + 1
    }
    // One very long line is cut where it stands, between characters.
    if (to - from > 2 * PART_CHARACTERS)
      to = from + PART_CHARACTERS + (/[\ud800-\udbff]/.test(text[from + PART_CHARACTERS - 1] ?? '') ? 1 : 0)
    parts.push(text.slice(from, to).replace(/\r?\n$/, ''))
    from = to
  }
  return parts
}
