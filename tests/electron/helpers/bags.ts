import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BAG_DECLARATION } from '../../../shared/archive/bag'
import { type RawEntry, rawZip } from './raw-zip'

export type BagContent = Map<string, Buffer>

/** A valid bag of some text files, with a manifest of payload and of tag files by each algorithm (as Node calls it). */
export function bagOf(
  payload: Readonly<Record<string, string>>,
  { algorithms = ['sha512'], declaration = BAG_DECLARATION }: { algorithms?: readonly string[]; declaration?: string } = {},
): BagContent {
  const files = Object.entries(payload).map(([name, text]): [string, Buffer] => [`data/${name}`, Buffer.from(text)])
  const bytes = files.reduce((sum, [, content]) => sum + content.length, 0)
  const sums = (algorithm: string, listed: Iterable<[string, Buffer]>) =>
    Buffer.from([...listed].map(([path, content]) => `${sumOf(algorithm, content)}  ${path}\n`).join(''))
  const tags = new Map([
    ['bagit.txt', Buffer.from(declaration)],
    ['bag-info.txt', Buffer.from(`Contact-Name: Ada\nPayload-Oxum: ${bytes}.${files.length}\n`)],
    ...algorithms.map((each): [string, Buffer] => [`manifest-${each}.txt`, sums(each, files)]),
  ])
  const tagSums = algorithms.map((each): [string, Buffer] => [`tagmanifest-${each}.txt`, sums(each, tags)])
  return new Map([...tags, ...tagSums, ...files])
}

export function sumOf(algorithm: string, content: Uint8Array): string {
  return createHash(algorithm).update(content).digest('hex')
}

/** The bag as a zip, under `root` ('' for the top). */
export function bagZip(bag: BagContent, root = 'bag/', how: Partial<RawEntry> = {}): Buffer {
  return rawZip([...bag].map(([path, content]) => ({ name: root + path, content, ...how })))
}

/** The bag as a folder, which is made. */
export function bagFolder(bag: BagContent, folder: string): string {
  mkdirSync(join(folder, 'data'), { recursive: true })
  for (const [path, content] of bag) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
