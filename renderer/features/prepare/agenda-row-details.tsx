import { Button } from 'react-aria-components'
import type { OutlineRow } from '../../../shared/agenda/outline'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-paths'
import styles from './agenda.module.css'
import type { OpenMaterial } from './materials'

interface AgendaRowDetailsProps {
  readonly row: OutlineRow
  readonly mayEdit: boolean
  readonly isNoteOpen: boolean
  readonly onNoteOpen: (isOpen: boolean) => void
  readonly onOpenMaterial: OpenMaterial
}

/** Below an item: whether it stays off the wall, what is attached, and the facilitator's private note. Nothing where there is none. */
export function AgendaRowDetails({ row, mayEdit, isNoteOpen, onNoteOpen, onOpenMaterial }: AgendaRowDetailsProps) {
  const { item, level, number, isInternal } = row
  const act = useAct()
  const materials = useReview(({ record }) => record.materials)
  const note = useReview(({ desk }) => desk.notes[item.id]?.text ?? '')
  const attached = item.materialIds.flatMap((id) => materials[id] ?? [])
  if (!isInternal && attached.length === 0 && note === '' && !isNoteOpen) return null
  const among = attached.map(({ id }) => id)
  return (
    <div className={styles['details']} data-level={level}>
      {isInternal && (
        <span className={styles['detail']}>
          <Icon name="eye-off" />
          Never on the wall
        </span>
      )}
      {attached.map(({ id, name }) => (
        <Detail key={id} icon="file" words={name} title={name} onPress={() => onOpenMaterial(id, among)} />
      ))}
      {note !== '' && !isNoteOpen && (
        <Detail icon="lock" words={note} title={`Private note of item ${number}`} onPress={() => onNoteOpen(true)} />
      )}
      {isNoteOpen && (
        <div className={styles['note']}>
          <DraftField
            label={`Private note of item ${number}`}
            hint="Only on this computer: not on the wall, not in bundles."
            lines={2}
            autoFocus
            value={note}
            isReadOnly={!mayEdit}
            onCommit={(text) => act('writeNote', { itemId: item.id, text })}
          />
          <IconButton icon="check" label="Close the note" size="small" onPress={() => onNoteOpen(false)} />
        </div>
      )}
    </div>
  )
}

interface DetailProps {
  readonly icon: IconName
  readonly words: string
  readonly title: string
  readonly onPress: () => void
}

function Detail({ icon, words, title, onPress }: DetailProps) {
  return (
    <Button className={styles['detail'] ?? ''} aria-label={icon === 'lock' ? `${title}: ${words}` : title} onPress={onPress}>
      <Icon name={icon} />
      <span dir="auto">{words}</span>
    </Button>
  )
}
