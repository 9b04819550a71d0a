import { useRef, useState } from 'react'
import type { HostError } from '../../../shared/host-contract'
import { importReview } from '../../storage/review-storage'
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
  readonly cancel: () => void
  readonly forget: () => void
}

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
    setError('')
    const show = (step: string, done: number, total: number) => setOpening({ name: file.name, step, done, total })
    show('Reading', 0, file.size)
    const refused = await run(file, abort.signal, show)
    setOpening(null)
    if (refused !== null && !abort.signal.aborted) setError(`${file.name} was not opened. ${refused}`)
  }

  async function run(file: File, signal: AbortSignal, show: (step: string, done: number, total: number) => void) {
    const staged = await host.stageBundle(file, { signal, onProgress: (sent, total) => show('Reading', sent, total) })
    if (!staged.ok) return refusalWords(staged.error)
    const jobId = storage.newId()
    stop.current = () => void host.call('job:cancel', { jobId })
    const silence = host.onEvent((event) => {
      if (event.type === 'job:progress' && event.jobId === jobId) show(event.step, event.done, event.total)
    })
    const answer = await host.call('archive:open', { jobId, stagingId: staged.value.stagingId })
    silence()
    if (!answer.ok) return answer.error.kind === 'cancelled' ? null : refusalWords(answer.error)
    const kept = await importReview(storage, answer.value)
    if (!kept.ok) return kept.error.message
    onOpened(kept.value)
    return null
  }

  return { opening, error, open, cancel: () => stop.current(), forget: () => setError('') }
}

function refusalWords({ kind, message, details = [] }: HostError): string {
  const files = details.length > 0 ? `: ${details.slice(0, 3).join(', ')}` : ''
  if (kind === 'altered') return `It was changed after it was saved${files}. Nothing was taken from it.`
  if (kind === 'malformed') return `It is not a bundle of Review Room or is damaged${files}. Nothing was taken from it.`
  if (kind === 'newer') return 'A newer version of Review Room saved it. Nothing was changed here.'
  if (kind === 'disk-full') return 'The disk is full. Nothing was changed; make room and open it again.'
  if (kind === 'unreachable') return 'The program behind this page does not answer. Nothing was changed; try again in a moment.'
  return `${message} Nothing was changed.`
}
