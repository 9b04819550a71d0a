import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figuresIn, readState, remember, stepsToDo } from '../../build/proof-state.mjs'

const finished = { tree: 'a', commit: 'abc', outcome: 'passed' as const, seconds: 3, figures: ['lost 0'] }

test('a step that passed on the same sources is not done again; a failed, unjudged or changed one is', () => {
  const state = {
    unit: finished,
    e2e: { ...finished, outcome: 'failed' as const },
    bag: { ...finished, outcome: 'not judged' as const },
    kill: { ...finished, tree: 'b' },
  }
  expect(stepsToDo(['unit', 'e2e', 'bag', 'kill', 'new'], state, 'a')).toEqual(['e2e', 'bag', 'kill', 'new'])
})

test('finished steps are remembered beside those before', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'review-room-')), '.proof', 'state.json')
  expect(readState(path)).toEqual({})
  remember(path, 'unit', finished)
  remember(path, 'e2e', { ...finished, outcome: 'failed' })
  expect(readState(path)).toEqual({ unit: finished, e2e: { ...finished, outcome: 'failed' } })
})

test('figures are the lines that begin with an equals sign', () => {
  expect(figuresIn('killing ...\n= acked 312, found 312, lost 0\n == no\n\u001b[22m\u001b[39m= 30 kills\n')).toEqual([
    'acked 312, found 312, lost 0',
    '30 kills',
  ])
})
