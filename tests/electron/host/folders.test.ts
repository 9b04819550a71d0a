import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../../electron/host/files/file-system'
import { browseFolder } from '../../../electron/host/folders'
import { unwrap } from '../../../shared/result'
import { faultyFiles } from '../helpers/faulty-files'
import { tempFolder } from '../helpers/temp-folder'

const files = nodeFileSystem()

test('[FIL7] a folder shows its folders only, its free space, and whether it can really be written', async () => {
  const folder = tempFolder()
  for (const name of ['b', 'a', '.hidden']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'file.txt'), '')
  const seen = unwrap(await browseFolder(files, folder, []))
  expect(seen.folders.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(seen).toMatchObject({ path: folder, parent: dirname(folder), writable: true, freeBytes: expect.any(Number) as number })
  expect(readdirSync(folder)).toHaveLength(4)
  const readOnly = faultyFiles(({ name, path }) => (name === 'open' && path.endsWith('.part') ? 'EROFS' : null))
  expect(unwrap(await browseFolder(readOnly, folder, [])).writable).toBe(false)
})

test('[FIL7] starting points are recent folders first, then home; those that are gone are left out', async () => {
  const recent = tempFolder()
  const { path, places } = unwrap(await browseFolder(files, null, [recent, join(recent, 'gone')]))
  expect(path).toBe(homedir())
  expect(places.slice(0, 2)).toMatchObject([{ kind: 'recent', path: recent }, { kind: 'home' }])
  expect(places.some((place) => place.path.endsWith('gone'))).toBe(false)
})

test('[FIL7] a folder that is gone, a file, a relative path and a drive that does not answer are refused in words', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  for (const path of [join(folder, 'gone'), join(folder, 'file')])
    expect(await browseFolder(files, path, [])).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(await browseFolder(files, 'relative', [])).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const hanging = browseFolder({ ...files, list: () => new Promise<never>(() => undefined) }, folder, [])
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  expect(await hanging).toMatchObject({ ok: false, error: { message: expect.stringContaining('does not answer') as string } })
})

/** The file system with four threads, as Node has them: a call on a dead path keeps its thread. */
function fourThreads(isDead: (path: string) => boolean): FileSystem {
  let free = 4
  const waiting: (() => void)[] = []
  async function threaded<Value>(path: string, act: () => Promise<Value>): Promise<Value> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    if (isDead(path)) await new Promise(() => undefined)
    return act().finally(() => {
      const next = waiting.shift()
      if (next) next()
      else free++
    })
  }
  return {
    ...files,
    stat: (path) => threaded(path, () => files.stat(path)),
    list: (path) => threaded(path, () => files.list(path)),
    open: (path, mode, permissions) => threaded(path, () => files.open(path, mode, permissions)),
    freeBytes: (path) => threaded(path, () => files.freeBytes(path)),
  }
}

test.each([2, 4, 5])(
  '[FIL11] with %i recent folders on a dead share home is offered, and so is every recent one that is there',
  async (count) => {
    const folder = tempFolder()
    const dead = Array.from({ length: count }, (_, at) => `/dead/${at}`)
    const recent = [...dead.slice(0, 2), folder, ...dead.slice(2)].slice(0, 5)
    const { places } = unwrap(
      await browseFolder(
        fourThreads((path) => path.startsWith('/dead/')),
        folder,
        recent,
      ),
    )
    expect(places.map(({ kind }) => kind)).toContain('home')
    expect(places.map(({ path }) => path)).toContain(folder)
    expect(places.some(({ path }) => path === '/dead/0')).toBe(false)
  },
)
