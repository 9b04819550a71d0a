import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperKinds, type PaperKind, type WallBlock, wallViewSchema } from '../../../shared/wall/wall-schema'
import { pagesOf } from '../../../shared/wall/wall-pages'
import { emptyRecord } from '../../../shared/record/state'
import { wallView } from '../../../shared/wall/wall-view'
import { fullReview } from '../../helpers/full-review'
import { makeReview } from '../../helpers/review-maker'

type Paper = { readonly pages: number; readonly page: number; readonly blocks: readonly WallBlock[] }
const day = '2026-11-24'
const paper = (review: ReturnType<typeof makeReview>, kind: PaperKind, page = 1, today = day) =>
  wallView(review.state().record, { kind, page }, today).content as Paper
const wordsOf = (blocks: readonly WallBlock[]) => JSON.stringify(blocks)
const squeezed = (text: string) => text.replace(/\s+/g, '')

test('[WAL6] whatever is written, every word of it is on some page, none has too much, and no heading is left alone', () => {
  const written = fc.array(
    fc.record({ text: fc.oneof(fc.lorem({ maxCount: 300 }), fc.string({ unit: 'grapheme', maxLength: 2000 })), kind: fc.nat(5) }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(written, (parts) => {
      const blocks = parts.map(({ text, kind }): WallBlock => {
        if (kind === 0) return { kind: 'heading', text: text.slice(0, 40) }
        if (kind === 1) return { kind: 'lead', text }
        if (kind === 2) return { kind: 'text', text, isQuiet: false }
        if (kind === 3)
          return { kind: 'entry', side: 'reviewer', label: 'issue', isBlocking: true, isContinued: false, hands: 3, text }
        const beside = { tone: 'neutral', text, who: 'Ada', when: 'today' } as const
        if (kind === 4)
          return { kind: 'scores', dots: [], middle: null, agreed: null, pass: null, ticks: [], isHigh: false, ...beside }
        return { kind: 'row', mark: '1', isNobody: false, ...beside }
      })
      const pages = pagesOf(blocks)
      const texts = (some: readonly WallBlock[]) => squeezed(some.map(({ text }) => text).join(''))
      expect(texts(pages.flat())).toBe(texts(blocks))
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        expect(page.length).toBeLessThanOrEqual(60)
        expect(page.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1_300)
      }
      for (const page of pages.slice(0, -1))
        if (page.some(({ kind }) => kind !== 'heading')) expect(page.at(-1)?.kind).not.toBe('heading')
    }),
    { numRuns: process.env['REVIEW_ROOM_PROOF'] === '1' ? 3_000 : 100 },
  )
})

test('[WAL6] the longest texts of a review make pages that fit; a page behind the last is the last', () => {
  const { review, ids } = fullReview()
  const long = `${'Wärmebedarf im Norden 暖房需要 '.repeat(600)}end`
  review.act('editReview', { purpose: long, takeaways: long, impact: 'x'.repeat(20_000) })
  review.act('addAction', { what: long, source: { kind: 'review', id: null } })
  for (const kind of paperKinds) {
    const { pages } = paper(review, kind)
    for (const page of [1, 2, Math.ceil(pages / 2), pages])
      expect(wallViewSchema.safeParse(wallView(review.state().record, { kind, page }, day)).success).toBe(true)
    expect(paper(review, kind, 999)).toEqual(paper(review, kind, pages))
  }
  expect(paper(review, 'summary').pages).toBeGreaterThan(10)
  expect(ids.decision).not.toBe('')
})

test('[WAL7] the decision stands with outcome, exact statement, conditions with owners and dates, and why', () => {
  const { review, ids } = fullReview()
  const owner = review.state().record.people[ids.person]?.name ?? ''
  const [badge, makers, lead, , condition, , because] = paper(review, 'decision').blocks
  expect(badge).toMatchObject({ kind: 'badge', text: 'Proceed with conditions', note: 'This decision is accepted', tone: 'warn' })
  expect(makers).toMatchObject({ kind: 'text', text: 'Decision maker: \u2068Ines Okafor\u2069' })
  expect(lead).toMatchObject({ kind: 'lead', text: 'Version 2.1 replaces 1.8 on 1 December.' })
  expect(condition).toMatchObject({ kind: 'row', text: 'The error per region is shown', who: owner, when: '1 December 2026' })
  expect(because).toMatchObject({ kind: 'text', text: 'It is better where it is cold.' })
})

test('[WAL15] what is overdue says so in the plan and among the conditions; what is done, or due today, does not', () => {
  const { review } = fullReview()
  const { actions, conditions } = review.state().record
  for (const actionId of Object.keys(actions))
    if (!Object.values(conditions).some((one) => one.actionId === actionId)) review.act('removeAction', { actionId })
  const add = (what: string, due: string | null) => {
    const [added] = review.act('addAction', { what, source: { kind: 'review', id: null } })
    const actionId = String(added?.path[1])
    review.act('editAction', { actionId, due })
    return actionId
  }
  for (const [what, due] of [
    ['Late', '2026-11-30'],
    ['Later', '2026-12-01'],
    ['Today', '2026-12-02'],
    ['Never', null],
  ] as const)
    add(what, due)
  review.act('editAction', { actionId: add('Done', '2026-11-30'), status: 'completed' })
  const standing = (kind: PaperKind, today: string) =>
    Object.fromEntries(
      [1, 2]
        .flatMap((page) => paper(review, kind, page, today).blocks)
        .flatMap((block) => (block.kind === 'row' ? [[block.text, `${block.tone}: ${block.when}`]] : [])),
    )
  const condition = 'The error per region is shown'
  expect(standing('actions', '2026-12-02')).toEqual({
    [condition]: 'danger: \u26a0\ufe0e Overdue, 1 day',
    Late: 'danger: \u26a0\ufe0e Overdue, 2 days',
    Later: 'danger: \u26a0\ufe0e Overdue, 1 day',
    Today: 'neutral: 2 December 2026',
    Never: 'neutral: No date yet',
    Done: 'ok: Done',
  })
  expect(standing('decision', '2026-12-02')).toEqual({ [condition]: 'danger: \u26a0\ufe0e Overdue, 1 day' })
  expect(standing('decision', day)).toEqual({ [condition]: 'neutral: 1 December 2026' })
})

test('[WAL20] a decision says whether it is proposed or accepted and by whom, and that conditions are not written yet', () => {
  const review = makeReview()
  const [made] = review.act('proposeDecision', { statement: 'It goes live', outcome: 'proceed-with-conditions' })
  const decisionId = String(made?.path[1])
  const say = (...names: string[]) => {
    const deciderIds = names.map((name) => String(review.act('addPerson', { name, roles: ['observer'] })[0]?.path[1]))
    review.act('editDecision', { decisionId, deciderIds })
    return paper(review, 'decision').blocks.slice(0, 2)
  }
  const proposed = { kind: 'badge', tone: 'neutral', isProposed: true, note: 'Proposed, not accepted yet' }
  expect(say()).toMatchObject([proposed, { text: 'No decision maker yet' }])
  expect(say('Ada')).toMatchObject([proposed, { text: 'Decision maker: \u2068Ada\u2069' }])
  expect(say('A', 'B', 'C', 'D', 'E')).toMatchObject([
    proposed,
    { text: 'Decision makers: \u2068A\u2069, \u2068B\u2069, \u2068C\u2069 and 2 more' },
  ])
  expect(say('Ben', 'Cleo')).toMatchObject([proposed, { text: 'Decision makers: \u2068Ben\u2069 and \u2068Cleo\u2069' }])
  const written = () => paper(review, 'decision').blocks.map(({ text }) => text)
  expect(written()).toContain('No conditions written yet')
  review.act('addCondition', { decisionId, text: 'The error per region is shown' })
  expect(written()).not.toContain('No conditions written yet')
  review.act('acceptDecision', { decisionId })
  expect(paper(review, 'decision').blocks[0]).toMatchObject({
    tone: 'warn',
    isProposed: false,
    note: 'This decision is accepted',
  })
  expect(written()).toContain('Decision makers: \u2068Ben\u2069 and \u2068Cleo\u2069')
  const alone = String(review.act('proposeDecision', { statement: 'It goes on', outcome: 'hold' })[0]?.path[1])
  review.act('editDecision', { decisionId: alone, deciderIds: [] })
  review.act('acceptDecision', { decisionId: alone })
  expect(written()).toContain('By nobody named')
})

test('[WAL21] the plan stands overdue first and done last, and what nobody owns says so', () => {
  const { review, ids } = fullReview()
  const { actions } = review.state().record
  for (const actionId of Object.keys(actions)) review.act('editAction', { actionId, status: 'cancelled' })
  for (const [what, due, status] of [
    ['Done', '2026-11-01', 'completed'],
    ['Open', '2026-12-24', 'needs-action'],
    ['Late', '2026-11-20', 'in-process'],
    ['Latest', '2026-11-10', 'needs-action'],
  ] as const) {
    const actionId = String(review.act('addAction', { what, source: { kind: 'review', id: null } })[0]?.path[1])
    review.act('editAction', { actionId, due, status, ownerId: what === 'Late' ? ids.person : null })
  }
  const rows = paper(review, 'actions').blocks.map((block) =>
    block.kind === 'row' ? [block.text, block.who, block.isNobody] : [],
  )
  const [owner, nobody] = [review.state().record.people[ids.person]?.name, '\u26a0\ufe0e No owner yet']
  expect(rows).toEqual([
    ['Latest', nobody, true],
    ['Late', owner, false],
    ['Open', nobody, true],
    ['Done', 'No owner', false],
  ])
})

test('[WAL8] the read-back holds what this meeting decided and agreed, and nothing from before it', () => {
  const review = makeReview()
  review.act('addAction', { what: 'From before', source: { kind: 'review', id: null } })
  const [early] = review.act('proposeDecision', { statement: 'Proposed before', outcome: 'hold' })
  expect(wordsOf(paper(review, 'read-back').blocks)).toContain('Nothing has been decided')
  review.act('nextItem', {})
  review.act('addAction', { what: 'Agreed now', source: { kind: 'review', id: null } })
  const [proposed] = review.act('proposeDecision', {})
  review.act('editDecision', { decisionId: String(proposed?.path[1]), statement: 'Decided now' })
  const words = wordsOf(paper(review, 'read-back').blocks)
  expect(words).toContain('Agreed now')
  expect(words).toContain('Decided now')
  expect(words).not.toContain('From before')
  expect(words).not.toContain('Proposed before')
  review.act('acceptDecision', { decisionId: String(early?.path[1]) })
  expect(wordsOf(paper(review, 'read-back').blocks)).toContain('Proposed before')
  expect(wordsOf(paper(review, 'actions').blocks)).toContain('From before')
})

test('[WAL13] all feedback is on some page, newest first, with what is longer than a page gone on with and said so', () => {
  const review = makeReview()
  expect(wallView(emptyRecord, { kind: 'feedback', page: 1 }, day).content).toMatchObject({
    pages: 1,
    blocks: [{ kind: 'text', text: 'Nothing has been raised yet.' }],
  })
  const texts = Array.from({ length: 30 }, (_, at) => `Item ${at}${at === 7 ? ` ${'is long '.repeat(400)}` : ''}`.trim())
  for (const text of texts) review.act('addFeedback', { side: 'reviewer', label: 'issue', text })
  const { pages } = paper(review, 'feedback')
  expect(pages).toBeGreaterThan(5)
  const entries = Array.from({ length: pages }, (_, at) => paper(review, 'feedback', at + 1).blocks).flat()
  expect(paper(review, 'feedback').blocks[0]).toMatchObject({ kind: 'entry', text: 'Item 29', isContinued: false })
  const whole: string[] = []
  for (const block of entries) {
    if (block.kind !== 'entry') throw new Error('only entries')
    if (block.isContinued) whole.push(`${whole.pop()} ${block.text}`)
    else whole.push(block.text)
  }
  expect(whole.slice(0, 30)).toEqual(texts.toReversed())
})

test('[WAL13] only several items are said to be newest first', () => {
  const review = makeReview()
  for (const feedbackId of Object.keys(review.state().record.feedback)) review.act('removeFeedback', { feedbackId })
  const aside = (feedbackId?: string) => {
    const { content } = wallView(review.state().record, { kind: 'feedback', page: 1, ...(feedbackId && { feedbackId }) }, day)
    return 'aside' in content ? content.aside : null
  }
  const add = (text: string) => String(review.act('addFeedback', { side: 'reviewer', label: 'issue', text })[0]?.path[1])
  expect(aside()).toBe('')
  const first = add('is long '.repeat(500))
  expect(aside()).toBe('')
  review.act('groupFeedback', { feedbackId: add('Alike'), underId: first })
  expect([aside(), aside(first)]).toEqual(['Newest first', ''])
})

test('[WAL14] only a page with little on it, and no other beside it, is set larger', () => {
  const isLarge = (count: number, words: string): unknown => {
    const review = makeReview()
    const { feedback } = review.state().record
    for (const feedbackId of Object.keys(feedback)) review.act('removeFeedback', { feedbackId })
    for (let at = 0; at < count; at++) review.act('addFeedback', { side: 'reviewer', label: 'issue', text: words })
    const { content } = wallView(review.state().record, { kind: 'feedback', page: 1 }, day)
    return 'isLarge' in content && content.isLarge
  }
  expect([
    isLarge(0, ''),
    isLarge(2, 'Short'),
    isLarge(4, 'Short'),
    isLarge(1, 'long '.repeat(100)),
    isLarge(40, 'Short'),
  ]).toEqual([true, true, false, false, false])
})
