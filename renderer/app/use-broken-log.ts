import { useEffect, useState } from 'react'
import { checkChain } from '../storage/chain-check'
import { useSession } from '../storage/use-review'

/** The screen comes first, in ms. */
const PAUSE_MS = 1_500

/** LOG5: whether the log of the review that was opened does not hold together, until that was seen. */
export function useBrokenLog(): { readonly isBroken: boolean; readonly onSeen: () => void } {
  const session = useSession()
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const check = async () => {
      const problems = await checkChain(await session.log(), abort.signal)
      if (!abort.signal.aborted) setBroken(problems.length > 0)
    }
    const timer = setTimeout(() => void check(), PAUSE_MS)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [session])
  return { isBroken, onSeen: () => setBroken(false) }
}
