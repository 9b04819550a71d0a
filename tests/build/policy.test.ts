import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly optionalDependencies?: Record<string, string>
}

const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(lockfile.packages).filter(([path]) => path !== '')

test('installing runs no scripts of packages and saves exact versions', () => {
  const settings = read('.npmrc').split('\n')
  expect(settings).toContain('ignore-scripts=true')
  expect(settings).toContain('save-exact=true')
})

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('the lockfile holds a sha512 of every package and the address of none', () => {
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
})

test('the lockfile names the optional parts of every platform, so that npm ci works on all of them', () => {
  const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lockfile.packages) && !(`${path}/node_modules/${name}` in lockfile.packages),
    ),
  )
  expect(missing).toEqual([])
})

test.each(['yjs', 'react', 'react-dom', 'prosemirror-model', '@tiptap/core'])('there is one copy of %s', (name) => {
  expect(locked.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([path]) => path)).toEqual([`node_modules/${name}`])
})

test.each([
  ['electron', '45.4.0'],
  ['@tiptap/core', '3.30.4'],
  ['pdfjs-dist', '6.2.108'],
  ['ws', '8.21.0'],
  ['yauzl', '3.2.1'],
])('%s is not older than the version with its last known hole, %s', (name, floor) => {
  const version = lockfile.packages[`node_modules/${name}`]?.version ?? '0.0.0'
  const weigh = (text: string) => text.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0)
  expect(weigh(version)).toBeGreaterThanOrEqual(weigh(floor))
})
