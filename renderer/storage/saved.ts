import type { Saved } from './review-session'

/** STO14: the one word about safety, from what is wrong with either copy ('' when nothing is). */
export function savedState({
  database,
  journal,
  isWaiting,
}: {
  readonly database: string
  readonly journal: string
  readonly isWaiting: boolean
}): Saved {
  if (database && journal) return { copies: 'none', problem: `Not saved: ${database}, and ${journal}.` }
  if (journal) return { copies: 'one', problem: `Saved here. The second copy is failing: ${journal}.` }
  if (database) return { copies: 'one', problem: `Saved in the second copy. The copy in this browser is failing: ${database}.` }
  return { copies: isWaiting ? 'saving' : 'both', problem: '' }
}
