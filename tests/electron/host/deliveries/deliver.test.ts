import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deliver } from '../../../../electron/host/deliveries/deliver'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import type { DeliverInput } from '../../../../electron/host/jobs/job'
import type { Delivery } from '../../../../shared/host-contract'
import { quietTools } from '../../helpers/bundle-content'
import { named, newShare, NOW, receiptOf, type Share } from '../../helpers/deliveries'
import { type Fault, faultyFiles } from '../../helpers/faulty-files'

const MARK = '0123456789abcdef'
const [oldText, newText] = ['the bundle as it was before', 'the bundle as it is now, with more in it']

async function place(text = newText): Promise<{ at: Share; input: DeliverInput }> {
  const at = await newShare()
  const from = join(at.folder.outbox, 'box')
  mkdirSync(from)
  writeFileSync(join(from, 'solar.zip'), text)
  const input = {
    mark: MARK,
    marks: [],
    from,
    folder: at.share,
    files: [named('solar.zip', text)],
    earlier: {},
    version: '1.2.3',
  }
  return { at, input }
}

const run = (input: DeliverInput, fault: Fault = () => null, files = faultyFiles(fault)) =>
  deliver(files, input, quietTools(), { now: () => NOW, patienceMs: 0 })

/** The share holds the bundle before, delivered; the new one is to take its name. */
async function replacing(): Promise<{ at: Share; input: DeliverInput }> {
  const { at, input } = await place(oldText)
  expect(await run(input)).toEqual({ ok: true, value: { names: ['solar.zip'] } })
  writeFileSync(join(input.from, 'solar.zip'), newText)
  return { at, input: { ...input, files: [named('solar.zip', newText)], earlier: { 'solar.zip': named('', oldText).sha512 } } }
}

const both = (text: string): Record<string, unknown> => ({
  'solar.zip': text,
  'solar.zip.receipt.json': receiptOf('solar.zip', text),
})

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'

test.each(isProof ? ['ENOSPC', 'EIO', 'EROFS', 'EPERM', 'EBUSY', 'ESTALE', 'short'] : ['ENOSPC', 'EIO', 'EBUSY', 'short'])(
  '[DLV2] [DLV4] with %s at any call the name holds the old or the new file, whole, a receipt only its own, and the next try delivers',
  async (code) => {
    for (let nth = 0; ; nth++) {
      const { at, input } = await replacing()
      const files = faultyFiles(({ index }) => (index === nth ? code : null))
      const result = await run(input, undefined, files)
      const { 'solar.zip': text, 'solar.zip.receipt.json': receipt, ...others } = at.found()
      expect([nth, [oldText, newText].includes(String(text)), others]).toEqual([nth, true, {}])
      if (receipt !== undefined) expect([nth, receipt]).toEqual([nth, receiptOf('solar.zip', String(text))])
      if (result.ok) expect(at.found()).toEqual(both(newText))
      expect(await run(input)).toEqual({ ok: true, value: { names: ['solar.zip'] } })
      expect(at.found()).toEqual(both(newText))
      if (files.calls.length <= nth) return expect(nth).toBeGreaterThan(20)
    }
  },
)

test.each(['new', 'replacing'])(
  '[DLV5] [DLV7] ended at any call and begun again (%s), it is delivered once, and no part stays',
  async (kind) => {
    for (let nth = 0; ; nth++) {
      const { at, input } = await (kind === 'new' ? place() : replacing())
      let stop: () => void = () => undefined
      const stopped = new Promise((resolve) => (stop = () => resolve('stopped')))
      const outcome = run(input, ({ index }) => (index >= nth ? (stop(), 'hang') : null))
      const isOver = (await Promise.race([outcome, stopped])) !== 'stopped'
      const before = at.found()['solar.zip']
      expect([undefined, ...(kind === 'new' ? [newText] : [oldText, newText])]).toContain(before)
      writeFileSync(join(at.share, `.another.zip.fedcba9876543210fedcba987654.part`), 'of somebody else')
      expect(await run(input)).toEqual({ ok: true, value: { names: ['solar.zip'] } })
      rmSync(join(at.share, `.another.zip.fedcba9876543210fedcba987654.part`))
      expect(at.found()).toEqual(both(newText))
      if (isOver) return
    }
  },
)

test('[DLV7] what an earlier run brought whole is found, and not written again', async () => {
  const { at, input } = await place()
  writeFileSync(join(at.share, 'solar.zip'), newText)
  const files = faultyFiles()
  expect(await run(input, undefined, files)).toMatchObject({ ok: true, value: { names: ['solar.zip'] } })
  expect(files.calls.filter(({ name, path }) => name === 'write' && path.includes('.solar.zip.0'))).toEqual([])
  expect(at.found()).toEqual(both(newText))
})

test('[DLV3] a file that somebody changed is left alone, and a copy beside it says so', async () => {
  const { at, input } = await replacing()
  writeFileSync(join(at.share, 'solar.zip'), 'changed by somebody')
  expect(await run(input)).toEqual({ ok: true, value: { names: ['solar (conflict copy).zip'] } })
  const found = at.found()
  expect(found).toMatchObject({ 'solar.zip': 'changed by somebody', 'solar (conflict copy).zip': newText })
  expect(found['solar (conflict copy).zip.receipt.json']).toEqual(receiptOf('solar (conflict copy).zip', newText))
  // Again, and the copy is known by what it holds.
  expect(await run(input)).toEqual({ ok: true, value: { names: ['solar (conflict copy).zip'] } })
  expect(at.found()).toEqual(found)
})

test.each([
  ['while the bundle was copied', 'solar.zip', 'other'],
  ['where its receipt goes', 'solar.zip.receipt.json', '"not a receipt"'],
])('[DLV3] a file that appears %s is not written over', async (_when, name, text) => {
  const { at, input } = await place()
  const result = await run(input, ({ name: call }) => {
    if (call === 'sync' && !readdirSync(at.share).includes(name)) writeFileSync(join(at.share, name), text)
    return null
  })
  expect(result).toMatchObject({ ok: true, value: { names: ['solar (conflict copy).zip'] } })
  expect(at.found()[name]).toEqual(name.endsWith('json') ? 'not a receipt' : text)
  expect(at.found()['solar (conflict copy).zip']).toBe(newText)
})

test('[DLV3] a file that is changed while the next bundle is copied is not written over', async () => {
  const { at, input } = await replacing()
  const result = await run(input, ({ name, path }) => {
    if (name === 'sync' && !path.includes('receipt')) writeFileSync(join(at.share, 'solar.zip'), 'changed by somebody')
    return null
  })
  expect(result).toMatchObject({ ok: true, value: { names: ['solar (conflict copy).zip'] } })
  expect(at.found()['solar.zip']).toBe('changed by somebody')
})

test('[DLV2] a copy here that is gone or damaged gets no name there', async () => {
  for (const damage of ['gone', 'damaged']) {
    const { at, input } = await place()
    if (damage === 'gone') rmSync(join(input.from, 'solar.zip'))
    else writeFileSync(join(input.from, 'solar.zip'), newText.replace('now', 'new'))
    expect(await run(input)).toMatchObject({ ok: false, error: { kind: 'altered' } })
    expect(at.found()).toEqual({})
  }
})

test('[DLV2] it tells what it copies and what it reads back, and can be cancelled', async () => {
  const { at, input } = await place()
  const told: [string, number, number][] = []
  const controller = new AbortController()
  const onProgress = (...step: [string, number, number]) => void told.push(step)
  expect((await deliver(nodeFileSystem(), input, { onProgress, signal: controller.signal })).ok).toBe(true)
  const total = newText.length
  expect(told).toEqual([
    ['Copying', 0, total],
    ['Reading back', total, total],
  ])
  controller.abort()
  const files = [named('other.zip', newText)]
  writeFileSync(join(input.from, 'other.zip'), newText)
  expect(await deliver(nodeFileSystem(), { ...input, files }, { onProgress, signal: controller.signal })).toMatchObject({
    ok: false,
    error: { kind: 'cancelled' } satisfies Partial<Delivery['problem']>,
  })
  expect(Object.keys(at.found())).toEqual(['solar.zip', 'solar.zip.receipt.json'])
})
