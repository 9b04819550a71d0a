import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagFiles } from './bag-files'
import { finding, type Finding } from './bag-findings'

/** The bag in a folder. VRF2: links are told and not followed, devices told and not read. @throws errors of the system */
export async function bagInFolder(root: string): Promise<BagFiles> {
  const files = new Map<string, number>()
  const strange: Finding[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of await readdir(join(root, folder), { encoding: 'buffer' })) {
      if (!isUtf8(name)) {
        // VRF6: decoded it would be another name, under which there is nothing.
        strange.push(finding('malformed', folder + name.toString('latin1'), 'its name is not in UTF-8'))
        continue
      }
      const path = folder + name.toString()
      const facts = await lstat(join(root, path))
      if (facts.isDirectory()) folders.push(`${path}/`)
      else if (facts.isFile()) files.set(path, facts.size)
      else strange.push(finding('unsafe', path, facts.isSymbolicLink() ? 'it is a link' : 'it is no file'))
    }
  }
  const payload = await lstat(join(root, 'data')).catch(() => null)
  return {
    files,
    hasPayload: payload?.isDirectory() === true,
    strange,
    read: (path) => contentOf(join(root, path)),
    close: () => Promise.resolve(),
  }
}

/** VRF2: also of what became a link since it was looked at; Windows cannot be asked for that. */
async function* contentOf(path: string): AsyncIterable<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  yield* file.createReadStream() as AsyncIterable<Uint8Array>
}
