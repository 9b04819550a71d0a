import { useState } from 'react'
import type { Bundle } from '../../../shared/archive/bundle-files'
import { useHost } from '../../storage/use-host'
import { useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import styles from './archive.module.css'
import { copyMinutes } from './copy-minutes'
import { partsOf } from './use-bundle'
import { SavedNote, type SavedNoteProps } from './saved-note'
import { refusalWords, replacedWords } from './use-save-bundle'

export interface MinutesOnlyProps {
  readonly folder: string | null
  readonly bundle: Bundle | null
}

/** RND7: the minutes without the bundle: as a file, or on the clipboard for a mail or a document. */
export function MinutesOnly({ folder, bundle }: MinutesOnlyProps) {
  const session = useSession()
  const host = useHost()
  const [isBusy, setBusy] = useState(false)
  const [done, setDone] = useState('')
  const [saved, setSaved] = useState<SavedNoteProps | null>(null)
  const [error, setError] = useState('')

  async function attempt(
    act: () => Promise<{ readonly done?: string; readonly error?: string; readonly saved?: SavedNoteProps }>,
  ) {
    setBusy(true)
    setDone('')
    setError('')
    setSaved(null)
    const outcome = await act()
    setDone(outcome.done ?? '')
    setError(outcome.error ?? '')
    setSaved(outcome.saved ?? null)
    setBusy(false)
  }

  const copy = () =>
    attempt(async () => {
      const isCopied = bundle !== null && (await copyMinutes(bundle))
      return isCopied
        ? { done: 'Copied: formatted where a program takes that, else as Markdown.' }
        : { error: 'The clipboard cannot be written to here. Save the minutes instead.' }
    })

  const save = (into: string) =>
    attempt(async () => {
      const parts = partsOf(session).filter(({ docId }) => docId !== 'desk')
      const request = { jobId: crypto.randomUUID(), reviewId: session.reviewId, folder: into, parts: [...parts] }
      const answer = await host.call('archive:minutes', { ...request, log: await session.log() })
      if (!answer.ok) return { error: refusalWords(answer.error) }
      const { delivery, isDirect, replaced } = answer.value
      return { saved: { delivery, isDirect, told: replaced.length > 0 ? replacedWords(replaced) : '' } }
    })

  return (
    <section className={styles['section']} aria-labelledby="minutes-only">
      <h2 id="minutes-only">Only the minutes</h2>
      <div className={styles['acts']}>
        <Button isDisabled={bundle === null || isBusy} onPress={() => void copy()}>
          Copy minutes
        </Button>
        <Button
          isDisabled={folder === null || isBusy}
          onPress={() => {
            if (folder !== null) void save(folder)
          }}
        >
          Save minutes only
        </Button>
      </div>
      {error && <Refused>{error}</Refused>}
      {saved && <SavedNote {...saved} />}
      {done && (
        <p className={styles['done']} role="status">
          <Icon name="check" />
          <span>{done}</span>
        </p>
      )}
    </section>
  )
}
