import { expect, test } from 'vitest'
import type { z } from 'zod'
import { readRecord } from '../../../shared/record/document'
import { runVerb } from '../../../shared/record/run-verb'
import { type VerbName, verbs } from '../../../shared/record/verbs'
import { fullReview } from '../../helpers/full-review'

/** For each verb that edits an entity: the id it needs, and another value for every field. */
const edits = {
  editReview: {},
  editPerson: { personId: 'person' },
  editItem: { itemId: 'item' },
  editFeedback: { feedbackId: 'feedback' },
  editAction: { actionId: 'action' },
  editDecision: { decisionId: 'decision' },
  editRisk: { riskId: 'risk' },
  editGateCriterion: { criterionId: 'criterion' },
  editPreparedQuestion: { preparedId: 'prepared' },
  recordPreparation: { personId: 'person' },
} as const

const values: Readonly<Record<string, readonly unknown[]>> = {
  title: ['Another'],
  kind: ['inspection', 'break'],
  roles: [['observer']],
  quorum: [5],
  label: ['risk'],
  force: [null, 'if-minor'],
  severity: ['editorial'],
  outcome: ['hold', 'insufficient'],
  materialIds: [[]],
  spentMs: [60_000],
  deciderIds: [[]],
  status: ['in-process'],
  priority: ['low'],
  likelihood: ['high'],
  impact: ['high'],
  endsIn: ['appraisal'],
  appraisal: ['re-review'],
  options: [['Wait for spring']],
  dissents: [[{ personId: 'somebody', words: 'Too early' }]],
  supporters: [[{ personId: 'somebody', offer: 'A week of computing' }]],
  due: ['2027-02-03'],
  reviewBy: ['2027-02-03'],
  plannedMs: [61_000],
  warningMs: [120_000],
  dangerMs: [30_000],
  internal: [true],
  scheduledStart: [12_345],
  scheduledLengthMs: [3_600_000],
  timeZone: ['Asia/Tokyo'],
}

test.each(Object.entries(edits))('[VRB2] %s changes the one field it is given, and no other', (name, ids) => {
  const full = fullReview()
  const { review } = full
  if (name === 'editDecision') review.act('proposeDecision', { statement: 'Wait', outcome: 'rework' })
  const open = Object.values(review.state().record.decisions).find(({ status }) => status === 'proposed')
  const known: Readonly<Record<string, string>> = { ...full.ids, decision: open?.id ?? '' }
  const reference = Object.fromEntries(Object.entries(ids).map(([field, what]) => [field, known[what as string]]))
  const input = verbs[name as VerbName].input as z.ZodObject
  // A side goes with its labels, so it alone is refused (FB1).
  const fields = Object.keys(input.shape).filter((field) => !(field in reference) && field !== 'side')
  expect(fields.length).toBeGreaterThan(1)
  const context = { now: 1, newId: () => 'new', actor: { personId: null, name: 'A' }, operator: { personId: null, name: 'A' } }
  const own: typeof values = { ...values, place: [{ materialId: full.ids.material, page: 3, region: null }] }
  for (const field of fields) {
    const tried = (own[field] ?? ['Other words']).map((value) =>
      runVerb(name as VerbName, review.state(), { ...reference, [field]: value }, context),
    )
    const changed = tried.flatMap((result) => (result.ok ? result.value.map(({ path }) => path[2]) : []))
    expect(new Set(changed), field).toEqual(new Set([field]))
  }
})

test('[VRB2] what an added item leaves out is decided by the verb, not by a default', () => {
  const { review, ids } = fullReview()
  const context = {
    now: 1,
    newId: () => 'new',
    actor: { personId: ids.person, name: 'A' },
    operator: { personId: null, name: 'B' },
  }
  const added = runVerb('addFeedback', review.state(), { side: 'reviewer', label: 'note', text: 'Said' }, context)
  expect(added).toMatchObject({ ok: true, value: [{ after: { authorId: ids.person } }] })
  expect(Object.keys(readRecord(review.docs.record).feedback)).not.toContain('new')
})

test('[VRB1] input that does not fit is refused by every verb, in words', () => {
  const { review } = fullReview()
  const context = { now: 1, newId: () => 'new', actor: { personId: null, name: 'A' }, operator: { personId: null, name: 'A' } }
  for (const name of Object.keys(verbs) as VerbName[])
    for (const input of [null, 7, 'x', [], { text: 'x'.repeat(20_001), title: 'x'.repeat(501), itemId: {}, closed: 1 }]) {
      const result = runVerb(name, review.state(), input as never, context)
      if (result.ok) expect(Object.keys((verbs[name].input as z.ZodObject).shape), name).toEqual([])
      else expect(result.error.message, name).toMatch(/^[A-Z].+\.$/)
    }
})
