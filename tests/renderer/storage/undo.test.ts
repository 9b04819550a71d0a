import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createActing, type Acting } from '../../../renderer/storage/acting'
import type { Context } from '../../../shared/context'
import type { LogLine } from '../../../shared/record/commit'
import { applyChanges, readDesk, readRecord } from '../../../shared/record/document'
import { keyOfList } from '../../../shared/record/lists'
import { chainProblems, headsOf } from '../../../shared/record/log'
import type { ReviewState } from '../../../shared/record/state'
import { emptyHistory, type History } from '../../../shared/record/undo'
import { type VerbName, verbs } from '../../../shared/record/verbs'
import { invert } from '../../../shared/review/change'
import { isPanelist } from '../../../shared/rubric/panel'
import { anyDraw, behalfOf, type Draw, inputFor } from '../../helpers/any-verb'
import { fullReview } from '../../helpers/full-review'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const runs = { numRuns: isProof ? 2_000 : 30, seed: 20261127 }

interface Room {
  readonly acting: Acting
  readonly log: LogLine[]
  readonly docs: ReturnType<typeof fullReview>['review']['docs']
  state(): ReviewState
  history(): History
}

type Start = 'planned' | 'held' | 'settled' | 'closed'
const anyStart = fc.constantFrom<Start>('planned', 'held', 'settled')

/** A review with everything in it, and somebody at it. */
function openRoom(start: Start): Room {
  const { review, ids } = fullReview()
  const { docs, state, log: before } = review
  if (start === 'planned')
    applyChanges(docs, [{ doc: 'record', path: ['review', 'review', 'status'], before: 'follow-up', after: 'planned' }], 't')
  if (start === 'held') seal(review)
  if (start === 'settled' || start === 'closed') {
    review.act('addFeedback', { side: 'reviewer', label: 'risk', text: 'Not said yet', isPrivate: true })
    const [proposal] = review.act('proposeDecision', { statement: 'Wait for spring', outcome: 'hold' })
    review.act('addCondition', { decisionId: String(proposal?.path[1]), text: 'Measured in the north' })
    const presenter = Object.values(state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
    for (const act of ['disposeFinding', 'implementFinding', 'verifyFinding'] as const)
      for (let more = 0; more < 2; more++) {
        const [added] = review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Seen', location: 'page 3' })
        const feedbackId = String(added?.path[1])
        review.actAs(presenter, 'disposeFinding', { feedbackId, disposition: 'accepted', rationale: 'Right' })
        if (act !== 'disposeFinding') review.actAs(presenter, 'implementFinding', { feedbackId })
        if (act === 'verifyFinding') review.act('verifyFinding', { feedbackId })
      }
    seal(review)
    review.act('revealScores', {})
    // DEC14: what another window wrote in a decision before it heard that this was accepted.
    const accepted = Object.values(state().record.decisions).find(({ status }) => status === 'accepted')
    const path = ['decisions', accepted?.id ?? '', 'because'] as const
    applyChanges(docs, [{ doc: 'record', path, before: accepted?.because, after: 'Of another window' }], 't')
    for (const { id, verifierId } of Object.values(state().record.actions))
      review.act('editAction', { actionId: id, ownerId: verifierId === ids.person ? null : ids.person, due: '2027-01-31' })
    if (start === 'closed') review.act('closeReview', {})
  }
  const log = [...before]
  let history = emptyHistory
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  const context = (): Context => ({
    now: Date.UTC(2026, 10, 25) + count++ * 1_000,
    newId: () => `made-${count++}`,
    actor: someone,
    operator: someone,
  })
  const acting = createActing({
    docs,
    state,
    context,
    refused: () => null,
    commit(write, lines) {
      write()
      log.push(...lines(headsOf(log.slice(-1))))
    },
    lines: () => log,
    onHistory: (next) => (history = next),
  })
  return { acting, log, docs, state, history: () => history }
}

/** Somebody's ballot is in. */
function seal({ state, actAs }: ReturnType<typeof fullReview>['review']): void {
  const { criteria, people } = state().record
  const marks = Object.keys(criteria).map((criterionId) => ({ criterionId, levelsAt: [0], confidence: 'low' as const }))
  actAs(Object.values(people).find(isPanelist)?.id ?? '', 'submitBallot', { marks })
}

/** Tries the verb; true when it changed something. */
function tryVerb(room: Room, draw: Draw): boolean {
  const before = room.history().done.length + room.log.length
  const input = inputFor(draw, room.state())
  const behalf = behalfOf(draw, input, room.state())
  const result =
    behalf === null ? room.acting.act(draw.name, input as never) : room.acting.actFor(behalf, draw.name, input as never)
  return result.ok && result.value.length > 0 && room.history().done.length + room.log.length > before
}

const verbsSince = (room: Room, from: number): string[] => room.log.slice(from).map(({ entry }) => entry.verb)

test('[UND1] every verb: undo shows what was before, redo what was after, and the log keeps all three', () => {
  const seen = new Map<VerbName, number>()
  fc.assert(
    fc.property(anyStart, fc.array(anyDraw, { minLength: 60, maxLength: 60 }), (begin, draws) => {
      const room = openRoom(begin)
      let start = room.state()
      let steps: ReviewState[] = []
      for (const draw of draws) {
        const [before, from] = [room.state(), room.log.length]
        if (!tryVerb(room, draw)) {
          expect(room.state(), 'a refused verb changes nothing').toEqual(before)
          continue
        }
        seen.set(draw.name, (seen.get(draw.name) ?? 0) + 1)
        const after = room.state()
        if (!verbs[draw.name].isUndoable) {
          expect(room.acting.undo()).toMatchObject({ ok: false, error: { rule: 'UND1' } })
          expect(room.state()).toEqual(after)
          ;[start, steps] = [after, []]
          continue
        }
        expect(room.acting.undo(), draw.name).toMatchObject({ ok: true })
        expect(room.state(), draw.name).toEqual(before)
        expect(room.acting.redo(), draw.name).toMatchObject({ ok: true })
        expect(room.state(), draw.name).toEqual(after)
        expect(verbsSince(room, from)).toEqual([draw.name, `undo:${draw.name}`, `redo:${draw.name}`])
        steps.push(after)
      }
      // And the whole way back and forth again.
      const end = room.state()
      steps.forEach(() => expect(room.acting.undo()).toMatchObject({ ok: true }))
      expect(room.state()).toEqual(start)
      expect(room.acting.undo()).toMatchObject({ ok: false, error: { rule: 'UND1' } })
      steps.forEach(() => expect(room.acting.redo()).toMatchObject({ ok: true }))
      expect(room.state()).toEqual(end)
      expect(chainProblems(room.log)).toEqual([])
      expect(readRecord(room.docs.record)).toEqual(room.state().record)
      expect(readDesk(room.docs.desk)).toEqual(room.state().desk)
    }),
    runs,
  )
  // What chance left out is drawn every second time until it happens.
  const never = (Object.keys(verbs) as VerbName[]).filter((name) => !seen.has(name) && !happens(name))
  expect(never, 'verbs never tried').toEqual([])
  if (isProof) console.log(`undo: ${[...seen.values()].reduce((sum, times) => sum + times, 0)} acts over ${seen.size} verbs`)
})

/** Whether the verb happens at last among any others, and is undone and done again. */
function happens(name: VerbName): boolean {
  for (const start of ['settled', 'held', 'planned', 'closed'] as const) {
    const room = openRoom(start)
    for (const [place, draw] of fc.sample(anyDraw, { ...runs, numRuns: 1_500 }).entries()) {
      const before = room.state()
      const isWanted = place % 2 === 1
      if (!tryVerb(room, isWanted ? { ...draw, name } : draw) || !isWanted) continue
      const after = room.state()
      if (!verbs[name].isUndoable) return true
      expect(room.acting.undo(), name).toMatchObject({ ok: true })
      expect(room.state(), name).toEqual(before)
      expect(room.acting.redo(), name).toMatchObject({ ok: true })
      expect(room.state(), name).toEqual(after)
      return true
    }
  }
  return false
}

test('[UND1] a new step ends what could be redone', () => {
  const { acting, state } = openRoom('planned')
  acting.act('addPerson', { name: 'Grace' })
  acting.undo()
  acting.act('addPerson', { name: 'Barbara' })
  const now = state()
  expect(acting.redo()).toMatchObject({ ok: false, error: { rule: 'UND1' } })
  expect(state()).toEqual(now)
})

test('[UND2] [DOC3] whatever the verb, undo and redo are refused after somebody else changed what it wrote, and say so', () => {
  let refused = 0
  fc.assert(
    fc.property(anyStart, anyDraw, fc.nat(), fc.boolean(), (begin, draw, which, isRedo) => {
      const room = openRoom(begin)
      if (!tryVerb(room, draw) || !verbs[draw.name].isUndoable) return
      if (isRedo) room.acting.undo()
      const steps = isRedo ? room.history().undone : room.history().done
      const changes = steps.at(-1)?.changes ?? []
      // What the step itself brings in is gone once it is undone: nobody can change that.
      const isBroughtIn = (id: string) =>
        isRedo && changes.some(({ path, before }) => path.length === 2 && path[1] === id && !before)
      const written = changes.filter(({ path }) => path.length === 3 && !isBroughtIn(path[1]))
      const change = written[which % Math.max(1, written.length)]
      if (!change) return
      // DOC6: in a list it is this step's own entry that somebody changed: others leave it as it is.
      const isList = keyOfList(change.path[0], change.path[2]) !== undefined
      const theirsIn = isRedo ? [change] : invert([change])
      applyChanges(room.docs, isList ? theirsIn : [{ ...change, after: 'of somebody else' }], 'theirs')
      const theirs = room.state()
      const result = isRedo ? room.acting.redo() : room.acting.undo()
      expect(result).toMatchObject({ ok: false, error: { rule: 'UND2' } })
      if (!result.ok) expect(result.error.message).toMatch(/^“.+” was not (undone|done again): .+ changed it since\.$/)
      expect(room.state()).toEqual(theirs)
      refused++
    }),
    { ...runs, numRuns: runs.numRuns * 6 },
  )
  expect(refused).toBeGreaterThan(30)
})
