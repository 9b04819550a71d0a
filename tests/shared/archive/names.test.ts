import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleName, folded, safeFileName, safeFileNames } from '../../../shared/archive/names'

const names = fc.string({ unit: 'binary', maxLength: 300 })

test('[ARC5] a safe name is one that every file system takes', () => {
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(100)
      expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$|^$/u)
      expect(safe).toBe(safe.normalize('NFC'))
      expect(safeFileName(safe)).toBe(safe)
    }),
  )
})

test.each([
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['lpt1.tar.gz', '_lpt1.tar.gz'],
  ['../../etc/passwd', '_._etc_passwd'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['e\u0301.md', 'é.md'],
  ['', 'file'],
  ['...', 'file'],
  ['Load: winter 2025/26.csv', 'Load_ winter 2025_26.csv'],
  [`${'長'.repeat(80)}.pptx`, `${'長'.repeat(31)}.pptx`],
])('[ARC5] %j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('[ARC5] no two files of a bundle have names that some system takes for the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('a.md', 'A.md', 'a .md', 'a', 'ａ.md', 'a (2).md'), names), { maxLength: 30 }),
      (many) => {
        const safe = safeFileNames(many)
        expect(new Set(safe.map(folded)).size).toBe(many.length)
        for (const name of safe) expect(safeFileName(name)).toBe(name)
      },
    ),
  )
})

test('[ARC5] a bundle is named by its title in its own script, and by a day', () => {
  expect(bundleName('Heat demand: forecast!', '2026-11-24', false)).toBe('heat-demand-forecast-2026-11-24')
  expect(bundleName('قرار المجموعة', '2026-11-24', true)).toBe('قرار-المجموعة-2026-11-24-private')
  expect(bundleName('???', '2026-11-24', false)).toBe('review-2026-11-24')
})
