import { createHash } from 'node:crypto'
import { decodeAny, encodeAny } from 'lib0/buffer'
import type { Commit, DocId, LogLine } from '../../../shared/record/commit'

/** First frame of a generation: everything up to there. */
export interface SnapshotFrame {
  readonly kind: 'snapshot'
  readonly reviewId: string
  /** Instant of the last commit in it. */
  readonly updatedAt: number
  readonly docs: readonly { readonly docId: DocId; readonly update: Uint8Array }[]
  readonly log: readonly LogLine[]
  /** Ids of the latest commits in it, so that one sent again is known. */
  readonly commitIds: readonly string[]
}

export interface CommitFrame {
  readonly kind: 'commit'
  readonly commit: Commit
}

/** A frame whose bytes are whole. `value` is null when its kind is unknown: a newer program wrote it. */
export interface ReadFrame {
  readonly value: SnapshotFrame | CommitFrame | null
  readonly bytes: Uint8Array
}

export interface Scan {
  readonly frames: readonly ReadFrame[]
  /** Where the last whole frame ends. */
  readonly goodEnd: number
  /** True when bytes are damaged before `goodEnd`, or a frame of full length does not match its hash. */
  readonly damaged: boolean
  /** True when the bytes after `goodEnd` are the beginning of a frame. */
  readonly torn: boolean
}

/** Marks the beginning of a frame, so that reading finds its way again after damage. */
const mark = new Uint8Array([0x52, 0x52, 0x6a, 0x31])
const HASH_BYTES = 64
const HEADER_BYTES = mark.length + 4 + HASH_BYTES

/** JRN1: mark, u32 length (little-endian), sha512 of the bytes, bytes. */
export function encodeFrame(value: SnapshotFrame | CommitFrame): Uint8Array {
  return frameOf(encodeAny(value))
}

/** The frame of bytes that were read from one, unchanged. */
export function frameOf(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + bytes.length)
  frame.set(mark)
  new DataView(frame.buffer).setUint32(mark.length, bytes.length, true)
  frame.set(hashOf(bytes), mark.length + 4)
  frame.set(bytes, HEADER_BYTES)
  return frame
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha512').update(bytes).digest()
}

/** Reads every whole frame, also those behind damaged bytes. Never throws. */
export function scanFrames(file: Uint8Array): Scan {
  const frames: ReadFrame[] = []
  const marks = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let goodEnd = 0
  let isDamaged = false
  let isTorn = false
  for (let at = 0; at < file.length;) {
    const bytes = frameAt(file, at)
    if (bytes instanceof Uint8Array) {
      if (at > goodEnd) isDamaged = true
      frames.push({ value: readValue(bytes), bytes })
      at += HEADER_BYTES + bytes.length
      goodEnd = at
      isTorn = false
    } else {
      // A frame that ends early may be a torn tail, or a damaged length in the middle; only what follows tells.
      if (bytes === 'short' && at === goodEnd) isTorn = true
      else if (bytes === 'wrong') isDamaged = true
      const next = marks.indexOf(mark, at + 1)
      at = next < 0 ? file.length : next
    }
  }
  if (goodEnd < file.length && !isTorn) isDamaged = true
  return { frames, goodEnd, damaged: isDamaged, torn: isTorn && goodEnd < file.length }
}

function frameAt(file: Uint8Array, at: number): Uint8Array | 'short' | 'wrong' {
  const rest = file.length - at
  if (!mark.every((byte, index) => index >= rest || file[at + index] === byte)) return 'wrong'
  if (rest < HEADER_BYTES) return 'short'
  const length = new DataView(file.buffer, file.byteOffset + at).getUint32(mark.length, true)
  if (length > rest - HEADER_BYTES) return 'short'
  const bytes = file.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length)
  const expected = file.subarray(at + mark.length + 4, at + HEADER_BYTES)
  return Buffer.compare(hashOf(bytes), expected) === 0 ? bytes : 'wrong'
}

function readValue(bytes: Uint8Array): SnapshotFrame | CommitFrame | null {
  try {
    const value = decodeAny(bytes) as unknown
    return isCommitFrame(value) || isSnapshotFrame(value) ? value : null
  } catch {
    return null
  }
}

function isCommitFrame(value: unknown): value is CommitFrame {
  const { kind, commit } = (value ?? {}) as Partial<CommitFrame>
  return kind === 'commit' && Array.isArray(commit?.parts) && Array.isArray(commit.log)
}

function isSnapshotFrame(value: unknown): value is SnapshotFrame {
  const { kind, docs, log, commitIds } = (value ?? {}) as Partial<SnapshotFrame>
  return kind === 'snapshot' && Array.isArray(docs) && Array.isArray(log) && Array.isArray(commitIds)
}
