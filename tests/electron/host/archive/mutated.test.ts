import fc from 'fast-check'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import type { OpenOutput } from '../../../../electron/host/jobs/job'
import { loadDoc, readRecord } from '../../../../shared/record/document'
import { chainProblems } from '../../../../shared/record/log'
import { ok, type Result, unwrap } from '../../../../shared/result'
import { bagOfReview, bagZip } from '../../helpers/bags'
import { filesOf, quietTools, treeOf } from '../../helpers/bundles'
import { anyMutation, mutated } from '../../helpers/mutate'
import { tempFolder } from '../../helpers/temp-folder'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const runs = isProof ? 1_000 : 60
const fixture = 'tests/fixtures/bundle-format-1.zip'

/** Opens bytes as a staged bundle; asserts what holds for all of them. */
async function opened(bytes: Buffer): Promise<Result<OpenOutput & { files: ReadonlyMap<string, Buffer> }, unknown>> {
  const all = tempFolder()
  const [staging, materialsFolder] = [join(all, 'a/staging'), join(all, 'a/materials')]
  for (const folder of [staging, materialsFolder]) mkdirSync(folder, { recursive: true })
  const bundle = join(staging, 'x.zip')
  writeFileSync(bundle, bytes)
  const before = treeOf(all)
  const started = performance.now()
  const result = await openArchive(nodeFileSystem(), { bundle, materialsFolder }, quietTools())
  expect(performance.now() - started).toBeLessThan(3_000)
  const after = treeOf(all).filter((line) => result.ok === false || !line.startsWith(`${materialsFolder}/`))
  expect(after).toEqual(before)
  if (!result.ok) {
    expect(['malformed', 'altered', 'newer', 'too-large', 'no-review']).toContain(result.error.kind)
    expect(result.error.message).not.toBe('')
  }
  const answer = result.ok ? ok({ ...result.value, files: await filesOf(bundle) }) : result
  rmSync(all, { recursive: true })
  return answer
}

/** Mostly one: more hide each other. */
const someMutations = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyMutation, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(anyMutation, { minLength: 2, maxLength: 4 }) },
)

const counted = () => ({ refused: 0, opened: 0 })

test('[ARC15] a bundle damaged anywhere is refused with words or opens as it was: no crash, no hang, nothing else written', async () => {
  const good = readFileSync(fixture)
  const whole = unwrap(await opened(good))
  const deflated = bagZip(await bagOfReview(fixture), 'bag/', { deflate: true })
  const count = counted()
  await fc.assert(
    fc.asyncProperty(fc.boolean(), someMutations, async (isDeflated, mutations) => {
      const bytes = mutations.reduce<Buffer>((before, mutation) => mutated(before, mutation), isDeflated ? deflated : good)
      const result = await opened(bytes)
      if (result.ok) expect(result.value).toEqual(whole)
      count[result.ok ? 'opened' : 'refused']++
    }),
    { numRuns: runs },
  )
  if (isProof) console.log(`= damaged bundles: ${count.refused} refused, ${count.opened} opened as they were`)
})

const parts = ['record.ydoc', 'minutes.ydoc', 'review.json', 'log.jsonl', 'log-payloads.jsonl'].map((name) => `record/${name}`)

test('[ARC15] a bundle whose record is damaged under manifests that are right is refused with words or can be read', async () => {
  const count = counted()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), someMutations, async (part, mutations) => {
      const bag = await bagOfReview(fixture, (files) => {
        files[part] = mutations.reduce<Uint8Array>(
          (before, mutation) => mutated(before, mutation),
          files[part] ?? new Uint8Array(),
        )
      })
      const result = await opened(bagZip(bag))
      count[result.ok ? 'opened' : 'refused']++
      if (!result.ok) return
      readRecord(loadDoc(result.value.parts.filter(({ docId }) => docId === 'record').map(({ update }) => update)))
      chainProblems(result.value.log)
    }),
    { numRuns: runs },
  )
  if (isProof) console.log(`= damaged records: ${count.refused} refused, ${count.opened} opened`)
})
