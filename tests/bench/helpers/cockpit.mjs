/** The library, signed in, in the first window of a browser. */
export async function openLibrary(context, host) {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(host.url)
  await page.getByRole('heading', { name: 'Review Room' }).waitFor()
  return page
}

/** The cockpit of a review with the clock running. */
export async function openCockpit(context, host, reviewId) {
  const page = await openLibrary(context, host)
  await page.goto(`${host.origin}/#/review/${reviewId}/run`)
  await page.getByRole('region', { name: 'Timer' }).waitFor()
  await page.keyboard.press('n')
  await page.getByText('Pause').waitFor()
  return page
}

/** The wall of a cockpit, in a window of its own. */
export const openWall = (context, cockpit) => popup(context, () => cockpit.keyboard.press('w'))

/** A window of its own, as the wall is: what is behind in the same window is not painted. */
export async function popup(context, open) {
  const opening = context.waitForEvent('page')
  await open()
  return opening
}
