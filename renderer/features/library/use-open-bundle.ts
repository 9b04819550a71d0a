import { useRef, useState } from 'react'
import type { HostError } from '../../../shared/host-contract'
import { importReview } from '../../storage/review-storage'
import type { GivenBundle } from '../../storage/shell-requests'
import { useHost } from '../../storage/use-host'
import { useStorage } from '../../storage/use-storage'

export interface Opening {
  readonly name: string
  readonly step: string
  readonly done: number
  readonly total: number
}

export interface OpenBundle {
  /** The bundle being opened; null when none is. */
  readonly opening: Opening | null
  /** Why the last one was refused, in words; '' when it was not. */
  readonly error: string
  readonly open: (file: File) => Promise<void>
  /** Opens one that the host has staged already. */
  readonly openStaged: (bundle: GivenBundle) => Promise<void>
  readonly cancel: () => void
  readonly forget: () => void
}

type Show = (step: string, done: number, total: number) => void

/** Opens an archive bundle: sent to the host, verified there file by file, then kept as a review. */
export function useOpenBundle(onOpened: (reviewId: string) => void): OpenBundle {
  const host = useHost()
  const { storage } = useStorage()
  const [opening, setOpening] = useState<Opening | null>(null)
  const [error, setError] = useState('')
  const stop = useRef<() => void>(() => undefined)

  async function open(file: File): Promise<void> {
    const abort = new AbortController()
    stop.current = () => abort.abort()
    await shown(file.name, file.size, async (show) => {
      const staged = await host.stageBundle(file, {
        signal: abort.signal,
        onProgress: (sent, total) => show('Reading', sent, total),
      })
      if (!staged.ok) return abort.signal.aborted ? null : refusalWords(staged.error)
      return take(staged.value.stagingId, show)
    })
  }

  async function shown(name: string, bytes: number, run: (show: Show) => Promise<string | null>): Promise<void> {
    setError('')
    const show: Show = (step, done, total) => setOpening({ name, step, done, total })
    show('Reading', 0, bytes)
    const refused = await run(show)
    setOpening(null)
    if (refused !== null) setError(`${name} was not opened. ${refused}`)
  }

  async function take(stagingId: string, show: Show): Promise<string | null> {
    const jobId = storage.newId()
    stop.current = () => void host.call('job:cancel', { jobId })
    const silence = host.onEvent((event) => {
      if (event.type === 'job:progress' && event.jobId === jobId) show(event.step, event.done, event.total)
    })
    const answer = await host.call('archive:open', { jobId, stagingId })
    silence()
    if (!answer.ok) return answer.error.kind === 'cancelled' ? null : refusalWords(answer.error)
    const kept = await importReview(storage, answer.value)
    if (!kept.ok) return kept.error.message
    onOpened(kept.value)
    return null
  }

  const openStaged = ({ name, stagingId }: GivenBundle) => shown(name, 0, (show) => take(stagingId, show))
  return { opening, error, open, openStaged, cancel: () => stop.current(), forget: () => setError('') }
}

function refusalWords({ kind, message, details = [] }: HostError): string {
  const files = details.length > 0 ? `: ${details.slice(0, 3).join(', ')}` : ''
  if (kind === 'altered') return `It was changed after it was saved${files}. Nothing was taken from it.`
  if (kind === 'malformed')
    return `It is not a bundle of Review Room or is damaged (${message}${files}). Nothing was taken from it.`
  if (kind === 'no-review')
    return 'It is a whole BagIt bag, but no review: another program made it. Nothing was taken from it; its files can be read with any program for zip.'
  if (kind === 'newer') return 'A newer version of Review Room saved it. Nothing was changed here.'
  if (kind === 'disk-full') return 'The disk is full. Nothing was changed; make room and open it again.'
  if (kind === 'unreachable') return 'The program behind this page does not answer. Nothing was changed; try again in a moment.'
  return `${message} Nothing was changed.`
}
