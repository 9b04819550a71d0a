import { expect, test } from 'vitest'
import { wallPictureSchema, wallView, wallViewSchema } from '../../../shared/wall/wall-view'
import { fullReview } from '../../helpers/full-review'

const choices = [{ kind: 'item' }, { kind: 'feedback' }, { kind: 'message', text: 'Back at ten' }, { kind: 'blank' }] as const

test('[WAL1] [WAL2] [WAL3] nothing of the desk, of internal items, and no author gets to the wall', () => {
  const { review, ids } = fullReview()
  const secret = 'Zebrafisch'
  review.act('writeNote', { itemId: ids.item, text: secret })
  review.act('addFeedback', { side: 'reviewer', label: 'risk', text: secret, isPrivate: true })
  review.act('addFeedback', { side: 'reviewer', label: 'note', text: 'Shown', authorId: ids.person })
  const [added] = review.act('addItem', { title: `${secret} alone` })
  const itemId = String(added?.path[1])
  review.act('editItem', { itemId, internal: true })
  review.act('addFeedback', { side: 'reviewer', label: 'note', text: `${secret} on it`, itemId })
  const name = review.state().record.people[ids.person]?.name ?? ''
  for (const isRunning of [false, true]) {
    if (isRunning) review.act('startItem', { itemId })
    for (const choice of choices) {
      const view = wallView(review.state().record, choice)
      expect(wallViewSchema.safeParse(view).success).toBe(true)
      expect(JSON.stringify(view), choice.kind).not.toContain(secret)
      if (choice.kind === 'feedback') expect(JSON.stringify(view.content)).not.toContain(name)
    }
  }
  expect(JSON.stringify(wallView(review.state().record, { kind: 'feedback' }))).toContain('Shown')
})

test('[WAL1] [WAL5] a picture that holds anything that is not listed, or lacks a part, does not fit', () => {
  const view = wallView(fullReview().review.state().record, { kind: 'feedback' })
  const picture = { type: 'picture', theme: 'dark', from: 'w', view }
  expect(wallPictureSchema.safeParse(picture).success).toBe(true)
  const { content: _content, ...rest } = view
  for (const wrong of [
    { ...picture, desk: {} },
    { ...picture, view: { ...view, notes: 'x' } },
    { ...picture, view: rest },
  ])
    expect(wallPictureSchema.safeParse(wrong).success).toBe(false)
})

test('[WAL5] the longest subject and version make a picture that fits', () => {
  const { review } = fullReview()
  review.act('editReview', { subject: 's'.repeat(500), version: 'v'.repeat(500) })
  expect(wallViewSchema.safeParse(wallView(review.state().record, { kind: 'item' })).success).toBe(true)
})
