import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkSpec, type SourceText } from '../helpers/spec-check'

const root = fileURLToPath(new URL('../..', import.meta.url))

function textsUnder(folders: readonly string[], pattern: RegExp): SourceText[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .filter(({ path }) => !/^tests\/(helpers\/spec-check|fixtures\/)/.test(path))
}

const spec = readFileSync(join(root, 'shared/SPEC.md'), 'utf8')
const tests = textsUnder(['tests'], /\.(test|spec)\.tsx?$|\.mjs$/)
const sources = textsUnder(['shared', 'electron', 'renderer', 'build'], /\.(tsx?|mjs)$/)
const found = checkSpec(spec, tests, sources)

/** Rules written down before their test or their enforcing line; taken out here as soon as both exist. */
const open = readFileSync(join(root, 'tests/shared/spec-open.txt'), 'utf8').split('\n').filter(Boolean)

test('every rule of SPEC.md is defined once', () => {
  expect(found.twice).toEqual([])
})

test('every rule quoted in tests and sources is in SPEC.md', () => {
  expect(found.unknown).toEqual([])
})

test('every rule of SPEC.md is quoted by the title of a test that shows it', () => {
  expect(found.untested.filter((id) => !open.includes(id))).toEqual([])
})

test('every rule of SPEC.md is quoted by a comment at the line that enforces it', () => {
  expect(found.unenforced.filter((id) => !open.includes(id))).toEqual([])
})
