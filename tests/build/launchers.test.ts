import { mkdtempSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isInstalled, markInstalled } from '../../build/install.mjs'
import { isNodeVersionEnough } from '../../build/node-version.mjs'
import { hashSources } from '../../build/targets.mjs'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'review-room-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

test('Node 20.19 is enough, 20.18 is not', () => {
  expect(['20.19.0', '22.0.0', '24.1.2'].map(isNodeVersionEnough)).toEqual([true, true, true])
  expect(['20.18.3', '18.20.0', '8.0.0'].map(isNodeVersionEnough)).toEqual([false, false, false])
})

test('an interrupted or outdated installation is noticed, a touched lockfile is not', () => {
  const folder = folderWith({ 'package-lock.json': '{}' })
  expect(isInstalled(folder)).toBe(false)
  mkdirSync(join(folder, 'node_modules'))
  expect(isInstalled(folder)).toBe(false)
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), '{}')
  markInstalled(folder)
  const later = Date.now() / 1000 + 60
  utimesSync(join(folder, 'package-lock.json'), later, later)
  expect(isInstalled(folder)).toBe(true)
  writeFileSync(join(folder, 'package-lock.json'), '{"changed": true}')
  expect(isInstalled(folder)).toBe(false)
})

test('a build is stale when a source changes, appears or is renamed', () => {
  const before = hashSources(folderWith({ 'shared/a.ts': 'one', 'package.json': '{}' }), ['shared', 'package.json'])
  const same = hashSources(folderWith({ 'shared/a.ts': 'one', 'package.json': '{}' }), ['shared', 'package.json'])
  const changed: Record<string, string>[] = [
    { 'shared/a.ts': 'two' },
    { 'shared/a.ts': 'one', 'shared/b.ts': '' },
    { 'shared/c.ts': 'one' },
  ]
  const others = changed.map((files) => hashSources(folderWith({ ...files, 'package.json': '{}' }), ['shared', 'package.json']))
  expect(same).toBe(before)
  expect(new Set([before, ...others]).size).toBe(4)
})
