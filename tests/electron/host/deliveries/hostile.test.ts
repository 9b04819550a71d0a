import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Delivery } from '../../../../shared/host-contract'
import { unwrap } from '../../../../shared/result'
import { inlineJobs, named, newShare, type Queue, queueOver, type Share } from '../../helpers/deliveries'
import { type Fault, faultyFiles } from '../../helpers/faulty-files'

const COUNT = process.env['REVIEW_ROOM_PROOF'] === '1' ? 500 : 25
const seed = Number(process.env['REVIEW_ROOM_SEED'] ?? 20260604)

/** Numbers from 0 to 1, the same for the same seed: the upper bits of a linear congruence. */
function chanceFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

/** A folder whose drive fails at random, and in which somebody works meanwhile. */
function hostile(at: Share, chance: () => number) {
  const pick = <One>(of: readonly One[]): One => of[Math.floor(chance() * of.length)] as One
  /** What somebody put there last, by name; '' when they took it away. */
  const somebodys = new Map<string, string>()
  /** Names that changed by their hand since we last delivered there. */
  const touched = new Set<string>()
  let strangers = 0
  let isCalm = false
  let gaveUp: () => void = () => undefined

  function meddle(): void {
    if (!existsSync(at.share)) return
    const name = pick(['solar.zip', 'wind.zip', 'wind (conflict copy).zip', 'solar.zip.receipt.json'])
    const path = join(at.share, name)
    touched.add(name)
    if (chance() < 0.3) {
      rmSync(path, { force: true })
      somebodys.delete(name)
    } else {
      const text = `of somebody, ${strangers++}`
      writeFileSync(path, text)
      somebodys.set(name, text)
    }
  }

  const fault: Fault = ({ name, path }) => {
    if (isCalm || !path.startsWith(at.share)) return null
    if (['write', 'sync'].includes(name) && chance() < 0.03) meddle()
    if (chance() < 0.001) renameSync(at.share, `${at.share} away`)
    if (!existsSync(at.share)) return null
    if (chance() > 0.012) return null
    const code = pick(['short', 'short', 'ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'hang'])
    if (code === 'hang') gaveUp()
    return code
  }
  return {
    fault,
    meddle,
    somebodys,
    touched,
    back: () => existsSync(`${at.share} away`) && renameSync(`${at.share} away`, at.share),
    calm: () => void (isCalm = true),
    hangs: () => new Promise<void>((resolve) => (gaveUp = resolve)),
  }
}

/** What must never be: a partial file, a lost file of somebody else, a receipt for something else. */
function wrongs(at: Share, contents: ReadonlySet<string>, { somebodys, touched }: ReturnType<typeof hostile>): string[] {
  const wrong: string[] = []
  for (const name of readdirSync(at.share)) {
    const text = readFileSync(join(at.share, name), 'utf8')
    const isPart = name.endsWith('.part')
    if (!isPart && !name.endsWith('.json') && !contents.has(text) && somebodys.get(name) !== text)
      wrong.push(`${name} is partial`)
  }
  for (const [name, text] of somebodys)
    if (!existsSync(join(at.share, name)) || readFileSync(join(at.share, name), 'utf8') !== text)
      wrong.push(`${name} was somebody's and is lost`)
  for (const name of readdirSync(at.share)) {
    const receipt = `${name}.receipt.json`
    if (touched.has(name) || touched.has(receipt) || !existsSync(join(at.share, receipt))) continue
    const { sha512 } = JSON.parse(readFileSync(join(at.share, receipt), 'utf8')) as { sha512: string }
    if (named('', readFileSync(join(at.share, name), 'utf8')).sha512 !== sha512) wrong.push(`${receipt} tells of something else`)
  }
  return wrong
}

/** Whether the files lie there now, each with its receipt. */
function isThere(at: Share, { files }: Delivery): boolean {
  return files.every(({ as, sha512 }) => {
    const [path, receipt] = [join(at.share, as ?? ''), join(at.share, `${as}.receipt.json`)]
    if (!existsSync(path) || !existsSync(receipt)) return false
    return named('', readFileSync(path, 'utf8')).sha512 === sha512 && readFileSync(receipt, 'utf8').includes(sha512)
  })
}

test(
  `[DLV2] [DLV3] [DLV4] ${COUNT} deliveries to a hostile folder: delivered and read back, or clearly failed and retryable`,
  async () => {
    const at = await newShare()
    const chance = chanceFrom(seed)
    const drive = hostile(at, chance)
    const files = faultyFiles(drive.fault)
    const contents = new Set<string>()
    const wrong: string[] = []
    let [delivered, failed] = [0, 0]

    /** Waits for it and judges. */
    async function judge(queue: Queue, id: string): Promise<Delivery> {
      const outcome = await queue.settled(id)
      drive.back()
      wrong.push(...wrongs(at, contents, drive))
      if (outcome.state === 'failed') {
        const isKept = existsSync(join(at.folder.outbox, id))
        if (!outcome.problem?.message || outcome.problem.nextTryAt === null || !isKept) wrong.push('not clearly failed')
      } else if (isThere(at, outcome)) {
        // Somebody may have come right behind; what is there now as delivered is ours to answer for from here on.
        for (const { as } of outcome.files) [as, `${as}.receipt.json`].forEach((name) => drive.touched.delete(name ?? ''))
      }
      return outcome
    }

    for (let round = 0; round < COUNT; round++) {
      // Each round is a start of the program on the same folder.
      const queue = await queueOver(at, undefined, { jobs: inlineJobs(files, drive.hangs) })
      for (const { id, state } of queue.list()) if (state !== 'delivered') await judge(queue, id)
      const name = chance() < 0.5 ? 'solar.zip' : 'wind.zip'
      const content = `bundle ${round} ${'x'.repeat(Math.floor(chance() * 3_000))}`
      contents.add(content)
      const { id } = await queue.save(name, content, { reviewId: chance() < 0.8 ? 'r' : 'other' })
      const outcome = await judge(queue, id)
      if (outcome.state === 'delivered') delivered++
      else failed++
      await queue.close()
      if (chance() < 0.3) drive.meddle()
    }

    drive.calm()
    const last = await queueOver(at, undefined, { jobs: inlineJobs(files) })
    const late = new Set<string>()
    for (const { id, state } of last.list()) {
      if (state === 'delivered') continue
      await last.settled(id)
      unwrap(await last.act(id, 'retry'))
      const outcome = await last.settled(id)
      if (outcome.state !== 'delivered') wrong.push('not retryable')
      late.add(id)
    }
    // The next delivery takes away what those before it could not.
    contents.add('last')
    await last.settled((await last.save('last.zip', 'last')).id)
    // A later one of the same name has taken the place of an earlier one.
    const byName = new Map<string, Delivery>()
    const inOrder = [...last.list()].sort((left, right) => (left.verifiedAt ?? 0) - (right.verifiedAt ?? 0))
    for (const one of inOrder) byName.set(one.files[0]?.as ?? '', one)
    for (const one of byName.values()) if (late.has(one.id) && !isThere(at, one)) wrong.push('not there')
    wrong.push(...wrongs(at, contents, drive))
    const parts = readdirSync(at.share).filter((name) => name.endsWith('.part'))
    console.log(
      `= deliveries: ${delivered} delivered and read back, ${failed} failed and retryable, ${wrong.length} wrong (seed ${seed})`,
    )
    expect({ wrong, parts }).toEqual({ wrong: [], parts: [] })
    expect(delivered + failed).toBe(COUNT)
  },
  COUNT * 3_000,
)
