import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page, WebSocketRoute } from '@playwright/test'
import { decodeAny } from 'lib0/buffer'
import type { HostEvent } from '../../shared/host-contract'
import { type App, expect, openSample, test } from './helpers/app'

const bundle = readFileSync(fileURLToPath(new URL('../fixtures/bundle-format-1.zip', import.meta.url)))

/** A page in the midst of a review that can be told what the desktop shell would tell it. */
async function inReview(app: App): Promise<{ page: Page; tell: (event: HostEvent) => void }> {
  const page = await app.open()
  const routes: WebSocketRoute[] = []
  await page.routeWebSocket(/\/events/, (route) => {
    route.connectToServer()
    routes.push(route)
  })
  await openSample(page)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
  await expect.poll(() => routes.length).toBeGreaterThan(0)
  return { page, tell: (event) => routes.at(-1)?.send(JSON.stringify(event)) }
}

/** Stages bytes as the main process does; answers their id. */
async function stage(page: Page, bytes: Buffer): Promise<string> {
  const answer = await page.evaluate(async (text) => {
    const body = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const response = await fetch('/staging', { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } })
    return [...new Uint8Array(await response.arrayBuffer())]
  }, bytes.toString('base64'))
  return (decodeAny(Uint8Array.from(answer)) as { value: { stagingId: string } }).value.stagingId
}

test('[DSK12] a bundle that the desktop gives during a review is opened, one that is none is refused by name', async ({
  app,
}) => {
  const { page, tell } = await inReview(app)
  tell({ type: 'bundle:given', name: 'holiday.zip', stagingId: await stage(page, Buffer.from('not a bundle')) })
  await expect(page.getByRole('alert')).toContainText('holiday.zip was not opened')
  tell({ type: 'bundle:given', name: 'old.zip', stagingId: await stage(page, bundle) })
  await expect(page.getByRole('link', { name: 'Follow up' })).toHaveAttribute('aria-current', 'page')
})

test('[DSK13] the entries of the menu act in a review: new review, all keys, undo', async ({ app }) => {
  const { page, tell } = await inReview(app)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  tell({ type: 'menu:chosen', entry: 'undo' })
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  tell({ type: 'menu:chosen', entry: 'help' })
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  tell({ type: 'menu:chosen', entry: 'newReview' })
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Review Room' })).toBeAttached()
})
