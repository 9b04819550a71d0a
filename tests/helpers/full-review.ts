import { createHash } from 'node:crypto'
import type { MadeReview } from './review-maker'
import { makeReview, paragraph } from './review-maker'

export interface FullReview {
  readonly review: MadeReview
  /** Bytes of its materials. */
  readonly materials: readonly Uint8Array[]
  readonly ids: Readonly<
    Record<
      | 'item'
      | 'person'
      | 'material'
      | 'feedback'
      | 'action'
      | 'decision'
      | 'condition'
      | 'check'
      | 'risk'
      | 'criterion'
      | 'prepared',
      string
    >
  >
}

/** A review in which every collection holds something: prepared, held, decided. */
export function fullReview(seed = 1): FullReview {
  const review = makeReview(seed)
  const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])
  const [item = '', second = ''] = Object.values(review.state().record.agenda)
    .sort((left, right) => (left.order < right.order ? -1 : 1))
    .map(({ id }) => id)
  const { people, feedback, checklist } = review.state().record
  const [person = ''] = Object.keys(people)
  const [finding = ''] = Object.keys(feedback)
  const [check = ''] = Object.keys(checklist)

  const bytes = [Buffer.from('hour,load\n0,12\n'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]
  const materials = bytes.map((content, at) =>
    made(
      review.act('addMaterial', {
        name: ['Load: winter 2025/26.csv', 'Netzplan – Übersicht.svg'][at] ?? '',
        mediaType: ['text/csv', 'image/svg+xml'][at] ?? '',
        bytes: content.length,
        sha512: createHash('sha512').update(content).digest('hex'),
      }),
    ),
  )
  const [material = ''] = materials
  review.act('attachMaterial', { materialId: material, itemId: item, attached: true })
  review.act('tickCheck', { checkId: check, done: true })
  review.act('recordPreparation', { personId: person, materialIds: [material], spentMs: 2_400_000, note: 'Without the annex' })
  const criterion = made(review.act('addGateCriterion', { gate: 'entrance', text: 'The network plan is of this year' }))
  review.act('startItem', { itemId: item, startedAnyway: 'The season begins on Monday' })
  review.act('pauseTimer', {})
  review.act('resumeTimer', {})
  review.act('extendTimer', { itemId: item, byMs: 60_000 })
  review.act('queueQuestion', { text: 'Who is on call at night?', askedBy: person, itemId: item })
  const prepared = made(
    review.act('addPreparedQuestion', { side: 'reviewer', text: 'How old is the network?', itemId: item, askedBy: person }),
  )
  review.act('editPreparedQuestion', { preparedId: prepared, answer: 'Its oldest part is of 1961.' })
  review.act('usePreparedQuestion', { preparedId: prepared })
  review.act('decideGateCriterion', { criterionId: criterion, status: 'not-met', evidence: 'It is of 2021' })
  review.act('parkTopic', { text: 'Costs of the second sensor', itemId: item })
  review.act('nextItem', {})
  const action = made(
    review.act('addAction', {
      what: 'Measure the north again',
      ownerId: person,
      due: '2026-12-18',
      source: { kind: 'minutes', id: item },
    }),
  )
  const risk = made(
    review.act('addRisk', { text: 'The winter is colder than any before', likelihood: 'low', impact: 'medium', ownerId: person }),
  )
  review.act('makeRiskAction', { riskId: risk })
  review.act('addTerm', { term: 'Backtest', meaning: 'A forecast of days that are known already.' })
  review.write(
    item,
    { type: 'heading', attrs: { level: 2, at: null, by: null }, content: [{ type: 'text', text: 'Agreed' }] },
    paragraph('The north is measured again.', Date.UTC(2026, 10, 24, 10, 30)),
    { type: 'recordLine', attrs: { kind: 'action', id: action } },
    { type: 'materialImage', attrs: { materialId: materials[1] ?? '', alt: 'Network' } },
  )
  review.write(null, paragraph('قرار المجموعة مسجل. 会議は時間どおりに終わった。'))
  const decision = made(review.act('proposeDecision', { itemId: second }))
  review.act('editDecision', {
    decisionId: decision,
    outcome: 'proceed-with-conditions',
    statement: 'Version 2.1 replaces 1.8 on 1 December.',
    because: 'It is better where it is cold.',
    deciderIds: [person],
    dissent: 'Chidi would wait for the spring.',
  })
  review.act('waiveFinding', { decisionId: decision, feedbackId: finding, byId: person, reason: 'Mended before the roll-out' })
  const [condition = ''] = review
    .act('addCondition', { decisionId: decision, text: 'The error per region is shown', ownerId: person, due: '2026-12-01' })
    .flatMap(({ path }) => (path[0] === 'conditions' ? [path[1]] : []))
  review.act('acceptDecision', { decisionId: decision })
  review.act('endMeeting', {})
  return {
    review,
    materials: bytes,
    ids: { item, person, material, feedback: finding, action, decision, condition, check, risk, criterion, prepared },
  }
}
