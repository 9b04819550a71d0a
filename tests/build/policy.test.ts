import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

type Manifest = Record<string, Record<string, string> | undefined>

const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(lockfile.packages).filter(([path]) => path !== '')
const { dependencies = {}, devDependencies = {}, overrides = {}, ...others } = JSON.parse(read('package.json')) as Manifest

test('installing runs no scripts of packages and saves exact versions', () => {
  // Of a setting that stands twice the last counts.
  const settings = new Map([...read('.npmrc').matchAll(/^([^=\n]+?) *= *(.*?) *$/gm)].map(([, name, value]) => [name, value]))
  expect([settings.get('ignore-scripts'), settings.get('save-exact')]).toEqual(['true', 'true'])
})

test('every dependency is pinned to one version, the one that is locked', () => {
  expect(Object.keys(others).filter((name) => /dependencies/i.test(name))).toEqual([])
  // A package under another name, beside one of its own name, is `npm:<its name>@<version>`.
  const versions = Object.entries({ ...overrides, ...dependencies, ...devDependencies }).map(
    ([name, version = '']) => [name, version.replace(/^npm:[\w-]+@/, '')] as const,
  )
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(versions.filter(([name, version]) => lockfile.packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  const { dependencies: product, devDependencies: tools } = lockfile.packages[''] ?? {}
  expect({ product, tools }).toEqual({ product: dependencies, tools: devDependencies })
})

test('every dependency has its reason in the README, and every reason its dependency', () => {
  const list = /\nDependencies and their reasons:\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? ''
  const rows = [...list.matchAll(/^\| (?!package )([^|]+) \| *([^|]*?) *\|$/gm)]
  expect(rows.filter(([, , reason]) => reason === '').map(([row]) => row)).toEqual([])
  // A name ending with * is every package of those authors.
  const named = rows.flatMap(([, names = '']) => names.split(', '))
  const isNamedBy = (name: string) => (each: string) =>
    each === name || (each.endsWith('/*') && name.startsWith(each.slice(0, -1)))
  const all = Object.keys({ ...dependencies, ...devDependencies })
  expect(all.filter((name) => !named.some(isNamedBy(name)))).toEqual([])
  expect(named.filter((each) => !all.some((name) => isNamedBy(name)(each)))).toEqual([])
})

test('the lockfile holds a sha512 of every package and the address of none', () => {
  const isSha512 = (text = '') => /^sha512-[\w+/]{86}==$/.test(text)
  expect(locked.filter(([, { integrity }]) => !isSha512(integrity)).map(([path]) => path)).toEqual([])
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
