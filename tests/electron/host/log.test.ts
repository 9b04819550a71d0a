import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { openLog } from '../../../electron/host/log'
import { tempFolder } from '../helpers/temp-folder'

const fullDisk = '/dev/full'

test.skipIf(!existsSync(fullDisk))('[HST10] a log whose disk is full throws at nobody, however often', async () => {
  const folder = tempFolder()
  symlinkSync(fullDisk, join(folder, 'host.log'))
  const log = await openLog(nodeFileSystem(), folder)
  for (let line = 0; line < 1_000; line++) log.error({ event: 'append', filling: 'x'.repeat(2_000) })
  expect(log.isLevelEnabled('error')).toBe(true)
})
