import { expect, test, vi } from 'vitest'
import { bundleFiles } from '../../../shared/archive/bundle-files'
import { copyMinutes, minutesForClipboard } from '../../../renderer/features/archive/copy-minutes'
import { fullReview } from '../../helpers/full-review'

function bundle() {
  const { review } = fullReview()
  const made = bundleFiles({ parts: review.parts(), log: review.log, withDesk: false, version: '1', present: new Set() })
  if (!made) throw new Error('there is no review')
  return made
}

test('[RND7] the minutes are copied as rich text and as Markdown, without links into the bundle', () => {
  const { html, markdown } = minutesForClipboard(bundle())
  expect(html).toContain('<p>The north is measured again.</p>')
  expect(html).not.toMatch(/<nav|<style|index\.html/)
  expect(markdown).toMatch(/^# Heat demand forecast to production\n\n## Attendance\n[^]*\n\n## 1\. /)
})

test('[RND7] a clipboard that cannot be written to is told', async () => {
  vi.stubGlobal('ClipboardItem', class {})
  const write = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { write } })
  expect(await copyMinutes(bundle())).toBe(true)
  write.mockRejectedValueOnce(new Error('not allowed'))
  expect(await copyMinutes(bundle())).toBe(false)
  vi.unstubAllGlobals()
})
