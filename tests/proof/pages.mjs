import assert from 'node:assert/strict'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { bundle, figure, filesUnder, need, root, unpacked } from './helpers/judge.mjs'

// ARC6: the pages of an unpacked bundle in Chromium, from the disk, with JavaScript off and on: nothing runs, nothing is asked for but
// the pictures of the bundle, nothing is complained about, every link leads to a file of the bundle.

need('unzip')
const shots = join(root, 'test-results', 'pages')
mkdirSync(shots, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] || undefined,
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  for (const name of ['sample', 'heavy', 'hostile']) await judge(name)
} finally {
  await browser.close()
}
figure(`pictures in ${shots.slice(root.length)}`)

async function judge(name) {
  const bag = unpacked(bundle(name))
  const linked = new Set()
  for (const path of ['data/index.html', 'data/minutes/minutes.html'])
    for (const javaScriptEnabled of [false, true]) {
      const page = await quietPage(bag, javaScriptEnabled)
      await page.goto(pathToFileURL(join(bag, path)).href)
      if (javaScriptEnabled) assert.equal(await page.evaluate(() => window.hit), undefined, `a script ran in ${path}`)
      await page.screenshot({ path: join(shots, `${name}-${path.split('/').at(-1)}.png`) })
      await page.screenshot({ path: join(shots, `${name}-${path.split('/').at(-1)}-whole.png`), fullPage: true })
      assert.deepEqual(page.complaints, [])
      for (const link of await page.locator('a[href]').evaluateAll((links) => links.map(({ href }) => href))) {
        if (/^(https?|mailto):/.test(link)) continue
        const file = fileURLToPath(link.replace(/#.*$/, ''))
        assert.ok(file.startsWith(join(bag, 'data')) && statSync(file).isFile(), `${link} leads nowhere`)
        linked.add(file.slice(bag.length + 1))
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
      assert.equal(wide, false, `${path} has to be scrolled sideways`)
      if (!javaScriptEnabled) await page.pdf({ path: join(shots, `${name}-${path.split('/').at(-1)}.pdf`), format: 'A4' })
      await page.context().close()
    }
  const readable = filesUnder(bag).filter((path) => path.startsWith('data/') && dirname(path) !== 'data/record')
  assert.deepEqual(
    readable.filter((path) => !linked.has(path)),
    [],
    'files that no page leads to',
  )
  figure(`${name}: 2 pages, JavaScript off and on, ${linked.size} files linked; no script, no request, no complaint`)
}

/** A page that tells of everything it should not do. */
async function quietPage(bag, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  const page = Object.assign(await context.newPage(), { complaints: [] })
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(pathToFileURL(join(bag, 'data')).href)
    if (!isOwn || !['document', 'image'].includes(request.resourceType())) page.complaints.push(`asked for ${request.url()}`)
  })
  page.on('requestfailed', (request) => page.complaints.push(`did not get ${request.url()}`))
  page.on('console', (message) => page.complaints.push(message.text()))
  page.on('pageerror', (error) => page.complaints.push(error.message))
  page.on('dialog', (dialog) => page.complaints.push(`asked ${dialog.message()}`))
  return page
}
