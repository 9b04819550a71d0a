import { numberedApart, readAs } from '../review/at-once'
import type { Collection } from '../review/fields'
import type { ActionItem } from './action'
import { isOwnVerifier } from './action-verbs'
import type { Risk } from './risk'

/** ACT14: an owner named here and the same person as verifier there: the owner stands, and who verifies is to be said. */
export function actionsAtOnce(actions: Collection<ActionItem>): Collection<ActionItem> {
  const own = Object.values(actions).filter(isOwnVerifier)
  const mended = readAs(
    actions,
    own.map((action) => ({ ...action, verifierId: null })), // ACT14
  )
  return numberedApart(mended, ({ createdAt }) => createdAt)
}

/** RSK8: a risk accepted here whose owner or reason was taken away there is borne by nobody: it is open. */
export function risksAtOnce(risks: Collection<Risk>): Collection<Risk> {
  const unborne = Object.values(risks).filter(
    ({ status, ownerId, reason }) => status === 'accepted' && (ownerId === null || reason === ''),
  )
  const mended = readAs(
    risks,
    unborne.map((risk) => ({ ...risk, status: 'open' as const })), // RSK8
  )
  return numberedApart(mended, ({ raisedAt }) => raisedAt)
}
