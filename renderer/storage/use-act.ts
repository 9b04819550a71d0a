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

export interface Trying {
  readonly error: string
  readonly attempt: Act
  /** Shows a refusal that came another way. */
  readonly note: (refused: string | null) => string | null
}

/** For a button: runs a verb and keeps the refusal to be shown beside it. */
export function useTry(): Trying {
  const act = useAct()
  const [error, setError] = useState('')
  const note: Trying['note'] = (refused) => {
    setError(refused ?? '')
    return refused
  }
  return { error, attempt: (name, input) => note(act(name, input)), note }
}

/** What may be changed here: nothing without the lease, little after closing. */
export function useMayEdit(): { readonly mayEdit: boolean; readonly mayEditActions: boolean } {
  const isEditing = useReview((snapshot) => snapshot.access === 'editing')
  const isClosed = useReview((snapshot) => snapshot.record.review['review']?.status === 'closed')
  return { mayEdit: isEditing && !isClosed, mayEditActions: isEditing }
}
