import { createStore, useStore } from 'zustand'
import { type FeedbackItem, type LifeAct, lifeActs } from '../../shared/feedback/item'
import { canComeNext, sideOfAct } from '../../shared/feedback/life'
import type { RecordState } from '../../shared/record/state'
import type { Refusal } from '../../shared/review/change'
import { inOrder } from '../../shared/review/fields'
import { useReview, useSession } from './use-review'

/** What can be done next to an item, and on whose behalf that is recorded (FND4). */
export interface LifeOffer {
  readonly act: LifeAct
  /** Null for the facilitator in their own name. */
  readonly forId: string | null
  readonly forName: string
}

/** An act that takes words: its form is open. */
export interface WantedLife extends LifeOffer {
  readonly feedbackId: string
}

const wanted = createStore<WantedLife | null>(() => null)
const letGo = (): void => wanted.setState(null, true)

export function useWantedLife(): readonly [WantedLife | null, () => void] {
  return [useStore(wanted), letGo]
}

/** Acts that say why. */
const takesWords: ReadonlySet<LifeAct> = new Set(['dispose', 'withdraw', 'reopen'])
const verbOf = { implement: 'implementFinding', verify: 'verifyFinding', close: 'closeFeedback' } as const

export const lifeIcons = {
  dispose: 'decision',
  implement: 'check',
  verify: 'check',
  close: 'check',
  withdraw: 'close',
  reopen: 'back',
} as const satisfies Readonly<Record<LifeAct, string>>

/** What can come next in the life of an item, in the order of life; `take` does it, or opens the form that asks why. */
export function useLife(item: FeedbackItem): {
  readonly offers: readonly LifeOffer[]
  readonly take: (offer: LifeOffer) => Refusal | null
} {
  const session = useSession()
  const presenterId = useReview(({ record, actingAsId }) => presenterFor(item, record, actingAsId))
  const raiserId = useReview(({ record }) => (item.authorId !== null && record.people[item.authorId] ? item.authorId : null))
  const names = useReview(({ record }) => record.people)
  const offers = lifeActs
    .filter((act) => canComeNext(item, act))
    .map((act) => {
      const forId = sideOfAct[act] === 'presenters' ? presenterId : raiserId
      return { act, forId, forName: forId === null ? '' : (names[forId]?.name ?? '') }
    })
  return {
    offers,
    take(offer) {
      if (takesWords.has(offer.act)) {
        wanted.setState({ ...offer, feedbackId: item.id }, true)
        return null
      }
      const name = verbOf[offer.act as keyof typeof verbOf]
      const input = { feedbackId: item.id }
      const done = offer.forId === null ? session.act(name, input) : session.actFor(offer.forId, name, input)
      return done.ok ? null : done.error
    },
  }
}

/** Whoever is acted for, if a presenter; else who presents the item, else the first of the presenters. */
function presenterFor({ itemId }: FeedbackItem, { people, agenda }: RecordState, actingAsId: string | null): string | null {
  const isPresenter = (id: string | null | undefined) =>
    id !== null && id !== undefined && (people[id]?.roles.includes('presenter') ?? false)
  const own = itemId === null ? null : agenda[itemId]?.presenterId
  return [actingAsId, own].find(isPresenter) ?? inOrder(people).find(({ id }) => isPresenter(id))?.id ?? null
}
