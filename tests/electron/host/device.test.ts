import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDevice } from '../../../electron/host/device'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { unwrap } from '../../../shared/result'
import { faultyFiles } from '../helpers/faulty-files'
import { tempFolder } from '../helpers/temp-folder'
import { testHost } from '../helpers/test-host'

const content = JSON.stringify({ operatorName: 'Ada', destinations: ['/share'] })

function deviceFile(text: string): string {
  const path = join(tempFolder(), 'device.json')
  writeFileSync(path, text)
  return path
}

test.each(['garbled', '{"theme":"purple"}'])(
  '[FIL9] damaged preferences (%s) are put aside, told, and the usual count',
  async (text) => {
    const path = deviceFile(text)
    const device = await openDevice(nodeFileSystem(), path)
    expect([(await device.read()).operatorName, device.notice]).toEqual(['', expect.stringMatching(/were damaged/)])
    unwrap(await device.write({ operatorName: 'Eve' }))
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text)
    expect(await openDevice(nodeFileSystem(), path)).toMatchObject({ notice: '' })
  },
)

test('[FIL9] preferences that cannot be read just then are left as they are, and read again before they are written', async () => {
  const path = deviceFile(content)
  let isFailing = true
  const device = await openDevice(
    faultyFiles(({ name }) => (name === 'readFile' && isFailing ? 'EIO' : null)),
    path,
  )
  expect(device.notice).toMatch(/could not be read: the disk reports an error\. They were left as they are/)
  expect(await device.write({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind: 'failed' } })
  expect([readFileSync(path, 'utf8'), existsSync(`${path}.damaged`)]).toEqual([content, false])
  isFailing = false
  expect(unwrap(await device.write({ theme: 'dark' }))).toMatchObject({
    operatorName: 'Ada',
    theme: 'dark',
    destinations: ['/share'],
  })
})

test('preferences that are read while others are being written are the new ones', async () => {
  const device = await openDevice(nodeFileSystem(), deviceFile(content))
  const written = device.write({ theme: 'dark' })
  expect((await device.read()).theme).toBe('dark')
  unwrap(await written)
})

test('[FIL9] what was noticed at the start is told with the library, once', async () => {
  const first = await testHost()
  await first.host.close()
  writeFileSync(first.folder.device, 'garbled')
  writeFileSync(first.folder.deliveries, 'garbled')
  const { call, host } = await testHost({ root: first.folder.root })
  expect(unwrap(await call('review:list', {})).notices.join('; ')).toMatch(/^The preferences.+; The list of deliveries/)
  await host.close()
  const later = await testHost({ root: first.folder.root })
  expect(unwrap(await later.call('review:list', {})).notices).toEqual([])
})
