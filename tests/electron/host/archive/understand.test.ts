import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { zipStream } from '../../../../electron/host/archive/zip-writer'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { BAG_DECLARATION, manifestText } from '../../../../shared/archive/bag'
import { makeReview } from '../../../helpers/review-maker'
import { addMaterial, filesOf, newPlace, quietTools, saveReview } from '../../helpers/bundles'

/** A bag whose manifests are right for `files`, whatever they say; what is in it is `written`. */
async function bag(
  files: ReadonlyMap<string, Uint8Array>,
  info = 'Review-Room-Format: 1\n',
  written: ReadonlyMap<string, Uint8Array> = files,
): Promise<Buffer> {
  const sums = (entries: Iterable<readonly [string, Uint8Array]>) =>
    manifestText([...entries].map(([path, bytes]) => ({ path, sha512: createHash('sha512').update(bytes).digest('hex') })))
  const tags = new Map([
    ['bagit.txt', Buffer.from(BAG_DECLARATION)],
    ['bag-info.txt', Buffer.from(info)],
    ['manifest-sha512.txt', Buffer.from(sums(files))],
  ])
  const all = [...tags, ['tagmanifest-sha512.txt', Buffer.from(sums(tags))] as const, ...written]
  const chunks: Uint8Array[] = []
  for await (const chunk of zipStream(
    all.map(([path, bytes]) => ({ path: `bag/${path}`, bytes })),
    0,
  ))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function tryOpen(bytes: Buffer) {
  const place = newPlace()
  const path = join(place.folder, 'some.zip')
  writeFileSync(path, bytes)
  const result = await openArchive(nodeFileSystem(), { bundle: path, materialsFolder: place.materialsFolder }, quietTools())
  return { result, stored: readdirSync(place.materialsFolder) }
}

async function goodFiles() {
  const place = newPlace()
  const review = makeReview()
  addMaterial(review, place.materialsFolder, 'a.csv', Buffer.from('a'))
  return new Map<string, Uint8Array>(await filesOf((await saveReview(review, place)).path))
}

test('[ARC9] a bundle that matches its manifest but says nonsense is refused by file, and none of its materials is kept', async () => {
  const good = await goodFiles()
  expect((await tryOpen(await bag(good))).result).toMatchObject({ ok: true })
  const nonsense: [path: string, bytes: string | null][] = [
    ['data/record/review.json', '{'],
    ['data/record/review.json', '{"format":"other"}'],
    ['data/record/review.json', null],
    ['data/record/record.ydoc', 'not a document'],
    ['data/record/record.ydoc', '\u0000\u0000'],
    ['data/record/minutes.ydoc', '\u0001\u0002\u0003'],
    ['data/record/log.jsonl', '{"hash":1}\n'],
    ['data/record/log-payloads.jsonl', 'x\n'],
  ]
  for (const [path, content] of nonsense) {
    const files = new Map(good)
    if (content === null) files.delete(path)
    else files.set(path, Buffer.from(content))
    const { result, stored } = await tryOpen(await bag(files))
    expect(result, `${path}: ${content}`).toMatchObject({ ok: false, error: { kind: 'malformed', details: [path] } })
    expect(stored).toEqual([])
  }
})

test('[ARC9] a bundle whose documents are of another review than its overview is refused', async () => {
  const files = await goodFiles()
  files.set('data/record/review.json', Buffer.from('{"format":"review-room","reviewId":"somebody-else"}'))
  const { result, stored } = await tryOpen(await bag(files))
  expect(result).toMatchObject({ ok: false, error: { kind: 'malformed', details: ['data/record/record.ydoc'] } })
  expect(stored).toEqual([])
})

test('[ARC7] a bundle of a newer format is refused as newer', async () => {
  const good = await goodFiles()
  expect((await tryOpen(await bag(good, 'Review-Room-Format: 2\n'))).result).toMatchObject({
    ok: false,
    error: { kind: 'newer' },
  })
})

test('[ARC11] a whole bag that holds no review is refused as that, an altered one by the names of its files', async () => {
  const files = new Map([['data/notes.txt', Buffer.from('notes')]])
  const { result, stored } = await tryOpen(await bag(files, 'Source-Organization: Else\n'))
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'no-review', message: expect.stringContaining('whole bag') as string },
  })
  expect(stored).toEqual([])
  const bytes = await bag(files, 'Source-Organization: Else\n')
  // The zip's own sums are right: only the manifest can tell.
  const altered = await bag(files, 'Source-Organization: Else\n', new Map([['data/notes.txt', Buffer.from('Notes')]]))
  expect(altered.length).toBe(bytes.length)
  expect((await tryOpen(altered)).result).toMatchObject({ ok: false, error: { kind: 'altered', details: ['data/notes.txt'] } })
})
