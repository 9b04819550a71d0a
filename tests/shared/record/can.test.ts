import { expect, test } from 'vitest'
import { afterClosing, allowed } from '../../../shared/record/can'
import { runVerb } from '../../../shared/record/run-verb'
import type { ReviewState } from '../../../shared/record/state'
import { type VerbName, verbs } from '../../../shared/record/verbs'
import { type Role, roles } from '../../../shared/review/people'
import { fullReview } from '../../helpers/full-review'
import { PACKET_ID } from '../../helpers/packets'

/** Written by hand from SPEC.md: what people may do who are neither facilitator nor recorder. What is not here they may not do. */
const expected = `
                        presenter  reviewer  decision-maker  observer
  addFeedback               x         x            x            x
  editFeedback              x         x            x            x
  queueQuestion             x         x            x            x
  usePreparedQuestion       x         x            x            x
  verifyFinding             x         x            x            x
  closeFeedback             x         x            x            x
  withdrawFeedback          x         x            x            x
  reopenFeedback            x         x            x            x
  addPreparedQuestion       x         x            x            -
  editPreparedQuestion      x         x            x            -
  editAction                x         x            x            -
  editActions               x         x            x            -
  submitBallot              -         x            x            -
  recordPreparation         -         x            -            -
  decideGateCriterion       -         -            x            -
  setConsensus              -         -            x            -
  acceptDecision            -         -            x            -
  disposeFinding            x         -            -            -
  implementFinding          x         -            -            -
  respondToPanel            x         -            -            -
`
/** By hand: what goes on in a closed review, whoever does it. */
const goesOn = `
  reopenReview editAction editActions importActions editRisk decideRisk implementFinding verifyFinding closeFeedback recordClockChange
`
const others = ['presenter', 'reviewer', 'decision-maker', 'observer'] as const
const meant = new Map(
  expected
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [verb = '', ...cells] = line.trim().split(/\s+/)
      return [verb, others.filter((_, at) => cells[at] === 'x')] as const
    }),
)
const names = Object.keys(verbs) as VerbName[]
const leading = new Set(['facilitator', 'recorder', 'none'])

/** A person of each role, and a review in each of its states. */
function scene() {
  const { review } = fullReview()
  const people = Object.fromEntries(
    [...roles, 'none'].map((role) => {
      const [change] = review.act('addPerson', { name: `A ${role}`, roles: role === 'none' ? [] : [role as Role] })
      return [role, { personId: String(change?.path[1]), name: `A ${role}` }]
    }),
  )
  const { record, desk } = review.state()
  const held = record.review['review']
  if (!held) throw new Error('there is no review')
  const inStatus = (status: typeof held.status): ReviewState => ({
    record: { ...record, review: { review: { ...held, status } } },
    desk,
  })
  return { people, inStatus }
}

type Scene = ReturnType<typeof scene>

/** The rule of the table that refuses it, or '' when the table lets it through; what other rules say of it is theirs. */
function refusedBy({ people, inStatus }: Scene, name: VerbName, role: string, status: 'in-progress' | 'closed'): string {
  const who = people[role] ?? { personId: null, name: '' }
  const context = { now: 1, newId: () => 'n', actor: who, operator: who }
  const result = runVerb(name, inStatus(status), inputOf(name) as never, context)
  return !result.ok && (result.error.rule === 'CAN1' || result.error.rule === 'CAN2') ? result.error.rule : ''
}

/** Cells of a verb in which the program differs from the tables. */
function differences(made: Scene, name: VerbName): string[] {
  return [...roles, 'none'].flatMap((role) => {
    const isMeant = leading.has(role) || (meant.get(name)?.includes(role as 'observer') ?? false)
    const open = refusedBy(made, name, role, 'in-progress')
    const closed = refusedBy(made, name, role, 'closed')
    const goes = goesOn.trim().split(/\s+/).includes(name)
    const isRight = open === (isMeant ? '' : 'CAN1') && closed === (!goes ? 'CAN2' : isMeant ? '' : 'CAN1')
    return isRight ? [] : [`${name}: ${role}, ${open || 'may'} open, ${closed || 'may'} closed`]
  })
}

test('[CAN1] [CAN2] every verb, for every role, in an open and in a closed review: what the tables say', () => {
  const made = scene()
  expect([...meant.keys()].filter((name) => !names.includes(name as VerbName))).toEqual([])
  expect(names.flatMap((name) => differences(made, name))).toEqual([])
})

test('[CAN1] [CAN2] the tables notice when any one cell is turned', () => {
  const made = scene()
  const table = allowed
  const unnoticed: string[] = []
  let turned = 0
  const turn = (cell: string, name: VerbName, change: () => void, back: () => void): void => {
    change()
    turned++
    if (differences(made, name).length === 0) unnoticed.push(cell)
    back()
  }
  for (const name of names) {
    const kept = table[name]
    for (const role of others) {
      const without = (kept ?? []).filter((each) => each !== role)
      const next = kept?.includes(role) ? without : [...without, role]
      turn(
        `${name}: ${role}`,
        name,
        () => void (table[name] = next),
        () => (kept === undefined ? delete table[name] : void (table[name] = kept)),
      )
    }
    const has = afterClosing.has(name)
    const set = (isIn: boolean) => () => void (isIn ? afterClosing.add(name) : afterClosing.delete(name))
    turn(`${name}: closed`, name, set(!has), set(has))
  }
  expect(turned).toBe(names.length * 5)
  expect(unnoticed).toEqual([])
  console.log(`= turned ${turned} cells of who may do what, one at a time: all noticed`)
})

/** An input of the right shape for each verb, about nothing that exists. */
function inputOf(name: VerbName): unknown {
  const any = {
    text: 'x',
    title: 'x',
    term: 'x',
    name: 'x',
    what: 'x',
    statement: 'x',
    reason: 'x',
    phase: 'feedback',
    proposes: true,
    side: 'reviewer',
    label: 'note',
    gate: 'exit',
    attendance: 'present',
    personIds: ['gone'],
  }
  const material = { mediaType: 'text/plain', bytes: 1, sha512: 'ab'.repeat(64) }
  const flags = {
    direction: 'in',
    done: true,
    answered: true,
    settled: true,
    carried: true,
    attached: true,
    disposition: 'rejected',
    rationale: 'x',
    status: 'pending',
  }
  const ids = [
    'person',
    'check',
    'item',
    'material',
    'question',
    'topic',
    'feedback',
    'action',
    'decision',
    'condition',
    'by',
    'event',
    'criterion',
    'prepared',
    'panelist',
    'risk',
    'under',
    'term',
  ]
  const known = Object.fromEntries(ids.map((id) => [`${id}Id`, 'gone']))
  const input = {
    ...any,
    ...material,
    ...flags,
    ...known,
    beforeId: null,
    feedbackIds: ['gone'],
    ...{ actionIds: ['gone'], edits: [], added: [], appraisal: null },
    items: [{ title: 'x' }],
    ...{ people: [], roll: [], actions: [], decisions: [], marks: [], criteria: [{ name: 'x' }] },
    response: 'x',
    hands: 1,
    byMs: 1,
    at: 1,
    deltaMs: 1,
    leftMs: 1,
    plannedMs: 1,
    page: 1,
    on: null,
    time: null,
  }
  const keys = Object.keys((verbs[name].input as unknown as { shape: object }).shape)
  const required = Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key)))
  const { status: _status, ...others } = required as { readonly status?: string }
  const statuses: Partial<Record<VerbName, string>> = { markItem: 'pending', decideGateCriterion: 'met', decideRisk: 'open' }
  if (name === 'importPacket') return { packetId: PACKET_ID, feedback: [] }
  if (name === 'importRubric') return { ...others, replaces: false }
  return { ...others, ...(statuses[name] === undefined ? {} : { status: statuses[name] }) }
}
