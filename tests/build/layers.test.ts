import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'review-room-layers-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** From, what it imports, and the rule that refuses it. */
const forbidden: [string, string, string][] = [
  ['shared/timer/a.ts', '../../electron/host/a', 'shared-stands-alone'],
  ['shared/timer/b.ts', '../../renderer/ui/a', 'shared-stands-alone'],
  ['shared/timer/c.ts', 'node:fs', 'shared-is-pure'],
  ['shared/agenda/a.ts', '../timer/z', 'shared-agenda-imports-downwards'],
  ['shared/record/a.ts', '../wall/z', 'shared-record-imports-downwards'],
  ['shared/feedback/a.ts', '../host-contract', 'shared-feedback-imports-downwards'],
  ['shared/result.ts', './timer/z', 'shared-foundation-below-features'],
  ['electron/host/b.ts', '../../renderer/ui/a', 'electron-not-renderer'],
  ['electron/host/c.ts', '../browser/z', 'host-below-shells'],
  ['electron/host/d.ts', 'electron', 'host-below-shells'],
  ['electron/browser/a.ts', 'electron', 'browser-shell-without-electron'],
  ['electron/verify/a.ts', '../browser/z', 'verifier-without-shells'],
  ['electron/desktop/a.ts', '../browser/z', 'desktop-shell-without-browser-shell'],
  ['renderer/ui/b.ts', '../../electron/host/a', 'renderer-not-electron'],
  ['renderer/ui/c.ts', '../features/timer/a', 'ground-of-renderer'],
  ['renderer/ui/d.ts', '../storage/a', 'ui-knows-nothing-else'],
  ['renderer/storage/b.ts', 'node:fs', 'renderer-not-node'],
  ['renderer/features/timer/b.ts', '../agenda/a', 'feature-not-feature'],
  ['renderer/features/timer/c.ts', '../../app/a', 'features-below-app'],
  ['renderer/app/wall.ts', '../features/wall/a', 'wall-is-a-picture'],
]

const allowed = [
  'shared/timer/z.ts',
  'shared/wall/z.ts',
  'shared/host-contract.ts',
  'electron/host/a.ts',
  'electron/browser/z.ts',
]
  .concat(
    'renderer/ui/a.ts',
    'renderer/features/timer/a.ts',
    'renderer/features/agenda/a.ts',
    'renderer/storage/a.ts',
    'renderer/app/a.ts',
  )
  .map((file): [string, string] => [file, ''])
  .concat([
    ['renderer/features/wall/a.ts', '../../ui/e'],
    ['renderer/ui/e.ts', 'yjs'],
    ['shared/review/one.ts', './two'],
    ['shared/review/two.ts', './one'],
  ])

function write(file: string, imported: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), imported === '' ? 'export const a = 1\n' : `import '${imported}'\nexport const a = 1\n`)
}

function cruise(): string[] {
  for (const [file, imported] of [...forbidden, ...allowed]) write(file, imported)
  writeFileSync(join(folder, 'renderer/wall.html'), '<script type="module" src="/app/wall.ts"></script>')
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'renderer/tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'shared', 'electron', 'renderer']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return summary.violations.map(({ rule, from }) => `${from} ${rule.name}`)
}

test('each import that breaks a layer is refused by its rule, and nothing else is', () => {
  const expected = [...forbidden.map(([file, , rule]) => `${file} ${rule}`), 'shared/review/one.ts no-cycles']
  expect([...new Set(cruise())].sort()).toEqual([...new Set(expected)].sort())
})
