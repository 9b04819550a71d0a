import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as Y from 'yjs'
import { expect, onTestFinished, test } from 'vitest'
import { createServer } from 'node:net'
import { readArguments } from '../../../electron/browser/arguments'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import type { HostRequest, HostResponse } from '../../../shared/host-contract'
import type { Commit } from '../../../shared/record/commit'
import { type Result, unwrap } from '../../../shared/result'
import { builtShell, logIn, startShell } from '../helpers/built-shell'
import { createWriter, REVIEW } from '../helpers/commits'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'
import { realSetter } from '../helpers/real-setter'
import { tempFolder, unreadableFolder } from '../helpers/temp-folder'

const shell = builtShell()
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
type Call = Awaited<ReturnType<typeof logIn>>
const append = (commits: readonly Commit[]) => ({ reviewId: REVIEW, clientId: 'a', create: true, commits })

test('[BRW7] the ready line is all of standard output, and a second program on the folder gets one line and a code', async () => {
  const folder = join(tempFolder(), 'data')
  const first = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
  expect(first.output().out).toMatch(/^Review Room is ready: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}\n$/)
  const second = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
  expect(await second.ended).toBe(1)
  expect(second.output()).toEqual({ out: '', err: `Review Room already runs with the data folder ${folder}\n` })
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('[BRW7] a busy port, a folder that cannot be made and wrong arguments get one line and a code', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const { port } = holder.address() as { port: number }
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  for (const [args, words] of [
    [['--port', String(port), '--data-dir', join(tempFolder(), 'data')], `Port ${port} is in use`],
    [['--port', '0', '--data-dir', join(file, 'data')], 'cannot be used'],
    [['--port', '0', '--data-dir', unreadableFolder(tempFolder())], 'cannot start with the data folder'],
    [['--port', '70000'], '--port takes'],
    [['--porridge'], '--porridge'],
  ] as const) {
    const refused = await startShell(shell.main(), args)
    expect(await refused.ended).toBe(1)
    expect(refused.output().out).toBe('')
    expect(refused.output().err).toMatch(new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`))
  }
  holder.close()
})

test('[BRW2] the port is remembered in the data folder, 0 is not', async () => {
  const folder = join(tempFolder(), 'data')
  const any = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
  any.process.kill('SIGTERM')
  await any.ended
  const named = await startShell(shell.main(), ['--port', String(any.port), '--data-dir', folder])
  named.process.kill('SIGTERM')
  await named.ended
  const remembered = await startShell(shell.main(), ['--data-dir', folder])
  expect(remembered.port).toBe(any.port)
  expect(unwrap(readArguments([])).port).toBe(null)
})

test.each(['SIGINT', 'SIGTERM', 'stdin', 'ipc'])(
  '[BRW8] ended by %s the program ends cleanly and keeps what it acknowledged',
  async (way) => {
    const folder = join(tempFolder(), 'data')
    const running = await startShell(
      shell.main(),
      ['--port', '0', '--data-dir', folder],
      way === 'stdin' ? 'pipe' : 'ignore',
      way === 'ipc',
    )
    const call = await logIn(running)
    const writer = createWriter()
    for (let index = 0; index < 20; index++)
      expect(await call('review:append', append([writer.next(`w${index}`)]))).toMatchObject({ ok: true })
    if (way === 'stdin') running.process.stdin?.end()
    else if (way === 'ipc') running.process.disconnect()
    else running.process.kill(way as NodeJS.Signals)
    expect(await running.ended).toBe(0)
    const again = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
    const { log } = unwrap(
      (await (
        await logIn(again)
      )('review:open', { reviewId: REVIEW, clientId: 'a', have: [] })) as Result<HostResponse<'review:open'>, never>,
    )
    expect(log).toHaveLength(20)
  },
)

const kills = process.env['REVIEW_ROOM_PROOF'] === '1' ? 30 : 5

test(`[JRN2] ${kills} kills at random moments while appending: nothing acknowledged is lost`, async () => {
  const folder = join(tempFolder(), 'data')
  const acknowledged: string[] = []
  const writer = createWriter()
  /** Sent but not answered: sent again first thing, as a window does. */
  const unanswered = new Map<string, Commit>()
  for (let round = 0; round < kills; round++) {
    const running = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
    const call = await logIn(running)
    await resend(call)
    // Four calls under way at any time, of ten commits each, so that generations change too.
    const streams = Array.from({ length: 4 }, async (_, stream) => {
      for (let count = 0; ; count++) {
        const commits = Array.from({ length: 10 }, (_unused, index) => writer.next(`r${round}s${stream}c${count}i${index}`))
        for (const commit of commits) unanswered.set(commit.id, commit)
        await answered(call, commits)
      }
    })
    setTimeout(() => running.process.kill('SIGKILL'), 100 + 600 * Math.random())
    await Promise.allSettled(streams)
    expect(await running.ended).toBe('SIGKILL')
  }
  async function answered(call: Call, commits: readonly Commit[]): Promise<void> {
    expect(await call('review:append', append(commits))).toMatchObject({ ok: true })
    for (const { id } of commits) unanswered.delete(id)
    acknowledged.push(...commits.map(({ id }) => id.slice('commit-'.length)))
  }
  async function resend(call: Call): Promise<void> {
    await answered(call, [...unanswered.values()])
  }
  const last = await startShell(shell.main(), ['--port', '0', '--data-dir', folder])
  const { parts, log } = unwrap(
    (await (
      await logIn(last)
    )('review:open', { reviewId: REVIEW, clientId: 'a', have: [] })) as Result<HostResponse<'review:open'>, never>,
  )
  const logged = new Set(log.map(({ entry }) => entry.verb.slice(4)))
  expect(acknowledged.length).toBeGreaterThan(kills * 20)
  expect(acknowledged.filter((word) => !logged.has(word))).toEqual([])
  for (const { update } of parts) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const words = doc.getMap('words')
    expect(acknowledged.filter((word) => !words.has(word))).toEqual([])
  }
}, 240_000)

test('[RND1] the built worker sets the minutes from the faces beside it', async () => {
  const [data, folder] = [join(tempFolder(), 'data'), tempFolder()]
  const { review } = fullReview()
  const call = await logIn(await startShell(shell.main(), ['--port', '0', '--data-dir', data]))
  const parts = review.parts().filter(({ docId }) => docId !== 'desk')
  const answer = await call('archive:minutes', { jobId: 'm', reviewId: 'r', folder, parts, log: review.log })
  const { delivery } = unwrap(answer as Result<HostResponse<'archive:minutes'>, unknown>)
  const stands = async () => {
    const { deliveries } = unwrap((await call('delivery:list', {})) as Result<HostResponse<'delivery:list'>, unknown>)
    return deliveries.find(({ id }) => id === delivery.id)?.state
  }
  await expect.poll(stands, { timeout: 15_000 }).toBe('delivered')
  const path = join(folder, delivery.files[0]?.name ?? '')
  const { bytes } = realSetter.pdf(minutesPaper({ ...viewOf(review), program: `Review Room ${version}` }))
  expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true)
  expect(JSON.parse(readFileSync(`${path}.receipt.json`, 'utf8'))).toMatchObject({ sha512: delivery.files[0]?.sha512, version })
  expect(readdirSync(join(data, 'outbox'))).toEqual([])
})

/** A call that saves the minutes of a full review into a folder. */
function minutes(folder: string): HostRequest<'archive:minutes'> {
  const { review } = fullReview()
  const parts = review.parts().filter(({ docId }) => docId !== 'desk')
  return { jobId: 'm', reviewId: 'r', folder, parts, log: review.log }
}

test('[DLV9] with no place on this computer the built courier writes the minutes straight into the folder', async () => {
  const [data, folder] = [join(tempFolder(), 'data'), tempFolder()]
  const call = await logIn(await startShell(shell.main(), ['--port', '0', '--data-dir', data]))
  rmSync(join(data, 'outbox'), { recursive: true })
  writeFileSync(join(data, 'outbox'), '')
  const answer = await call('archive:minutes', minutes(folder))
  expect(answer).toMatchObject({ ok: true, value: { isDirect: true, delivery: { state: 'delivered' } } })
  const { review } = fullReview()
  const { bytes } = realSetter.pdf(minutesPaper({ ...viewOf(review), program: `Review Room ${version}` }))
  const [name = '', ...others] = readdirSync(folder)
  expect([readFileSync(join(folder, name)).equals(Buffer.from(bytes)), others]).toEqual([true, []])
})

test('[DLV6] with a drive that never answers everything else does, and quitting takes less than three seconds', async () => {
  const [data, folder] = [join(tempFolder(), 'data'), tempFolder()]
  const courier = join(dirname(shell.main()), 'courier.js')
  const own = readFileSync(courier)
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  // Opening a pipe that nobody else opens never returns, and nothing but the end of the process ends it.
  writeFileSync(
    courier,
    // As the real one it ends with whoever started it.
    `import { open } from 'node:fs'\nprocess.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))\nprocess.on('message', () => { for (let at = 0; at < 4; at++) open(${JSON.stringify(pipe)}, 'r', () => undefined) })`,
  )
  onTestFinished(() => writeFileSync(courier, own))
  const running = await startShell(shell.main(), ['--port', '0', '--data-dir', data])
  const call = await logIn(running)
  const answer = await call('archive:minutes', minutes(folder))
  expect(answer).toMatchObject({ ok: true, value: { isDirect: false } })
  void call('folder:browse', { path: folder }).catch(() => undefined)
  // A save that finds no place here, and so goes straight to the drive that hangs.
  const [outbox, aside] = [join(data, 'outbox'), join(data, 'outbox.away')]
  renameSync(outbox, aside)
  writeFileSync(outbox, '')
  void call('archive:minutes', { ...minutes(folder), jobId: 's' }).catch(() => undefined)
  const listed = await call('delivery:list', {})
  expect(listed).toMatchObject({ value: { deliveries: [{ state: 'copying' }] } })
  expect(await call('device:write', { theme: 'dark' })).toMatchObject({ ok: true })
  const began = performance.now()
  running.process.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(3_000)

  writeFileSync(courier, own)
  rmSync(pipe)
  rmSync(outbox)
  renameSync(aside, outbox)
  const again = await logIn(await startShell(shell.main(), ['--port', '0', '--data-dir', data]))
  await expect
    .poll(async () => JSON.stringify(await again('delivery:list', {})), { timeout: 15_000 })
    .toContain('"state":"delivered"')
  expect(readdirSync(folder)).toHaveLength(2)
})
