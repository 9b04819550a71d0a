import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSafely } from '../../../../electron/host/files/safe-write'
import { type Fault, faultyFiles } from '../../helpers/faulty-files'
import { tempFolder } from '../../helpers/temp-folder'

const oldText = 'the old content'
const chunks = ['the new ', 'content, ', 'in three pieces'].map((text) => new TextEncoder().encode(text))
const newText = Buffer.concat(chunks).toString()
const quick = { patienceMs: 0, wait: () => Promise.resolve() }

async function write(fault: Fault, options = {}) {
  const folder = tempFolder()
  const path = join(folder, 'bundle.zip')
  writeFileSync(path, oldText)
  const files = faultyFiles(fault)
  const result = await writeSafely(files, path, () => chunks, { ...quick, ...options })
  return { result, files, text: readFileSync(path, 'utf8'), names: readdirSync(folder) }
}

test.each(['ENOSPC', 'EIO', 'EROFS', 'EPERM'])(
  '[FIL1] with %s at any call a name holds the old or the new content, whole',
  async (code) => {
    const { files } = await write(() => null)
    for (let nth = 0; nth < files.calls.length; nth++) {
      const { result, text, names } = await write(({ index }) => (index === nth ? code : null))
      expect(text).toBe(result.ok ? newText : text === newText ? newText : oldText)
      expect([nth, names]).toEqual([nth, ['bundle.zip']])
      if (!result.ok)
        expect(result.error.kind).toBe({ ENOSPC: 'disk-full', EIO: 'failed', EROFS: 'unwritable', EPERM: 'unwritable' }[code])
    }
  },
)

test('[FIL1] a disk that is full from some call on leaves the old content and no part file', async () => {
  const { files } = await write(() => null)
  const rename = files.calls.findIndex(({ name }) => name === 'rename')
  for (let nth = 0; nth < rename; nth++) {
    const { result, text, names } = await write(({ index, name }) => (index >= nth && name !== 'unlink' ? 'ENOSPC' : null))
    expect(result).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect([text, names]).toEqual([oldText, ['bundle.zip']])
  }
})

test('[FIL1] content that reads back differently gets no name', async () => {
  const files = faultyFiles()
  const { open } = files
  files.open = async (path, mode, permissions) => {
    const file = await open(path, mode, permissions)
    return mode === 'r'
      ? { ...file, read: (into, at) => Promise.resolve(at === 0 ? into.fill(7, 0, 5).subarray(0, 5).length : 0) }
      : file
  }
  const path = join(tempFolder(), 'index.json')
  expect(await writeSafely(files, path, () => chunks, quick)).toMatchObject({ ok: false })
  expect(existsSync(path)).toBe(false)
})

test('[FIL2] after EIO at fsync everything is written again into a new file', async () => {
  let failures = 0
  const { result, files, text } = await write(({ name }) => (name === 'sync' && failures++ === 0 ? 'EIO' : null))
  expect(result.ok).toBe(true)
  expect(text).toBe(newText)
  const synced = files.calls.filter(({ name }) => name === 'sync').map(({ path }) => path)
  expect(new Set(synced).size).toBe(2)
})

test('[FIL2] a disk that goes on failing is not asked for ever', async () => {
  const { result, files, text, names } = await write(({ name }) => (name === 'close' ? 'EIO' : null))
  expect(result.ok).toBe(false)
  expect(files.calls.filter(({ name }) => name === 'sync')).toHaveLength(3)
  expect([text, names]).toEqual([oldText, ['bundle.zip']])
})

test.each(['sync', 'read', 'reading what may be replaced'])(
  '[DLV14] given up before %s, nothing of it stays and nothing more is done',
  async (step) => {
    const folder = tempFolder()
    const path = join(folder, 'large.zip')
    const large = new Uint8Array(6 * 1024 * 1024)
    writeFileSync(path, large)
    const controller = new AbortController()
    const files = faultyFiles(({ name, path: at }) => {
      if (step === 'sync' ? name === 'write' : name === 'read' && (step === 'read') === at.endsWith('.part')) controller.abort()
      return null
    })
    const mayReplace = [createHash('sha512').update(large).digest('hex')]
    const options = { ...quick, keepExisting: true, mayReplace, signal: controller.signal }
    expect(await writeSafely(files, path, () => [large], options)).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    expect(readdirSync(folder)).toEqual(['large.zip'])
    const after = files.calls.slice(files.calls.findIndex(({ name }) => name === (step === 'sync' ? 'write' : 'read')))
    expect(after.filter(({ name }) => ['sync', 'rename', 'link'].includes(name))).toEqual([])
    if (step !== 'reading what may be replaced') expect(after.filter(({ name }) => name === 'read').length).toBeLessThan(2)
  },
)

test('[FIL10] a large file is brought to its drive piece by piece, and each piece is told after that', async () => {
  const mebibyte = new Uint8Array(1024 * 1024)
  const events: string[] = []
  const files = faultyFiles(({ name }) => {
    if (['datasync', 'sync'].includes(name)) events.push(name)
    return null
  })
  const source = () => Array.from({ length: 130 }, () => mebibyte)
  const onProgress = (bytes: number) => void events.push(`${bytes / mebibyte.length}`)
  expect(await writeSafely(files, join(tempFolder(), 'large.zip'), source, { onProgress })).toMatchObject({ ok: true })
  const told = Array.from({ length: 130 }, (_, at) => `${at + 1}`)
  expect(events).toEqual([...told.slice(0, 63), 'datasync', ...told.slice(63, 127), 'datasync', ...told.slice(127), 'sync'])
})

test('[FIL3] short writes are continued', async () => {
  const { result, text } = await write(({ name }) => (name === 'write' ? 'short' : null))
  expect(result).toMatchObject({ ok: true, value: { bytes: newText.length } })
  expect(text).toBe(newText)
})

test('[FIL4] a busy name is tried again for a while, a foreign disk is not', async () => {
  let refusals = 0
  const patient = await write(({ name }) => (name === 'rename' && refusals++ < 5 ? 'EBUSY' : null), { patienceMs: 60_000 })
  expect([patient.result.ok, patient.text]).toEqual([true, newText])
  const waits: number[] = []
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms))
  const endless = await write(({ name }) => (name === 'rename' ? 'EBUSY' : null), { patienceMs: 60_000, wait })
  expect([endless.result.ok, endless.text]).toEqual([false, oldText])
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(50_000)
  const foreign = await write(({ name }) => (name === 'rename' ? 'EXDEV' : null), { patienceMs: 60_000 })
  expect(foreign.files.calls.filter(({ name }) => name === 'rename')).toHaveLength(1)
})

test.each(['link', 'none'])('[FIL1] an existing file is kept when asked, with second names and without (%s)', async (kind) => {
  const fault: Fault = ({ name }) => (kind === 'none' && name === 'link' ? 'ENOTSUP' : null)
  const { result, text, names } = await write(fault, { keepExisting: true })
  expect(result).toMatchObject({ ok: false, error: { details: ['exists'] } })
  expect([text, names]).toEqual([oldText, ['bundle.zip']])
  const path = join(tempFolder(), 'new.zip')
  expect(await writeSafely(faultyFiles(fault), path, () => chunks, { keepExisting: true })).toMatchObject({ ok: true })
  expect(readFileSync(path, 'utf8')).toBe(newText)
})

test('[FIL1] a cancelled or failing source leaves nothing', async () => {
  const controller = new AbortController()
  const cancelled = await write(() => null, { signal: controller.signal, onProgress: () => controller.abort() })
  expect(cancelled.result).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  expect([cancelled.text, cancelled.names]).toEqual([oldText, ['bundle.zip']])
  const folder = tempFolder()
  const failing = writeSafely(faultyFiles(), join(folder, 'x'), function* () {
    yield new Uint8Array(3)
    throw new RangeError('ours')
  })
  await expect(failing).rejects.toThrow('ours')
  expect(readdirSync(folder)).toEqual([])
})

test.each(['EIO', 'EACCES'])(
  '[FIL1] a name that cannot be looked at (%s) is not taken, where there are no second names',
  async (code) => {
    const fault: Fault = ({ name }) => (name === 'link' ? 'EPERM' : name === 'stat' ? code : null)
    const { result, text, names } = await write(fault, { keepExisting: true })
    expect([result.ok, text, names]).toEqual([false, oldText, ['bundle.zip']])
  },
)

test('[DLV6] what may be replaced is read aloud, too: a large file is no silence', async () => {
  const folder = tempFolder()
  const path = join(folder, 'bundle.zip')
  writeFileSync(path, oldText)
  const told: number[] = []
  const mayReplace = [createHash('sha512').update(oldText).digest('hex')]
  const options = { ...quick, keepExisting: true, mayReplace, onReadBack: (bytes: number) => void told.push(bytes) }
  expect(
    (
      await writeSafely(
        faultyFiles(() => null),
        path,
        () => chunks,
        options,
      )
    ).ok,
  ).toBe(true)
  expect(told).toEqual([newText.length, oldText.length])
})
