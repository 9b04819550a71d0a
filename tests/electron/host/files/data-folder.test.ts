import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareDataFolder, readOrMakeKey } from '../../../../electron/host/files/data-folder'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { lockFolder } from '../../../../electron/host/files/folder-lock'
import { unwrap } from '../../../../shared/result'
import { faultyFiles } from '../../helpers/faulty-files'
import { tempFolder } from '../../helpers/temp-folder'

const files = nodeFileSystem()

test('[FIL6] the session key is made once and readable by its owner only', async () => {
  const path = join(tempFolder(), 'session.key')
  const key = unwrap(await readOrMakeKey(files, path))
  expect(key).toHaveLength(32)
  expect(unwrap(await readOrMakeKey(files, path))).toEqual(key)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('[FIL6] a key of the wrong length is made anew, and a key that cannot be read is not replaced', async () => {
  const path = join(tempFolder(), 'session.key')
  writeFileSync(path, 'short')
  expect(unwrap(await readOrMakeKey(files, path))).toHaveLength(32)
  const before = readFileSync(path)
  expect(
    await readOrMakeKey(
      faultyFiles(({ name }) => (name === 'readFile' ? 'EACCES' : null)),
      path,
    ),
  ).toMatchObject({ ok: false })
  expect(readFileSync(path)).toEqual(before)
})

test.each(['EBUSY', 'EACCES'])('[FIL4] a key that a scanner holds for a moment (%s) is read', async (code) => {
  const path = join(tempFolder(), 'session.key')
  const key = unwrap(await readOrMakeKey(files, path))
  let held = 0
  const faulty = faultyFiles(({ name }) => (name === 'readFile' && held++ < 2 ? code : null))
  expect(unwrap(await readOrMakeKey(faulty, path))).toEqual(key)
})

test('[FIL7] a data folder is made with all its parents and really written to', async () => {
  const root = join(tempFolder(), 'a', 'b')
  expect((await prepareDataFolder(files, root)).ok).toBe(true)
  expect(readdirSync(root).sort()).toEqual(['logs', 'materials', 'outbox', 'reviews', 'staging'])
})

test.each(['EACCES', 'EROFS', 'ENOSPC'])(
  '[FIL7] a data folder that answers %s is told in one line that names it',
  async (code) => {
    const root = tempFolder()
    const result = await prepareDataFolder(
      faultyFiles(({ name, path }) => (name === 'open' && path.endsWith('.part') ? code : null)),
      root,
    )
    expect(result).toMatchObject({ ok: false, error: { kind: code === 'ENOSPC' ? 'disk-full' : 'unwritable' } })
    if (!result.ok) expect(result.error.message).toMatch(new RegExp(`^[^\\n]*${root}[^\\n]*$`))
    const file = join(root, 'file')
    writeFileSync(file, '')
    expect(await prepareDataFolder(files, join(file, 'data'))).toMatchObject({ ok: false, error: { kind: 'unwritable' } })
  },
)

test('[FIL5] a folder is locked once, under any of its names, and leaves nothing behind', async () => {
  const root = tempFolder()
  const lock = unwrap(await lockFolder(files, root))
  expect(await lockFolder(files, join(root, '.', ''))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('already runs') as string },
  })
  await lock.release()
  expect(readdirSync(root)).toEqual([])
  await unwrap(await lockFolder(files, root)).release()
})
