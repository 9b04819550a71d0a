import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withVerifiedBundle } from '../../../electron/host/archive/bundle-reader'
import type { JobTools } from '../../../electron/host/jobs/job'
import { ok, unwrap } from '../../../shared/result'

export const quietTools = (signal = new AbortController().signal): JobTools => ({ onProgress: () => undefined, signal })

/** Every file of a verified bundle by its path in the bag. */
export async function filesOf(path: string): Promise<Map<string, Buffer>> {
  return unwrap(
    await withVerifiedBundle(path, quietTools(), async ({ manifest, read }) => {
      const files = new Map<string, Buffer>()
      for (const name of manifest.keys()) files.set(name, Buffer.from(await read(name)))
      return ok(files)
    }),
  )
}

/** Puts bytes into a material store; answers their sha512. */
export function storeBytes(store: string, bytes: Uint8Array): string {
  const sha512 = createHash('sha512').update(bytes).digest('hex')
  writeFileSync(join(store, sha512), bytes)
  return sha512
}
