import { expect, test } from 'vitest'
import { indexPage } from '../../../shared/archive/index-page'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'

test('[ATT3] the minutes say who was there, from when, and whether that was enough, in every form', () => {
  const { review } = fullReview()
  const [first = '', second = '', third = ''] = Object.keys(review.state().record.people)
  const call = (attendance: 'present' | 'late' | 'left', id: string) => review.act('callRoll', { attendance, personIds: [id] })
  call('present', first)
  call('late', second)
  call('left', third)
  review.act('editReview', { quorum: 4 })
  const view = viewOf(review)
  const forms = [minutesMarkdownFile(view), minutesPage(view), indexPage(view), JSON.stringify(minutesPaper(view))]
  const all = Object.keys(view.record.people).length
  for (const form of forms) {
    expect(form).toContain(`Present 3 of ${all}, quorum 4 not reached`)
    expect(form).toMatch(/Came late, \d\d:\d\d/)
    expect(form).toMatch(/Left early, \d\d:\d\d/)
    expect(form).toContain('Not noted')
    expect(form).not.toContain('Expected')
  }
  // Beside its heading, not in the narrow column under it.
  expect(minutesPage(view)).toMatch(/<h2>Attendance<\/h2>\s*<div>\s*<p>Present/)
})

test('[ATT5] the minutes count nobody where nobody was called', () => {
  const { review } = fullReview()
  const personIds = Object.keys(review.state().record.people)
  review.act('callRoll', { attendance: 'expected', personIds })
  const view = viewOf(review)
  for (const form of [minutesMarkdownFile(view), minutesPage(view), indexPage(view), JSON.stringify(minutesPaper(view))]) {
    expect(form).toContain('Roll not called')
    expect(form).not.toMatch(/Present \d/)
  }
})
