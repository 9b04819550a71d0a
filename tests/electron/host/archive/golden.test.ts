import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { minutesFragment, minutesJson } from '../../../../shared/minutes/fragments'
import { loadDoc, readRecord } from '../../../../shared/record/document'
import { chainProblems } from '../../../../shared/record/log'
import { unwrap } from '../../../../shared/result'
import { filesOf, newPlace, quietTools } from '../../helpers/bundles'

// A bundle of every format ever released. These files are never made again: what was saved once opens for ever.
const fixtures = join(import.meta.dirname, '../../../fixtures')
const golden = readdirSync(fixtures).filter((name) => name.endsWith('.zip'))

interface Told {
  readonly record: Record<string, { readonly id: string }[]>
  readonly minutes: { readonly itemId: string | null; readonly content: unknown }[]
}

test.each(golden)('[ARC7] %s opens, and says today what it said when it was saved', async (name) => {
  const path = join(fixtures, name)
  const place = newPlace()
  const opened = unwrap(
    await openArchive(nodeFileSystem(), { bundle: path, materialsFolder: place.materialsFolder }, quietTools()),
  )
  const told = JSON.parse((await filesOf(path)).get('data/record/review.json')?.toString() ?? '') as Told
  const doc = (docId: string) => loadDoc(opened.parts.filter((part) => part.docId === docId).map(({ update }) => update))
  const record = readRecord(doc('record')) as unknown as Record<string, Record<string, unknown>>
  for (const [collection, entities] of Object.entries(told.record)) {
    expect(Object.keys(record[collection] ?? {}).sort(), collection).toEqual(entities.map(({ id }) => id).sort())
    for (const entity of entities) expect(record[collection]?.[entity.id]).toMatchObject(entity)
  }
  const minutes = doc('minutes')
  for (const { itemId, content } of told.minutes) expect(minutesJson(minutesFragment(minutes, itemId))).toEqual(content)
  expect(chainProblems(opened.log)).toEqual([])
  const kept = readdirSync(place.materialsFolder)
  expect(kept.sort()).toEqual(
    [...new Set(Object.values(record['materials'] ?? {}).map((one) => (one as { sha512: string }).sha512))].sort(),
  )
  expect(kept.map((sha512) => readFileSync(join(place.materialsFolder, sha512)).length).every((bytes) => bytes > 0)).toBe(true)
})

test('there is a golden bundle of every format', () => {
  expect(golden).toContain('bundle-format-1.zip')
})
