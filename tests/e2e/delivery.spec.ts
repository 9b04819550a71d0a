import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, openSample, tempFolder, test } from './helpers/app'

test('[DLV1] [DLV10] a drive that is gone at the end of the meeting: safe at once, told, and delivered after a restart by itself', async ({
  start,
}) => {
  const share = join(tempFolder('share'), 'drive')
  mkdirSync(share)
  const data = tempFolder('data')
  writeFileSync(join(data, 'device.json'), JSON.stringify({ destinations: [share] }))
  const first = await start({ data })
  const page = await first.open()
  const at = await openSample(page)
  await page.goto(`${at}/archive`)
  await expect(page.getByText('Can be written to')).toBeVisible()
  renameSync(share, `${share} away`)
  await page.getByRole('button', { name: /^Save (bundle|without)/ }).click()
  await expect(page.getByText(/Not delivered: The folder is gone.* It is safe on this computer/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/Not delivered: The folder is gone.* Tried again at/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.getByRole('button', { name: 'Library' }).click()
  await page.getByRole('button', { name: /^Archive of/ }).click()
  await expect(page.getByText(/Not delivered: The folder is gone/)).toBeVisible()
  await page.getByRole('button', { name: 'Library' }).click()
  await expect(page.getByText(/^Not delivered yet/)).toBeVisible()
  const began = performance.now()
  await first.stop()
  expect(performance.now() - began).toBeLessThan(3_000)

  renameSync(`${share} away`, share)
  const second = await start({ data })
  const again = await second.open()
  await expect.poll(() => readdirSync(share).filter((name) => name.endsWith('.receipt.json')).length, { timeout: 30_000 }).toBe(3)
  await expect(again.getByText(/^Not delivered yet/)).toHaveCount(0)
  expect(readdirSync(share).filter((name) => name.endsWith('.part'))).toEqual([])
})
