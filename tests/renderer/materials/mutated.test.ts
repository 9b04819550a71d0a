import { expect, test } from 'vitest'
import type { ParserName } from '../../../renderer/features/materials/limits'
import { parse } from '../../../renderer/features/materials/parsers'
import { randomFrom } from '../../e2e/helpers/typist'
import { csvSeed, markdownSeed, mutated, notebookSeed } from '../../helpers/material-seeds'

const times = process.env['REVIEW_ROOM_PROOF'] === '1' ? 2_000 : 200

const seeds: readonly (readonly [ParserName, string, () => Buffer])[] = [
  ['table', 'load.csv', csvSeed],
  ['notebook', 'data.ipynb', notebookSeed],
  ['markdown', 'card.md', markdownSeed],
  ['text', 'card.txt', markdownSeed],
]

test.each(seeds)(
  `[VIW1] [VIW3] of ${times} damaged files, %s: each is content or a reason, within three seconds`,
  (name, file, make) => {
    const [seed, random] = [make(), randomFrom(7)]
    expect(parse(name, { bytes: seed, isWhole: true, name: file }).value).not.toBe(null)
    let [slowest, shown] = [0, 0]
    for (let at = 0; at < times; at++) {
      const piece = { bytes: mutated(seed, random), isWhole: random() < 0.8, name: file }
      const began = performance.now()
      const { value, why } = parse(name, piece)
      slowest = Math.max(slowest, performance.now() - began)
      if (value === null) expect(why).toMatch(/^\S.{3,}/)
      else {
        shown++
        // It goes from the worker to the page.
        structuredClone(value)
      }
    }
    console.log(`${file}: ${shown} of ${times} shown, the slowest took ${Math.round(slowest)} ms`)
    expect(slowest).toBeLessThan(3_000)
  },
)

/** Hard for parsers, as large as it is read; what takes longer is given up by the worker (tests/e2e/materials.spec.ts). */
const hard: readonly (readonly [ParserName, string, string])[] = [
  ['table', 'one row', ','.repeat(4_000_000)],
  ['notebook', 'deep JSON', '['.repeat(4_000_000)],
  ['text', 'one line', 'a'.repeat(2_000_000)],
]

test.each(hard)('[VIW3] a large file of its kind is understood in three seconds: %s, %s', (name, _, text) => {
  const began = performance.now()
  const { value, why } = parse(name, { bytes: Buffer.from(text), isWhole: true, name: 'a.csv' })
  expect(value !== null || why !== '').toBe(true)
  expect(performance.now() - began).toBeLessThan(3_000)
})
