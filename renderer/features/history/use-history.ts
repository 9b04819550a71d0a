import { useEffect, useState } from 'react'
import { type HistoryEntry, historyOf } from '../../../shared/record/history'
import { headsOf } from '../../../shared/record/log'
import { checkChain } from '../../storage/chain-check'
import { useReview, useSession } from '../../storage/use-review'

export interface History {
  /** The oldest first. */
  readonly entries: readonly HistoryEntry[]
  readonly heads: readonly string[]
  /** What does not hold together in the chain; null while it is checked. */
  readonly problems: readonly string[] | null
}

/** The history of the open review, read again when it goes on; null until it is known. */
export function useHistory(): History | null {
  const session = useSession()
  const record = useReview((snapshot) => snapshot.record)
  const desk = useReview((snapshot) => snapshot.desk)
  const [history, setHistory] = useState<History | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const read = async () => {
      const lines = await session.log()
      if (abort.signal.aborted) return
      const known = { entries: historyOf(lines, record), heads: headsOf(lines) }
      setHistory((before) => ({ ...known, problems: before?.problems ?? null }))
      const problems = await checkChain(lines, abort.signal)
      if (!abort.signal.aborted) setHistory({ ...known, problems })
    }
    void read()
    return () => abort.abort()
  }, [session, record, desk])
  return history
}
