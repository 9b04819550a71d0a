import { expect, test } from 'vitest'
import { checkSpec } from './spec-check'

const spec = '# Rules\n\n- **[TIM1]** Instants only.\n- **[TIM2]** One active item.\n\nTIM3 is only mentioned, [TIM4] too.\n'
const source = (text: string) => [{ path: 'shared/timer/a.ts', text }]
const tests = (text: string) => [{ path: 'tests/shared/timer/a.test.ts', text }]
const clean = { twice: [], untested: [], unenforced: [], unknown: [] }

test('rules quoted by a test title and by a source comment are in order', () => {
  const titles = tests("describe('[TIM1] time', () => { test.each([[1, (2)]])(`[TIM2] is ${'x'} %s`, () => {}) })")
  expect(checkSpec(spec, titles, source('export const a = 1 // TIM1: why\n/** Keeps TIM2. */\nexport const b = 2'))).toEqual(
    clean,
  )
})

test('a rule quoted outside a title, or outside a comment, is open', () => {
  const titles = tests("// [TIM1]\ntest('holds', () => expect('[TIM2]').toBe(1))")
  const found = checkSpec(spec, titles, source("export const a = 'see TIM1'; export const TIM2 = 'TIM2'"))
  expect(found).toEqual({ ...clean, untested: ['TIM1', 'TIM2'], unenforced: ['TIM1', 'TIM2'] })
})

test('a comment anywhere counts: after an operator, in a bracket, at the end of the file', () => {
  const titles = tests("test('[TIM1] [TIM2] hold', () => {})")
  expect(checkSpec(spec, titles, source('const a = [1, /* TIM1 */ 2]\n// TIM2'))).toEqual(clean)
  expect(checkSpec(spec, titles, source('const a = b && // TIM1\n  c\nfunction d() {\n  return 1 // TIM2\n}'))).toEqual(clean)
  expect(checkSpec(spec, titles, source('function d() {\n  // TIM1\n}\nconst e = <p>{/* TIM2 */}</p>').map(asTsx))).toEqual(clean)
})

test('quotes of rules that do not exist are named with their file', () => {
  const titles = tests("test('[TIM1] [TIM2] [TIM9] [FB7] hold', () => {})")
  const found = checkSpec(spec, titles, source("const a = 1 // TIM1, TIM2, TIM8 but not SHA512\nrefusal('TIM7', 'no')"))
  expect(found.unknown).toEqual([
    'tests/shared/timer/a.test.ts: TIM9',
    'tests/shared/timer/a.test.ts: FB7',
    'shared/timer/a.ts: TIM8',
    'shared/timer/a.ts: TIM7',
  ])
})

test('a rule defined twice is named', () => {
  expect(checkSpec(`${spec}- **[TIM1]** Again.\n`, [], []).twice).toEqual(['TIM1'])
})

function asTsx({ text }: { text: string }) {
  return { path: 'renderer/a.tsx', text }
}
