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
