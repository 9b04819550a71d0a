import type { Locator, Page } from '@playwright/test'
import { csvSeed, mutated, pngSeed } from '../helpers/material-seeds'
import { endlessPdf, plainPdf, setPdf } from '../helpers/pdf-seeds'
import { type App, expect, openSample, test } from './helpers/app'
import { press } from './helpers/keyboard'
import { randomFrom } from './helpers/typist'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
test.describe.configure({ mode: 'parallel' })

/** The proof has the machine for itself; elsewhere a longer pause may be another program's. */
const LONGEST_PAUSE_MS = isProof ? 3_000 : 15_000

interface File {
  readonly name: string
  readonly buffer: Buffer
}

/** Opens the materials of the sample review, whose first item runs, with these files among them. */
async function withMaterials(app: App, files: readonly File[]): Promise<Page> {
  const page = await app.open()
  await page.addInitScript(watch)
  const at = await openSample(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.locator('[data-saved=both]')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${at}/prepare`)
  await page.getByRole('tab', { name: /Materials/ }).click()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).click()
  await (await chosen).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))
  for (const { name } of files) await expect(page.getByRole('button', { name: `Open ${name}`, exact: true })).toBeVisible()
  return page
}

interface Watched {
  __hits: number
  __violations: string[]
  __pause: number
}

/** Counts what must not happen in the page, and its longest pause. */
function watch(): void {
  const watched = window as unknown as Watched
  Object.assign(watched, { __hits: 0, __violations: [], __pause: 0 })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    watched.__violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
  )
  let last = performance.now()
  setInterval(() => {
    watched.__pause = Math.max(watched.__pause, performance.now() - last)
    last = performance.now()
  }, 20)
}

const watched = (page: Page) =>
  page.evaluate(() => {
    const { __hits, __violations, __pause } = window as unknown as Watched
    return { hits: __hits, violations: __violations, pause: Math.round(__pause) }
  })

const hit = 'window.__hits++'
const far = 'http://127.0.0.1:9/'
const markup = [
  `<script>${hit}</script>`,
  `<img src=x onerror="${hit}">`,
  `<img src="${far}a.png">`,
  `<svg onload="${hit}"><script>${hit}</script></svg>`,
  `<iframe src="javascript:parent.${hit}"></iframe>`,
  `<style>@import url(${far}a.css)</style>`,
  `<link rel="stylesheet" href="${far}b.css"><base href="${far}"><meta http-equiv="refresh" content="0;url=${far}">`,
  `<form action="${far}"><button autofocus onfocus="${hit}">x</button></form>`,
  `<a href="javascript:${hit}">x</a>`,
] as const
const addresses = [
  `javascript:${hit}`,
  `&#106;avascript:${hit}`,
  'file:///etc/passwd',
  '\\\\127.0.0.1\\share',
  '//127.0.0.1:9/x',
  `data:text/html,${markup[0]}`,
]

const markdown = [
  ...markup,
  ...addresses.flatMap((address) => [`[leads nowhere](<${address}>)`, `![picture](<${address}>)`]),
  `![far](${far}far.png) ![][r] <javascript:${hit}>`,
  `[r]: ${far}r.png`,
].join('\n\n')

const notebook = {
  nbformat: 4,
  cells: [
    { cell_type: 'markdown', source: markdown },
    {
      cell_type: 'code',
      source: markup.join('\n'),
      outputs: [
        ...['text/html', 'image/svg+xml', 'application/javascript', 'text/markdown', 'text/plain', 'image/png'].map((type) => ({
          output_type: 'display_data',
          data: { [type]: type === 'application/javascript' ? hit : markup.join('\n') },
        })),
        { output_type: 'stream', text: markup.join('\n') },
        { output_type: 'error', traceback: [...markup] },
      ],
    },
  ],
}

const script = `<< /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("${far}"\\); ${hit}) >>`
const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A ${action} >>`
const pdf = plainPdf(
  `/OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >>`,
  `/AA << /O ${script} >> /Annots [${link(`<< /S /URI /URI (${far}) >>`)} ${link(script)} ${link('<< /S /Launch /F (calc.exe) >>')}]`,
)

const cells = ['=HYPERLINK("http://127.0.0.1:9/","x")', '=cmd|calc!A0', '@SUM(1)', ...markup]
const hostile: readonly File[] = [
  { name: `<img src=x onerror=${hit}>.md`, buffer: Buffer.from(markdown) },
  { name: 'hostile.ipynb', buffer: Buffer.from(JSON.stringify(notebook)) },
  { name: 'hostile.csv', buffer: Buffer.from(`a,b\n${cells.map((cell) => `1,"${cell.replaceAll('"', '""')}"`).join('\n')}\n`) },
  { name: 'hostile.html', buffer: Buffer.from(markup.join('\n')) },
  {
    name: 'hostile.svg',
    buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${hit}"><script>${hit}</script></svg>`),
  },
  {
    name: 'hostile.png',
    buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${hit}"><image href="${far}"/></svg>`),
  },
  { name: 'hostile', buffer: Buffer.from(markup.join('\n')) },
  { name: 'hostile.pdf', buffer: pdf },
]

test('[VIW1] [VIW2] [VIW5] [VIW6] [VIW8] [VIW9] hostile materials of every kind are read, and nothing runs, loads or leaves', async ({
  app,
}) => {
  const page = await withMaterials(app, hostile)
  const outside: string[] = []
  page.context().on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(new URL(app.url).origin) && !/^(data|blob|about):/.test(url)) outside.push(url)
  })
  const windows: string[] = []
  page.context().on('page', (opened) => windows.push(opened.url()))
  await page.getByRole('button', { name: `Open ${hostile[0]?.name}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  const seen: string[] = []
  for (const { name } of hostile) {
    await expect(dialog.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
    await expect(dialog.locator('[data-shown], [data-card]')).toBeVisible()
    if (name.endsWith('.pdf')) {
      await expect(dialog.locator('[data-page="1"]')).toHaveAttribute('data-state', 'drawn')
      await dialog.locator('canvas').click({ position: { x: 200, y: 200 }, force: true })
    }
    for (const words of await dialog.getByText('leads nowhere').all()) await words.click()
    seen.push((await dialog.locator('[data-shown]').count()) > 0 ? 'shown' : 'card')
    expect(
      await dialog.locator('a[href]:not([download]), iframe, object, embed, script, style, form, [onload], [onerror]').count(),
    ).toBe(0)
    await page.waitForTimeout(150)
    if (name !== 'hostile.pdf') await dialog.getByRole('button', { name: 'The next material' }).click()
  }
  expect(seen).toEqual(['shown', 'shown', 'shown', 'shown', 'card', 'card', 'shown', 'shown'])
  const { hits, violations } = await watched(page)
  expect({ hits, violations, outside, windows }).toEqual({ hits: 0, violations: [], outside: [], windows: [] })
})

test('[VIW12] a page without end says so in its place, among the pages of a material and among slides, and the others are drawn', async ({
  app,
}) => {
  const page = await withMaterials(app, [{ name: 'endless.pdf', buffer: endlessPdf() }])
  // The ten seconds that a page may take are not waited for.
  await page.clock.install()
  await page.getByRole('button', { name: 'Open endless.pdf' }).click()
  const shown = (number: number) => page.getByRole('dialog').locator(`[data-page="${number}"]`)
  await expect(shown(1)).toHaveAttribute('data-state', 'drawn')
  await page.keyboard.press('ArrowRight')
  await expect(shown(2)).toHaveAttribute('data-state', 'waiting')
  await page.clock.fastForward(11_000)
  await expect(shown(2)).toContainText('takes too long to be drawn')
  await page.keyboard.press('ArrowRight')
  await expect(shown(3)).toHaveAttribute('data-state', 'drawn')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Run' }).click()
  await page.getByRole('tab', { name: 'Slides' }).click()
  const thumbnail = (number: number) => page.getByRole('button', { name: `Page ${number}`, exact: true }).locator('img')
  await expect(thumbnail(1)).toBeVisible()
  await page.clock.fastForward(11_000)
  await expect(thumbnail(3)).toBeVisible()
})

test('[VIW1] [VIW3] [VIW10] a material opens over the place, the time is seen, none is waited for, Escape gives the keyboard back', async ({
  app,
}) => {
  const page = await withMaterials(app, [
    { name: 'load.csv', buffer: csvSeed() },
    { name: 'minutes.pdf', buffer: setPdf() },
    // Too hard to be understood: given up where it takes more than three seconds.
    { name: 'quotes.csv', buffer: Buffer.alloc(8_000_000, '"') },
    { name: 'wide.csv', buffer: Buffer.from(`${'1234,'.repeat(299)}1\n`.repeat(300)) },
  ])
  const opener = page.getByRole('button', { name: 'Open load.csv' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('200 rows, 3 columns, UTF-8')).toBeVisible()
  await expect(dialog.getByRole('timer')).toContainText('left')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.locator('[data-page="1"]')).toHaveAttribute('data-state', 'drawn')
  await expect(dialog.locator('[data-page="1"]')).toContainText('Minutes')
  await page.keyboard.press('End')
  // To the last page: what is still on its way there goes on after another page was asked for.
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('5')
  await dialog.getByRole('textbox', { name: 'Page' }).fill('1')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('1')
  await dialog.getByText('Whole page').click()
  await dialog.getByRole('region', { name: 'Content of minutes.pdf' }).focus()
  await page.keyboard.press('PageDown')
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('2')
  await page.keyboard.press('PageUp')
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('1')
  await dialog.getByText('Fit width').click()
  for (const [turn, to] of [
    [() => page.keyboard.press('ArrowRight'), '2'],
    [() => dialog.getByRole('button', { name: 'Next page' }).click(), '3'],
    [() => dialog.getByRole('button', { name: 'Previous page' }).click(), '2'],
    [() => page.keyboard.press('ArrowLeft'), '1'],
    // There is no page before it, and no way out of the material.
    [() => page.keyboard.press('ArrowLeft'), '1'],
  ] as const) {
    // The sizes are one choice, within which arrows move.
    await dialog.getByRole('region', { name: 'Content of minutes.pdf' }).focus()
    await turn()
    await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue(to)
  }
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(dialog.getByText('200 rows, 3 columns, UTF-8')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.locator('[data-page="1"]')).toHaveAttribute('data-state', 'drawn')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Save a copy' }).click()
  expect((await saved).suggestedFilename()).toBe('minutes.pdf')
  await dialog.getByRole('button', { name: 'The next material' }).click()
  await expect(dialog.getByRole('heading', { level: 2, name: 'quotes.csv' })).toBeVisible()
  await expect(dialog.locator('[data-shown], [data-card]')).toBeVisible({ timeout: 15_000 })
  expect((await watched(page)).pause).toBeLessThan(LONGEST_PAUSE_MS)
  await dialog.getByRole('button', { name: 'The next material' }).click()
  await expect(dialog.getByText('The first 200 of 299 rows, the first 100 of 300 columns, UTF-8')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})

/** Files in one review, each a material of its own: a page asks only once for a picture of one address. */
const BATCH = isProof ? 50 : 10
// With the notebooks and tables of mutated.test.ts and the bundles of any-review.test.ts they are thousands.
const batches = isProof ? 10 : 1
const seeds = { PDFs: () => [setPdf(), setPdf(), plainPdf()], pictures: () => [pngSeed()] }

for (const [kind, make] of Object.entries(seeds))
  test(`[VIW1] [VIW9] each of ${BATCH * batches} damaged ${kind} is content or a card, and the page goes on`, async ({
    start,
  }) => {
    if (isProof) test.setTimeout(3 * 3_600_000)
    const [random, originals] = [randomFrom(11), make()]
    const all: Seen[] = []
    let longest = 0
    for (let batch = 0; batch < batches; batch++) {
      const files = Array.from({ length: BATCH }, (_, at) => ({
        name: `${at}.${kind === 'PDFs' ? 'pdf' : 'png'}`,
        // The first has only its beginning: it cannot be shown.
        buffer: mutated(originals[at % originals.length] ?? Buffer.alloc(0), random).subarray(0, at === 0 ? 8 : undefined),
      }))
      const names = files.map(({ name }) => name)
      const app = await start()
      const page = await withMaterials(app, files)
      await page.getByRole('button', { name: 'Open 0.' }).click()
      const seen = await page.evaluate(readAll, names)
      expect(seen.filter(({ what }) => what === 'nothing')).toEqual([])
      const { pause, violations } = await watched(page)
      expect(violations).toEqual([])
      // The app goes on.
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByRole('button', { name: 'Open 0.' }).press('Enter')
      await expect(page.getByRole('dialog').getByRole('heading', { level: 2, name: names[0] })).toBeVisible()
      await page.context().close()
      await app.stop()
      all.push(...seen)
      longest = Math.max(longest, pause)
    }
    const count = (...whats: string[]) => all.filter(({ what }) => whats.includes(what)).length
    const figures = `${count('drawn', 'loaded')} shown, ${count('failed')} with a first page that could not be drawn, ${count('card')} cards`
    const slowest = Math.max(...all.map(({ ms }) => ms))
    console.log(
      `= ${all.length} damaged ${kind}: ${figures}; the slowest after ${slowest} ms, the page paused ${longest} ms at most`,
    )
    expect(count('drawn', 'loaded')).toBeGreaterThan(0)
    expect(count('card')).toBeGreaterThan(0)
    expect(longest).toBeLessThan(LONGEST_PAUSE_MS)
  })

interface Seen {
  readonly name: string
  readonly what: string
  readonly ms: number
}

/** In the page: what stands for each material as soon as something does, and after how many milliseconds. */
async function readAll(names: readonly string[]): Promise<Seen[]> {
  const dialog = document.querySelector('[role="dialog"]')
  const whatIsSeen = (name: string): string | undefined => {
    if (dialog?.querySelector('h2')?.textContent !== name) return undefined
    const words = dialog.querySelector('[data-card]:has(a[download])')?.textContent ?? ''
    if (/The reason: .{3,}\. The file itself is unchanged/.test(words)) return 'card'
    if (dialog.querySelector('[data-loaded="true"]')) return 'loaded'
    return dialog.querySelector<HTMLElement>('[data-page="1"]:not([data-state="waiting"])')?.dataset['state']
  }
  const seen: Seen[] = []
  // Pauses while they were added are not meant.
  ;(window as unknown as Watched).__pause = 0
  for (const name of names) {
    const began = performance.now()
    let what: string | undefined
    while (!(what = whatIsSeen(name)) && performance.now() - began < 15_000) await new Promise(requestAnimationFrame)
    seen.push({ name, what: what ?? 'nothing', ms: Math.round(performance.now() - began) })
    dialog?.querySelector<HTMLElement>('button[aria-label="The next material"]')?.click()
  }
  return seen
}

test('[VIW11] a material that is attached nowhere is opened from the cockpit, by keyboard', async ({ app }) => {
  const page = await withMaterials(app, [
    { name: 'attached.csv', buffer: csvSeed() },
    { name: 'other.csv', buffer: csvSeed() },
  ])
  await page.getByRole('button', { name: 'Attach to an item' }).first().click()
  await page.getByRole('menuitem', { name: /^1 / }).click()
  await page.getByRole('link', { name: 'Run' }).click()
  await expect(page.getByRole('list', { name: 'Materials of this item' })).toHaveText('attached.csv')
  await page.getByRole('button', { name: 'attached.csv' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Materials (2)' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 2, name: 'other.csv' })).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Content of other.csv' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Materials (2)' })).toBeFocused()

  // On a line with the clock times; nothing moves to an item without materials, nor when time is short.
  const top = async (name: string) => (await page.getByRole('button', { name, exact: true }).boundingBox())?.y
  await page.getByRole('note', { name: 'How to hold this item' }).getByRole('button').click()
  const times = page.getByText(/^Began \d/)
  const [line, attached] = [await times.boundingBox(), await page.getByRole('button', { name: 'attached.csv' }).boundingBox()]
  expect(Math.abs((line?.y ?? 0) - (attached?.y ?? 99))).toBeLessThan(8)
  const before = await top('Next item')
  await press(page, '=')
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Let the end slip' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'attached.csv' })).toBeInViewport()
  expect(await top('Next item')).toBe(before)
  await press(page, 'n')
  await expect(page.getByRole('list', { name: 'Materials of this item' })).toHaveCount(0)
  expect(await top('Next item')).toBe(before)
})

test('[VIW11] long names of attached materials are cut, and nothing of the timer lies under the column beside it', async ({
  app,
}) => {
  const names = [1, 2, 3].map((at) => `Presentation_of_the_milestone_with_a_long_name_${at}.csv`)
  const page = await withMaterials(
    app,
    names.map((name) => ({ name, buffer: csvSeed() })),
  )
  for (const at of [0, 1]) {
    await page.getByRole('button', { name: 'Attach to an item' }).nth(at).click()
    await page.getByRole('menuitem', { name: /^1 / }).click()
  }
  await page.getByRole('link', { name: 'Run' }).click()
  const attached = page.getByRole('list', { name: 'Materials of this item' })
  await expect(attached.getByRole('button')).toHaveCount(2)
  const timer = page.getByRole('region', { name: 'Timer' })
  const end = async (of: Locator) => of.evaluate((each) => each.getBoundingClientRect().right)
  expect(await end(timer)).toBeLessThanOrEqual(
    await timer.evaluate(({ parentElement }) => parentElement?.getBoundingClientRect().right ?? 0),
  )
  expect(await timer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await end(attached)).toBeLessThan(
    await page.getByRole('button', { name: 'Materials (3)' }).evaluate((each) => each.getBoundingClientRect().left),
  )
})
