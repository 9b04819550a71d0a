import type { Collection } from '../review/fields'
import type { DispositionKind, FeedbackItem, FeedbackStatus, Label, LifeAct, LifeStep } from './item'

type Lived = Pick<FeedbackItem, 'label' | 'life' | 'status'>

const statusAfter: Readonly<Record<LifeAct, FeedbackStatus>> = {
  dispose: 'dispositioned',
  implement: 'implemented',
  verify: 'verified',
  close: 'closed',
  withdraw: 'closed',
  reopen: 'open',
}

/** FND12: the steps that count. Of those that windows took at once, one that cannot come after the one before it changes nothing. */
export function countingSteps({ label, life, status }: Lived): LifeStep[] {
  let stands: FeedbackStatus = status
  let answer: DispositionKind | null = null
  return life.filter(({ act, disposition }) => {
    const isPossible = act === 'implement' ? isAccepted(answer) : act !== 'close' || leavesNothing(label, stands, answer)
    if (!comesAfter[act].includes(stands) || !isPossible) return false // FND12
    stands = statusAfter[act]
    answer = act === 'reopen' ? null : act === 'dispose' ? disposition : answer
    return true
  })
}

/** FND1: where an item stands is told by its last step. */
export function statusOf(item: Lived): FeedbackStatus {
  const last = countingSteps(item).at(-1)
  return last ? statusAfter[last.act] : item.status // FND1
}

/** The presenters' answer that counts: the last one since the item was opened. */
export function dispositionOf(item: Lived): LifeStep | null {
  const life = countingSteps(item)
  const since = life.slice(life.findLastIndex(({ act }) => act === 'reopen') + 1)
  return since.findLast(({ act }) => act === 'dispose') ?? null
}

/** Verified or closed: it stands against nothing any more. */
export function isSettled(item: Lived): boolean {
  const status = statusOf(item)
  return status === 'verified' || status === 'closed'
}

const findingLabels: ReadonlySet<Label> = new Set(['question', 'suggestion', 'issue', 'risk', 'nitpick'])

/** FND2: what the presenters answer. */
export function isFinding({ label }: Pick<FeedbackItem, 'label'>): boolean {
  return findingLabels.has(label) // FND2
}

/** A finding that asks for a change; a question is settled by words. */
export function asksForChange({ label }: Pick<FeedbackItem, 'label'>): boolean {
  return isFinding({ label }) && label !== 'question'
}

/** FND3: what was accepted is verified before it is closed; what was not leaves nothing to do. */
function leavesNothing(label: Label, stands: FeedbackStatus, answer: DispositionKind | null): boolean {
  return stands === 'verified' || !asksForChange({ label }) || (stands === 'dispositioned' && !isAccepted(answer))
}

export function isAccepted(kind: DispositionKind | null | undefined): boolean {
  return kind === 'accepted' || kind === 'accepted-with-modification'
}

/** Whose act each is: FND4. */
export const sideOfAct: Readonly<Record<LifeAct, 'presenters' | 'raiser'>> = {
  dispose: 'presenters',
  implement: 'presenters',
  verify: 'raiser',
  close: 'raiser',
  withdraw: 'raiser',
  reopen: 'raiser',
}

export const comesAfter: Readonly<Record<LifeAct, readonly FeedbackStatus[]>> = {
  dispose: ['open', 'dispositioned'],
  implement: ['dispositioned'],
  verify: ['implemented'],
  close: ['open', 'dispositioned', 'verified'],
  withdraw: ['open', 'dispositioned', 'implemented', 'verified'],
  reopen: ['dispositioned', 'implemented', 'verified', 'closed'],
}

/** FND3: whether the life of an item can go on with `act`, whoever does it. */
export function canComeNext(item: FeedbackItem, act: LifeAct): boolean {
  const status = statusOf(item)
  if (!comesAfter[act].includes(status)) return false
  const answer = dispositionOf(item)?.disposition
  switch (act) {
    case 'dispose':
    case 'verify':
      return isFinding(item)
    case 'implement':
      return isFinding(item) && isAccepted(answer)
    case 'close':
      return leavesNothing(item.label, status, answer ?? null)
    case 'withdraw':
    case 'reopen':
      return true
  }
}

/** FND6: whether naming `otherId` as the one that `feedbackId` duplicates would lead round in a circle. */
export function leadsBack(feedback: Collection<FeedbackItem>, feedbackId: string, otherId: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = otherId; at !== null && !seen.has(at);) {
    if (at === feedbackId) return true
    seen.add(at)
    const item: FeedbackItem | undefined = feedback[at]
    at = item ? (dispositionOf(item)?.duplicateOf ?? null) : null
  }
  return false
}
