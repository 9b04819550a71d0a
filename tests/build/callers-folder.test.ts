import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fromCallersFolder } from '../../build/callers-folder.mjs'

test('[FIL8] a relative data folder is meant from where the caller was, in both forms', () => {
  const here = resolve('/caller')
  const absolute = resolve('/else/data')
  const from = (...args: string[]) => fromCallersFolder(args, here)
  expect(from('--data-dir', 'data', 'a.zip')).toEqual(['--data-dir', resolve(here, 'data'), 'a.zip'])
  expect(from('--data-dir=data', 'a.zip')).toEqual([`--data-dir=${resolve(here, 'data')}`, 'a.zip'])
  expect(from('--data-dir=../data')).toEqual([`--data-dir=${resolve('/data')}`])
  expect(from('--data-dir', absolute, `--data-dir=${absolute}`)).toEqual(['--data-dir', absolute, `--data-dir=${absolute}`])
  for (const wrong of [['--data-dir'], ['--data-dir='], ['--data-dir', '--no-open'], ['--data-dirs=x']])
    expect(from(...wrong)).toEqual(wrong)
})
