import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BAG_DECLARATION } from '../../../shared/archive/bag'
import { filesOf } from './bundle-content'
import { type RawEntry, rawZip } from './raw-zip'

export type BagContent = Map<string, Buffer>

interface BagOptions {
  /** Of the manifests, as Node calls them. */
  readonly algorithms?: readonly string[]
  readonly declaration?: string
  /** First lines of bag-info.txt. */
  readonly info?: string
}

/** A valid bag of these files, with manifests of payload and of tag files. */
export function bagOf(
  payload: Readonly<Record<string, string | Uint8Array>>,
  { algorithms = ['sha512'], declaration = BAG_DECLARATION, info = 'Contact-Name: Ada\n' }: BagOptions = {},
): BagContent {
  const files = Object.entries(payload).map(([name, content]): [string, Buffer] => [
    `data/${name}`,
    Buffer.from(content as string),
  ])
  const bytes = files.reduce((sum, [, content]) => sum + content.length, 0)
  const sums = (algorithm: string, listed: Iterable<[string, Buffer]>) =>
    Buffer.from([...listed].map(([path, content]) => `${sumOf(algorithm, content)}  ${path}\n`).join(''))
  const tags = new Map([
    ['bagit.txt', Buffer.from(declaration)],
    ['bag-info.txt', Buffer.from(`${info}Payload-Oxum: ${bytes}.${files.length}\n`)],
    ...algorithms.map((each): [string, Buffer] => [`manifest-${each}.txt`, sums(each, files)]),
  ])
  const tagSums = algorithms.map((each): [string, Buffer] => [`tagmanifest-${each}.txt`, sums(each, tags)])
  return new Map([...tags, ...tagSums, ...files])
}

/** The bag of a review of ours, with its manifests made again round what `change` does to its files (without `data/`). */
export async function bagOfReview(path: string, change: (files: Record<string, Uint8Array>) => void = () => undefined) {
  const files = Object.fromEntries([...(await filesOf(path))].map(([name, content]) => [name.slice('data/'.length), content]))
  change(files)
  return bagOf(files, { info: 'Review-Room-Format: 1\n' })
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
