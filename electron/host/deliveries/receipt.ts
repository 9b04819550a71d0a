import { z } from 'zod'
import { errorCode } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { hashOfFile } from '../files/safe-write'
import type { NamedFile } from '../jobs/job'

/** What lies beside a delivered file: that these bytes were there, read back, and when. */
const receiptSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  sha512: z.string(),
  /** ISO 8601, UTC. What was read back is what the system holds, not what the drive will keep. */
  readBackAt: z.string(),
  program: z.literal('Review Room'),
  version: z.string(),
})

export const receiptName = (name: string): string => `${name}.receipt.json`

export function receiptBytes({ name, bytes, sha512 }: NamedFile, readBackAt: number, version: string): Uint8Array {
  const receipt = { name, bytes, sha512, readBackAt: new Date(readBackAt).toISOString(), program: 'Review Room', version }
  return new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`)
}

/** What stands where a receipt goes: nothing, one of ours for the content `of`, or something else. */
export type FoundReceipt = { readonly of: string; readonly sha512: string } | 'nothing' | 'foreign'

/** Larger files are no receipts, in bytes. */
const LARGEST = 10_000

export async function findReceipt(files: FileSystem, path: string): Promise<FoundReceipt> {
  try {
    const { kind, bytes: size } = await files.stat(path)
    if (kind !== 'file' || size > LARGEST) return 'foreign'
    const bytes = await files.readFile(path)
    const found = receiptSchema.safeParse(parsed(new TextDecoder().decode(bytes)))
    return found.success ? { of: found.data.sha512, sha512: (await hashOfFile(files, path)).sha512 } : 'foreign'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
