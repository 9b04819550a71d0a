import { appendFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { encodeAny } from 'lib0/buffer'
import { expect, test } from 'vitest'
import { type Fault, faultyFiles } from '../../helpers/faulty-files'
import { createWriter, logLine, REVIEW, wordsOf } from '../../helpers/commits'
import { tempFolder } from '../../helpers/temp-folder'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { writeWhole } from '../../../../electron/host/files/safe-write'
import { frameOf, scanFrames } from '../../../../electron/host/journal/frame'
import { openJournal } from '../../../../electron/host/journal/journal'
import { loadJournal } from '../../../../electron/host/journal/load'
import { currentDocs } from '../../../../electron/host/journal/review-copy'
import { unwrap } from '../../../../shared/result'

const files = nodeFileSystem()
const read = async (folder: string) => loadJournal(files, folder, REVIEW)

test('[JRN2] appends are answered after their fsync, and those that wait share one', async () => {
  const folder = join(tempFolder(), REVIEW)
  const faulty = faultyFiles()
  const journal = await openJournal(faulty, folder, REVIEW)
  const writer = createWriter()
  unwrap(await journal.append([writer.next('first')]))
  const before = faulty.calls.filter(({ name }) => name === 'datasync').length
  const answers = Array.from({ length: 50 }, async (_, index) => {
    unwrap(await journal.append([writer.next(`w${index}`)]))
    const [lastWrite, lastSync] = ['write', 'datasync'].map((wanted) => faulty.calls.map(({ name }) => name).lastIndexOf(wanted))
    expect(lastSync).toBeGreaterThan(lastWrite ?? 0)
  })
  await Promise.all(answers)
  expect(faulty.calls.filter(({ name }) => name === 'datasync').length - before).toBeLessThanOrEqual(2)
  await journal.close()
  expect(wordsOf((await read(folder)).copy)).toHaveLength(51)
})

test('[JRN5] a commit sent twice, in one call, side by side or after a restart, counts once', async () => {
  const folder = join(tempFolder(), REVIEW)
  const journal = await openJournal(files, folder, REVIEW)
  const commit = createWriter().next('once')
  const stored = await Promise.all([journal.append([commit, commit]), journal.append([commit])])
  expect(stored.map(unwrap)).toEqual([1, 0])
  await journal.close()
  const again = await openJournal(files, folder, REVIEW, { rotateCommits: 1 })
  expect(unwrap(await again.append([commit]))).toBe(0)
  const other = { ...createWriter().next('other'), log: [logLine('once'), logLine('other')] }
  expect(unwrap(await again.append([other]))).toBe(1)
  await again.close()
  expect((await read(folder)).copy.log.map(({ entry }) => entry.verb)).toEqual(['say-once', 'say-other'])
  const rotated = await openJournal(files, folder, REVIEW)
  expect(unwrap(await rotated.append([commit, other]))).toBe(0)
  await rotated.close()
})

test('[JRN6] a thousand waiting updates are applied in one transaction per document', async () => {
  const folder = join(tempFolder(), REVIEW)
  const journal = await openJournal(files, folder, REVIEW, { rotateCommits: 5_000 })
  const writer = createWriter()
  unwrap(await journal.append(Array.from({ length: 1000 }, (_, index) => writer.next(`w${index}`))))
  let transactions = 0
  journal.copy.docs.record.on('afterTransaction', () => transactions++)
  expect(currentDocs(journal.copy).record.getMap('words').size).toBe(1000)
  expect(transactions).toBe(1)
  await journal.close()
})

/** Writes 24 commits with rotations in between; answers which were acknowledged. */
async function session(folder: string, fault: Fault): Promise<{ acknowledged: string[]; calls: number }> {
  const faulty = faultyFiles(fault)
  const acknowledged: string[] = []
  try {
    const journal = await openJournal(faulty, folder, REVIEW, { rotateCommits: 8 })
    const writer = createWriter()
    for (let index = 0; index < 24; index++) {
      const commit = writer.next(`w${index}`)
      // Sent again until it is acknowledged, as the renderer does.
      for (let attempt = 0; attempt < 3; attempt++) {
        const result = await journal.append([commit])
        if (!result.ok) continue
        acknowledged.push(`w${index}`)
        break
      }
      if (index % 8 === 7) await journal.idle()
    }
    await journal.close()
  } catch {
    // The journal could not even be opened: nothing was acknowledged.
  }
  return { acknowledged, calls: faulty.calls.length }
}

// Every call fails once with EIO; with the other codes a third of them, all of them in the proof.
const others = process.env['REVIEW_ROOM_PROOF'] === '1' ? 1 : 3

test.each([
  ['EIO', 1],
  ['ENOSPC', others],
  ['EPERM', others],
])(
  '[JRN7] with %s at any one call every acknowledged commit is found',
  async (code, step) => {
    const { calls } = await session(join(tempFolder(), REVIEW), () => null)
    for (let nth = 0; nth < calls; nth += step) {
      const folder = join(tempFolder(), REVIEW)
      const { acknowledged } = await session(folder, ({ index }) => (index === nth ? code : null))
      const found = acknowledged.length === 0 ? [] : wordsOf((await read(folder)).copy)
      expect([nth, acknowledged.filter((word) => !found.includes(word))]).toEqual([nth, []])
      expect([nth, acknowledged.length]).toEqual([nth, nth < 4 ? expect.any(Number) : 24])
    }
  },
  120_000,
)

test('[JRN7] a disk that dies at any call, as by a kill, keeps every acknowledged commit', async () => {
  const { calls } = await session(join(tempFolder(), REVIEW), () => null)
  for (let nth = 0; nth < calls; nth += 3) {
    const folder = join(tempFolder(), REVIEW)
    const { acknowledged } = await session(folder, ({ index }) => (index >= nth ? 'EIO' : null))
    const found = acknowledged.length === 0 ? [] : wordsOf((await read(folder)).copy)
    expect([nth, acknowledged.filter((word) => !found.includes(word))]).toEqual([nth, []])
  }
}, 120_000)

test('[JRN7] a generation that has its name although the fsync of its folder failed is the one that goes on', async () => {
  const folder = join(tempFolder(), REVIEW)
  let isFailing = false
  const faulty = faultyFiles(({ name }) => (isFailing && name === 'syncFolder' ? 'EIO' : null))
  const journal = await openJournal(faulty, folder, REVIEW, { rotateCommits: 8 })
  const writer = createWriter()
  unwrap(await journal.append([writer.next('first')]))
  isFailing = true
  unwrap(await journal.append(Array.from({ length: 8 }, (_, index) => writer.next(`w${index}`))))
  await journal.idle()
  isFailing = false
  unwrap(await journal.append([writer.next('later')]))
  await journal.close()
  expect(wordsOf((await read(folder)).copy)).toHaveLength(10)
})

test('[JRN7] a snapshot that reads back differently gets no name, and the generation before is continued', async () => {
  const folder = join(tempFolder(), REVIEW)
  const faulty = faultyFiles()
  const journal = await openJournal(faulty, folder, REVIEW, { rotateCommits: 8 })
  const writer = createWriter()
  unwrap(await journal.append([writer.next('first')]))
  faulty.readFile = async (path) => (await files.readFile(path)).map((byte, at) => (at === 100 ? byte ^ 1 : byte))
  unwrap(await journal.append(Array.from({ length: 8 }, (_, index) => writer.next(`w${index}`))))
  await journal.idle()
  unwrap(await journal.append([writer.next('later')]))
  await journal.close()
  expect(readdirSync(folder)).toEqual(['00000001.journal'])
  expect(wordsOf((await read(folder)).copy)).toHaveLength(10)
})

test('[JRN7] rotation keeps the generation before and removes older ones', async () => {
  const folder = join(tempFolder(), REVIEW)
  await session(folder, () => null)
  expect(readdirSync(folder).sort()).toEqual(['00000003.journal', '00000004.journal'])
  expect(wordsOf((await read(folder)).copy)).toHaveLength(24)
})

test('[JRN8] after EIO at fsync a new file with a snapshot takes over and the old one is never synced again', async () => {
  const folder = join(tempFolder(), REVIEW)
  let failures = 0
  const faulty = faultyFiles(({ name }) => (name === 'datasync' && failures++ === 0 ? 'EIO' : null))
  const journal = await openJournal(faulty, folder, REVIEW)
  const writer = createWriter()
  for (const word of ['one', 'two', 'three']) unwrap(await journal.append([writer.next(word)]))
  await journal.close()
  const synced = faulty.calls.filter(({ name }) => name === 'datasync').map(({ path }) => path.slice(-16))
  expect(synced).toEqual(['00000001.journal', '00000002.journal'])
  const newest = scanFrames(await files.readFile(join(folder, '00000002.journal')))
  expect(newest.frames.map(({ value }) => value?.kind)).toEqual(['snapshot', 'commit', 'commit'])
  expect(wordsOf((await read(folder)).copy)).toEqual(['one', 'three', 'two'])
})

test('[JRN9] a full disk is told, the half-written frame is cut off, and appending goes on when there is room', async () => {
  const folder = join(tempFolder(), REVIEW)
  let isFull = false
  const faulty = faultyFiles(({ name }) => (isFull && name === 'write' ? 'ENOSPC' : null))
  const journal = await openJournal(faulty, folder, REVIEW)
  const writer = createWriter()
  unwrap(await journal.append([writer.next('one')]))
  isFull = true
  const two = writer.next('two')
  expect(await journal.append([two])).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
  expect((await read(folder)).notices).toHaveLength(1)
  isFull = false
  expect(unwrap(await journal.append([two]))).toBe(1)
  await journal.close()
  const after = await read(folder)
  expect([wordsOf(after.copy), after.notices]).toEqual([['one', 'two'], []])
})

test('[JRN10] unknown frames and updates that cannot be applied are kept over generations', async () => {
  const folder = join(tempFolder(), REVIEW)
  const journal = await openJournal(files, folder, REVIEW)
  const bad = { ...createWriter().next('bad'), parts: [{ docId: 'record' as const, update: new Uint8Array([9, 9, 9, 9]) }] }
  unwrap(await journal.append([createWriter().next('good'), bad]))
  await journal.close()
  const future = encodeAny({ kind: 'of tomorrow', text: 'x' })
  const file = await files.open(join(folder, '00000001.journal'), 'a')
  await writeWhole(file, frameOf(future))
  await file.close()
  const again = await openJournal(files, folder, REVIEW, { rotateCommits: 1 })
  unwrap(await again.append([createWriter().next('more')]))
  await again.close()
  const { copy, generation, notices } = await read(folder)
  expect(generation).toBe(2)
  expect(copy.kept.some((bytes) => Buffer.compare(bytes, future) === 0)).toBe(true)
  expect(copy.refused).toBe(1)
  expect(wordsOf(copy)).toEqual(['good', 'more'])
  expect(notices).toHaveLength(1)
})

test('[JRN11] appends, also over restarts and behind a torn tail, go on in one file where no appending handle can cut', async () => {
  const folder = join(tempFolder(), REVIEW)
  const writer = createWriter()
  for (const word of ['one', 'two', 'three']) {
    const problems: string[] = []
    const faulty = faultyFiles()
    const journal = await openJournal(faulty, folder, REVIEW, { onProblem: (what) => void problems.push(what) })
    unwrap(await journal.append([writer.next(word)]))
    unwrap(await journal.append([writer.next(`${word} more`)]))
    await journal.close()
    expect(problems).toEqual([])
    expect(faulty.calls.filter(({ name }) => name === 'truncate')).toHaveLength(word === 'three' ? 1 : 0)
    expect(readdirSync(folder)).toEqual(['00000001.journal'])
    if (word === 'two') appendFileSync(join(folder, '00000001.journal'), frameOf(encodeAny({ kind: 'torn' })).subarray(0, 50))
  }
  const { copy, notices } = await read(folder)
  expect([wordsOf(copy), notices]).toEqual([['one', 'one more', 'three', 'three more', 'two', 'two more'], []])
})

test('[JRN11] a file that became shorter than what was acknowledged is not continued; a new one has everything', async () => {
  const folder = join(tempFolder(), REVIEW)
  const writer = createWriter()
  unwrap(await (await openJournal(files, folder, REVIEW)).append([writer.next('one')]))
  const journal = await openJournal(files, folder, REVIEW)
  truncateSync(join(folder, '00000001.journal'), 20)
  unwrap(await journal.append([writer.next('two')]))
  await journal.close()
  expect(readdirSync(folder)).toEqual(['00000001.journal', '00000002.journal'])
  const { copy, notices } = await read(folder)
  expect([wordsOf(copy), notices]).toEqual([['one', 'two'], []])
})

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  '[FIL4] a scanner that holds the journal for a moment (%s) costs no generation and no rotation',
  async (code) => {
    const folder = join(tempFolder(), REVIEW)
    let held = 0
    const faulty = faultyFiles(({ name, path }) =>
      (name === 'rename' || (name === 'open' && path.endsWith('.journal'))) && held++ % 3 < 2 ? code : null,
    )
    const problems: string[] = []
    const journal = await openJournal(faulty, folder, REVIEW, { rotateCommits: 4, onProblem: (what) => void problems.push(what) })
    const writer = createWriter()
    for (let index = 0; index < 6; index++) {
      unwrap(await journal.append([writer.next(`w${index}`)]))
      await journal.idle()
    }
    await journal.close()
    expect(problems).toEqual([])
    expect(readdirSync(folder)).toEqual(['00000001.journal', '00000002.journal'])
    expect(wordsOf((await read(folder)).copy)).toHaveLength(6)
  },
)
