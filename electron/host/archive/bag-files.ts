import type { Finding } from './bag-findings'

/** A bag to be verified, wherever it lies. Paths are relative to its folder, with `/` between. */
export interface BagFiles {
  /** Every file: its size in bytes by its path. */
  readonly files: ReadonlyMap<string, number>
  /** Whether there is a payload folder, which may be empty. */
  readonly hasPayload: boolean
  /** What is no file of a bag: links, devices, what lies beside it. */
  readonly strange: readonly Finding[]
  /** Content, piece by piece. @throws Damaged, errors of the system */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
