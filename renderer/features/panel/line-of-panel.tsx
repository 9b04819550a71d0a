import { confidenceWords, nameOf, numberWords, spreadWords } from '../../../shared/record/words'
import type { RecordState } from '../../../shared/record/state'
import { levelsOf } from '../../../shared/rubric/criterion'
import type { PanelLine, ScoreLine } from '../../../shared/rubric/results'
import { ticksOf } from '../../../shared/rubric/scale'
import { useAct } from '../../storage/use-act'
import { Button } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { StatusText } from '../../ui/status'
import { Disclosure } from './disclosure'
import { Dots } from './dots'
import styles from './panel.module.css'

interface LineOfPanelProps {
  readonly line: PanelLine
  readonly people: RecordState['people']
  readonly mayEdit: boolean
  readonly hasFinding: boolean
  readonly hasCondition: boolean
  /** Which keys make one of this line, while no other has the keyboard. */
  readonly isNext: Readonly<Record<'finding' | 'condition', boolean>>
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onMake: (kind: 'finding' | 'condition') => void
}

/**
 * One criterion after the reveal: its name, the scores as dots and what they come to. PAN24: what the panel makes of it, and who gave which score,
 * open under its name; of the next failed one what can be made of it is at hand.
 */
export function LineOfPanel(props: LineOfPanelProps) {
  const { line, isNext, isOpen, onOpen } = props
  const { criterion, median, low, high, consensus, careful, isFarApart, hasFailed, scores } = line
  const recused = scores.filter(({ points }) => points === null).length
  const odd = scores.filter(({ isOutlier }) => isOutlier).length
  const spread = spreadWords(low, high)
  // Said in words where it has no room under the picture.
  const top = ticksOf(line).some(({ points }) => points === line.most) ? '' : ` of ${numberWords(line.most)}`
  return (
    <li className={styles['line']} data-line={criterion.id} data-jump={`panel-${criterion.id}`}>
      <div className={styles['sum']}>
        <h3>
          <Disclosure isOpen={isOpen} onPress={() => onOpen(!isOpen)}>
            {criterion.name}
          </Disclosure>
        </h3>
        <p className={styles['middle']} data-figures="">
          {median === null ? 'Not scored' : `Median ${numberWords(median)}${top}, ${spread}`}
          {consensus !== null && <b>Consensus {numberWords(consensus)}</b>}
        </p>
        <div className={styles['picture']}>
          <Dots line={line} />
        </div>
      </div>
      <p className={styles['told']} data-figures="">
        {hasFailed && (
          <StatusText tone="danger" icon="warning">
            failed: {consensus === null ? 'lowest' : 'consensus'} {numberWords(careful ?? 0)},{' '}
            {numberWords(criterion.passPoints ?? 0)} to pass
          </StatusText>
        )}
        {odd > 0 && <StatusText tone="warn">◆ {odd === 1 ? 'outlier' : `${odd} outliers`}</StatusText>}
        {isFarApart && <StatusText tone="warn">far apart</StatusText>}
        {recused > 0 && <span>{recused} recused</span>}
      </p>
      <LineActs {...props} isShown={isOpen || isNext.finding || isNext.condition} />
      {isOpen && <Details {...props} />}
    </li>
  )
}

/** PAN11: what can be made of a criterion, and what was made of it, which is told whether it is open or not. */
function LineActs(props: LineOfPanelProps & { readonly isShown: boolean }) {
  const { line, mayEdit, hasFinding, hasCondition, isNext, isShown, onMake } = props
  const { name } = line.criterion
  const mayMake = mayEdit && isShown
  return (
    <div className={styles['lineActs']}>
      {hasFinding && (
        <StatusText tone="ok" icon="check">
          Finding raised
        </StatusText>
      )}
      {!hasFinding && mayMake && (
        <Button size="small" look="quiet" icon="flag" aria-label={`Finding of: ${name}`} onPress={() => onMake('finding')}>
          Finding {isNext.finding && <kbd>Z I</kbd>}
        </Button>
      )}
      {hasCondition && (
        <StatusText tone="ok" icon="check">
          Condition
        </StatusText>
      )}
      {!hasCondition && mayMake && (
        <Button
          size="small"
          look="quiet"
          icon="decision"
          aria-label={`Condition of: ${name}`}
          onPress={() => onMake('condition')}
        >
          Condition {isNext.condition && <kbd>Z O</kbd>}
        </Button>
      )}
    </div>
  )
}

/** The consensus, and the table that says what the picture shows. */
function Details({ line, people, mayEdit }: LineOfPanelProps) {
  const { criterion, scores, assessment } = line
  const act = useAct()
  return (
    <div className={styles['details']}>
      <div className={styles['consensus']}>
        <Consensus line={line} mayEdit={mayEdit} />
        <EditableText
          label={`Note on the consensus: ${criterion.name}`}
          placeholder={mayEdit ? 'Note' : ''}
          lines={2}
          value={assessment?.note ?? ''}
          isReadOnly={!mayEdit}
          onCommit={(note) => act('setConsensus', { criterionId: criterion.id, note })}
        />
      </div>
      <table className={styles['table']} data-figures="" aria-label={`Scores of: ${criterion.name}`}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Points</th>
            <th scope="col">Confidence</th>
          </tr>
        </thead>
        <tbody>
          {scores.map((given) => (
            <ScoreRows key={given.score.id} given={given} line={line} people={people} />
          ))}
        </tbody>
      </table>
      <p className={styles['quiet']} data-figures="">
        Weight {numberWords(criterion.weight)}
      </p>
    </div>
  )
}

function ScoreRows({
  given,
  line,
  people,
}: {
  readonly given: ScoreLine
  readonly line: PanelLine
  readonly people: RecordState['people']
}) {
  const { score, points, isOutlier } = given
  const parts = line.criterion.counts === 'sum' ? score.levelsAt.map((at) => levelsOf(line.criterion)[at]?.anchor ?? '') : []
  const words = score.recusal || score.comment
  return (
    <>
      <tr>
        <th scope="row">
          <bdi>{nameOf(score.panelistId, people)}</bdi>
        </th>
        <td>
          {points === null ? 'recused' : numberWords(points)}
          {isOutlier && ' ◆ outlier'}
        </td>
        <td>{score.confidence === null ? '' : confidenceWords[score.confidence]}</td>
      </tr>
      {(words !== '' || parts.length > 0) && (
        <tr className={styles['words']}>
          <td colSpan={3} dir="auto">
            {parts.length > 0 && `${parts.join(' · ')}. `}
            {words}
          </td>
        </tr>
      )}
    </>
  )
}

const NONE = ''

/** PAN9: one of the levels, or, where parts add up, a number. */
function Consensus({ line, mayEdit }: { readonly line: PanelLine; readonly mayEdit: boolean }) {
  const { criterion, consensus, median, careful, least, most } = line
  const act = useAct()
  const set = (points: number | null) => void act('setConsensus', { criterionId: criterion.id, points })
  const label = `Consensus on: ${criterion.name}`
  if (criterion.counts === 'sum' && criterion.levels.length > 0)
    return (
      <NumberField
        label={label}
        isLabelHidden
        placeholder="Consensus"
        value={consensus ?? Number.NaN}
        min={least}
        max={most}
        isDisabled={!mayEdit}
        onCommit={set}
        onClear={() => set(null)}
      />
    )
  const all = levelsOf(criterion).map(({ points }) => points)
  const offered = [...new Set([...all, ...[median, careful, consensus].filter((points) => points !== null)])].sort(
    (left, right) => left - right,
  )
  return (
    <Select
      label={label}
      isLabelHidden
      options={[
        { key: NONE, label: 'No consensus yet' },
        ...offered.map((points) => ({ key: String(points), label: `Consensus ${numberWords(points)}` })),
      ]}
      value={consensus === null ? NONE : String(consensus)}
      onChange={(key) => set(key === NONE ? null : Number(key))}
      isDisabled={!mayEdit}
    />
  )
}
