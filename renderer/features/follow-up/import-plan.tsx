import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { PlanWhy } from '../../../shared/archive/action-columns'
import { type CellChange, type PlanTable, readPlan } from '../../../shared/archive/read-plan'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { ImportFrame, LeftOut } from '../../ui/import-frame'
import { StatusText } from '../../ui/status'
import styles from './import-plan.module.css'
import { useToday } from '../../storage/use-today'

const whyWords: Readonly<Record<PlanWhy, string>> = {
  id: 'No action has this id; leave the id out for a new action',
  twice: 'This action stands in the table twice; the first line counts',
  number: 'The number is taken and the id is missing; leave the number out for a new action',
  what: 'It does not say what is to be done',
  person: 'Nobody in the review has this name',
  several: 'Several people could be meant',
  date: 'No date, or one that can be read two ways; write YYYY-MM-DD',
  value: 'No such word; status and priority are written as in the plan',
  material: 'No single material of the review is called so',
  verifier: 'The verifier would be the owner',
  kept: 'The review is closed and its actions keep an owner and a due date',
  supporters: 'A supporter is named twice',
  long: 'Too long',
  closed: 'The review is closed and gets no new actions',
}

interface ImportPlanProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  /** The way to a file. */
  readonly file: ReactNode
}

/** ACT10: shows what an edited table would change, line by line, before it changes anything; then all of it is one step. */
export function ImportPlan({ text, onText, onClose, file }: ImportPlanProps) {
  const act = useAct()
  const record = useReview((snapshot) => snapshot.record)
  const today = useToday()
  const read = useDeferredValue(text)
  const plan = useMemo(() => readPlan(read, record, today), [read, record, today])
  const [error, setError] = useState('')
  const count = plan.edited.length + plan.added.length
  const apply = () => {
    const refused = act('importActions', {
      edits: plan.edited.map(({ edit }) => edit),
      added: plan.added.map(({ add }) => add),
    })
    setError(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <ImportFrame
      title="Bring an edited action plan back"
      label="Table of the action plan"
      hint="The plan as it was saved or copied here, edited in a spreadsheet: pasted, or opened as CSV. Lines without an id become new actions."
      text={text}
      onText={onText}
      onClose={onClose}
      file={file}
      error={error}
      previewLabel="What will change"
      action={{
        label: count === 0 ? 'Take the changes' : `Take ${countWords(plan)}`,
        icon: 'check',
        isDisabled: count === 0 || read !== text,
        onPress: apply,
      }}
      preview={<Preview plan={plan} />}
    />
  )
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function countWords({ edited, added }: PlanTable): string {
  return [
    ...(edited.length > 0 ? [counted(edited.length, 'change')] : []),
    ...(added.length > 0 ? [counted(added.length, 'new action')] : []),
  ].join(' and ')
}

function Preview({ plan }: { readonly plan: PlanTable }) {
  const { isPlan, edited, added, leftOut, unchanged } = plan
  if (!isPlan)
    return <p>This is no action plan. Its first line names the columns, among them Action, or Id and what is to be changed.</p>
  return (
    <>
      {edited.length + added.length === 0 ? (
        <p>Nothing changes.</p>
      ) : (
        <ul className={styles['lines']} tabIndex={0} aria-label="Changes">
          {edited.map(({ line, number, edit, changes }) => (
            <li key={line}>
              <span className={styles['name']}>
                Action <span data-figures="">{number}</span>
              </span>
              <Cells changes={changes} key={edit.actionId} />
            </li>
          ))}
          {added.map(({ line, changes }) => (
            <li key={line}>
              <span className={styles['name']}>
                <StatusText tone="accent" icon="add">
                  New
                </StatusText>
              </span>
              <Cells changes={changes} />
            </li>
          ))}
        </ul>
      )}
      {unchanged > 0 && (
        <p className={styles['quiet']} data-figures="">
          {counted(unchanged, 'action')} in the table {unchanged === 1 ? 'stays as it is' : 'stay as they are'}.
        </p>
      )}
      <LeftOut leftOut={leftOut} words={whyWords} isOpen />
    </>
  )
}

function Cells({ changes }: { readonly changes: readonly CellChange[] }) {
  return (
    <dl className={styles['cells']}>
      {changes.map(({ column, before, after }) => (
        <div key={column}>
          <dt>{column}</dt>
          <dd dir="auto">
            {before !== '' && (
              <>
                <del>{before}</del>{' '}
              </>
            )}
            {after === '' ? <span className={styles['quiet']}>empty</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
