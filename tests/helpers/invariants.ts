import { lacksOwnerOrDate } from '../../shared/actions/action-verbs'
import { blockingFindings, isProceeding } from '../../shared/decision/decision-verbs'
import { boardOf, everything } from '../../shared/feedback/board'
import { headOf, membersOf } from '../../shared/feedback/group'
import { hasForce, labelsOf, type FeedbackItem } from '../../shared/feedback/item'
import { canComeNext, comesAfter, countingSteps, dispositionOf, leadsBack, statusOf } from '../../shared/feedback/life'
import type { ReviewState } from '../../shared/record/state'
import type { VerbName } from '../../shared/record/verbs'
import { isEqual } from '../../shared/review/change'
import { rangeOf } from '../../shared/rubric/criterion'
import { isByRubric } from '../../shared/rubric/panel'

/** What holds of every state of a review: the rule of shared/SPEC.md, and what of the state breaks it. */
export interface Invariant {
  readonly rule: string
  readonly broken: (state: ReviewState) => readonly string[]
  /** It holds because a verb looked before it wrote, and nothing that is read afterwards can restore it: why not. */
  readonly notInMerge?: string
}

const values = <Entity>(collection: Readonly<Record<string, Entity>>): Entity[] => Object.values(collection)
const idsOf = (entities: readonly { readonly id: string }[]): string[] => entities.map(({ id }) => id)
const twice = (keys: readonly (string | number)[]): string[] =>
  keys.filter((key, at) => keys.indexOf(key) < at).map((key) => `${key} twice`)
const items = ({ record, desk }: ReviewState): FeedbackItem[] => [...values(record.feedback), ...values(desk.feedback)]

export const invariants: readonly Invariant[] = [
  {
    rule: 'ACT2',
    broken: ({ record }) =>
      idsOf(values(record.actions).filter(({ ownerId, verifierId }) => ownerId !== null && ownerId === verifierId)),
  },
  { rule: 'ACT5', broken: ({ record }) => twice(values(record.actions).map(({ number }) => number)) },
  {
    rule: 'ACT7',
    broken: ({ record }) => values(record.actions).flatMap(({ supporters }) => twice(supporters.map(({ personId }) => personId))),
  },
  { rule: 'RSK1', broken: ({ record }) => twice(values(record.risks).map(({ number }) => number)) },
  {
    rule: 'RSK2',
    broken: ({ record }) =>
      idsOf(
        values(record.risks).filter(
          ({ status, ownerId, reason, decidedAt }) =>
            (status === 'accepted' && ownerId === null) ||
            ((status === 'accepted' || status === 'closed') && reason === '') ||
            (status !== 'open' && decidedAt === null),
        ),
      ),
  },
  {
    rule: 'RSK4',
    broken: ({ record }) => twice(values(record.risks).flatMap(({ feedbackId }) => feedbackId ?? [])),
  },
  {
    rule: 'CLO2',
    broken: ({ record }) =>
      twice(values(record.actions).flatMap(({ source }) => (source.kind === 'parking' ? (source.id ?? []) : []))),
  },
  {
    rule: 'DEC3',
    broken: ({ record }) =>
      values(record.conditions).flatMap(({ id, decisionId, actionId }) => {
        const { source } = record.actions[actionId] ?? {}
        return record.decisions[decisionId] && source?.kind === 'condition' && source.id === id ? [] : [id]
      }),
  },
  {
    rule: 'DEC4',
    broken: ({ record }) => {
      const accepted = idsOf(values(record.decisions).filter(({ status }) => status === 'accepted'))
      return accepted.length > 1 ? accepted : []
    },
  },
  {
    rule: 'DEC6',
    broken: ({ record }) =>
      idsOf(
        values(record.decisions).filter(
          ({ status, statement, outcome, appraisal, acceptedAt }) =>
            status !== 'proposed' && (statement.trim() === '' || (outcome === null && appraisal === null) || acceptedAt === null),
        ),
      ),
  },
  {
    rule: 'DEC8',
    broken: ({ record }) => values(record.decisions).flatMap(({ dissents }) => twice(dissents.map(({ personId }) => personId))),
  },
  {
    rule: 'DEC9',
    broken: ({ record }) =>
      values(record.decisions).flatMap(({ appraisals }) => twice(appraisals.map(({ personId }) => personId))),
  },
  {
    rule: 'DEC11',
    broken: ({ record: { decisions } }) =>
      values(decisions).flatMap(({ id, status, supersededById }) => {
        if ((status === 'superseded') !== (supersededById !== null)) return [`${id} is ${status} by ${supersededById}`]
        const seen = [id]
        for (let at = supersededById; at !== null; at = decisions[at]?.supersededById ?? null) {
          if (seen.includes(at)) return [`${id} goes round`]
          if (!decisions[at]?.acceptedAt) return [`${id} was superseded by ${at}`]
          seen.push(at)
        }
        return []
      }),
  },
  {
    rule: 'DEC14',
    broken: ({ record }) =>
      values(record.acceptances).flatMap(({ id, decision, conditions }) => {
        const now = record.decisions[id]
        const { status = 'proposed', supersededById = null } = now ?? {}
        const own = values(record.conditions).filter(({ decisionId }) => decisionId === id)
        const accepted = conditions.map(({ condition }) => condition.id)
        return status !== 'proposed' &&
          isEqual(now, { ...decision, status, supersededById }) &&
          isEqual(idsOf(own).sort(), [...accepted].sort())
          ? []
          : [id]
      }),
  },
  { rule: 'FB1', broken: (state) => idsOf(items(state).filter(({ side, label }) => !labelsOf(side).includes(label))) },
  {
    rule: 'FB2',
    broken: (state) =>
      idsOf(items(state).filter(({ label, force, severity }) => !hasForce(label) && (force !== null || severity !== null))),
  },
  { rule: 'FB3', broken: (state) => idsOf(items(state).filter(({ text }) => text.trim() === '')) },
  {
    rule: 'FB6',
    broken: ({ record, desk }) => Object.keys(desk.feedback).filter((id) => record.feedback[id]),
    notInMerge:
      'what one window put back on the desk while another revealed it stands in both; the revealed one is read by everybody',
  },
  {
    rule: 'FB7',
    broken: (state) =>
      idsOf(
        items(state).filter(
          ({ isAnonymous, authorId, life }) =>
            isAnonymous &&
            (authorId !== null ||
              life.some(({ act, byId }) => ['verify', 'close', 'withdraw', 'reopen'].includes(act) && byId !== null)),
        ),
      ),
  },
  {
    rule: 'FB8',
    broken: ({ record, desk }) =>
      [record.feedback, desk.feedback].flatMap((feedback) => {
        const around = { people: record.people, agenda: record.agenda, materials: record.materials }
        const shown = boardOf(feedback, around, everything, 'entered').rows.map(({ item }) => item.id)
        const hidden = Object.keys(feedback).filter((id) => !shown.includes(id))
        const deep = values(feedback).filter((item) => {
          const head = headOf(feedback, item)
          return head && (headOf(feedback, head) || head.id === item.id || membersOf(feedback, item.id).length > 0)
        })
        return [...hidden, ...twice(shown), ...idsOf(deep)]
      }),
  },
  {
    rule: 'FND3',
    broken: (state) =>
      items(state).flatMap((item) => {
        const life = countingSteps(item)
        return life.flatMap(({ act, disposition }, at) => {
          const before = statusOf({ ...item, life: life.slice(0, at) })
          return comesAfter[act].includes(before) && (act === 'dispose') === (disposition !== null)
            ? []
            : [`${item.id}: ${act} of what is ${before}`]
        })
      }),
  },
  {
    rule: 'FND12',
    broken: (state) => idsOf(items(state).filter((item) => countingSteps(item).length < item.life.length)),
    notInMerge: 'of steps that windows took at once one may change nothing; it stays in the life',
  },
  {
    rule: 'FND6',
    broken: ({ record: { feedback } }) =>
      values(feedback).flatMap((item) => {
        const answer = dispositionOf(item)
        if (answer === null) return []
        if (answer.note.trim() === '') return [`${item.id} without why`]
        if (answer.disposition !== 'duplicate') return []
        return answer.duplicateOf === null || leadsBack(feedback, item.id, answer.duplicateOf) ? [`${item.id} goes round`] : []
      }),
  },
  {
    rule: 'FND11',
    broken: ({ record: { feedback } }) =>
      values(feedback).flatMap((item) => {
        const other = dispositionOf(item)?.duplicateOf ?? null
        return other !== null && !feedback[other] ? [`${item.id} duplicates ${other}, which is gone`] : []
      }),
    notInMerge: 'what one window removed while another named it is gone; the answer keeps its reason',
  },
  {
    rule: 'PAN3',
    broken: ({ record }) => (record.panel['panel'] ? [] : Object.keys(record.scores)),
  },
  {
    rule: 'PAN4',
    broken: ({ record }) => [
      ...idsOf(values(record.scores).filter(({ criterionId }) => !record.criteria[criterionId])),
      ...twice(values(record.scores).map(({ panelistId, criterionId }) => `${panelistId} ${criterionId}`)),
    ],
  },
  {
    rule: 'PAN5',
    broken: ({ record, desk }) =>
      idsOf(
        values(desk.ballots).filter(
          (ballot) =>
            isByRubric(ballot, record.criteria) &&
            (ballot.marks.length !== Object.keys(record.criteria).length ||
              ballot.marks.some(({ criterionId }) => !record.criteria[criterionId]) ||
              twice(ballot.marks.map(({ criterionId }) => criterionId)).length > 0),
        ),
      ),
  },
  {
    rule: 'PAN7',
    broken: ({ record, desk }) => (record.panel['panel'] ? Object.keys(desk.ballots) : []),
    notInMerge:
      'PAN21: a ballot sealed before its window heard of the reveal waits on the desk until it is revealed too or taken back',
  },
  {
    rule: 'PAN9',
    broken: ({ record }) =>
      values(record.assessments).flatMap(({ id, points }) => {
        const criterion = record.criteria[id]
        if (!criterion) return [`${id} is gone`]
        const { least, most } = rangeOf(criterion)
        return points === null || (points >= least && points <= most) ? [] : [id]
      }),
  },
]

/** What holds of an act: it is asked of what was before and what is after a verb that was not refused. */
export interface Transition {
  readonly rule: string
  readonly broken: (before: ReviewState, after: ReviewState, verb: VerbName, actorId: string | null) => readonly string[]
}

export const transitions: readonly Transition[] = [
  {
    rule: 'ACT3',
    broken: (_before, { record }, verb) => (verb === 'closeReview' ? idsOf(values(record.actions).filter(lacksOwnerOrDate)) : []),
  },
  {
    rule: 'ACT13',
    broken: ({ record: before }, { record }) =>
      idsOf(
        values(record.actions).filter(
          ({ evidenceMaterialId: id }) => id !== null && before.materials[id] && !record.materials[id],
        ),
      ),
  },
  {
    rule: 'DEC2',
    broken: ({ record: before }, { record }) => {
      const { endsIn = 'gate' } = before.review['review'] ?? {}
      return values(record.decisions)
        .filter(({ id, status }) => status === 'accepted' && before.decisions[id]?.status === 'proposed')
        .filter((decision) => isProceeding(decision, endsIn))
        .flatMap((decision) => [
          ...idsOf(blockingFindings(before.feedback, decision)),
          ...decision.waivers.filter(({ byId, reason }) => byId === '' || reason.trim() === '').map(() => 'a waiver without why'),
        ])
    },
  },
  {
    rule: 'DEC5',
    broken: ({ record: before }, { record }) =>
      values(before.decisions)
        .filter(({ status }) => status !== 'proposed')
        .flatMap((decision) => {
          const now = record.decisions[decision.id]
          const { status, supersededById } = decision
          const conditionsOf = (of: typeof record) => values(of.conditions).filter(({ decisionId }) => decisionId === decision.id)
          return now &&
            isEqual({ ...now, status, supersededById }, { ...decision }) &&
            isEqual(conditionsOf(before), conditionsOf(record))
            ? []
            : [decision.id]
        }),
  },
  {
    rule: 'FND1',
    broken: ({ record: before }, { record }) =>
      values(record.feedback).flatMap((item) => {
        const known = before.feedback[item.id]
        if (!known || isEqual(known.life, item.life)) return []
        const [step] = item.life.slice(-1)
        return step &&
          item.life.length === known.life.length + 1 &&
          isEqual(known.life, item.life.slice(0, -1)) &&
          canComeNext(known, step.act)
          ? []
          : [item.id]
      }),
  },
  {
    rule: 'FND5',
    broken: ({ record: before }, { record }, verb, actorId) =>
      verb !== 'verifyFinding' && verb !== 'closeFeedback'
        ? []
        : values(record.feedback).flatMap(({ id, life }) =>
            life.length > (before.feedback[id]?.life.length ?? 0) &&
            actorId !== null &&
            values(before.actions).some(({ source, ownerId }) => source.id === id && ownerId === actorId)
              ? [id]
              : [],
          ),
  },
  {
    rule: 'FND8',
    broken: ({ record: before }, { record }) =>
      idsOf(values(before.feedback).filter(({ id, life }) => life.length > 0 && !record.feedback[id])),
  },
  {
    rule: 'PAN7',
    broken: ({ record: before }, { record }, verb) =>
      verb === 'revealScores' || isEqual(before.scores, record.scores) ? [] : ['scores changed'],
  },
]

/** Every rule that a state breaks, with what breaks it. */
export function brokenIn(state: ReviewState, isMerge = false): string[] {
  return invariants.flatMap(({ rule, broken, notInMerge }) =>
    isMerge && notInMerge !== undefined ? [] : broken(state).map((what) => `[${rule}] ${what}`),
  )
}
