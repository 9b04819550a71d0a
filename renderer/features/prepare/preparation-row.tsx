import { preparationOutcomes } from '../../../shared/readiness/preparation'
import { preparationWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import type { Person } from '../../../shared/review/people'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { EditableText } from '../../ui/draft-field'
import { NumberField } from '../../ui/number-field'
import { Panel } from '../../ui/panel'
import { Segments } from '../../ui/segments'
import styles from './preparation-table.module.css'

const MINUTE_MS = 60_000

/** One reviewer's preparation record; the first thing told begins it. */
export function PreparationRow({ person, mayEdit }: { readonly person: Person; readonly mayEdit: boolean }) {
  const act = useAct()
  const materials = useReview(({ record }) => record.materials)
  const {
    materialIds = [],
    spentMs = null,
    outcome = null,
    note = '',
  } = useReview(({ record }) => record.preparations[person.id]) ?? {}
  const all = inOrder(materials)
  const read = all.filter(({ id }) => materialIds.includes(id))
  const personId = person.id
  const setRead = (materialId: string, isRead: boolean) => {
    const others = materialIds.filter((id) => id !== materialId)
    act('recordPreparation', { personId, materialIds: isRead ? [...others, materialId] : others })
  }
  return (
    <tr data-jump={`preparation-${personId}`}>
      <th scope="row" dir="auto">
        {person.name}
      </th>
      <td>
        {all.length === 0 ? (
          <span className={styles['none']}>No materials</span>
        ) : (
          <Panel
            label={`Read by ${person.name}`}
            trigger={
              <Button
                size="small"
                look="quiet"
                icon="file"
                isDisabled={!mayEdit}
                aria-label={`Read by ${person.name}: ${read.length} of ${all.length}`}
              >
                {read.length} of {all.length}
              </Button>
            }
          >
            <ul className={styles['materials']}>
              {all.map(({ id, name }) => (
                <li key={id}>
                  <Checkbox isChecked={materialIds.includes(id)} onChange={(isRead) => setRead(id, isRead)}>
                    <span dir="auto">{name}</span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </td>
      <td className={styles['minutes']}>
        <NumberField
          label={`Minutes of ${person.name}`}
          isLabelHidden
          isBare
          placeholder="min"
          value={spentMs === null ? NaN : Math.round(spentMs / MINUTE_MS)}
          step={5}
          max={6000}
          isDisabled={!mayEdit}
          onCommit={(minutes) => void act('recordPreparation', { personId, spentMs: minutes * MINUTE_MS })}
          onClear={() => void (spentMs !== null && act('recordPreparation', { personId, spentMs: null }))}
        />
      </td>
      <td>
        {mayEdit ? (
          <Segments
            label={`Preparation of ${person.name}`}
            options={preparationOutcomes.map((key) => ({ key, label: preparationWords[key] }))}
            value={outcome}
            onChange={(key) => void act('recordPreparation', { personId, outcome: key })}
          />
        ) : (
          <span>{outcome === null ? 'Not said' : preparationWords[outcome]}</span>
        )}
      </td>
      <td>
        <EditableText
          label={`Note on the preparation of ${person.name}`}
          placeholder="Note"
          value={note}
          isReadOnly={!mayEdit}
          onCommit={(words) => act('recordPreparation', { personId, note: words })}
        />
      </td>
    </tr>
  )
}
