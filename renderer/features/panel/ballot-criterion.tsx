import { useId } from 'react'
import { type Criterion, levelsOf } from '../../../shared/rubric/criterion'
import { confidences } from '../../../shared/rubric/score'
import { confidenceWords } from '../../../shared/record/words'
import { Checkbox } from '../../ui/checkbox'
import { TextField } from '../../ui/text-field'
import styles from './ballot.module.css'
import type { DraftMark } from './draft-mark'

interface BallotCriterionProps {
  readonly number: number
  readonly criterion: Criterion
  readonly mark: DraftMark
  readonly onChange: (patch: Partial<DraftMark>) => void
}

/** One criterion of a ballot: its levels as they are described, how sure one is, and a comment; or why not. */
export function BallotCriterion({ number, criterion, mark, onChange }: BallotCriterionProps) {
  const group = useId()
  const isSum = criterion.counts === 'sum' && criterion.levels.length > 0
  const choose = (at: number, isChosen: boolean) => {
    const others = isSum ? mark.levelsAt.filter((other) => other !== at) : []
    onChange({ levelsAt: isChosen ? [...others, at].sort((left, right) => left - right) : others })
  }
  return (
    <li className={styles['criterion']} data-criterion={criterion.id}>
      <h2 id={`${group}-name`}>
        <span data-figures="">{number}</span> <bdi>{criterion.name}</bdi>
        {isSum && <span className={styles['aside']}>each that holds counts</span>}
      </h2>
      {!mark.isRecused && (
        <>
          <fieldset className={styles['levels']} aria-labelledby={`${group}-name`}>
            {levelsOf(criterion).map(({ points, anchor }, at) => (
              <label key={at} className={styles['level']}>
                <input
                  type={isSum ? 'checkbox' : 'radio'}
                  name={`${group}-level`}
                  checked={mark.levelsAt.includes(at)}
                  onChange={({ target }) => choose(at, target.checked)}
                />
                <b data-figures="">
                  {isSum && '+'}
                  {points}
                </b>{' '}
                <span dir="auto">{anchor}</span>
              </label>
            ))}
          </fieldset>
          <fieldset className={styles['confidence']} aria-label={`Confidence in: ${criterion.name}`}>
            <span aria-hidden="true">Confidence</span>
            {confidences.map((confidence) => (
              <label key={confidence} className={styles['level']}>
                <input
                  type="radio"
                  name={`${group}-confidence`}
                  checked={mark.confidence === confidence}
                  onChange={() => onChange({ confidence })}
                />
                <span>{confidenceWords[confidence]}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      <div className={styles['more']}>
        <TextField
          label={mark.isRecused ? `Why you are recused from: ${criterion.name}` : `Comment on: ${criterion.name}`}
          isLabelHidden
          placeholder={mark.isRecused ? 'Why you are recused from this one' : 'Comment, if you want'}
          lines={2}
          maxLength={5000}
          value={mark.isRecused ? mark.recusal : mark.comment}
          onChange={(words) => onChange(mark.isRecused ? { recusal: words } : { comment: words })}
        />
        <Checkbox isChecked={mark.isRecused} onChange={(isRecused) => onChange({ isRecused })}>
          I recuse myself from this one
        </Checkbox>
      </div>
    </li>
  )
}
