import { expect, test } from 'vitest'
import { indexPage } from '../../../shared/archive/index-page'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[CLO5] every form of the minutes tells what became of parked topics, the lessons and the next date', () => {
  const { review, ids } = fullReview()
  const park = (text: string) => made(review.act('parkTopic', { text }))
  const [settled, carried, acted] = [park('Name of the sensor'), park('Second <b>site'), park('Costs *in total*')]
  review.act('settleTopic', { topicId: settled, settled: true })
  review.act('carryTopic', { topicId: carried, carried: true })
  review.act('makeTopicAction', { topicId: acted })
  const action = Object.values(review.state().record.actions).find(({ source }) => source.kind === 'parking')
  review.act('editAction', { actionId: action?.id ?? '', ownerId: ids.person, due: '2026-12-18' })
  review.act('addFeedback', { side: 'reviewer', label: 'lesson', text: 'Measure before you argue' })
  review.act('setNextMeeting', { on: '2026-12-04', time: '14:00' })
  const view = viewOf(review)
  const forms = {
    markdown: minutesMarkdownFile(view),
    page: minutesPage(view),
    index: indexPage(view),
    paper: JSON.stringify(minutesPaper(view)),
  }
  const headings = ['Parking lot', 'Lessons learned', 'Next review']
  for (const [name, form] of Object.entries(forms)) {
    const places = headings.map((heading) => form.lastIndexOf(heading))
    // Lessons stand among the feedback too; here under a heading of their own, but on the index, where they have their place.
    if (name === 'index') continue
    expect(Math.min(...places), name).toBeGreaterThan(0)
    expect(form.slice(places[1], places[2]), name).toContain('Measure before you argue')
  }
  for (const [name, form] of Object.entries(forms)) {
    const words = form.replace(/\\(?=[().])/g, '')
    for (const told of [
      'Costs of the second sensor',
      'Left open',
      'Settled',
      'Carried to the next review',
      `Action ${action?.number} (Ines Okafor, due 18 December 2026)`,
      'Measure before you argue',
      'Friday, 4 December 2026, 14:00 (Europe/Berlin)',
    ])
      expect(words, `${name}: ${told}`).toContain(told)
    // What people wrote stays text.
    if (name !== 'paper') expect(form, name).not.toContain('<b>site')
    if (name === 'markdown') expect(form).not.toContain(' *in total*')
  }
})

test('[CLO5] where nothing was parked, learnt or agreed, nothing is said of it', () => {
  const { review } = fullReview()
  const { parking, feedback } = review.state().record
  for (const topicId of Object.keys(parking)) review.act('removeTopic', { topicId })
  for (const { id, label } of Object.values(feedback)) if (label === 'lesson') review.act('removeFeedback', { feedbackId: id })
  const view = viewOf(review)
  for (const form of [minutesMarkdownFile(view), minutesPage(view), JSON.stringify(minutesPaper(view))])
    expect(form).not.toMatch(/Parking lot|Lessons learned|Next review/)
})
