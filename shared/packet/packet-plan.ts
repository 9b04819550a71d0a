import type { AgendaItem } from '../agenda/item'
import { type FeedbackItem, hasForce, type Label } from '../feedback/item'
import { fail, ok, type Result } from '../result'
import { isEqual, type Json } from '../review/change'
import { type Collection, compare, LONGEST_TEXT } from '../review/fields'
import type { Review } from '../review/review'
import { submitBallot, submitBallotInput } from '../rubric/ballot-verbs'
import { levelsOf } from '../rubric/criterion'
import { isByRubric } from '../rubric/panel'
import type { Ballot, Mark } from '../rubric/score'
import type { Answers, FilledMark, Packet } from './packet'
import { type PacketInput, packetItemId, type PacketState } from './packet-verb'

export interface PlanState extends PacketState {
  readonly record: PacketState['record'] & { readonly review: Collection<Review>; readonly agenda: Collection<AgendaItem> }
}

/** What becomes of a thing: it comes in, is there as it stands in the packet, is other in the review, or cannot be taken. */
export type Fate = 'new' | 'there' | 'changed' | 'empty' | 'long' | 'force' | 'twice'

export interface PlannedItem {
  /** Its name in the packet. */
  readonly key: string
  readonly label: Label
  readonly text: string
  /** The prepared question it answers; '' for feedback. */
  readonly question: string
  readonly fate: Fate
  /** As it is in the review, where it stays so with another label or other words. */
  readonly kept: Pick<FeedbackItem, 'label' | 'text'> | null
  /** Of an agenda item that is not in the review any more: it comes in without one. */
  readonly lostItem: boolean
  readonly input: PacketInput['feedback'][number]
}

export type PreparationField = 'materials' | 'minutes' | 'outcome' | 'note'

export interface PlannedBallot {
  readonly fate: 'none' | 'new' | 'there' | 'refused'
  /** Why it is refused. */
  readonly why: string
  readonly input: PacketInput['ballot']
}

export interface PacketPlan {
  readonly personId: string
  /** As the review has it. */
  readonly name: string
  readonly packetId: string
  readonly items: readonly PlannedItem[]
  readonly preparation: readonly { readonly field: PreparationField; readonly fate: Fate }[]
  /** What the review has of it. */
  readonly keptPreparation: Answers['preparation']
  readonly prepared: NonNullable<PacketInput['preparation']>
  /** Materials that were read and are not in the review any more. */
  readonly lostMaterials: number
  readonly ballot: PlannedBallot
}

/** PKT5: what a packet would bring to the review as it is now; or, in words that follow the file's name, why nothing of it can. */
export function planPacket(packet: Packet, state: PlanState): Result<PacketPlan, string> {
  const { review, people } = state.record
  const person = people[packet.reviewer.id]
  if (packet.review.id !== review['review']?.reviewId) return fail('is a packet of another review.') // PKT4
  if (!person) return fail('is the packet of somebody who is not among the people of this review any more.')
  if (!person.roles.includes('reviewer')) return fail(`is the packet of ${person.name}, who is no reviewer of this review.`)
  const told = preparationOf(packet, state, person.id)
  return ok({
    personId: person.id,
    name: person.name,
    packetId: packet.packetId,
    items: itemsOf(packet, state),
    ...told,
    ballot: ballotOf(packet, state, person.id),
  })
}

/** What the verb is given: what is new, but what was left out by hand. */
export function packetInput(plan: PacketPlan, leftOut: ReadonlySet<string> = new Set()): PacketInput {
  return {
    packetId: plan.packetId,
    feedback: plan.items.flatMap(({ key, fate, input }) => (fate === 'new' && !leftOut.has(key) ? [input] : [])),
    ...(Object.keys(plan.prepared).length > 0 && !leftOut.has('preparation') && { preparation: plan.prepared }),
    ...(plan.ballot.fate === 'new' && !leftOut.has('ballot') && { ballot: plan.ballot.input }),
  }
}

/** How many characters of a question stand in the place of an answer to it. */
const QUESTION_SHOWN = 300

function itemsOf({ packetId, answers, questions }: Packet, state: PlanState): PlannedItem[] {
  const seen = new Set<string>()
  const planned = (input: PacketInput['feedback'][number], question: string): PlannedItem => {
    const lostItem = typeof input.itemId === 'string' && !state.record.agenda[input.itemId]
    const taken = { ...input, itemId: lostItem ? null : (input.itemId ?? null) }
    const isTwin = seen.has(input.key)
    seen.add(input.key)
    const { key, label, text } = input
    const fate = isTwin ? 'twice' : fateOf(packetId, taken, state)
    const there = fate === 'changed' ? thereOf(packetId, key, state) : undefined
    const kept = there && (there.label !== label || there.text !== text) ? there : null
    return { key, label, text, question, lostItem, input: taken, fate, kept }
  }
  return [
    ...answers.questions.flatMap(({ questionId, text: said }) => {
      const at = questions.findIndex(({ id }) => id === questionId)
      const question = questions[at]
      if (!question || said.trim() === '') return []
      const words = [...question.text.replace(/\s+/g, ' ').trim()]
      const shown = words.length > QUESTION_SHOWN ? `${words.slice(0, QUESTION_SHOWN).join('')}…` : words.join('')
      const note = { key: `q${at + 1}`, label: 'note', text: said.trim(), itemId: question.itemId } as const
      return [planned({ ...note, location: `Question: ${shown}` }, shown)] // PKT7
    }),
    ...answers.feedback.map(({ number, text, location, requestedChange, ...item }) =>
      planned(
        {
          ...item,
          key: `f${number}`,
          text: text.trim(),
          location: location.trim(),
          requestedChange: requestedChange.trim(),
        },
        '',
      ),
    ),
  ]
}

function thereOf(packetId: string, key: string, { record, desk }: PlanState): FeedbackItem | undefined {
  const id = packetItemId(packetId, key)
  return record.feedback[id] ?? desk.feedback[id]
}

function fateOf(packetId: string, { key, ...item }: PacketInput['feedback'][number], state: PlanState): Fate {
  const there = thereOf(packetId, key, state)
  if (there) {
    const isGone = there.itemId !== null && !state.record.agenda[there.itemId]
    return isSame(isGone ? { ...there, itemId: null } : there, item) ? 'there' : 'changed' // PKT6
  }
  if (item.text === '') return 'empty'
  const { location = '', requestedChange = '', force = null, severity = null } = item
  if (item.text.length > LONGEST_TEXT || requestedChange.length > LONGEST_TEXT || location.length > 500) return 'long'
  return !hasForce(item.label) && (force !== null || severity !== null) ? 'force' : 'new'
}

function isSame(there: FeedbackItem, item: Omit<PacketInput['feedback'][number], 'key'>): boolean {
  return Object.entries(item).every(([field, value]) => isEqual((there as Record<string, Json>)[field], value))
}

function preparationOf(
  { answers }: Packet,
  { record }: PlanState,
  personId: string,
): Pick<PacketPlan, 'preparation' | 'keptPreparation' | 'prepared' | 'lostMaterials'> {
  const { materialIds, minutes, outcome, note } = answers.preparation
  const before = record.preparations[personId]
  const read = [...new Set(materialIds)].filter((id) => record.materials[id])
  const spentMs = minutes === null ? null : minutes * 60_000
  const words = note.trim()
  const fates: Partial<Record<PreparationField, Fate>> = {
    ...(read.length > 0 && { materials: fill(before?.materialIds ?? [], read, (ids) => ids.length === 0, sameSet) }),
    ...(spentMs !== null && { minutes: fill(before?.spentMs ?? null, spentMs, (ms) => ms === null) }),
    ...(outcome !== null && { outcome: fill(before?.outcome ?? null, outcome, (said) => said === null) }),
    ...(words !== '' && { note: words.length > LONGEST_TEXT ? 'long' : fill(before?.note ?? '', words, isBlank) }),
  }
  return {
    preparation: Object.entries(fates).map(([field, fate]) => ({ field: field as PreparationField, fate })),
    keptPreparation: {
      materialIds: (before?.materialIds ?? []).filter((id) => record.materials[id]),
      minutes: before === undefined || before.spentMs === null ? null : before.spentMs / 60_000,
      outcome: before?.outcome ?? null,
      note: before?.note ?? '',
    },
    prepared: {
      ...(fates.materials === 'new' && { materialIds: read }),
      ...(fates.minutes === 'new' && { spentMs }),
      ...(fates.outcome === 'new' && { outcome }),
      ...(fates.note === 'new' && { note: words }),
    },
    lostMaterials: new Set(materialIds).size - read.length,
  }
}

/** PKT8: what is not said yet is filled; what is said stays. */
function fill<Value extends Json>(
  before: Value,
  told: Value,
  isUnsaid: (value: Value) => boolean,
  isThere: (before: Value, told: Value) => boolean = isEqual,
): Fate {
  if (isUnsaid(before)) return 'new'
  return isThere(before, told) ? 'there' : 'changed'
}

const isBlank = (text: string): boolean => text.trim() === ''
const sameSet = (left: readonly string[], right: readonly string[]): boolean => isEqual([...left].sort(), [...right].sort())

function ballotOf(packet: Packet, state: PlanState, personId: string): PlannedBallot {
  const { isRecused, recusal, marks } = packet.answers.ballot
  if (!isRecused && !marks.some(isTouched)) return { fate: 'none', why: '', input: undefined }
  const input = isRecused ? { marks: [], recusal: recusal.trim() } : { marks: marks.filter(isTouched).map(markOf) }
  const refused = (why: string): PlannedBallot => ({ fate: 'refused', why, input: undefined })
  if (isRecused && recusal.trim() === '') return refused('It is a recusal from the whole rubric and does not say why.')
  if (isOtherRubric(packet, state)) return refused('The rubric was changed after the packet was made.') // PKT9
  if (!submitBallotInput.safeParse(input).success) return refused('A comment or a reason in it is too long.')
  const context = { now: 0, newId: () => '', actor: { personId, name: '' }, operator: { personId: null, name: '' } }
  const made = submitBallot({ record: state.record, desk: { ballots: {} } }, input, context)
  if (!made.ok) return refused(made.error.message)
  const there = state.desk.ballots[personId]
  // PAN20: one that does not count as in is given again.
  if (!there || !isByRubric(there, state.record.criteria)) return { fate: 'new', why: '', input }
  const ballot = made.value[0]?.after as Ballot | undefined
  return isEqual(marksInOrder(there), marksInOrder(ballot))
    ? { fate: 'there', why: '', input: undefined }
    : refused('A ballot of this reviewer is in already, and stays.') // PKT9
}

/** PAN5: the order of criteria can change after a ballot is in. */
function marksInOrder(ballot: Pick<Ballot, 'marks'> | undefined): Json[] {
  return [...(ballot?.marks ?? [])].sort((left, right) => compare(left.criterionId, right.criterionId))
}

function isTouched({ isRecused, levelsAt, confidence, comment }: FilledMark): boolean {
  return isRecused || levelsAt.length > 0 || confidence !== null || comment.trim() !== ''
}

function markOf({ isRecused, recusal, ...mark }: FilledMark): Mark {
  return isRecused ? { ...mark, levelsAt: [], confidence: null, recusal: recusal.trim() } : { ...mark, recusal: '' }
}

/** Places of levels mean what they meant only where the levels are the same. */
function isOtherRubric({ criteria }: Packet, { record }: PlanState): boolean {
  const now = Object.values(record.criteria)
  return (
    now.length !== criteria.length ||
    now.some((criterion) => {
      const then = criteria.find(({ id }) => id === criterion.id)
      const counts = criterion.levels.length === 0 ? 'one' : criterion.counts
      return then?.name !== criterion.name || then.counts !== counts || !isEqual(then.levels, [...levelsOf(criterion)])
    })
  )
}
