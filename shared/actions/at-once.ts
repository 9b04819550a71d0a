import { laterTwins, numberedApart, readAs } from '../review/at-once'
import type { Collection } from '../review/fields'
import type { ActionItem } from './action'
import { isOwnVerifier } from './action-verbs'
import type { Risk } from './risk'

/**
 * ACT14: an owner named here and the same person as verifier there: the owner stands, and who verifies is to be said. CLO9: of two actions made of
 * one topic the earlier is what became of it.
 */
export function actionsAtOnce(actions: Collection<ActionItem>): Collection<ActionItem> {
  const topicOf = ({ source: { kind, id } }: ActionItem) => (kind === 'parking' ? id : null)
  const twins = laterTwins(actions, topicOf, ({ createdAt }) => createdAt)
  const apart = readAs(
    actions,
    twins.map((action) => ({ ...action, source: { kind: 'parking' as const, id: null } })), // CLO9
  )
  const own = Object.values(apart).filter(isOwnVerifier)
  const mended = readAs(
    apart,
    own.map((action) => ({ ...action, verifierId: null })), // ACT14
  )
  return numberedApart(mended, ({ createdAt }) => createdAt)
}

/**
 * RSK8: a risk accepted or closed here of which what it needs (RSK2) was taken away there is open. RSK9: of two risks entered from one finding
 * the earlier is the finding's.
 */
export function risksAtOnce(risks: Collection<Risk>): Collection<Risk> {
  const twins = laterTwins(
    risks,
    ({ feedbackId }) => feedbackId,
    ({ raisedAt }) => raisedAt,
  )
  const apart = readAs(
    risks,
    twins.map((risk) => ({ ...risk, feedbackId: null })), // RSK9
  )
  const unsaid = Object.values(apart).filter(
    ({ status, ownerId, reason, decidedAt }) =>
      (status === 'accepted' && ownerId === null) ||
      ((status === 'accepted' || status === 'closed') && reason === '') ||
      (status !== 'open' && decidedAt === null),
  )
  const mended = readAs(
    apart,
    unsaid.map((risk) => ({ ...risk, status: 'open' as const })), // RSK8
  )
  return numberedApart(mended, ({ raisedAt }) => raisedAt)
}
