import { useState } from 'react'
import type { Delivery, HostError } from '../../../shared/host-contract'
import { useDevice } from '../../storage/use-device'
import { useHost } from '../../storage/use-host'
import { useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { StatusText } from '../../ui/status'
import { instantWords, sizeWords } from '../../ui/words'
import styles from './archive.module.css'

/** What was saved where, newest first; each can be read back and compared with its manifest. */
export function History({ timeZone }: { readonly timeZone: string }) {
  const { device } = useDevice()
  const { reviewId } = useSession()
  const own = device.deliveries.filter((one) => one.reviewId === reviewId).sort((left, right) => right.savedAt - left.savedAt)
  return (
    <section className={styles['section']} aria-labelledby="history">
      <h2 id="history">Saved before</h2>
      {own.length === 0 ? (
        <p className={styles['hint']}>
          Bundles of this review that were saved from this computer stand here, to be checked at any time.
        </p>
      ) : (
        <ul className={styles['history']}>
          {own.map((delivery) => (
            <SavedRow key={`${delivery.path} ${delivery.savedAt}`} delivery={delivery} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </section>
  )
}

function SavedRow({ delivery, timeZone }: { readonly delivery: Delivery; readonly timeZone: string }) {
  const host = useHost()
  const { refresh } = useDevice()
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState('')
  const { path, savedAt, verifiedAt, bytes } = delivery
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))

  async function verify() {
    setChecking(true)
    const answer = await host.call('archive:verify', { jobId: crypto.randomUUID(), path })
    setProblem(answer.ok ? '' : problemWords(answer.error))
    setChecking(false)
    await refresh()
  }

  return (
    <li>
      <div className={styles['where']}>
        <p className={styles['file']}>{path.slice(cut + 1)}</p>
        <p className={styles['hint']}>
          {instantWords(savedAt, timeZone)}, <span data-figures="">{sizeWords(bytes)}</span>, in <bdi>{path.slice(0, cut)}</bdi>
        </p>
        <p role="status">
          {problem !== '' ? (
            <StatusText tone="danger" icon="warning">
              {problem}
            </StatusText>
          ) : (
            verifiedAt !== null && (
              <StatusText tone="ok" icon="check">
                Whole when read back {instantWords(verifiedAt, timeZone)}
              </StatusText>
            )
          )}
        </p>
      </div>
      <Button size="small" isDisabled={isChecking} onPress={() => void verify()}>
        {isChecking ? 'Reading' : 'Verify'}
      </Button>
    </li>
  )
}

function problemWords({ kind, details = [] }: HostError): string {
  if (kind === 'altered') return `Changed since it was saved: ${details.slice(0, 3).join(', ')}`
  if (kind === 'not-found') return 'Not there: moved, renamed, or its drive is not connected'
  if (kind === 'malformed') return 'Damaged: it is no bundle any more'
  if (kind === 'no-review') return 'Another bag lies there now: it holds no review'
  return 'Could not be read'
}
