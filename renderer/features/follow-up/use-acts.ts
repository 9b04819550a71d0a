import { today } from '@internationalized/date'
import { useCallback, useEffect, useState } from 'react'
import type { VerbInput, VerbName } from '../../../shared/record/verbs'
import { useReview, useSession } from '../../storage/use-review'

/** Runs a verb; answers null, or in words why it was refused. */
export type Act = <Name extends VerbName>(name: Name, input: VerbInput<Name>) => string | null

export function useAct(): Act {
  const session = useSession()
  return useCallback(
    (name, input) => {
      const done = session.act(name, input)
      return done.ok ? null : done.error.message
    },
    [session],
  )
}

/** For a button: runs a verb and keeps the refusal to be shown beside it. */
export function useTry(): { readonly error: string; readonly attempt: Act } {
  const act = useAct()
  const [error, setError] = useState('')
  const attempt: Act = (name, input) => {
    const refused = act(name, input)
    setError(refused ?? '')
    return refused
  }
  return { error, attempt }
}

/** What may be changed here: nothing without the lease, little after closing. */
export function useMayEdit(): { readonly mayEdit: boolean; readonly mayEditActions: boolean } {
  const isEditing = useReview((snapshot) => snapshot.access === 'editing')
  const isClosed = useReview((snapshot) => snapshot.record.review['review']?.status === 'closed')
  return { mayEdit: isEditing && !isClosed, mayEditActions: isEditing }
}

const MINUTE_MS = 60_000

/** Today as `YYYY-MM-DD` in the review's zone; changes at midnight there. */
export function useToday(): string {
  const timeZone = useReview((snapshot) => snapshot.record.review['review']?.timeZone ?? 'UTC')
  const [day, setDay] = useState(() => today(timeZone).toString())
  useEffect(() => {
    const read = (): void => setDay(today(timeZone).toString())
    read()
    const timer = setInterval(read, MINUTE_MS)
    return () => clearInterval(timer)
  }, [timeZone])
  return day
}
