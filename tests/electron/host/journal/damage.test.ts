import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { frameOf, scanFrames } from '../../../../electron/host/journal/frame'
import { openJournal } from '../../../../electron/host/journal/journal'
import { loadJournal } from '../../../../electron/host/journal/load'
import { unwrap } from '../../../../shared/result'
import { createWriter, REVIEW, wordsOf } from '../../helpers/commits'
import { tempFolder } from '../../helpers/temp-folder'

const files = nodeFileSystem()
const words = ['alpha', 'beta', 'delta', 'gamma']

/** A journal of four commits; answers its file. */
async function written(folder: string): Promise<string> {
  const journal = await openJournal(files, folder, REVIEW)
  const writer = createWriter()
  for (const word of words) unwrap(await journal.append([writer.next(word)]))
  await journal.close()
  return join(folder, '00000001.journal')
}

test('[JRN3] a journal cut at any byte of its last frame loses that one only, tells it once, and goes on', async () => {
  const folder = join(tempFolder(), REVIEW)
  const path = await written(folder)
  const whole = readFileSync(path)
  const last = whole.length - (scanFrames(whole).frames.at(-1)?.bytes.length ?? 0) - 72
  for (let cut = last; cut < whole.length; cut += cut < last + 80 ? 1 : 37) {
    writeFileSync(path, whole.subarray(0, cut))
    const loaded = await loadJournal(files, folder, REVIEW)
    expect([cut, wordsOf(loaded.copy)]).toEqual([cut, words.slice(0, 3)])
    expect(loaded.notices).toHaveLength(cut === last ? 0 : 1)
  }
  const journal = await openJournal(files, folder, REVIEW)
  expect([journal.takeNotices().length, journal.takeNotices().length]).toEqual([1, 0])
  unwrap(await journal.append([createWriter().next('omega')]))
  await journal.close()
  const again = await loadJournal(files, folder, REVIEW)
  expect([again.copy.log.at(-1)?.entry.verb, again.notices]).toEqual(['say-omega', []])
})

test('[JRN4] a flipped bit anywhere never crashes, is never silent, and costs at most its own frame', async () => {
  const folder = join(tempFolder(), REVIEW)
  const path = await written(folder)
  const whole = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      const flipped = Buffer.from(whole)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(path, flipped)
      const { copy, notices } = await loadJournal(files, folder, REVIEW)
      expect(notices.length).toBeGreaterThan(0)
      expect(copy.log.length).toBeGreaterThanOrEqual(words.length - 1)
    }),
    { numRuns: 300 },
  )
})

test('[JRN4] damage in the newest generation is mended from the one before and kept aside', async () => {
  const folder = join(tempFolder(), REVIEW)
  await written(folder)
  const journal = await openJournal(files, folder, REVIEW, { rotateCommits: 1 })
  unwrap(await journal.append([createWriter().next('omega')]))
  await journal.close()
  expect(readdirSync(folder).sort()).toEqual(['00000001.journal', '00000002.journal'])
  const newest = join(folder, '00000002.journal')
  const bytes = readFileSync(newest)
  bytes[200] = (bytes[200] ?? 0) ^ 1
  writeFileSync(newest, bytes)
  const mended = await openJournal(files, folder, REVIEW)
  expect(wordsOf(mended.copy)).toEqual([...words, 'omega'].sort())
  expect(mended.damage).toHaveLength(1)
  await mended.close()
  expect(readdirSync(folder).sort()).toEqual(['00000001.journal', '00000002.journal.damaged', '00000003.journal'])
  expect((await loadJournal(files, folder, REVIEW)).notices).toEqual([])
})

test('[JRN1] bytes that do not match their hash are not used, those behind them are', () => {
  const [one, two, three] = [1, 2, 3].map((value) => frameOf(new Uint8Array(20).fill(value)))
  const file = Buffer.concat([one ?? [], two ?? [], three ?? []] as Uint8Array[])
  file[(one?.length ?? 0) + 75] = 9
  const scan = scanFrames(file)
  expect(scan.frames.map(({ bytes }) => bytes[0])).toEqual([1, 3])
  expect([scan.damaged, scan.torn, scan.goodEnd]).toEqual([true, false, file.length])
})

test('[JRN1] any bytes at all are scanned without a crash', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => scanFrames(bytes).frames.length === 0))
})
