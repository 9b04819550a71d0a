import { expect, openSample, test } from './helpers/app'
import { press } from './helpers/keyboard'

const words = 'one more sentence of a reviewer. '.repeat(10)

test('[FB22] a long board is as long as it says before anybody scrolled', async ({ app }) => {
  const page = await app.open()
  await openSample(page)
  await press(page, 'r')
  const list = page.getByRole('list', { name: 'Feedback' })
  const blocks = list.locator(':scope > ol')
  const newest = list.getByRole('textbox').last()
  // Ids are chance, and where a block begins is told by them.
  let last = 0
  for (let at = 0; at < 24 || (at < 120 && (await blocks.count()) < 4); at++) {
    await page.keyboard.insertText(`${at}: ${words}`)
    await page.keyboard.press('Enter')
    last = at
  }
  const itsWords = new RegExp(`^${last}: `)
  await expect(newest).toHaveValue(itsWords)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(newest).toHaveValue(itsWords)
  await expect(newest).toBeInViewport()
  expect(await blocks.count()).toBeGreaterThan(2)
  const sizes = () =>
    list.evaluate(({ scrollHeight, scrollTop, clientHeight }) => [scrollHeight, scrollTop + clientHeight] as const)
  // Until nothing grows any more.
  let before = 0
  await expect
    .poll(
      async () => {
        const [now] = await sizes()
        const isSame = now === before
        before = now
        return isSame
      },
      { intervals: [700] },
    )
    .toBe(true)
  const [told, seenTo] = await sizes()
  expect(told - seenTo).toBeLessThan(4)
  await blocks.evaluateAll((all) => all.forEach((block) => ((block as HTMLElement).style.contentVisibility = 'visible')))
  expect(Math.abs((await sizes())[0] - told)).toBeLessThan(4)
})
