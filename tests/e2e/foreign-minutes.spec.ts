import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { saveArchive } from '../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../electron/host/files/file-system'
import { deviceSchema } from '../../shared/host-contract'
import { minutesFragment } from '../../shared/minutes/fragments'
import { unwrap } from '../../shared/result'
import { filesOf, quietTools } from '../electron/helpers/bundle-content'
import { plainSetter } from '../electron/helpers/paper-setters'
import { makeReview } from '../helpers/review-maker'
import { expect, tempFolder, test } from './helpers/app'

/** A bundle as a newer program might save it: a node and a mark that this one does not know, in the first item. */
async function newerBundle(): Promise<{ bundle: string; title: string }> {
  const review = makeReview(5)
  const [item] = Object.values(review.state().record.agenda).sort((a, b) => (a.order < b.order ? -1 : 1))
  const { id = '', title = '' } = item ?? {}
  const text = new Y.XmlText()
  const node = new Y.XmlElement('hologram')
  minutesFragment(review.docs.minutes, id).insert(0, [node])
  node.setAttribute('depth', '3')
  node.insert(0, [text])
  text.insert(0, 'Seen from all sides', { shimmer: { strength: 3 } })
  const place = { folder: tempFolder('newer'), materialsFolder: tempFolder('store') }
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  const input = { reviewId, parts: review.parts(), log: review.log, withDesk: false, beside: false, version: '0.0.0', ...place }
  return { bundle: unwrap(await saveArchive(nodeFileSystem(), input, quietTools(), plainSetter)).path, title }
}

const minutesOf = async (bundle: string) => (await filesOf(bundle)).get('data/record/minutes.ydoc')

test('[MIN3] minutes with a node and a mark of a newer program, opened, pressed, closed and saved again, are the same bytes', async ({
  start,
}) => {
  const [data, share] = [tempFolder('data'), tempFolder('share')]
  writeFileSync(join(data, 'device.json'), JSON.stringify(deviceSchema.parse({ destinations: [share] })))
  const app = await start({ data })
  const page = await app.open()
  const { bundle, title } = await newerBundle()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open bundle' }).click()
  await (await chosen).setFiles(bundle)
  await expect(page.getByRole('navigation')).toBeVisible()
  const at = page.url().replace(/\/[a-z-]+$/, '')

  await page.goto(`${at}/run`)
  const section = page.getByRole('region', { name: new RegExp(`^Minutes: \\d+ ${title}`) })
  await expect(section).toContainText('A newer version wrote this; it can be read here.')
  await expect(section).toContainText('Seen from all sides')
  await page.keyboard.press('m')
  await page.keyboard.type('2026')
  await section.getByText('Seen from all sides').click()
  await page.keyboard.type('2027')
  await expect(page.locator('.ProseMirror[contenteditable=true]')).toHaveCount(0)

  await page.goto(`${at.replace(/#.*/, '')}#/`)
  await page.goto(`${at}/archive`)
  await page.getByRole('button', { name: /^Save (bundle|without)$/ }).click()
  await expect(page.getByText('Saved and read back')).toBeVisible()
  const saved = readdirSync(share).find((each) => each.endsWith('.zip')) ?? ''
  expect(await minutesOf(join(share, saved))).toEqual(await minutesOf(bundle))
})
