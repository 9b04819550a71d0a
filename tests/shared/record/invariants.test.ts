import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Context } from '../../../shared/context'
import { can } from '../../../shared/record/can'
import { applyChanges, followDesk, followRecord, readDesk, readRecord, type VerbDocs } from '../../../shared/record/document'
import { withLists } from '../../../shared/record/lists'
import { runVerb } from '../../../shared/record/run-verb'
import { emptyDesk, emptyRecord, recordCollections, type RecordState, type ReviewState } from '../../../shared/record/state'
import {
  afterRedo,
  afterUndo,
  emptyHistory,
  type History,
  redoing,
  remember,
  type Step,
  undoing,
} from '../../../shared/record/undo'
import { type VerbName, verbs } from '../../../shared/record/verbs'
import { type Change, invert, isEqual } from '../../../shared/review/change'
import { isPanelist } from '../../../shared/rubric/panel'
import { anyDrawOf, behalfOf, type Draw, inputFor } from '../../helpers/any-verb'
import { fullReview } from '../../helpers/full-review'
import { brokenIn, transitions } from '../../helpers/invariants'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
/** Without shrinking: a run is long, and its last verb is told. */
const runs = { numRuns: isProof ? 500 : 5, seed: 20261128, endOnFailure: true }

/** The verbs of findings, groups, decision, actions, risks and panel scores, and what changes the ground under them. */
const watched = [
  ...(['addFeedback', 'editFeedback', 'removeFeedback', 'revealFeedback', 'groupFeedback', 'splitFeedback'] as const),
  ...(['countHands', 'disposeFinding', 'implementFinding', 'verifyFinding', 'closeFeedback'] as const),
  ...(['withdrawFeedback', 'reopenFeedback', 'addAction', 'editAction', 'editActions', 'removeAction'] as const),
  ...(['makeTopicAction', 'addRisk', 'editRisk', 'decideRisk', 'makeRiskAction', 'removeRisk'] as const),
  ...(['proposeDecision', 'editDecision', 'appraise', 'waiveFinding', 'acceptDecision', 'removeDecision'] as const),
  ...(['addCondition', 'removeCondition', 'addCriterion', 'editCriterion', 'moveCriterion', 'removeCriterion'] as const),
  ...(['submitBallot', 'takeBallotBack', 'revealScores', 'setConsensus', 'respondToPanel'] as const),
  ...([
    'makeCriterionFinding',
    'makeCriterionCondition',
    'removePerson',
    'removeMaterial',
    'closeReview',
    'reopenReview',
  ] as const),
] satisfies readonly VerbName[]
const anyWatched = anyDrawOf(watched)
/** What only two windows make possible. */
const anyOfTwo = anyDrawOf([...watched, 'settleMeanwhile'])
/** What a verb needs before it can happen. */
const needs: Partial<Record<VerbName, readonly VerbName[]>> = { reopenReview: ['closeReview'], revealScores: ['submitBallot'] }

/** Who acts, and when: each window has its own ids and clock. */
function contexts(name: string): (state: ReviewState, personId: string | null) => Context {
  let count = 0
  return ({ record }, personId) => {
    const operator = { personId: null, name: 'Ada' }
    const person = personId === null ? undefined : record.people[personId]
    return {
      now: Date.UTC(2026, 10, 25) + count++ * 1_000,
      newId: () => `${name}-${count++}`,
      actor: person ? { personId: person.id, name: person.name } : operator,
      operator,
    }
  }
}

/** The review of tests/helpers/full-review.ts, and in it findings at several points of their life; settled: with scores revealed, ready to be closed. */
function begin(isSettled = false) {
  const { review } = fullReview()
  const { people, risks } = review.state().record
  const presenter = Object.values(people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  const reviewer = Object.values(people).find(isPanelist)?.id ?? ''
  const added = (force: 'blocking' | null) =>
    String(
      review.act('addFeedback', {
        side: 'reviewer',
        label: 'issue',
        text: 'Seen',
        location: 'page 3',
        force,
        authorId: reviewer,
      })[0]?.path[1],
    )
  for (const steps of [0, 0, 1, 1, 2, 3]) {
    const feedbackId = added(steps === 1 ? 'blocking' : null)
    const answer = { feedbackId, disposition: 'accepted', rationale: 'Right' } as const
    if (steps > 0) review.actAs(presenter, 'disposeFinding', answer)
    if (steps > 1) review.actAs(presenter, 'implementFinding', { feedbackId })
    if (steps > 2) review.actAs(reviewer, 'verifyFinding', { feedbackId })
  }
  review.act('addFeedback', { side: 'reviewer', label: 'risk', text: 'Not said yet', isPrivate: true })
  review.act('proposeDecision', { statement: 'Wait for spring', outcome: 'hold' })
  review.act('addRisk', { text: 'The sensor freezes', ownerId: reviewer })
  for (const { id } of Object.values(risks)) review.act('editRisk', { riskId: id, ownerId: reviewer })
  if (!isSettled) return review
  const marks = Object.keys(review.state().record.criteria).map((criterionId) => {
    return { criterionId, levelsAt: [0], confidence: 'low' as const }
  })
  review.actAs(reviewer, 'submitBallot', { marks })
  review.act('revealScores', {})
  for (const { id } of Object.values(review.state().record.actions))
    review.act('editAction', { actionId: id, verifierId: null, ownerId: presenter, due: '2027-01-31' })
  return review
}

/** The state of documents, kept as the session keeps it. */
function followed(docs: VerbDocs): () => ReviewState {
  let [record, desk] = [emptyRecord, emptyDesk]
  followRecord(docs.record, (next) => (record = next))
  followDesk(docs.desk, (next) => (desk = next))
  return () => ({ record, desk })
}

/** The record as it is written: what verbs leave is right without being read otherwise. */
function unread(doc: Y.Doc): RecordState {
  const collections = Object.entries(recordCollections).map(([name, schema]) => {
    const written = Object.entries(doc.getMap(name).toJSON())
    return [
      name,
      Object.fromEntries(written.map(([id, entity]) => [id, schema.parse(withLists(name, entity as Record<string, unknown>))])),
    ]
  })
  return Object.fromEntries(collections) as RecordState
}

test('[VRB1] [UND1] whatever verb of findings, decision, actions, risks, scores and groups follows another, every rule holds of what it leaves, and a refused one changes nothing', () => {
  const seen = new Set<VerbName>()
  const start = begin()
  expect(brokenIn(start.state())).toEqual([])
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyWatched, { minLength: 150, maxLength: 150 }), (isSettled, draws) => {
      liveThrough(isSettled, draws, seen)
    }),
    runs,
  )
  // What chance left out is drawn alone until it happens.
  for (const name of watched.filter((each) => !seen.has(each)))
    for (const isSettled of [true, false])
      if (!seen.has(name))
        liveThrough(isSettled, fc.sample(anyDrawOf([...(needs[name] ?? []), name]), { seed: runs.seed, numRuns: 100 }), seen)
  expect(
    watched.filter((name) => !seen.has(name)),
    'verbs that never happened',
  ).toEqual([])
})

/** Tries one verb after the other, and looks at what each leaves. */
function liveThrough(isSettled: boolean, draws: readonly Draw[], seen: Set<VerbName>): void {
  const { docs } = begin(isSettled)
  const state = followed(docs)
  const contextOf = contexts('one')
  for (const draw of draws) {
    const before = state()
    const input = inputFor(draw, before)
    const actorId = behalfOf(draw, input, before)
    const frozen = JSON.stringify(before)
    const result = runVerb(draw.name, before, input as never, contextOf(before, actorId))
    expect(JSON.stringify(state()), `${draw.name} changes nothing by itself`).toBe(frozen)
    if (!result.ok || result.value.length === 0) continue
    applyChanges(docs, result.value, 'one')
    seen.add(draw.name)
    const after = state()
    const broken = [
      ...brokenIn({ ...after, record: unread(docs.record) }),
      ...transitions.flatMap(({ rule, broken: why }) =>
        why(before, after, draw.name, actorId).map((what) => `[${rule}] ${what}`),
      ),
    ]
    expect(broken, `${draw.name} ${JSON.stringify(input)}`).toEqual([])
  }
}

/** The last that a step writes at each path. */
function lastWrites(changes: readonly Change[]): Change[] {
  const touches = (later: Change, earlier: Change): boolean =>
    later.doc === earlier.doc && earlier.path.every((part, at) => later.path[at] === undefined || later.path[at] === part)
  return changes.filter((change, at) => !changes.slice(at + 1).some((later) => touches(later, change)))
}

/**
 * Whether a thing or a field says in the documents what a change wrote; of a list of what tells its entries apart, whether those that it put in are
 * there, and those that it took out are not; of a life whether nobody took a step since (FND8).
 */
function standsIn(docs: VerbDocs, { doc, path, before, after }: Change): boolean {
  const [collection, id, field] = path
  const entity = (docs[doc].getMap(collection).toJSON() as Record<string, Record<string, unknown> | undefined>)[id]
  const read = entity && withLists(collection, entity)
  const now = (field === undefined ? read : read?.[field]) as Change['after']
  if (field === 'life' || !Array.isArray(after) || !Array.isArray(now)) return isEqual(now, after)
  const isIn = (list: Change['after'], entry: unknown): boolean =>
    Array.isArray(list) && list.some((one) => isEqual(one as never, entry as never))
  const [put, out] = [
    after.filter((entry) => !isIn(before, entry)),
    (Array.isArray(before) ? before : []).filter((entry) => !isIn(after, entry)),
  ]
  return put.every((entry) => isIn(now, entry)) && !out.some((entry) => isIn(now, entry))
}

/** One of two windows on the same review: its own copy, ids and clock. */
function openWindow(name: string, clientID: number, from: VerbDocs) {
  const copyOf = (doc: Y.Doc, at: number): Y.Doc => {
    const copy = new Y.Doc()
    copy.clientID = clientID + at
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  }
  const docs = { record: copyOf(from.record, 0), desk: copyOf(from.desk, 1) }
  const state = followed(docs)
  const contextOf = contexts(name)
  let history: History = emptyHistory
  const names = new Map<Step, VerbName>()
  return {
    docs,
    state,
    act(draw: Draw): boolean {
      const before = state()
      const input = inputFor(draw, before)
      const result = runVerb(draw.name, before, input as never, contextOf(before, behalfOf(draw, input, before)))
      if (!result.ok || result.value.length === 0) return false
      applyChanges(docs, result.value, name)
      const { label, isUndoable } = verbs[draw.name]
      history = remember(history, { label, isUndoable, changes: isUndoable ? result.value : [] })
      names.set(history.done.at(-1) as Step, draw.name)
      expect(history.undone, '[UND1] a new step ends what could be redone').toEqual([])
      return true
    },
    /** Takes the last step back or does it again, as the session does; answers what came of it. */
    turn(way: 'undo' | 'redo'): 'turned' | 'refused' | 'nothing' {
      const step = way === 'undo' ? history.done.at(-1) : history.undone.at(-1)
      const verb = step && names.get(step)
      if (!step?.isUndoable || !verb) return 'nothing'
      const before = state()
      if (can(way === 'undo' && verb === 'closeReview' ? 'reopenReview' : verb, before, contextOf(before, null))) return 'refused'
      const wrote = lastWrites(way === 'undo' ? step.changes : invert(step.changes))
      // What was revealed since does not come back on the desk.
      const isRevealed = wrote.some(
        ({ doc, path: [, id], after }) => doc === 'desk' && after === undefined && before.record.feedback[id],
      )
      const stands = !isRevealed && wrote.every((change) => standsIn(docs, change))
      const turned = way === 'undo' ? undoing(docs, step) : redoing(docs, step)
      if ('altered' in turned) {
        expect(stands, `[UND2] ${way} ${verb} is refused only when something was changed since`).toBe(false)
        return 'refused'
      }
      const isWhole = wrote.every((change) => standsIn(docs, change))
      expect(isWhole, `[DOC3] ${way} ${verb} took back what somebody changed`).toBe(true)
      applyChanges(docs, turned.changes, name)
      for (const change of lastWrites(turned.changes))
        expect(standsIn(docs, change), `[UND1] ${way} ${verb} ${change.path.join(' ')}`).toBe(true)
      history = way === 'undo' ? afterUndo(history) : afterRedo(history)
      return 'turned'
    },
    hear(other: VerbDocs): void {
      for (const doc of ['record', 'desk'] as const)
        Y.applyUpdate(docs[doc], Y.encodeStateAsUpdate(other[doc], Y.encodeStateVector(docs[doc])))
    },
  }
}

/** Which window acts, and whether one of them hears of the other first: seldom, so that both do much at once. */
const anyStep = fc.record({ draw: anyOfTwo, isSecond: fc.boolean(), hears: fc.nat(11), turns: fc.nat(9) })

test('[DOC4] [DOC3] [UND1] [UND2] two windows that act, undo and redo at once and hear of each other late end with the same, and every rule that a merge can keep holds of what is read', () => {
  const starts = [begin(), begin(true)] as const
  let acts = 0
  const turns = { turned: 0, refused: 0, nothing: 0 }
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyStep, { minLength: 120, maxLength: 120 }), (isSettled, steps) => {
      const start = starts[isSettled ? 1 : 0]
      const windows = [openWindow('one', 100, start.docs), openWindow('two', 200, start.docs)] as const
      for (const { draw, isSecond, hears, turns: turn } of steps) {
        const [own, other] = isSecond ? [windows[1], windows[0]] : windows
        if (hears === 0) {
          own.hear(other.docs)
          expect(brokenIn(own.state(), true)).toEqual([])
        }
        if (turn < 3) {
          const way = turn < 2 ? 'undo' : 'redo'
          const frozen = turn < 2 && JSON.stringify(own.state())
          const outcome = own.turn(way)
          turns[outcome] += 1
          if (outcome === 'turned') expect(brokenIn(own.state(), true), way).toEqual([])
          else if (frozen) expect(JSON.stringify(own.state()), 'what is refused changes nothing').toBe(frozen)
          continue
        }
        if (!own.act(draw)) continue
        acts += 1
        expect(brokenIn(own.state(), true), draw.name).toEqual([])
      }
      const [one, two] = windows
      one.hear(two.docs)
      two.hear(one.docs)
      for (const doc of ['record', 'desk'] as const) expect(one.docs[doc].toJSON()).toEqual(two.docs[doc].toJSON())
      expect(one.state()).toEqual(two.state())
      expect(one.state()).toEqual({ record: readRecord(one.docs.record), desk: readDesk(one.docs.desk) })
      expect(brokenIn(one.state(), true)).toEqual([])
    }),
    { ...runs, numRuns: runs.numRuns * 4 },
  )
  expect(acts).toBeGreaterThan(30)
  expect(turns.turned).toBeGreaterThan(30)
  expect(turns.refused).toBeGreaterThan(0)
})
