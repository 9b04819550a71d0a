import type { BagFiles } from './bag-files'
import { finding } from './bag-findings'
import { malformed } from './refused'
import { openZip, type ZipContent } from './zip-reader'

/** A bag in a zip, and the names in it as they are. */
export interface ZippedBag extends BagFiles {
  /** The bag's folder with its slash; '' when the bag is the zip itself. */
  readonly root: string
  /** The zip itself. */
  whole(): AsyncIterable<Uint8Array>
}

/** Opens the bag in a zip: in one folder of it or at its top. @throws Refused, errors of the system */
export async function bagInZip(path: string): Promise<ZippedBag> {
  const zip = await openZip(path)
  try {
    return inZip(zip)
  } catch (error) {
    await zip.close()
    throw error
  }
}

function inZip({ entries, read, whole, close }: ZipContent): ZippedBag {
  const declared = entries.map(({ name }) => /^(?:[^/]+\/)?bagit\.txt$/.exec(name)?.[0] ?? '').filter((name) => name !== '')
  const shortest = declared.includes('bagit.txt') ? 'bagit.txt' : declared[0]
  if (shortest === undefined) throw malformed('this is a zip without a bag: it has no bagit.txt')
  const root = shortest.slice(0, -'bagit.txt'.length)
  if (root !== '' && declared.length > 1) throw malformed('the zip holds more than one bag', ...declared.slice(0, 20))
  const inside = entries.filter(({ name }) => name.startsWith(root))
  const byPath = new Map(inside.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name.slice(root.length), entry]))
  return {
    root,
    files: new Map([...byPath].map(([path, { bytes }]) => [path, bytes])),
    hasPayload: inside.some(({ name }) => name.startsWith(`${root}data/`)),
    strange: entries.filter(({ name }) => !name.startsWith(root)).map(({ name }) => finding('outside', name)),
    read(path) {
      const entry = byPath.get(path)
      if (!entry) throw malformed('a file is missing', path)
      return read(entry)
    },
    whole,
    close,
  }
}
