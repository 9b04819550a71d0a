import { expect, test } from 'vitest'
import { paperKinds, type WallChoice, wallPictureSchema, wallSlideSchema, wallViewSchema } from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { fullReview } from '../../helpers/full-review'

const choicesOf = (materialId: string): readonly WallChoice[] => [
  { kind: 'item' },
  { kind: 'slide', materialId, page: 2, pages: 7 },
  ...paperKinds.flatMap((kind) => [1, 2, 3].map((page): WallChoice => ({ kind, page }))),
  { kind: 'message', text: 'Back at ten' },
  { kind: 'blank' },
]

test('[AGN14] [WAL1] [WAL2] [WAL3] nothing of the desk, of internal items, and no author gets to the wall', () => {
  const { review, ids } = fullReview()
  const secret = 'Zebrafisch'
  review.act('writeNote', { itemId: ids.item, text: secret })
  review.act('editItem', { itemId: ids.item, playbook: secret })
  review.act('addFeedback', { side: 'reviewer', label: 'risk', text: secret, isPrivate: true })
  for (const side of ['presenter', 'reviewer'] as const)
    review.act('addPreparedQuestion', { side, text: secret, answer: secret, itemId: ids.item })
  const author = String(review.act('addPerson', { name: 'Quagga' })[0]?.path[1])
  for (const label of ['note', 'risk'] as const)
    review.act('addFeedback', { side: 'reviewer', label, text: `Shown ${label}`, authorId: author })
  const [added] = review.act('addItem', { title: `${secret} alone` })
  const itemId = String(added?.path[1])
  review.act('editItem', { itemId, internal: true })
  const [raised] = review.act('addFeedback', { side: 'reviewer', label: 'risk', text: `${secret} on it`, itemId })
  const file = { mediaType: 'application/pdf', bytes: 1, sha512: 'ab'.repeat(64) }
  const materialId = String(review.act('addMaterial', { name: `${secret}.pdf`, ...file })[0]?.path[1])
  review.act('attachMaterial', { materialId, itemId, attached: true })
  for (const isRunning of [false, true]) {
    if (isRunning) review.act('startItem', { itemId })
    review.act('addAction', { what: `${secret} to be done`, source: { kind: 'minutes', id: itemId } })
    review.act('addAction', { what: `${secret} found`, source: { kind: 'feedback', id: String(raised?.path[1]) } })
    const decisionId = String(review.act('proposeDecision', { itemId })[0]?.path[1])
    review.act('editDecision', { decisionId, statement: `${secret} is decided` })
    review.act('addCondition', { decisionId, text: `${secret} is asked for` })
    for (const choice of choicesOf(materialId)) {
      const view = wallView(review.state().record, choice, '2026-11-24')
      expect(wallViewSchema.safeParse(view).success).toBe(true)
      expect(JSON.stringify(view), choice.kind).not.toContain(secret)
      expect(JSON.stringify(view.content), choice.kind).not.toContain('Quagga')
    }
  }
  expect(JSON.stringify(wallView(review.state().record, { kind: 'feedback', page: 1 }, '2026-11-24'))).toContain('Shown note')
  expect(JSON.stringify(wallView(review.state().record, { kind: 'risks', page: 1 }, '2026-11-24'))).toContain('Shown risk')
})

test('[WAL1] [WAL5] a picture that holds anything that is not listed, or lacks a part, does not fit', () => {
  const view = wallView(fullReview().review.state().record, { kind: 'feedback', page: 1 }, '2026-11-24')
  const picture = { type: 'picture', theme: 'dark', from: 'w', view }
  expect(wallPictureSchema.safeParse(picture).success).toBe(true)
  const { content: _content, ...rest } = view
  for (const wrong of [
    { ...picture, desk: {} },
    { ...picture, view: { ...view, notes: 'x' } },
    { ...picture, view: rest },
    { ...picture, view: { ...view, content: { ...view.content, authorId: 'x' } } },
  ])
    expect(wallPictureSchema.safeParse(wrong).success).toBe(false)
})

test('[SLD1] a slide comes as a drawn picture, nothing else', () => {
  const slide = { type: 'slide', key: 'm/1' }
  expect(wallSlideSchema.safeParse({ ...slide, picture: 'data:image/jpeg;base64,AAAA' }).success).toBe(true)
  for (const picture of ['data:image/svg+xml;base64,AAAA', 'https://example.org/a.png', 'data:text/html,x', ''])
    expect(wallSlideSchema.safeParse({ ...slide, picture }).success).toBe(false)
})

test('[SLD2] only a material of the review that is not for internal items alone is a slide', () => {
  const { review, ids } = fullReview()
  const kindOf = (materialId: string) =>
    wallView(review.state().record, { kind: 'slide', materialId, page: 1, pages: 1 }, '2026-11-24').content.kind
  expect([kindOf('gone'), kindOf(ids.material)]).toEqual(['item', 'slide'])
  review.act('editItem', { itemId: ids.item, internal: true })
  expect(kindOf(ids.material)).toBe('item')
})

test('[WAL5] the longest subject and version make a picture that fits', () => {
  const { review } = fullReview()
  review.act('editReview', { subject: 's'.repeat(500), version: 'v'.repeat(500) })
  expect(wallViewSchema.safeParse(wallView(review.state().record, { kind: 'item' }, '2026-11-24')).success).toBe(true)
})
