import { useCallback, useState } from 'react'
import type { VerbInput, VerbName } from '../../shared/record/verbs'
import { useReview, useSession } from './use-review'

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
