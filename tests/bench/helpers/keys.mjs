/** Runs in the page: notes for every key how long it took until the frame it changed was handed over to be painted. */
function noteKeys() {
  const painted = []
  window.takePainted = () => painted.splice(0)
  const onKey = (event) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => painted.push(performance.now() - event.timeStamp)
      port2.postMessage(null)
    })
  addEventListener('keydown', onKey, { capture: true })
}

/** Call before the page loads. */
export const watchKeys = (context) => context.addInitScript(noteKeys)

/** Gaps between keys in ms, as uneven as typing, and the same for every subject. */
const gaps = [90, 140, 60, 110, 170, 80, 130, 100, 70, 150]

/** Types into whatever has the focus; answers what each key took, in ms. */
export async function typeKeys(page, text) {
  await page.bringToFront()
  await page.waitForTimeout(200)
  await page.evaluate(() => window.takePainted())
  for (const [at, letter] of [...text].entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(gaps[at % gaps.length])
  }
  const painted = await page.evaluate(() => window.takePainted())
  if (painted.length < text.length) throw new Error(`${text.length} keys were pressed, ${painted.length} were painted`)
  return painted
}
