import { join } from 'node:path'
import type { DataFolder } from '../files/data-folder'
import type { FileSystem } from '../files/file-system'
import { reviewFolder } from '../journal/journals'
import { isMaterialName, materialPath } from './store'

/** The materials that purged reviews leave behind. */
export interface UnnamedMaterials {
  /** The stored materials that a review's journal names. */
  namedBy(reviewId: string): Promise<string[]>
  /** Removes those of `hashes` that no journal names; answers those that could not be decided on. Throws when a journal cannot be read. */
  remove(hashes: readonly string[]): Promise<string[]>
}

/** `isSettled`: nothing was brought in that a journal may not name yet. */
export function unnamedMaterials(files: FileSystem, folder: DataFolder, isSettled: () => boolean): UnnamedMaterials {
  return {
    async namedBy(reviewId) {
      const stored = new Set((await files.list(folder.materials)).filter(isMaterialName))
      const named = await hashesIn(files, reviewFolder(folder.reviews, reviewId))
      return [...named].filter((hash) => stored.has(hash))
    },
    async remove(hashes) {
      // MTS6: every file of every journal counts, of deleted reviews and damaged ones too; one that cannot be read stops it.
      const named = await hashesIn(files, folder.reviews)
      const undecided: string[] = []
      for (const hash of hashes.filter((one) => !named.has(one))) {
        if (isSettled()) await files.remove(materialPath(folder.materials, hash))
        else undecided.push(hash)
      }
      return undecided
    },
  }
}

/** Every hash that stands in the files of a folder, whatever wrote them: frames hold their text as it is. */
async function hashesIn(files: FileSystem, folder: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (const name of await files.list(folder)) {
    const path = join(folder, name)
    if ((await files.stat(path)).kind === 'folder') (await hashesIn(files, path)).forEach((hash) => found.add(hash))
    else for (const hash of hashesOf(await files.readFile(path))) found.add(hash)
  }
  return found
}

function hashesOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1')
  return [...text.matchAll(/(?=([0-9a-f]{128}))/g)].map(([, hash = '']) => hash)
}
