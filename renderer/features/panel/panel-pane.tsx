import { isRevealed, panelistsOf } from '../../../shared/rubric/panel'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { BallotsIn } from './ballots-in'
import styles from './panel.module.css'
import { Revealed } from './revealed'

interface PanelPaneProps {
  /** Goes to where the rubric is made, and to the people. */
  readonly onRubric: () => void
  readonly onPeople: () => void
}

/** The panel beside the minutes: how many ballots are in, then what they said. */
export function PanelPane({ onRubric, onPeople }: PanelPaneProps) {
  const hasRubric = useReview(({ record }) => Object.keys(record.criteria).length > 0)
  const hasPanelists = useReview(({ record }) => panelistsOf(record.people).length > 0)
  const isOpen = useReview(({ record }) => isRevealed(record))
  if (isOpen) return <Revealed />
  if (!hasRubric)
    return (
      <div className={styles['nothing']}>
        <EmptyState title="No rubric yet" action={<Button onPress={onRubric}>Make the rubric</Button>}>
          A panel scores by a rubric: criteria with weights, and what each number of points means.
        </EmptyState>
      </div>
    )
  return (
    <div className={styles['pane']}>
      {hasPanelists ? (
        <BallotsIn />
      ) : (
        <div className={styles['nothing']}>
          <EmptyState title="Nobody scores yet" action={<Button onPress={onPeople}>Give people roles</Button>}>
            Reviewers and decision makers score, each alone, until all scores are revealed together.
          </EmptyState>
        </div>
      )}
    </div>
  )
}
