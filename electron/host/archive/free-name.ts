import { join } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import type { FileSystem } from '../files/file-system'
import { type Source, writeSafely, type Written } from '../files/safe-write'

/** Names tried beside the first: "(2)" to "(999)". */
const MOST_TWINS = 999

/** ARC10: writes `stem` + `ending` into a folder; a name that is taken gets " (2)". */
export async function writeUnderFreeName(
  files: FileSystem,
  { folder, stem, ending }: { readonly folder: string; readonly stem: string; readonly ending: string },
  source: Source,
  options: Parameters<typeof writeSafely>[3],
): Promise<Result<Written & { path: string }, HostError>> {
  for (let twin = 1; twin <= MOST_TWINS; twin++) {
    const path = join(folder, `${stem}${twin === 1 ? '' : ` (${twin})`}${ending}`)
    // Looked at first, so that a large file is not written only to find its name taken.
    const isTaken = await files.stat(path).then(
      () => true,
      () => false,
    )
    if (isTaken) continue
    const written = await writeSafely(files, path, source, { ...options, keepExisting: true })
    if (written.ok) return ok({ path, ...written.value })
    if (!written.error.details?.includes('exists')) return written
  }
  return fail({ kind: 'failed', message: 'the folder has too many files of this name' })
}
