import { Button } from 'react-aria-components'
import type { OutlineRow } from '../../../shared/agenda/outline'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { usePeek } from '../../ui/cover'
import { DraftField } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-paths'
import { useOpenMaterial } from '../../ui/open-material'
import styles from './agenda.module.css'

/** What of an item is written below it, once it is asked for. */
export type OpenedDetail = 'note' | 'hint'

interface AgendaRowDetailsProps {
  readonly row: OutlineRow
  readonly mayEdit: boolean
  readonly opened: OpenedDetail | null
  readonly onOpen: (detail: OpenedDetail | null) => void
}

/** Below an item: whether it stays off the wall, what is attached, how to hold it, and the facilitator's private note. Nothing where there is none. */
export function AgendaRowDetails({ row, mayEdit, opened, onOpen }: AgendaRowDetailsProps) {
  const { item, level, number, isInternal } = row
  const act = useAct()
  const openMaterial = useOpenMaterial()
  const { isCovered, isBack, within } = usePeek(() => onOpen(null))
  const materials = useReview(({ record }) => record.materials)
  const note = useReview(({ desk }) => desk.notes[item.id]?.text ?? '')
  const attached = item.materialIds.flatMap((id) => materials[id] ?? [])
  if (!isInternal && attached.length === 0 && note === '' && item.playbook === '' && opened === null) return null
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
        <Detail key={id} icon="file" words={name} title={name} onPress={() => openMaterial(id, among)} />
      ))}
      {item.playbook !== '' && opened !== 'hint' && (
        <Detail icon="info" words={item.playbook} title={`How to hold item ${number}`} onPress={() => onOpen('hint')} />
      )}
      {opened === 'hint' && (
        <div className={styles['note']}>
          <DraftField
            label={`How to hold item ${number}`}
            hint="Shown in the cockpit while the item is in hand, never on the wall."
            lines={2}
            autoFocus
            maxLength={500}
            value={item.playbook}
            isReadOnly={!mayEdit}
            onCommit={(playbook) => act('editItem', { itemId: item.id, playbook })}
          />
          <IconButton icon="check" label="Close the hint" size="small" onPress={() => onOpen(null)} />
        </div>
      )}
      {note !== '' && opened !== 'note' && (
        <Detail
          icon="lock"
          words={isCovered ? 'covered' : note} // DSC1
          title={`Private note of item ${number}`}
          hasFocus={isBack}
          onPress={() => onOpen('note')}
        />
      )}
      {opened === 'note' && (
        <div className={styles['note']} {...(isCovered ? within : {})}>
          <DraftField
            label={`Private note of item ${number}`}
            hint="Only on this computer: not on the wall, not in bundles."
            lines={2}
            autoFocus
            value={note}
            isReadOnly={!mayEdit}
            onCommit={(text) => act('writeNote', { itemId: item.id, text })}
          />
          <IconButton icon="check" label="Close the note" size="small" onPress={() => onOpen(null)} />
        </div>
      )}
    </div>
  )
}

interface DetailProps {
  readonly icon: IconName
  readonly words: string
  readonly title: string
  /** The keyboard comes back to it. */
  readonly hasFocus?: boolean
  readonly onPress: () => void
}

function Detail({ icon, words, title, hasFocus = false, onPress }: DetailProps) {
  return (
    <Button
      className={styles['detail'] ?? ''}
      aria-label={icon === 'file' ? title : `${title}: ${words}`}
      autoFocus={hasFocus}
      onPress={onPress}
    >
      <Icon name={icon} />
      <span dir="auto">{words}</span>
    </Button>
  )
}
