import { copyFileSync, mkdirSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { builtShell, type Running, startShell } from '../helpers/built-shell'
import type { Moment } from '../helpers/kill-page'
import { freePort, type KillableBrowser, killableBrowser } from '../helpers/killable'
import { tempFolder } from '../helpers/temp-folder'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const [KILLS, COMMITS] = isProof ? [30, 300] : [3, 30]
const moments: readonly Moment[] = isProof ? ['typing', 'verb', 'reveal', 'compaction', 'rotation'] : ['typing', 'verb', 'reveal']
const victims = ['both', 'host', 'browser'] as const

const shell = builtShell()

beforeAll(async () => {
  const renderer = join(dirname(shell.main()), '..', 'renderer')
  mkdirSync(join(renderer, 'assets'))
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      outDir: join(renderer, 'assets'),
      rolldownOptions: { input: 'tests/electron/helpers/kill-page.ts', output: { entryFileNames: 'page.js' } },
    },
  })
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><title>Kill</title><link rel="icon" href="data:,"><script type="module" src="/assets/page.js"></script>',
  )
  copyFileSync(join(renderer, 'index.html'), join(renderer, 'wall.html'))
}, 60_000)

interface Place {
  readonly port: number
  readonly data: string
  profile: string
}

interface Program {
  readonly browser: KillableBrowser
  readonly host: Running
}

async function start({ port, data, profile }: Place): Promise<Program> {
  const host = startShell(shell.main(), ['--port', String(port), '--data-dir', data])
  const browser = await killableBrowser(profile)
  const { url } = await host
  expect(url).not.toBe('')
  await browser.page.goto(url)
  await browser.page.waitForFunction(() => 'kill' in window)
  return { browser, host: await host }
}

async function stop({ browser, host }: Program): Promise<void> {
  await browser.kill()
  host.process.kill('SIGKILL')
  await host.ended
}

/** Works until the moment comes after so many acknowledged marks, then kills; answers what was acknowledged before. */
async function killAt(
  place: Place,
  reviewId: string,
  { round, moment, commits, isHasty = false }: { round: number; moment: Moment; commits: number; isHasty?: boolean },
): Promise<string[]> {
  const program = await start(place)
  const { page } = program.browser
  const acknowledged: string[] = []
  let due: () => void = () => undefined
  const isDue = new Promise<void>((resolve) => (due = resolve))
  const begins = (begun: Moment) => acknowledged.length >= commits && begun === moment && due()
  await page.exposeFunction('acknowledge', (marks: string[]) => void acknowledged.push(...marks))
  await page.exposeFunction('begin', begins)
  const watcher = watch(join(place.data, 'reviews'), { recursive: true }, (_event, name) => {
    if (name?.endsWith('.part')) begins('rotation')
  })
  const failed = page.evaluate(([id, at, hasty]) => window.kill.work(id, at, hasty), [reviewId, round, isHasty] as const)
  await Promise.race([isDue, failed])
  if (!isHasty) await pause(Math.random() * 4)
  watcher.close()
  const known = [...acknowledged]
  const victim = victims[round % victims.length]
  if (victim !== 'host') await program.browser.kill()
  if (victim !== 'browser') program.host.process.kill('SIGKILL')
  await pause(200)
  await stop(program)
  await failed.catch(() => undefined)
  return known
}

async function found(place: Place, reviewId: string): Promise<Set<string>> {
  const program = await start(place)
  const marks = await program.browser.page.evaluate((id) => window.kill.found(id), reviewId)
  await stop(program)
  return new Set(marks)
}

async function newReview(): Promise<{ place: Place; reviewId: string }> {
  const place = { port: await freePort(), data: join(tempFolder(), 'data'), profile: tempFolder() }
  const program = await start(place)
  const reviewId = await program.browser.page.evaluate(() => window.kill.create())
  await stop(program)
  return { place, reviewId }
}

test(
  'what was shown as saved is there after every kill, then without IndexedDB, then without the journal',
  { timeout: isProof ? 1_800_000 : 120_000 },
  async () => {
    const { place, reviewId } = await newReview()
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS; round++) {
      const moment = moments[round % moments.length] ?? 'typing'
      const commits = COMMITS + Math.floor(Math.random() * (COMMITS / 3))
      const known = await killAt(place, reviewId, { round, moment, commits })
      acknowledged.push(...known)
      expect(known.length).toBeGreaterThanOrEqual(COMMITS)
    }
    const lost = async () => {
      const marks = await found(place, reviewId)
      return acknowledged.filter((mark) => !marks.has(mark))
    }
    expect(await lost()).toEqual([])
    console.log(`= acked ${acknowledged.length}, found ${acknowledged.length}, lost 0, over ${KILLS} kills`)

    place.profile = tempFolder()
    expect(await lost()).toEqual([])
    for (const name of readdirSync(join(place.data, 'reviews'))) rmSync(join(place.data, 'reviews', name), { recursive: true })
    expect(await lost()).toEqual([])
  },
)

test('a mark that is acknowledged before it is stored is missed, so the test above can see a loss', async () => {
  const { place, reviewId } = await newReview()
  const hasty: string[] = []
  const isMissed = async () => {
    const marks = await found(place, reviewId)
    return hasty.some((mark) => !marks.has(mark))
  }
  // A hasty acknowledgement is only lost when the kill falls between it and the commit, so it gets several chances.
  for (let round = 0; round < 24; round++) {
    hasty.push(...(await killAt(place, reviewId, { round, moment: 'typing', commits: 5, isHasty: true })))
    if (await isMissed()) return
  }
  expect.fail('24 hasty kills lost nothing')
}, 240_000)
