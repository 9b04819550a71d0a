import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Material } from '../../../shared/review/materials'
import type { FileSystem } from '../files/file-system'
import { isMaterialName, materialPath } from '../materials/store'
import type { ZipEntry } from './zip-writer'

/** Bytes up to which a file is read at once: twenty thousand streams cost more than what is in them. */
const SMALL = 256 * 1024

/** A material that can no longer be read, or is no longer what it was. */
export class DamagedMaterial extends Error {
  constructor(readonly sha512: string) {
    super('a material is damaged')
  }
}

/** The materials whose files stand in the store with the right size, by sha512. What is in them is compared as they go into a bundle. */
export async function storedMaterials(
  files: FileSystem,
  folder: string,
  materials: readonly Material[],
): Promise<ReadonlySet<string>> {
  const stored = await Promise.all(
    materials.map(async ({ sha512, bytes }) => {
      if (!isMaterialName(sha512)) return null
      const facts = await files.stat(materialPath(folder, sha512)).catch(() => null)
      return facts?.bytes === bytes ? sha512 : null
    }),
  )
  return new Set(stored.filter((sha512) => sha512 !== null))
}

/** ARC10: a material as an entry, hashed as it is read: the bundle fails with DamagedMaterial when it is not what its name says. */
export function materialEntry(
  files: FileSystem,
  folder: string,
  path: string,
  material: Pick<Material, 'sha512' | 'bytes'>,
): ZipEntry {
  const { sha512, bytes } = material
  const open = () => Readable.from(checked(files, materialPath(folder, sha512), material), { objectMode: false })
  return { path, size: bytes, open }
}

async function* checked(
  files: FileSystem,
  path: string,
  { sha512, bytes }: Pick<Material, 'sha512' | 'bytes'>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha512')
  try {
    const content = bytes <= SMALL ? [await files.readFile(path)] : createReadStream(path, { highWaterMark: SMALL })
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      yield chunk
    }
  } catch {
    throw new DamagedMaterial(sha512)
  }
  if (hash.digest('hex') !== sha512) throw new DamagedMaterial(sha512)
}
