import type { z } from 'zod'
import { errorCode } from './file-error'
import type { FileSystem } from './file-system'
import { patiently } from './safe-write'

/**
 * FIL9: a file of ours: 'nothing', 'damaged' (no JSON, or not of this form), or what it holds.
 * @throws errors of the system: what cannot be read now may be whole, and is not to be put aside or written over
 */
export async function readJson<Schema extends z.ZodType>(
  files: FileSystem,
  path: string,
  schema: Schema,
): Promise<{ readonly value: z.output<Schema> } | 'nothing' | 'damaged'> {
  let bytes: Uint8Array
  try {
    bytes = await patiently(() => files.readFile(path), { patienceMs: 2_000 })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    throw error
  }
  try {
    return { value: schema.parse(JSON.parse(new TextDecoder().decode(bytes))) }
  } catch {
    return 'damaged'
  }
}
