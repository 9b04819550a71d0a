import { useEffect, useRef, useState } from 'react'
import { inOrder } from '../../../shared/review/fields'
import { nameOf } from '../../../shared/record/words'
import { type Criterion, pointsAt } from '../../../shared/rubric/criterion'
import { markSchema } from '../../../shared/rubric/score'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { Refused } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import { BallotCriterion } from './ballot-criterion'
import styles from './ballot.module.css'
import type { DraftMark } from './draft-mark'
import { useEscape } from './use-escape'

interface BallotFormProps {
  readonly personId: string
  readonly onSealed: () => void
  readonly onLeave: () => void
}

const isAnswered = (criterion: Criterion, mark: DraftMark): boolean =>
  mark.isRecused ? mark.recusal.trim() !== '' : pointsAt(criterion, mark.levelsAt) !== null && mark.confidence !== null

const isScored = (criterion: Criterion, mark: DraftMark): boolean =>
  !mark.isRecused && pointsAt(criterion, mark.levelsAt) !== null && (mark.levelsAt.length > 0 || mark.confidence !== null)

const isTouched = (mark: DraftMark): boolean =>
  mark.isRecused || mark.levelsAt.length > 0 || mark.confidence !== null || mark.comment !== ''

/** PAN17: `3 of 5 scored, 1 recused, 1 without confidence`. */
function countWords(criteria: readonly Criterion[], markOf: (criterionId: string) => DraftMark): string {
  const count = (is: (criterion: Criterion, mark: DraftMark) => boolean) =>
    criteria.filter((criterion) => is(criterion, markOf(criterion.id))).length
  const recused = count((criterion, mark) => mark.isRecused && isAnswered(criterion, mark))
  const unsure = count((criterion, mark) => isScored(criterion, mark) && mark.confidence === null)
  return [
    `${count(isScored)} of ${criteria.length} scored`,
    ...(recused === 0 ? [] : [`${recused} recused`]),
    ...(unsure === 0 ? [] : [`${unsure} without confidence`]),
  ].join(', ')
}

/** PAN4: one person's answer to each criterion. It begins empty, whatever was sealed before. */
export function BallotForm({ personId, onSealed, onLeave }: BallotFormProps) {
  const session = useSession()
  const criteria = inOrder(useReview(({ record }) => record.criteria))
  const name = useReview(({ record }) => nameOf(personId, record.people))
  const [marks, setMarks] = useState<Readonly<Record<string, DraftMark>>>({})
  const [recusesAll, setRecusesAll] = useState(false)
  const [reason, setReason] = useState('')
  const [isLeaving, setLeaving] = useState(false)
  const [error, setError] = useState('')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('h1')?.focus(), [])

  const markOf = (criterionId: string): DraftMark =>
    marks[criterionId] ?? { ...markSchema.parse({ criterionId }), isRecused: false }
  const change = (criterionId: string, patch: Partial<DraftMark>): void => {
    setError('')
    setMarks((all) => ({ ...all, [criterionId]: { ...markOf(criterionId), ...all[criterionId], ...patch } }))
  }
  const missing = criteria.find((criterion) => !isAnswered(criterion, markOf(criterion.id)))
  const isDirty = reason !== '' || Object.values(marks).some(isTouched)
  const leave = (): void => (isDirty ? setLeaving(true) : onLeave())
  useEscape(() => (recusesAll ? setRecusesAll(false) : leave()))

  const seal = (): void => {
    const given = criteria.map(({ id }) => {
      const { isRecused, ...mark } = markOf(id)
      return isRecused ? { ...mark, levelsAt: [], confidence: null } : { ...mark, recusal: '' }
    })
    const result = session.actFor(personId, 'submitBallot', recusesAll ? { marks: [], recusal: reason } : { marks: given })
    if (result.ok) return onSealed()
    setError(result.error.message)
    if (!recusesAll && missing) focusCriterion(box.current, missing.id)
  }

  return (
    <section className={styles['form']} ref={box} aria-labelledby="ballot">
      <header className={styles['head']}>
        <h1 id="ballot" tabIndex={-1} dir="auto">
          {name}
        </h1>
        <Button look="quiet" onPress={leave}>
          Not {name}? Leave
        </Button>
        {!recusesAll && (
          <Button look="quiet" onPress={() => setRecusesAll(true)}>
            Recuse from all…
          </Button>
        )}
      </header>
      {recusesAll ? (
        <div className={styles['back']}>
          <p className={styles['words']}>You give no scores at all. The reason is revealed with the scores of the others.</p>
          <TextField
            label="Why you are recused"
            hint="For instance: I supervised this project."
            value={reason}
            onChange={setReason}
            onEnter={seal}
            maxLength={2000}
            autoFocus
          />
        </div>
      ) : (
        <ol className={styles['criteria']}>
          {criteria.map((criterion, at) => (
            <BallotCriterion
              key={criterion.id}
              number={at + 1}
              criterion={criterion}
              mark={markOf(criterion.id)}
              onChange={(patch) => change(criterion.id, patch)}
            />
          ))}
        </ol>
      )}
      <footer className={styles['foot']}>
        {error ? (
          <Refused>{error}</Refused>
        ) : (
          <span className={styles['count']} data-figures="">
            {/* PAN17 */}
            {recusesAll ? '' : countWords(criteria, markOf)}
          </span>
        )}
        {recusesAll && <Button onPress={() => setRecusesAll(false)}>Score after all</Button>}
        <Button
          size="large"
          look={recusesAll || missing === undefined ? 'primary' : 'plain'}
          icon="lock"
          isDisabled={recusesAll && reason.trim() === ''}
          onPress={seal}
        >
          {recusesAll ? 'Recuse and seal' : 'Submit and seal'}
        </Button>
      </footer>
      <Confirm
        title="Leave without sealing?"
        verb="Leave"
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        onConfirm={onLeave}
      >
        <p>What was marked here is not kept, so that nobody else sees it. A ballot sealed before stays sealed.</p>
      </Confirm>
    </section>
  )
}

function focusCriterion(box: HTMLElement | null, criterionId: string): void {
  const place = box?.querySelector(`[data-criterion="${CSS.escape(criterionId)}"]`)
  place?.querySelector<HTMLElement>('input:not(:checked), textarea')?.focus()
  place?.scrollIntoView({ block: 'nearest' })
}
