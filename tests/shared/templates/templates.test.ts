import { expect, test } from 'vitest'
import type { Context } from '../../../shared/context'
import { templates } from '../../../shared/templates/built-in'
import { duplicateChanges, templateChanges, templateFrom } from '../../../shared/templates/from-template'
import { templateSchema } from '../../../shared/templates/template'
import { fullReview } from '../../helpers/full-review'

function context(): Context {
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  return { now: 5, newId: () => `new-${count++}`, actor: someone, operator: someone }
}

test('[TPL1] the built-in templates are valid, and each damaged field makes one invalid', () => {
  expect(templates.map(({ id }) => id)).toEqual(['capstone-panel', 'model-promotion-gate', 'technical-review', 'blank'])
  for (const damage of [{ id: '' }, { kind: 'party' }, { agenda: [{ title: '', kind: 'break', plannedMs: 1 }] }, { criteria: 3 }])
    expect(templateSchema.safeParse({ ...templates[0], ...damage }).success, JSON.stringify(damage)).toBe(false)
})

test('[TPL2] a new review has every part of its template, ids of its own, and nothing done', () => {
  for (const template of templates) {
    const changes = templateChanges(template, { title: 'T', scheduledStart: null, timeZone: 'UTC' }, context())
    const { agenda, checklist, gateCriteria, criteria } = template
    const parts = agenda.length + checklist.length + gateCriteria.length + criteria.length
    expect(changes).toHaveLength(1 + parts)
    expect(new Set(changes.map(({ path }) => path.join('/'))).size).toBe(1 + parts)
    const text = JSON.stringify(changes)
    expect(text).toContain('"status":"planned"')
    expect(text).not.toMatch(/"(doneAt|decidedAt)":\d|discussed/)
  }
})

test('[AGN14] [TPL3] a template of a review keeps agenda, how to hold its items, checklists, criteria and rubric, and nothing said, done or named', () => {
  const { review, ids } = fullReview()
  review.act('editItem', { itemId: ids.item, playbook: 'In turn' })
  const { record } = review.state()
  const template = templateFrom(review.state(), 'Mine', 'mine')
  expect(template.agenda).toHaveLength(Object.keys(record.agenda).length)
  expect(template.agenda.map(({ playbook }) => playbook)).toContain('In turn')
  expect(template.checklist).toHaveLength(Object.keys(record.checklist).length)
  expect(template.gateCriteria).toHaveLength(Object.keys(record.gateCriteria).length)
  const text = JSON.stringify(template)
  const said = [
    ...Object.values(record.people).map(({ name }) => name),
    ...Object.values(record.feedback).map((item) => item.text),
    ...Object.values(record.actions).map(({ what }) => what),
    ...Object.values(record.gateCriteria).flatMap(({ evidence, reason }) => [evidence, reason].filter(Boolean)),
    ...Object.values(record.preparations).flatMap(({ note }) => note || []),
    ...Object.values(record.preparedQuestions).flatMap(({ text: asked, answer }) => [asked, answer].filter(Boolean)),
    ...Object.keys(record.agenda),
  ]
  for (const each of said) expect(text).not.toContain(each)
})

test('[TPL4] a duplicate has preparation, people and materials, none of the outcome and none of the desk', () => {
  const { review, ids } = fullReview()
  review.act('writeNote', { itemId: ids.item, text: 'Ask about the budget' })
  const changes = duplicateChanges(review.state(), 'Again', context())
  const collections = changes.map(({ path }) => path[0])
  const outcome = ['feedback', 'decisions', 'conditions', 'actions', 'timer', 'questions', 'parking', 'notes', 'preparations']
  expect(outcome.filter((name) => collections.includes(name))).toEqual([])
  expect(collections).toContain('materials')
  expect(changes.every(({ doc }) => doc === 'record')).toBe(true)
  expect(changes[0]?.after).toMatchObject({ title: 'Again', status: 'planned', closedAt: null, reviewId: 'new-0' })
  expect(JSON.stringify(changes)).not.toMatch(
    /discussed|carried|budget|season begins|of 2021|"(doneAt|decidedAt|usedAt)":\d|waived"|not-met/,
  )
  const { gateCriteria, preparedQuestions } = review.state().record
  for (const [name, kept] of Object.entries({ gateCriteria, preparedQuestions }))
    expect(changes.flatMap(({ path, after }) => (path[0] === name ? [(after as { text: string }).text] : [])).sort()).toEqual(
      Object.values<{ text: string }>(kept)
        .map(({ text }) => text)
        .sort(),
    )
})
