import { type FeedbackItem, forces, hasForce, labelsOf, severities } from '../../../shared/feedback/item'
import { labelWord } from '../../../shared/record/words'
import { useAct } from '../../storage/use-act'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { DraftField } from '../../ui/draft-field'
import { Select } from '../../ui/select'
import styles from './life-form.module.css'

interface DetailsProps {
  readonly item: FeedbackItem
  readonly onClose: () => void
}

const NONE = 'none'
const optionsOf = <Key extends string>(keys: readonly Key[]) => [
  { key: NONE, label: 'not said' } as const,
  ...keys.map((key) => ({ key, label: key })),
]

/** FB3: everything that can follow the words of an item: its label, where it is, what should change, how heavy it is. Each is stored when it is left. */
export function FeedbackDetails({ item, onClose }: DetailsProps) {
  const act = useAct()
  const edit = (patch: Partial<FeedbackItem>) => act('editFeedback', { feedbackId: item.id, ...patch })
  return (
    <Dialog
      title="Details"
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles['form']}>
        <p className={styles['item']} dir="auto">
          <b>{labelWord(item.label)}</b> {item.text}
        </p>
        <Select
          label="Label"
          options={labelsOf(item.side).map((key) => ({ key, label: labelWord(key) }))}
          value={item.label}
          onChange={(label) => void edit({ label })}
        />
        <DraftField
          label="Where it is"
          placeholder="Material and page, or section"
          value={item.location}
          onCommit={(location) => edit({ location })}
          maxLength={500}
          autoFocus
        />
        <DraftField
          label="What should change, from and to"
          value={item.requestedChange}
          onCommit={(requestedChange) => edit({ requestedChange })}
          lines={2}
          maxLength={20_000}
        />
        {hasForce(item.label) && (
          <div className={styles['pair']}>
            <Select
              label="Force"
              options={optionsOf(forces)}
              value={item.force ?? NONE}
              onChange={(force) => void edit({ force: force === NONE ? null : force })}
            />
            <Select
              label="Severity"
              options={optionsOf(severities)}
              value={item.severity ?? NONE}
              onChange={(severity) => void edit({ severity: severity === NONE ? null : severity })}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
