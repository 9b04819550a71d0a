import { expect, test } from 'vitest'
import type { Actor } from '../../../shared/context'
import { feedbackStatuses, type LifeAct, lifeActs } from '../../../shared/feedback/item'
import { comesAfter, dispositionOf, isSettled, sideOfAct, statusOf } from '../../../shared/feedback/life'
import { runVerb } from '../../../shared/record/run-verb'
import { type MadeReview, makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

/** Written by hand from SPEC.md: who may do what to an item that stands so. P the presenters' side, R its raiser, - nobody. */
const expected = `
                     dispose implement verify close withdraw reopen
  issue open            P       -        -      -      R       -
  issue accepted        P       P        -      -      R       R
  issue modified        P       P        -      -      R       R
  issue rejected        P       -        -      R      R       R
  issue deferred        P       -        -      R      R       R
  issue duplicate       P       -        -      R      R       R
  issue implemented     -       -        R      -      R       R
  issue verified        -       -        -      R      R       R
  issue closed          -       -        -      -      -       R
  issue withdrawn       -       -        -      -      -       R
  issue reopened        P       -        -      -      R       -
  question open         P       -        -      R      R       -
  question accepted     P       P        -      R      R       R
  question rejected     P       -        -      R      R       R
  question implemented  -       -        R      -      R       R
  question closed       -       -        -      -      -       R
  question settled      -       -        -      -      -       R
  risk open             P       -        -      -      R       -
  nitpick open          P       -        -      -      R       -
  suggestion open       P       -        -      -      R       -
  praise open           -       -        -      R      R       -
  praise closed         -       -        -      -      -       R
  note open             -       -        -      R      R       -
  lesson open           -       -        -      R      R       -
`
interface Row {
  readonly label: 'issue' | 'question'
  readonly stands: string
  readonly cells: readonly string[]
}
const rows: Row[] = expected
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [label = '', stands = '', ...cells] = line.trim().split(/\s+/)
    return { label: label as 'issue', stands, cells }
  })

const verbOf = {
  dispose: 'disposeFinding',
  implement: 'implementFinding',
  verify: 'verifyFinding',
  close: 'closeFeedback',
  withdraw: 'withdrawFeedback',
  reopen: 'reopenFeedback',
} as const

const inputOf = (act: LifeAct, feedbackId: string) => ({
  feedbackId,
  ...(act === 'dispose' && { disposition: 'accepted' as const, rationale: 'Right' }),
  ...((act === 'withdraw' || act === 'reopen') && { reason: 'It changed' }),
})

/** People of each role, an item raised by Rolf in each state, and one by nobody. */
function scene() {
  const review = makeReview()
  const person = (
    name: string,
    ...roles: ('presenter' | 'reviewer' | 'observer' | 'decision-maker' | 'recorder' | 'facilitator')[]
  ) => made(review.act('addPerson', { name, roles }))
  const people = {
    presenter: person('Pia', 'presenter'),
    raiser: person('Rolf', 'reviewer'),
    reviewer: person('Ruth', 'reviewer'),
    decider: person('Dora', 'decision-maker'),
    observer: person('Otto', 'observer'),
    recorder: person('Rita', 'recorder'),
    facilitator: person('Fay', 'facilitator'),
    guest: person('Gus'),
  }
  const other = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Seen before' }))
  const stand = ({ label, stands }: Pick<Row, 'label' | 'stands'>, authorId: string | null = people.raiser): string => {
    const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label, text: 'Leak', location: 'page 3', authorId }))
    const raise = (act: LifeAct) =>
      authorId === null
        ? review.act(verbOf[act], inputOf(act, feedbackId))
        : review.actAs(authorId, verbOf[act], inputOf(act, feedbackId))
    const answer = (disposition: 'accepted' | 'accepted-with-modification' | 'rejected' | 'deferred' | 'duplicate') =>
      review.actAs(people.presenter, 'disposeFinding', { feedbackId, disposition, rationale: 'So', duplicateOf: other })
    const ends = { closed: 'close', withdrawn: 'withdraw' } as const
    if (stands === 'modified') answer('accepted-with-modification')
    else if (stands === 'rejected' || stands === 'deferred' || stands === 'duplicate' || stands === 'accepted') answer(stands)
    else if (stands === 'implemented' || stands === 'verified') {
      answer('accepted')
      review.actAs(people.presenter, 'implementFinding', { feedbackId })
      if (stands === 'verified') raise('verify')
    } else if (stands === 'settled') {
      answer('accepted')
      raise('close')
    } else if (stands === 'reopened') {
      answer('rejected')
      raise('reopen')
    } else if (stands === 'closed' && label === 'issue') {
      answer('rejected')
      raise('close')
    } else if (stands === 'closed' || stands === 'withdrawn') raise(ends[stands])
    return feedbackId
  }
  return { review, people, stand }
}

function may(review: Pick<MadeReview, 'state'>, act: LifeAct, feedbackId: string, actor: Actor, operator: Actor): boolean {
  const context = { now: 1, newId: () => 'new', actor, operator }
  const name = verbOf[act] as 'closeFeedback'
  return runVerb(name, review.state(), inputOf(act, feedbackId), context).ok
}

/** The scene in every state of the table, as it is now. */
function everyState() {
  const { review, people, stand } = scene()
  const items = rows.map((row) => [row, stand(row)] as const)
  const state = review.state()
  return { people, items, state: () => state }
}

/** Cells in which the program differs from the table, asked for every person, in their own name and by the facilitator's hands. */
function differences({ people, items, state }: ReturnType<typeof everyState>, acts: readonly LifeAct[] = lifeActs): string[] {
  const actorOf = (personId: string) => ({ personId, name: state().record.people[personId]?.name ?? '' })
  const facilitator = actorOf(people.facilitator)
  return items.flatMap(([row, feedbackId]) =>
    acts.flatMap((act) =>
      Object.entries(people).flatMap(([who, personId]) => {
        const cell = row.cells[lifeActs.indexOf(act)] ?? ''
        const isMeant = { P: who === 'presenter', R: who === 'raiser', '-': false }[cell] ?? false
        const actor = actorOf(personId)
        const own = may({ state }, act, feedbackId, actor, actor)
        const byHand = may({ state }, act, feedbackId, actor, facilitator)
        return own === isMeant && byHand === isMeant ? [] : [`${row.label} ${row.stands}: ${who} ${act}`]
      }),
    ),
  )
}

test('[FND2] [FND3] [FND4] who may do what to an item in every state is what the table says, for every person and for the facilitator acting as them', () => {
  expect(rows.every(({ cells }) => cells.length === lifeActs.length)).toBe(true)
  expect(differences(everyState())).toEqual([])
})

test('[FND3] [FND4] the table notices when any one cell of the rules is turned', () => {
  const before = comesAfter as Record<LifeAct, string[]>
  const sides = sideOfAct as Record<LifeAct, string>
  const made = everyState()
  const unnoticed: string[] = []
  for (const act of lifeActs) {
    for (const status of feedbackStatuses) {
      const kept = before[act]
      before[act] = kept.includes(status) ? kept.filter((each) => each !== status) : [...kept, status]
      if (differences(made, [act]).length === 0) unnoticed.push(`${act} after ${status}`)
      before[act] = kept
    }
    const kept = sides[act] ?? ''
    sides[act] = kept === 'raiser' ? 'presenters' : 'raiser'
    if (differences(made, [act]).length === 0) unnoticed.push(`whose ${act}`)
    sides[act] = kept
  }
  // What is open has no answer yet, and only what was accepted is implemented: that cell changes nothing.
  expect(unnoticed).toEqual(['implement after open'])
})

test('[FND4] for a raiser without a name the facilitator and the recorder verify and close, nobody else', () => {
  const { review, people, stand } = scene()
  const feedbackId = stand({ label: 'issue', stands: 'implemented' }, null)
  const mayVerify = Object.entries(people).filter(([, personId]) => {
    const actor = { personId, name: '' }
    return may(review, 'verify', feedbackId, actor, actor)
  })
  expect(mayVerify.map(([who]) => who).sort()).toEqual(['facilitator', 'guest', 'recorder'])
})

test('[FND5] whoever owns an action that came of it neither verifies nor closes it', () => {
  const { review, people, stand } = scene()
  const raiser = { personId: people.raiser, name: 'Rolf' }
  for (const [stands, act] of [
    ['implemented', 'verify'],
    ['verified', 'close'],
    ['rejected', 'close'],
  ] as const) {
    const feedbackId = stand({ label: 'issue', stands })
    expect(may(review, act, feedbackId, raiser, raiser)).toBe(true)
    review.act('addAction', { what: 'Mend', ownerId: people.raiser, source: { kind: 'feedback', id: feedbackId } })
    expect(may(review, act, feedbackId, raiser, raiser)).toBe(false)
    expect(may(review, 'withdraw', feedbackId, raiser, raiser)).toBe(true)
  }
  // An action that came of it by way of a risk.
  const feedbackId = stand({ label: 'issue', stands: 'implemented' })
  const riskId = made(review.act('addRisk', { text: 'Frost', feedbackId, ownerId: people.raiser }))
  expect(may(review, 'verify', feedbackId, raiser, raiser)).toBe(true)
  review.act('makeRiskAction', { riskId })
  expect(may(review, 'verify', feedbackId, raiser, raiser)).toBe(false)
})

test('[FND14] what was answered or closed keeps its label, so that no force goes with it', () => {
  const { review, stand } = scene()
  const answered = stand({ label: 'issue', stands: 'accepted' })
  review.act('editFeedback', { feedbackId: answered, force: 'blocking' })
  for (const feedbackId of [
    answered,
    stand({ label: 'question', stands: 'closed' }),
    stand({ label: 'issue', stands: 'reopened' }),
  ])
    expect(review.rule('editFeedback', { feedbackId, label: 'note' })).toBe('FND14')
  review.act('editFeedback', { feedbackId: answered, label: 'issue', text: 'A leak' })
  expect(review.state().record.feedback[answered]).toMatchObject({ label: 'issue', force: 'blocking', text: 'A leak' })
  expect(review.rule('editFeedback', { feedbackId: stand({ label: 'issue', stands: 'open' }), label: 'note' })).toBe('ok')
})

test('[FND6] an answer says why; a duplicate names another finding, never itself by any way round', () => {
  const { review, people, stand } = scene()
  const [first, second, third] = [1, 2, 3].map(() => stand({ label: 'issue', stands: 'open' })) as [string, string, string]
  const answer = (feedbackId: string, duplicateOf: string | null, rationale = 'The same') => {
    const context = {
      now: 1,
      newId: () => 'new',
      actor: { personId: people.presenter, name: 'Pia' },
      operator: { personId: null, name: 'F' },
    }
    const result = runVerb(
      'disposeFinding',
      review.state(),
      { feedbackId, disposition: 'duplicate', rationale, duplicateOf },
      context,
    )
    return result.ok ? 'ok' : result.error.rule
  }
  expect([answer(first, second, ' '), answer(first, null), answer(first, 'gone'), answer(first, first)]).toEqual([
    'FND6',
    'FND6',
    'FND6',
    'FND6',
  ])
  expect(answer(first, second)).toBe('ok')
  review.actAs(people.presenter, 'disposeFinding', {
    feedbackId: first,
    disposition: 'duplicate',
    rationale: 'Same',
    duplicateOf: second,
  })
  review.actAs(people.presenter, 'disposeFinding', {
    feedbackId: second,
    disposition: 'duplicate',
    rationale: 'Same',
    duplicateOf: third,
  })
  expect([answer(third, first), answer(third, second), answer(second, first)]).toEqual(['FND6', 'FND6', 'FND6'])
})

test('[FND7] [FND8] withdrawing and opening again say why; what was answered is not removed', () => {
  const { review, people, stand } = scene()
  const feedbackId = stand({ label: 'issue', stands: 'open' })
  expect(review.rule('removeFeedback', { feedbackId })).toBe('ok')
  expect(review.rule('withdrawFeedback', { feedbackId, reason: ' ' })).toBe('FND7')
  review.actAs(people.raiser, 'withdrawFeedback', { feedbackId, reason: 'Not true' })
  expect(review.rule('reopenFeedback', { feedbackId, reason: '' })).toBe('FND7')
  expect(review.rule('removeFeedback', { feedbackId })).toBe('FND8')
})

test('[FND11] what another finding is a duplicate of is not removed', () => {
  const { review, people, stand } = scene()
  const [feedbackId, duplicateOf] = [stand({ label: 'issue', stands: 'open' }), stand({ label: 'issue', stands: 'open' })]
  const answer = { feedbackId, disposition: 'duplicate', rationale: 'The same' } as const
  review.actAs(people.presenter, 'disposeFinding', { ...answer, duplicateOf })
  expect(review.rule('removeFeedback', { feedbackId: duplicateOf })).toBe('FND11')
  review.actAs(people.presenter, 'disposeFinding', { feedbackId, disposition: 'rejected', rationale: 'Another matter' })
  expect(review.rule('removeFeedback', { feedbackId: duplicateOf })).toBe('ok')
})

test('[FND1] the steps are kept with who, when and why; the last one tells where the item stands', () => {
  const { review, people, stand } = scene()
  const feedbackId = stand({ label: 'issue', stands: 'verified' })
  review.actAs(people.raiser, 'closeFeedback', { feedbackId })
  review.actAs(people.raiser, 'reopenFeedback', { feedbackId, reason: 'It came back' })
  const item = review.state().record.feedback[feedbackId]
  if (!item) throw new Error('gone')
  expect(item.life.map(({ act, byId, note }) => [act, byId, note])).toEqual([
    ['dispose', people.presenter, 'So'],
    ['implement', people.presenter, ''],
    ['verify', people.raiser, ''],
    ['close', people.raiser, ''],
    ['reopen', people.raiser, 'It came back'],
  ])
  expect(item.life.every(({ at }, place) => place === 0 || at > (item.life[place - 1]?.at ?? 0))).toBe(true)
  expect([statusOf(item), dispositionOf(item), isSettled(item)]).toEqual(['open', null, false])
  // Closed by the first version, which kept no steps.
  expect(statusOf({ label: 'issue', life: [], status: 'closed' })).toBe('closed')
})

test('[CAN3] nobody but facilitator and recorder acts on behalf of somebody else', () => {
  const { review, people, stand } = scene()
  const feedbackId = stand({ label: 'issue', stands: 'implemented' })
  const by = (operator: string) =>
    may(review, 'verify', feedbackId, { personId: people.raiser, name: 'Rolf' }, { personId: operator, name: '' })
  expect(
    Object.entries(people)
      .filter(([, id]) => by(id))
      .map(([who]) => who)
      .sort(),
  ).toEqual(['facilitator', 'guest', 'raiser', 'recorder'])
})

test('[FB7] [ANO1] what is raised without a name has no author in record, log and steps, whoever it was entered for', () => {
  const { review, people } = scene()
  const rolf = people.raiser
  const feedbackId = made(
    review.actAs(rolf, 'addFeedback', {
      side: 'reviewer',
      label: 'issue',
      text: 'Leak',
      authorId: rolf,
      isAnonymous: true,
      isPrivate: true,
    }),
  )
  review.actAs(rolf, 'editFeedback', { feedbackId, location: 'page 3' })
  review.actAs(rolf, 'revealFeedback', { feedbackIds: [feedbackId] })
  review.actAs(rolf, 'editFeedback', { feedbackId, requestedChange: 'Close the valve' })
  const item = review.state().record.feedback[feedbackId]
  expect(item).toMatchObject({ authorId: null, isAnonymous: true })
  const lines = review.log.slice(-4)
  expect(lines.map(({ entry }) => entry.verb)).toEqual(['addFeedback', 'editFeedback', 'revealFeedback', 'editFeedback'])
  expect(JSON.stringify(lines)).not.toContain(rolf)
  expect(lines.every(({ entry }) => entry.actor === entry.operator)).toBe(true)
  review.act('editFeedback', { feedbackId, authorId: rolf })
  expect(review.state().record.feedback[feedbackId]).toMatchObject({ authorId: rolf, isAnonymous: false })
})

test('[FND9] accepting brings the action in one step, undone with it; what is not accepted brings none', () => {
  const { review, people, stand } = scene()
  const actions = () => Object.values(review.state().record.actions)
  const before = actions().length
  const input = (feedbackId: string, disposition: 'accepted' | 'rejected') =>
    ({ feedbackId, disposition, rationale: 'So', makesAction: true }) as const
  const feedbackId = stand({ label: 'issue', stands: 'open' })
  review.act('editFeedback', { feedbackId, requestedChange: 'Split by time' })
  const changes = review.actAs(people.presenter, 'disposeFinding', input(feedbackId, 'accepted'))
  expect(changes.map(({ path }) => path[0])).toEqual(['feedback', 'actions'])
  expect(actions().at(-1)).toMatchObject({
    what: 'Split by time',
    ownerId: people.presenter,
    verifierId: people.raiser,
    source: { kind: 'feedback', id: feedbackId },
  })
  review.actAs(people.presenter, 'disposeFinding', input(stand({ label: 'issue', stands: 'open' }), 'rejected'))
  expect(actions()).toHaveLength(before + 1)
  // Whoever raised it and answers it cannot verify their own action.
  const own = stand({ label: 'issue', stands: 'open' }, people.presenter)
  review.actAs(people.presenter, 'disposeFinding', input(own, 'accepted'))
  expect(actions().at(-1)).toMatchObject({ ownerId: people.presenter, verifierId: null })
})

test('[CAN3] hands that lead nothing name nobody else as who raised or prepared something', () => {
  const { review, people } = scene()
  const handsOf = (personId: string) => ({ personId, name: '' })
  const { presenter, reviewer } = people
  const mine = { side: 'presenter', label: 'response', text: 'Mine' } as const
  expect(review.rule('addFeedback', { ...mine, authorId: presenter }, handsOf(presenter))).toBe('ok')
  expect(review.rule('addFeedback', { ...mine, authorId: reviewer }, handsOf(presenter))).toBe('CAN3')
  const [feedbackId = ''] = Object.keys(review.state().record.feedback)
  expect(review.rule('editFeedback', { feedbackId, authorId: presenter }, handsOf(presenter))).toBe('CAN3')
  expect(review.rule('editFeedback', { feedbackId, text: 'Shorter' }, handsOf(presenter))).toBe('ok')
  expect(review.rule('recordPreparation', { personId: reviewer, outcome: 'sufficient' }, handsOf(reviewer))).toBe('ok')
  const other = String(review.act('addPerson', { name: 'Ravi', roles: ['reviewer'] })[0]?.path[1])
  expect(review.rule('recordPreparation', { personId: other, outcome: 'sufficient' }, handsOf(reviewer))).toBe('CAN3')
})
