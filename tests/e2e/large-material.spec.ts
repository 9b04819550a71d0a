import { createHash } from 'node:crypto'
import { closeSync, createReadStream, ftruncateSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type App, expect, openSample, tempFolder, test } from './helpers/app'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const MEBIBYTE = 1024 * 1024
/** Just below the limit in the proof. */
const MEBIBYTES = isProof ? 2047 : 96
/** More than this the host may not take for a file, whatever its size. */
const MOST_MORE = 90 * MEBIBYTE

test.use({ trace: 'off' })

/** A file of so many MiB that takes no room on the disk but for its first and last bytes. */
function largeFile(name: string, mebibytes: number): string {
  const path = join(tempFolder('large'), name)
  const file = openSync(path, 'w')
  writeSync(file, 'begin')
  ftruncateSync(file, mebibytes * MEBIBYTE)
  writeSync(file, 'end', mebibytes * MEBIBYTE - 3)
  closeSync(file)
  return path
}

const stored = (app: App): string[] => readdirSync(join(app.data, 'materials'))

/** Most memory that the host ever took, in bytes. */
function peakOf({ pid }: App): number {
  const kibibytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

test('[MTS2] [MTS3] a large material streams into the store, can be stopped on its way, and the host takes no more memory for it', async ({
  app,
}) => {
  test.setTimeout(isProof ? 600_000 : 120_000)
  const page = await app.open()
  const at = await openSample(page)
  await page.goto(`${at}/prepare`)
  await page.getByRole('tab', { name: /^Materials/ }).click()
  const give = async (path: string): Promise<void> => {
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add files' }).click()
    await (await chosen).setFiles(path)
  }
  await give(largeFile('first.bin', 8))
  await expect(page.getByRole('button', { name: 'Remove first.bin' })).toBeVisible()
  const before = peakOf(app)

  const path = largeFile('telemetry.bin', MEBIBYTES)
  await give(path)
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await expect.poll(() => stored(app), { timeout: 20_000 }).toHaveLength(1)
  await expect(page.getByRole('button', { name: 'Remove telemetry.bin' })).toHaveCount(0)

  await give(path)
  await expect(page.getByRole('button', { name: 'Remove telemetry.bin' })).toBeVisible({ timeout: isProof ? 300_000 : 60_000 })
  const more = peakOf(app) - before
  console.log(`= large material: ${MEBIBYTES} MiB taken in, ${Math.round(more / MEBIBYTE)} MiB more memory at most`)
  expect(more).toBeLessThan(MOST_MORE)
  expect(stored(app)).toContain(await sha512Of(path))
})
