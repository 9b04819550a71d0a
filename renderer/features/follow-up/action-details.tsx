import type { ActionItem } from '../../../shared/actions/action'
import { priorities } from '../../../shared/actions/action'
import { materialWords } from '../../../shared/archive/action-columns'
import { isSafeLink } from '../../../shared/minutes/links'
import { nameOf, priorityWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useOpenLink } from '../../storage/use-open-link'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { useOpenMaterial } from '../../ui/open-material'
import { Select } from '../../ui/select'
import styles from './action-details.module.css'

/** ACT7: what else is said of an action: how it is accepted, who helps, what shows that it is done, what is noted. */
export function ActionDetails({ action }: { readonly action: ActionItem }) {
  const { id: actionId, number, priority } = action
  const { mayEditActions } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const edit = (patch: Partial<Omit<ActionItem, 'id'>>): string | null => act('editAction', { actionId, ...patch })
  return (
    <div className={styles['details']} role="group" aria-label={`Details of action ${number}`}>
      <DraftField
        label="Acceptance test"
        placeholder="What must hold for it to count as done"
        lines={2}
        value={action.acceptanceTest}
        isReadOnly={!mayEditActions}
        onCommit={(acceptanceTest) => edit({ acceptanceTest })}
      />
      <DraftField
        label="Notes"
        lines={2}
        value={action.notes}
        isReadOnly={!mayEditActions}
        onCommit={(notes) => edit({ notes })}
      />
      <Supporters action={action} />
      <Evidence action={action} />
      <div className={styles['priority']}>
        <Select
          label="Priority"
          options={priorities.map((key) => ({ key, label: priorityWords[key] }))}
          value={priority}
          isDisabled={!mayEditActions}
          onChange={(key) => attempt('editAction', { actionId, priority: key })}
        />
      </div>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}

function Supporters({ action }: { readonly action: ActionItem }) {
  const { id: actionId, supporters } = action
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEditActions } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const store = (next: ActionItem['supporters']) => attempt('editAction', { actionId, supporters: next })
  const free = inOrder(people).filter(({ id }) => !supporters.some(({ personId }) => personId === id))
  return (
    <div className={styles['group']}>
      <span className={styles['label']}>Supporters, and what they offer</span>
      {supporters.map(({ personId, offer }) => (
        <div key={personId} className={styles['supporter']}>
          <span dir="auto">{nameOf(personId, people)}</span>
          <DraftField
            label={`What ${nameOf(personId, people)} offers`}
            isLabelHidden
            placeholder="What they offer"
            maxLength={500}
            value={offer}
            isReadOnly={!mayEditActions}
            onCommit={(words) =>
              act('editAction', {
                actionId,
                supporters: supporters.map((one) => (one.personId === personId ? { personId, offer: words } : one)),
              })
            }
          />
          {mayEditActions && (
            <IconButton
              icon="remove"
              size="small"
              label={`Remove the supporter ${nameOf(personId, people)}`}
              onPress={() => store(supporters.filter((one) => one.personId !== personId))}
            />
          )}
        </div>
      ))}
      {mayEditActions && free.length > 0 && (
        <div className={styles['adding']}>
          <div className={styles['material']}>
            <Select
              label="Add a supporter"
              isLabelHidden
              placeholder="Add a supporter"
              options={free.map(({ id, name }) => ({ key: id, label: name }))}
              value={null}
              onChange={(personId) => store([...supporters, { personId, offer: '' }])}
            />
          </div>
        </div>
      )}
      {supporters.length === 0 && !mayEditActions && <span className={styles['quiet']}>Nobody.</span>}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}

function Evidence({ action }: { readonly action: ActionItem }) {
  const { id: actionId, evidence, evidenceMaterialId } = action
  const materials = useReview((snapshot) => snapshot.record.materials)
  const { mayEditActions } = useMayEdit()
  const openMaterial = useOpenMaterial()
  const act = useAct()
  const { error, attempt } = useTry()
  const material = evidenceMaterialId === null ? undefined : materials[evidenceMaterialId]
  return (
    <div className={styles['group']}>
      <DraftField
        label="Evidence"
        placeholder="A link, or where the result can be seen"
        maxLength={500}
        value={evidence}
        isReadOnly={!mayEditActions}
        onCommit={(words) => act('editAction', { actionId, evidence: words })}
      />
      <div className={styles['adding']}>
        <div className={styles['material']}>
          <Select
            label="Material that shows it"
            isLabelHidden
            placeholder="Material"
            options={[
              { key: '', label: 'No material' },
              ...inOrder(materials).map((one) => ({ key: one.id, label: materialWords(one, materials) })),
            ]}
            value={evidenceMaterialId ?? ''}
            isDisabled={!mayEditActions}
            onChange={(key) => attempt('editAction', { actionId, evidenceMaterialId: key === '' ? null : key })}
          />
        </div>
        {material && (
          <Button size="small" look="quiet" icon="eye" onPress={() => openMaterial(material.id)}>
            Open
          </Button>
        )}
        {isSafeLink(evidence) && <LinkButton url={evidence} />}
      </div>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}

function LinkButton({ url }: { readonly url: string }) {
  const openLink = useOpenLink()
  return (
    <Button size="small" look="quiet" icon="external" onPress={() => void openLink(url)}>
      Open the link
    </Button>
  )
}
