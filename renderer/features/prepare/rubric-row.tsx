import { type KeyboardEvent, useRef } from 'react'
import { type Criterion, type Level, levelsOf, rangeOf } from '../../../shared/rubric/criterion'
import { numberWords } from '../../../shared/record/words'
import { useTry } from '../../storage/use-act'
import { Button, IconButton } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { Menu } from '../../ui/menu'
import { NumberField } from '../../ui/number-field'
import styles from './rubric.module.css'
import { removeRow } from './stay'

interface RubricRowProps {
  readonly criterion: Criterion
  readonly number: number
  /** Of all weights. */
  readonly share: number
  /** Before which it goes; undefined: it cannot go further. */
  readonly beforeId: Readonly<Record<'up' | 'down', string | null | undefined>>
  readonly mayEdit: boolean
  readonly mayMove: boolean
}

/** One criterion, edited in place: name, weight, what passes, and its levels. */
export function RubricRow({ criterion, number, share, beforeId, mayEdit, mayMove }: RubricRowProps) {
  const { error, attempt } = useTry()
  const row = useRef<HTMLLIElement>(null)
  const { id: criterionId, name, weight, counts, levels, passPoints } = criterion
  const { least, most } = rangeOf(criterion)
  const isSum = counts === 'sum'
  const edit = (patch: Partial<Criterion>) => attempt('editCriterion', { criterionId, ...patch })
  const put = (at: number, patch: Partial<Level>) =>
    edit({ levels: levels.map((level, place) => (place === at ? { ...level, ...patch } : level)) })
  const move = (to: 'up' | 'down'): void => {
    const before = beforeId[to]
    if (before !== undefined) attempt('moveCriterion', { criterionId, beforeId: before })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (!to || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !mayMove) return
    event.preventDefault()
    event.stopPropagation()
    move(to)
    const field = event.target
    requestAnimationFrame(() => field instanceof HTMLElement && field.focus())
  }
  const addLevel = () =>
    void edit({ levels: [...levels, { points: Math.min(1000, isSum ? 1 : Math.floor(most) + 1), anchor: '' }] })
  return (
    <li ref={row} className={styles['row']} data-jump={`rubric-${criterionId}`}>
      <span className={styles['number']} data-figures="">
        {number}
      </span>
      <div className={styles['name']} onKeyDownCapture={onKeyDown}>
        <EditableText
          label={`Name of criterion ${number}`}
          value={name}
          lines={2}
          maxLength={500}
          isReadOnly={!mayEdit}
          onCommit={(words) => edit({ name: words })}
        />
      </div>
      <div className={styles['figure']}>
        <NumberField
          label={share === weight / 100 ? 'Weight, %' : `Weight (${Math.round(share * 100)} %)`}
          value={weight}
          max={100}
          isDisabled={!mayEdit}
          onCommit={(value) => void edit({ weight: value })}
        />
      </div>
      <div className={styles['figure']}>
        <NumberField
          label={`Pass mark (${numberWords(least)} to ${numberWords(most)})`}
          placeholder="None"
          value={passPoints ?? Number.NaN}
          min={least}
          max={most}
          isDisabled={!mayEdit}
          onCommit={(value) => void edit({ passPoints: value })}
          onClear={() => void edit({ passPoints: null })}
        />
      </div>
      {mayMove ? (
        <Menu
          label={`More about: ${name}`}
          trigger={<IconButton icon="more" label={`More about: ${name}`} size="small" />}
          entries={[
            { key: 'up', label: 'Move up', icon: 'up', isDisabled: beforeId.up === undefined, onChoose: () => move('up') },
            {
              key: 'down',
              label: 'Move down',
              icon: 'down',
              isDisabled: beforeId.down === undefined,
              onChoose: () => move('down'),
            },
            null,
            {
              key: 'one',
              label: 'One level holds',
              isChosen: !isSum,
              isDisabled: !mayEdit,
              onChoose: () => void edit({ counts: 'one' }),
            },
            {
              key: 'sum',
              label: 'Points add up',
              isChosen: isSum,
              isDisabled: !mayEdit || levels.length === 0,
              onChoose: () => void edit({ counts: 'sum' }),
            },
            null,
            {
              key: 'remove',
              label: 'Remove',
              icon: 'remove',
              isDanger: true,
              isDisabled: !mayEdit,
              onChoose: () => removeRow(row.current, () => void attempt('removeCriterion', { criterionId })),
            },
          ]}
        />
      ) : (
        <span />
      )}
      <div className={styles['levels']}>
        {levels.length === 0 ? (
          <p className={styles['usual']}>Scored from 1 to 5.</p>
        ) : (
          <>
            {isSum && <p className={styles['usual']}>Each part that holds gives its points.</p>}
            <ul aria-label={`${isSum ? 'Parts' : 'Levels'} of: ${name}`}>
              {levels.map(({ points, anchor }, at) => (
                <li key={at}>
                  {mayEdit ? (
                    <NumberField
                      label={`Points, ${at + 1} of: ${name}`}
                      isLabelHidden
                      isBare
                      isStepless
                      value={points}
                      max={1000}
                      onCommit={(value) => void put(at, { points: value })}
                    />
                  ) : (
                    <span className={styles['points']} data-figures="">
                      {numberWords(points)}
                    </span>
                  )}
                  <EditableText
                    label={`What ${points} points mean: ${name}`}
                    placeholder={mayEdit ? 'What it means' : ''}
                    lines={2}
                    value={anchor}
                    isReadOnly={!mayEdit}
                    onCommit={(words) => put(at, { anchor: words })}
                  />
                  {mayEdit && (
                    <IconButton
                      icon="remove"
                      size="small"
                      label={`Remove ${points} points: ${name}`}
                      onPress={() => void edit({ levels: levels.filter((_, place) => place !== at) })}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {mayEdit && (
          <Button
            size="small"
            look="quiet"
            icon="add"
            onPress={() =>
              levels.length === 0 ? void edit({ levels: levelsOf(criterion).map((level) => ({ ...level })) }) : addLevel()
            }
          >
            {levels.length === 0 ? 'Describe the levels' : isSum ? 'Add a part' : 'Add a level'}
          </Button>
        )}
        {error && <Refused>{error}</Refused>}
      </div>
    </li>
  )
}
