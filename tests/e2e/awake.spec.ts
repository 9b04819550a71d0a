import { expect, openSample, test } from './helpers/app'

interface Watched {
  locks?: WakeLockSentinel[]
}

test('[DSK15] the screen stays awake from the first item on, in every place of the review, and not in the library', async ({
  app,
}) => {
  const page = await app.open()
  // The browser's own locks, remembered as they are given.
  await page.addInitScript(() => {
    const locks: WakeLockSentinel[] = ((window as Watched).locks = [])
    const request = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type)
      locks.push(lock)
      return lock
    }
  })
  await openSample(page)
  await page.reload()
  const held = () => page.evaluate(() => (window as Watched).locks?.filter(({ released }) => !released).length)
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  expect(await held()).toBe(0)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect.poll(held).toBe(1)
  await page.getByRole('link', { name: 'Prepare' }).click()
  await expect(page.getByRole('tab', { name: /Agenda/ })).toBeVisible()
  expect(await held()).toBe(1)
  await page.getByRole('button', { name: 'Library' }).click()
  await expect.poll(held).toBe(0)
})
