import { useState } from 'react'
import { roleWords } from '../../../shared/record/words'
import { type Person, type Role, roles } from '../../../shared/review/people'
import { inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { EditableText } from '../../ui/draft-field'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import styles from './people.module.css'

/** Who takes part, and in which roles. */
export function People() {
  const people = useReview(({ record }) => record.people)
  const { mayEdit } = useMayEdit()
  const list = inOrder(people)
  const missing = missingWords(list)
  return (
    <div className={styles['people']}>
      {list.length === 0 && (
        <EmptyState title="Nobody yet">
          Enter everybody who takes part. Presenters and reviewers give feedback, decision makers decide, one person facilitates.
        </EmptyState>
      )}
      {list.length > 0 && (
        <ul>
          {list.map((person) => (
            <PersonRow key={person.id} person={person} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {list.length > 0 && missing && (
        <p className={styles['hint']}>
          <Icon name="info" /> {missing}
        </p>
      )}
      {mayEdit && <AddPerson />}
      {list.length > 0 && <Quorum mayEdit={mayEdit} />}
    </div>
  )
}

/** Roles without which the meeting has nobody for its work. */
function missingWords(list: readonly Person[]): string {
  const needed: readonly Role[] = ['facilitator', 'presenter', 'reviewer', 'decision-maker']
  const lacking = needed.filter((role) => !list.some(({ roles: held }) => held.includes(role)))
  return lacking.length === 0 ? '' : `Nobody yet is ${lacking.map((role) => roleWords[role].toLowerCase()).join(', ')}.`
}

/** How many must be there; 0 for no such number. */
function Quorum({ mayEdit }: { readonly mayEdit: boolean }) {
  const quorum = useReview(({ record }) => record.review['review']?.quorum ?? null)
  const act = useAct()
  return (
    <div className={styles['quorum']}>
      <NumberField
        label="Quorum"
        hint="How many must be there to decide; 0 when it does not matter."
        value={quorum ?? 0}
        max={999}
        isDisabled={!mayEdit}
        onCommit={(value) => void act('editReview', { quorum: value === 0 ? null : value })}
      />
    </div>
  )
}

function PersonRow({ person, mayEdit }: { readonly person: Person; readonly mayEdit: boolean }) {
  const act = useAct()
  const toggle = (role: Role) =>
    act('editPerson', {
      personId: person.id,
      roles: person.roles.includes(role) ? person.roles.filter((other) => other !== role) : [...person.roles, role],
    })
  return (
    <li className={styles['person']}>
      <EditableText
        label="Name"
        value={person.name}
        isReadOnly={!mayEdit}
        onCommit={(name) => act('editPerson', { personId: person.id, name })}
      />
      <div className={styles['roles']} role="group" aria-label={`Roles of ${person.name}`}>
        {roles.map((role) => {
          const isHeld = person.roles.includes(role)
          return (
            <button
              key={role}
              type="button"
              className={cx(styles['role'], isHeld && styles['held'])}
              aria-pressed={isHeld}
              disabled={!mayEdit}
              onClick={() => toggle(role)}
            >
              {roleWords[role]}
            </button>
          )
        })}
      </div>
      {mayEdit && (
        <IconButton
          icon="remove"
          label={`Remove ${person.name}`}
          size="small"
          onPress={() => void act('removePerson', { personId: person.id })}
        />
      )}
    </li>
  )
}

function AddPerson() {
  const act = useAct()
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const add = () => {
    const refused = act('addPerson', { name })
    setError(refused ?? '')
    if (refused === null) setName('')
  }
  return (
    <div className={styles['add']}>
      <TextField
        label="Add a person"
        isLabelHidden
        placeholder="Name, then Enter"
        value={name}
        error={error}
        onChange={(text) => {
          setName(text)
          setError('')
        }}
        onEnter={add}
        maxLength={200}
      />
      <Button icon="add" onPress={add}>
        Add person
      </Button>
    </div>
  )
}
