import { type ReactNode, useEffect, useRef } from 'react'
import { type ClosingStepName, lacking } from '../../../../shared/decision/closing-steps'
import { minuteWords } from '../../../../shared/review/dates'
import type { WallBlock } from '../../../../shared/wall/wall-schema'
import { readBackBlocks } from '../../../../shared/wall/wall-blocks'
import { useMayEdit, useTry } from '../../../storage/use-act'
import { useReview } from '../../../storage/use-review'
import { useToday } from '../../../storage/use-today'
import { Button } from '../../../ui/button'
import { Refused } from '../../../ui/field'
import { Status } from '../../../ui/status'
import { focusIn } from './focus'
import styles from './walk.module.css'

export interface ReadBackStepProps {
  /** Puts the read-back on the wall. */
  readonly onReadBack: () => void
  /** Which page of it the wall shows; nothing where there is one. */
  readonly wallPages: ReactNode
  readonly onArchive: () => void
  /** Another step has something left: the way there goes first (CLO8). */
  readonly isLeft: boolean
  readonly onStep: (step: ClosingStepName) => void
}

/** CLO7: what was decided and agreed, on the wall and here in the same words; then the meeting ends, and the review is closed. */
export function ReadBackStep({ onReadBack, wallPages, onArchive, isLeft, onStep }: ReadBackStepProps) {
  const record = useReview((snapshot) => snapshot.record)
  const review = record.review['review']
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const today = useToday()
  const place = useRef<HTMLDivElement>(null)
  const status = review?.status
  const closedAt = review?.closedAt ?? null
  const isMeeting = status === 'in-progress'
  const missing = lacking(record.actions)
  const look = isLeft ? 'plain' : 'primary'
  const first = { 'data-end': '', ...(isLeft ? {} : { 'data-first': '' }) }
  const show = useRef(onReadBack)
  useEffect(() => {
    if (isMeeting) show.current() // CLO7
  }, [isMeeting])
  // The button pressed is gone: the keyboard goes to the one in its place.
  useEffect(() => {
    if (place.current && !place.current.closest('[data-walk]')?.contains(document.activeElement))
      focusIn(place.current.querySelector('[data-end]'))
  }, [status])
  return (
    <div ref={place} className={styles['readBack']}>
      <div className={styles['onWall']}>
        <p className={styles['quiet']}>
          {isMeeting
            ? 'This is on the wall. Read it aloud and have it confirmed.'
            : 'What was decided and agreed in the meeting.'}
        </p>
        {isMeeting && wallPages}
      </div>
      <div className={styles['paper']} tabIndex={0} role="group" aria-label="What is read back">
        {readBackBlocks(record, today).map((block, at) => (
          <Line key={at} block={block} />
        ))}
      </div>
      {error !== '' && <Refused>{error}</Refused>}
      <div className={styles['end']}>
        {isMeeting && (
          <>
            <p className={styles['quiet']}>Ending stops the timer and carries what was not discussed. It can be undone.</p>
            <Button
              look={look}
              size="large"
              icon="stop"
              {...first}
              isDisabled={!mayEdit}
              onPress={() => void attempt('endMeeting', {})}
            >
              End the meeting
            </Button>
          </>
        )}
        {status === 'follow-up' &&
          (missing.length > 0 ? (
            <>
              <Status tone="warn" icon="warning">
                {`Action ${missing.map(({ number }) => number).join(', ')} ${missing.length === 1 ? 'lacks' : 'lack'} an owner or a due date`}
              </Status>
              <Button size="large" {...first} onPress={() => onStep('actions')}>
                Owners and dates
              </Button>
            </>
          ) : (
            <>
              <Status tone="ok" icon="check">
                The meeting has ended; nothing stands against closing
              </Status>
              <Button
                look={look}
                size="large"
                icon="lock"
                {...first}
                isDisabled={!mayEdit}
                onPress={() => void attempt('closeReview', {})}
              >
                Close the review
              </Button>
            </>
          ))}
        {status === 'closed' && (
          <>
            <Status icon="lock">
              {closedAt === null ? 'Closed' : `Closed ${minuteWords(closedAt, review?.timeZone ?? 'UTC')}`}
            </Status>
            <Button look="primary" size="large" icon="archive" {...first} onPress={onArchive}>
              Save the archive
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function Line({ block }: { readonly block: WallBlock }) {
  switch (block.kind) {
    case 'badge':
      return (
        <p>
          <Status tone={block.tone}>{block.text}</Status> <span className={styles['quiet']}>{block.note}</span>
        </p>
      )
    case 'lead':
      return (
        <p className={styles['lead']} dir="auto">
          {block.text}
        </p>
      )
    case 'heading':
      return <h4>{block.text}</h4>
    case 'text':
      return (
        <p className={block.isQuiet ? styles['quiet'] : ''} dir="auto">
          {block.text}
        </p>
      )
    case 'row':
      return (
        <p className={styles['agreed']}>
          <b data-figures="">{block.mark}</b>
          <span dir="auto">{block.text}</span>
          <span className={styles['quiet']}>{[block.who, block.when].filter(Boolean).join(' · ')}</span>
        </p>
      )
    // Neither feedback nor scores are read back.
    case 'scores':
    case 'entry':
      return null
  }
}
