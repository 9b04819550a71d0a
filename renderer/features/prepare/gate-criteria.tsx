import { useState } from 'react'
import type { Gate } from '../../../shared/readiness/gate'
import { inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { TextField } from '../../ui/text-field'
import { CriterionRow } from './criterion-row'
import styles from './gate-criteria.module.css'

const gateWords: Readonly<Record<Gate, { readonly title: string; readonly empty: string; readonly add: string }>> = {
  entrance: {
    title: 'Entrance criteria',
    empty: 'What must hold before people meet: materials sent in time, a fixed version, the findings of last time answered.',
    add: 'Add an entrance criterion',
  },
  exit: {
    title: 'Exit criteria',
    empty: 'What must hold before the review is done: answered at the end of the meeting.',
    add: 'Add an exit criterion',
  },
}

/** The criteria of one gate, each with its state and what shows it. */
export function GateCriteria({ gate }: { readonly gate: Gate }) {
  const criteria = useReview(({ record }) => record.gateCriteria)
  const act = useAct()
  const { mayEdit } = useMayEdit()
  const [text, setText] = useState('')
  const list = inOrder(criteria).filter((criterion) => criterion.gate === gate)
  const { title, empty, add } = gateWords[gate]
  const enter = () => {
    if (text.trim() !== '' && act('addGateCriterion', { gate, text }) === null) setText('')
  }
  return (
    <section className={styles['gate']} aria-labelledby={`gate-${gate}`}>
      <h2 id={`gate-${gate}`}>{title}</h2>
      {list.length === 0 && <p className={styles['empty']}>{empty}</p>}
      {list.length > 0 && (
        <ul>
          {list.map((criterion) => (
            <CriterionRow key={criterion.id} criterion={criterion} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {mayEdit && (
        <div className={styles['add']} data-add="">
          <TextField
            label={add}
            isLabelHidden
            isBare={list.length > 0}
            placeholder={add}
            value={text}
            onChange={setText}
            onEnter={enter}
            onBlur={enter}
            maxLength={500}
          />
        </div>
      )}
    </section>
  )
}
