import { useState } from 'react'
import { type Check } from '../../../shared/review/checklist'
import { inOrder } from '../../../shared/review/fields'
import { type Phase, phases, type Side, sides } from '../../../shared/review/review'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { TextField } from '../../ui/text-field'
import styles from './checklists.module.css'

const phaseWords: Readonly<Record<Phase, string>> = {
  preparation: 'Preparation',
  presentation: 'Presentation',
  feedback: 'Feedback',
  'follow-up': 'Follow-up',
}
const sideWords: Readonly<Record<Side, string>> = { presenter: 'Presenters', reviewer: 'Reviewers' }

/** What both sides do in the four phases, to be ticked. */
export function Checklists() {
  const checklist = useReview(({ record }) => record.checklist)
  const list = inOrder(checklist)
  return (
    <section className={styles['grid']} aria-labelledby="checklists">
      <h2 id="checklists">Checklists</h2>
      {sides.map((side) => (
        <h3 key={side}>{sideWords[side]}</h3>
      ))}
      {phases.map((phase) => (
        <section key={phase} className={styles['phase']} aria-label={phaseWords[phase]}>
          <h4>{phaseWords[phase]}</h4>
          {sides.map((side) => (
            <Cell
              key={side}
              phase={phase}
              side={side}
              checks={list.filter((check) => check.phase === phase && check.side === side)}
            />
          ))}
        </section>
      ))}
    </section>
  )
}

function Cell({ phase, side, checks }: { readonly phase: Phase; readonly side: Side; readonly checks: readonly Check[] }) {
  const act = useAct()
  const { mayEdit } = useMayEdit()
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() !== '' && act('addCheck', { phase, side, text }) === null) setText('')
  }
  return (
    <ul className={styles['cell']} aria-label={`${phaseWords[phase]}, ${sideWords[side]}`}>
      {checks.map((check) => (
        <li key={check.id} className={styles['check']}>
          <Checkbox
            isChecked={check.doneAt !== null}
            isDisabled={!mayEdit}
            onChange={(done) => void act('tickCheck', { checkId: check.id, done })}
            isTask
          >
            {check.text}
          </Checkbox>
          {mayEdit && (
            <IconButton
              icon="close"
              label={`Remove: ${check.text}`}
              size="small"
              onPress={() => void act('removeCheck', { checkId: check.id })}
            />
          )}
        </li>
      ))}
      {mayEdit && (
        <li>
          <TextField
            label={`Add a line for ${sideWords[side].toLowerCase()}, ${phaseWords[phase].toLowerCase()}`}
            isLabelHidden
            isBare
            placeholder="Add a line"
            value={text}
            onChange={setText}
            onEnter={add}
            onBlur={add}
            maxLength={500}
          />
        </li>
      )}
    </ul>
  )
}
