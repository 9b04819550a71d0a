import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { verifyPath } from '../../../../electron/host/archive/verify-path'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { loadDoc, readDesk, readRecord } from '../../../../shared/record/document'
import type { DocId } from '../../../../shared/record/commit'
import { unwrap } from '../../../../shared/result'
import { anyDraw, inputFor } from '../../../helpers/any-verb'
import { differences } from '../../../helpers/compare-bundles'
import { makeReview, type MadeReview, paragraph } from '../../../helpers/review-maker'
import { addMaterial, filesOf, newPlace, quietTools, saveReview } from '../../helpers/bundles'

const runs = process.env['REVIEW_ROOM_PROOF'] === '1' ? 1_000 : 20

const oddTexts = [
  '👩‍💻 Überblick 🏳️‍🌈.pptx',
  'قرار المجموعة.pdf',
  '\u202egnp.exe',
  'CON',
  'nul.txt',
  'LPT¹.tar.gz',
  '長'.repeat(100),
  `${'é'.repeat(150)}.md`,
  'e\u0301.txt',
  '\u212b.txt',
  'ﬁ.txt',
  'fi.txt',
  'FI.TXT',
  'straße',
  'İstanbul',
  '../../etc/passwd',
  'C:\\x',
  'a\u0000b\u001b[2J',
  '100%25 a%0Ab\r\nc',
  '\ud800 alone',
  ' . ',
  '...',
  'bagit.txt',
  '\u0338 first',
  '"><script>',
] as const

const anyText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 300 }), fc.string())

const anyReview = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  title: anyText.filter((text) => text.trim() !== ''),
  texts: fc.array(anyText, { maxLength: 4 }),
  draws: fc.array(anyDraw, { maxLength: 15 }),
  materials: fc.array(
    fc.tuple(
      anyText.filter((text) => text !== ''),
      fc.uint8Array({ maxLength: 2_000 }),
    ),
    { maxLength: 6 },
  ),
  withDesk: fc.boolean(),
})

type AnyReview = typeof anyReview extends fc.Arbitrary<infer Value> ? Value : never

/** The review drawn, its materials in the store; what a rule refuses is left out. */
function build({ seed, title, texts, draws, materials }: AnyReview, store: string): MadeReview {
  const review = makeReview(seed)
  review.act('editReview', { title, purpose: texts.join('\n') })
  for (const [name, bytes] of materials) addMaterial(review, store, name, bytes)
  for (const draw of draws) {
    const input = inputFor(draw, review.state()) as never
    if (review.rule(draw.name, input) === 'ok') review.act(draw.name, input)
  }
  const item = Object.keys(review.state().record.agenda)[0] ?? null
  review.write(item, ...texts.filter((text) => text !== '').map((text) => paragraph(text)))
  return review
}

type SomeParts = readonly { readonly docId: DocId; readonly update: Uint8Array }[]

function contentOf(parts: SomeParts) {
  const doc = (wanted: DocId) => loadDoc(parts.filter(({ docId }) => docId === wanted).map(({ update }) => update))
  return { record: readRecord(doc('record')), desk: readDesk(doc('desk')) }
}

const byHash = <Line extends { readonly hash: string }>(log: readonly Line[]) =>
  [...log].sort((left, right) => (left.hash < right.hash ? -1 : 1))

test('[ARC14] every bundle that can be written is valid and opens, and the review comes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyReview, async (drawn) => {
      const [here, there] = [newPlace(), newPlace()]
      const review = build(drawn, here.materialsFolder)
      const saved = await saveReview(review, here, { withDesk: drawn.withDesk })
      expect(saved.missing.filter((name) => drawn.materials.some(([each]) => each === name))).toEqual([])
      expect(unwrap(await verifyPath(saved.path, quietTools())).findings).toEqual([])

      const opened = unwrap(
        await openArchive(nodeFileSystem(), { bundle: saved.path, materialsFolder: there.materialsFolder }, quietTools()),
      )
      const before = contentOf(review.parts())
      const after = contentOf(opened.parts)
      expect(after.record).toEqual(before.record)
      if (drawn.withDesk) expect(after.desk).toEqual(before.desk)
      else expect(opened.parts.map(({ docId }) => docId)).not.toContain('desk')
      expect(byHash(opened.log)).toEqual(byHash(review.log))
      // Materials that were removed again stay here.
      const named = new Set(Object.values(before.record.materials).map(({ sha512 }) => sha512))
      const kept = readdirSync(there.materialsFolder).sort()
      expect(kept).toEqual(
        readdirSync(here.materialsFolder)
          .filter((sha512) => named.has(sha512))
          .sort(),
      )
      for (const sha512 of kept)
        expect(readFileSync(join(there.materialsFolder, sha512)).equals(readFileSync(join(here.materialsFolder, sha512)))).toBe(
          true,
        )

      // The minutes and every rendering.
      const comesBack = { ...review, parts: () => opened.parts.map((part) => ({ ...part })), log: [...opened.log] }
      const again = await saveReview(comesBack, there, { withDesk: drawn.withDesk })
      expect(differences(await filesOf(saved.path), await filesOf(again.path))).toEqual([])
      expect(again.sha512).toBe(saved.sha512)
    }),
    { numRuns: runs, endOnFailure: true },
  )
  if (runs > 100) console.log(`= bundles of any review: ${runs} written, verified, opened and written again, all the same`)
})
