import { expect, test } from 'vitest'
import { crateSchema } from '../../../../shared/archive/crate'
import { fullReview } from '../../../helpers/full-review'
import { hostileReview } from '../../../helpers/hostile-review'
import type { MadeReview } from '../../../helpers/review-maker'
import { filesOf, newPlace, saveReview, storeBytes } from '../../helpers/bundles'

async function crateOf({ review, materials }: { review: MadeReview; materials: readonly Uint8Array[] }, withDesk = false) {
  const place = newPlace()
  materials.forEach((bytes) => storeBytes(place.materialsFolder, bytes))
  const files = await filesOf((await saveReview(review, place, { withDesk })).path)
  return { files, crate: crateSchema.parse(JSON.parse(files.get('data/ro-crate-metadata.json')?.toString() ?? '')) }
}

test('[RND8] every file of the payload is an entity with its kind and size, and every part a file', async () => {
  for (const [given, withDesk] of [
    [fullReview(), false],
    [fullReview(), true],
    [hostileReview(), false],
  ] as const) {
    const { files, crate } = await crateOf(given, withDesk)
    const [, root, ...others] = crate['@graph']
    const sizes = new Map(others.map((each) => [decodeURIComponent(each['@id']), each['contentSize']]))
    expect(root.datePublished).toMatch(/^2026-11-24T/)
    const payload = [...files].filter(([path]) => !path.startsWith('data/ro-crate-'))
    expect(root.hasPart).toHaveLength(payload.length)
    for (const [path, bytes] of payload) expect(sizes.get(path.replace('data/', '')), path).toBe(String(bytes.length))
  }
})

test('[RND8] a crate whose part is no file, or whose reference leads nowhere, is none', async () => {
  const { crate } = await crateOf(fullReview())
  const [descriptor, root, ...others] = crate['@graph']
  const graph = (...entities: unknown[]) => crateSchema.safeParse({ ...crate, '@graph': entities }).success
  expect(graph(descriptor, root, ...others)).toBe(true)
  expect(graph(descriptor, { ...root, hasPart: root.hasPart.slice(1) }, ...others)).toBe(false)
  expect(graph(descriptor, { ...root, mentions: { '@id': '#gone' } }, ...others)).toBe(false)
  expect(graph(descriptor, root, ...others, others[0])).toBe(false)
  expect(graph(root, descriptor, ...others)).toBe(false)
})
