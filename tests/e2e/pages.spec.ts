import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const pages = fileURLToPath(new URL('../../dist/renderer', import.meta.url))
const read = (path: string) => readFileSync(join(pages, path), 'utf8')
const files = () => readdirSync(pages, { recursive: true, encoding: 'utf8' })

/** The scripts that a page loads, at once or later. */
function scriptsOf(page: string): string[] {
  const found = [...read(page).matchAll(/"\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  for (const script of found) {
    const imported = [...read(script).matchAll(/["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g)].map((match) => `assets/${match[1]}`)
    found.push(...imported.filter((each) => !found.includes(each)))
  }
  return found
}

/** Those of them that are there before it shows anything. */
function firstScriptsOf(page: string): string[] {
  const found = [...read(page).matchAll(/src="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  for (const script of found) {
    const imported = [...read(script).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
      (match) => `assets/${match[1]}`,
    )
    found.push(...imported.filter((each) => !found.includes(each)))
  }
  return found
}

for (const page of ['index.html', 'wall.html']) {
  test(`${page} works under a policy without inline scripts and styles, and names no other host`, () => {
    const html = read(page)
    expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)]).toEqual([])
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|data:|https?:|\/\/[a-z]/i)
  })
}

test('the build has no source maps', () => {
  expect(files().filter((file) => file.endsWith('.map'))).toEqual([])
})

test('the wall loads no document, no database and no editor', () => {
  const scripts = scriptsOf('wall.html')
  expect(scripts.length).toBeGreaterThan(1)
  expect(scripts.filter((script) => /\/(documents|editor|index)-/.test(script))).toEqual([])
  expect(scripts.map(read).filter((text) => /yjs|dexie/i.test(text))).toEqual([])
  expect(scriptsOf('index.html').map(read).join('')).toMatch(/yjs/i)
})

test('[VIW7] viewers of materials are loaded when they are used, by the control page only', () => {
  const ofViewers = /\/(pdf|parse|papaparse|(markdown|notebook|table|text|image)-view)[-.]/
  expect(firstScriptsOf('index.html').length).toBeGreaterThan(4)
  expect(firstScriptsOf('index.html').filter((script) => ofViewers.test(script))).toEqual([])
  expect(
    firstScriptsOf('index.html').filter((script) =>
      // The first script names what is loaded later.
      /pdfjs|papaparse|GlobalWorkerOptions/i.test(read(script).replace(/assets\/[\w.-]+\.js/g, '')),
    ),
  ).toEqual([])
  expect(scriptsOf('wall.html').filter((script) => ofViewers.test(script))).toEqual([])
  // Each has a script of its own to be loaded.
  const views = ['markdown', 'notebook', 'table', 'text', 'image', 'pdf'].map((kind) => `${kind}-view`)
  for (const name of [...views, 'pdf-worker', 'parse-worker'])
    expect(files().filter((file) => file.startsWith(`assets/${name}-`) && file.endsWith('.js'))).toHaveLength(1)
})

test('[VIW9] what PDF.js fetches is there, with its licences, and nothing that runs scripts of a file', () => {
  const parts = files().filter((file) => file.startsWith('pdf/'))
  expect(parts).toEqual(
    expect.arrayContaining([
      'pdf/cmaps/UniJIS-UTF16-H.bcmap',
      'pdf/fonts/FoxitSerif.pfb',
      'pdf/decoders/openjpeg_nowasm_fallback.js',
    ]),
  )
  for (const folder of ['cmaps', 'fonts', 'decoders'])
    expect(parts.filter((file) => file.startsWith(`pdf/${folder}/LICENSE`)).length).toBeGreaterThan(0)
  expect(files().filter((file) => /quickjs|sandbox|wasm$/i.test(file))).toEqual([])
})
