import { useRef, useState } from 'react'
import type { HostError, HostResponse } from '../../../shared/host-contract'
import { checkChain } from '../../storage/chain-check'
import { useDevice } from '../../storage/use-device'
import { useHost } from '../../storage/use-host'
import { useSession } from '../../storage/use-review'
import { partsOf } from './use-bundle'

export interface Saving {
  readonly step: string
  readonly done: number
  readonly total: number
}

/** What the host tells of a bundle it saved, and LOG5: in how many places its log does not hold together. */
export type SavedBundle = HostResponse<'archive:save'> & { readonly breaks: number }

export interface SaveBundle {
  /** How far it is; null when nothing is being saved. */
  readonly saving: Saving | null
  readonly saved: SavedBundle | null
  /** Why it was not saved, what is safe and what to do; '' when there is nothing to tell. */
  readonly error: string
  readonly save: (folder: string, withDesk: boolean) => Promise<void>
  readonly cancel: () => void
}

/** Saves the open review as a bundle: written, read back, and only then named. */
export function useSaveBundle(): SaveBundle {
  const session = useSession()
  const host = useHost()
  const { refresh } = useDevice()
  const [saving, setSaving] = useState<Saving | null>(null)
  const [saved, setSaved] = useState<SavedBundle | null>(null)
  const [error, setError] = useState('')
  const job = useRef('')

  async function save(folder: string, withDesk: boolean) {
    const jobId = crypto.randomUUID()
    job.current = jobId
    setSaved(null)
    setError('')
    setSaving({ step: 'Collecting', done: 0, total: 0 })
    const silence = host.onEvent((event) => {
      if (event.type === 'job:progress' && event.jobId === jobId) setSaving(event)
    })
    const parts = partsOf(session).filter(({ docId }) => withDesk || docId !== 'desk')
    const log = await session.log()
    const { length: breaks } = await checkChain(log) // LOG5
    const { reviewId } = session
    const answer = await host.call('archive:save', {
      jobId,
      reviewId,
      folder,
      parts: [...parts],
      log,
      withDesk,
      beside: !withDesk,
    })
    silence()
    setSaving(null)
    if (answer.ok) setSaved({ ...answer.value, breaks })
    else setError(refusalWords(answer.error))
    await refresh()
  }

  return { saving, saved, error, save, cancel: () => void host.call('job:cancel', { jobId: job.current }) }
}

/** Tells of characters that stand as their numbers. */
export function replacedWords(replaced: readonly string[]): string {
  const few = replaced.slice(0, 12).join(' ')
  return `The PDF has no letter for ${few}${replaced.length > 12 ? ' and others' : ''}: they stand there as their numbers. All other files have them.`
}

/** Why nothing was saved, and what to do. */
export function refusalWords({ kind, message }: HostError): string {
  const safe = 'No file was left there; the review is safe here.'
  if (kind === 'cancelled') return 'Cancelled. No file was left there.'
  if (kind === 'disk-full') return `The drive is full. ${safe} Make room or choose another folder.`
  if (kind === 'unwritable') return `The folder cannot be written to. ${safe} Choose another folder.`
  if (kind === 'not-found') return `The folder is gone or its drive does not answer. ${safe} Choose another folder.`
  if (kind === 'unreachable')
    return 'The program behind this page does not answer. Try again in a moment; the review is safe here.'
  return `It was not saved: ${message}. ${safe}`
}
