import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { collectLicences, isAllowed } from '../../build/licences.mjs'
import { tempFolder } from '../electron/helpers/temp-folder'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const config = read('electron-builder.yml')

/** The lines of one part of the configuration. */
function part(name: string): string[] {
  const lines = config.split('\n')
  const from = lines.findIndex((line) => line === `${name}:`) + 1
  const length = lines.slice(from).findIndex((line) => /^\S/.test(line))
  return lines.slice(from, from + length).filter((line) => !/^\s*#/.test(line))
}

test('[DSK17] every fuse that can be set is set, and what is not needed is off', () => {
  const scheme = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as {
    definitions: { FuseOptionsV1: { properties: Record<string, unknown> } }
  }
  const fuses = Object.keys(scheme.definitions.FuseOptionsV1.properties).filter((name) => name !== 'resetAdHocDarwinSignature')
  const set: Record<string, string> = {}
  for (const line of part('electronFuses')) {
    const [name = '', state = ''] = line.trim().split(': ')
    set[name] = state
  }
  expect(Object.keys(set).sort()).toEqual(fuses.sort())
  expect(Object.entries(set).flatMap(([name, state]) => (state === 'true' ? name : []))).toEqual([
    'enableEmbeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
  ])
})

test('[DSK18] there is no updater, no address for updates, and no feed beside the packages', () => {
  expect(config).toMatch(/^publish: null$/m)
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: boolean }> }
  const shipped = Object.entries(lock.packages).flatMap(([path, { dev }]) => (dev ? [] : path))
  expect(shipped.filter((path) => /updat/i.test(path.replace(/^.*node_modules\//, '')))).toEqual([])
  const sources = ['desktop', 'host'].flatMap((folder) =>
    readdirSync(join(root, 'electron', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join('electron', folder, file))),
  )
  expect(sources.filter((text) => /autoUpdater|setFeedURL|electron-updater/.test(text))).toEqual([])
})

test('a bundle is opened by choice: .zip is claimed on no system', () => {
  expect(part('mac').map((line) => line.trim())).toContain('rank: Alternate')
  for (const system of ['win', 'nsis', 'linux']) expect(part(system).join('\n')).not.toContain('fileAssociations')
})

test.each([
  ['icon.png', 1024],
  ['icons/512x512.png', 512],
  ['icons/256x256.png', 256],
])('the icon %s is as large as it says', (file, size) => {
  const png = readFileSync(join(root, 'build/resources', file))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
})

test('[DSK20] every package that is shipped has a licence of the list and its text', () => {
  const { faults, count, text } = collectLicences(root)
  expect(faults).toEqual([])
  expect(count).toBeGreaterThan(50)
  for (const words of ['yjs ', 'react ', 'SIL OPEN FONT LICENSE', 'Apache License']) expect(text).toContain(words)
})

test('[DSK20] another licence, none at all, or a missing text is a fault', () => {
  expect(['MIT', '(GPL-3.0 OR MIT)', 'MIT AND ISC'].map(isAllowed)).toEqual([true, true, true])
  expect(['GPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'SEE LICENSE IN x', undefined, null].map(isAllowed)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ])
  const folder = tempFolder()
  const packages: Record<string, { dev?: boolean; optional?: boolean }> = { '': {} }
  const add = (name: string, about: object | null, marks = {}) => {
    packages[`node_modules/${name}`] = marks
    if (about === null) return
    mkdirSync(join(folder, 'node_modules', name), { recursive: true })
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version: '1.0.0', ...about }))
  }
  add('copyleft', { license: 'GPL-3.0' })
  add('nameless', {})
  add('textless', { license: 'Apache-2.0' })
  add('forgetful', { license: 'MIT', author: 'Ada' })
  add('absent', null)
  add('of-another-system', null, { optional: true })
  add('tool', { license: 'GPL-3.0' }, { dev: true })
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  const { faults, text } = collectLicences(folder)
  expect(faults).toEqual([
    'copyleft: GPL-3.0 is not on the list',
    'nameless: undefined is not on the list',
    'textless: no text',
    'absent: not installed',
  ])
  expect(text).toMatch(/forgetful 1\.0\.0\nMIT\n\nCopyright \(c\) Ada\n\nPermission is hereby granted/)
})
