import { Fragment, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useReview } from '../../storage/use-review'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import { Refused } from '../../ui/field'
import { Segments } from '../../ui/segments'
import { TextField } from '../../ui/text-field'
import { ActionRow } from './action-row'
import styles from './action-plan.module.css'
import { BulkBar } from './bulk-bar'
import page from './follow-up.module.css'
import { actionPlan, planWords, type PlanOrder } from './plan'
import { PlanTools } from './plan-tools'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useToday } from '../../storage/use-today'

const orders = [
  { key: 'overdue', label: 'Overdue first' },
  { key: 'date', label: 'By date' },
  { key: 'owner', label: 'By owner' },
] as const

/** The action plan: who does what by when, edited in place. */
export function ActionPlan() {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEdit, mayEditActions } = useMayEdit()
  const today = useToday()
  const [order, setOrder] = useState<PlanOrder>('overdue')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => actionPlan(record, order, today), [record, order, today])
  const isEmpty = Object.keys(record.actions).length === 0
  // What was removed meanwhile is not chosen any more.
  const chosen = groups.flatMap(({ actions }) => actions.flatMap(({ id }) => (ticked.has(id) ? [id] : [])))
  const tick = (ids: readonly string[], isTicked: boolean): void =>
    setTicked((before) => new Set([...before].filter((id) => !ids.includes(id)).concat(isTicked ? ids : [])))
  const isChanging = chosen.length > 0 && mayEditActions

  const section = useRef<HTMLElement>(null)
  /** ACT16: what a change of all would change is in sight, as far as the window goes. */
  const tickAll = (isTicked: boolean): void => {
    tick(Object.keys(record.actions), isTicked)
    const foot = section.current?.getBoundingClientRect().bottom ?? 0
    if (isTicked && foot > window.innerHeight) section.current?.scrollIntoView({ block: 'start' })
  }
  /** ACT15: from box to box, and from there to what changes those that are chosen. */
  const onBoxKey = (event: KeyboardEvent): void => {
    const { key, target, currentTarget } = event
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    const to = by === 0 ? null : boxes[boxes.indexOf(target) + by]
    const bar = key === 'Enter' ? section.current?.querySelector<HTMLElement>('[data-bulk] button') : null
    if (!to && !bar) return
    event.preventDefault()
    ;(to ?? bar)?.focus()
  }
  const backToBoxes = (): void => section.current?.querySelector<HTMLElement>('tbody input[type="checkbox"]:checked')?.focus()

  return (
    <section ref={section} className={cx(page['section'], styles['plan'])} aria-labelledby="plan-heading">
      <div className={page['heading']}>
        <h2 id="plan-heading">Action plan</h2>
        {!isEmpty && (
          <>
            <span className={page['aside']} data-figures="">
              {planWords(record, today)}
            </span>
            <span className={cx(page['end'], styles['tools'])}>
              <PlanTools />
              <Segments label="Order of the plan" options={orders} value={order} onChange={setOrder} />
            </span>
          </>
        )}
        {isEmpty && mayEditActions && (
          <span className={page['end']}>
            <PlanTools />
          </span>
        )}
      </div>
      {isEmpty ? (
        <p className={styles['empty']}>
          No actions yet. They come from the minutes, from findings and from conditions of the decision; or enter one here.
        </p>
      ) : (
        <table
          className={cx(styles['table'], isChanging && styles['barred'])}
          aria-labelledby="plan-heading"
          data-jump="plan"
          onKeyDownCapture={onBoxKey}
        >
          <thead>
            <tr>
              <th scope="col" className={styles['tick']}>
                <Checkbox
                  label="Choose all actions"
                  isDisabled={!mayEditActions}
                  isChecked={chosen.length === Object.keys(record.actions).length}
                  onChange={tickAll}
                />
              </th>
              <th scope="col" className={styles['number']}>
                No.
              </th>
              <th scope="col">What</th>
              <th scope="col" className={styles['owner']}>
                Owner
              </th>
              <th scope="col" className={styles['due']}>
                Due
              </th>
              <th scope="col" className={styles['status']}>
                Status
              </th>
              <th scope="col" className={styles['verifier']}>
                Verifier
              </th>
              <th scope="col" className={styles['source']}>
                Source
              </th>
              <th scope="col" className={styles['more']}>
                <span className={styles['spoken']}>More</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, heading, actions }) => (
              <Fragment key={`${order}-${key}`}>
                <tr className={styles['group']}>
                  <th scope="rowgroup" colSpan={9}>
                    {heading} <span className={page['aside']}>{actions.length}</span>
                  </th>
                </tr>
                {actions.map((action) => (
                  <ActionRow
                    key={action.id}
                    action={action}
                    today={today}
                    isTicked={ticked.has(action.id)}
                    onTick={(isTicked) => tick([action.id], isTicked)}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {isChanging && <BulkBar actionIds={chosen} onClear={() => setTicked(new Set())} onLeave={backToBoxes} />}
      {mayEdit && <AddAction isFirst={isEmpty} />}
    </section>
  )
}

function AddAction({ isFirst }: { readonly isFirst: boolean }) {
  const { error, attempt } = useTry()
  const [what, setWhat] = useState('')
  const add = (): void => {
    if (what.trim() !== '' && attempt('addAction', { what }) === null) setWhat('')
  }
  return (
    <div className={styles['add']} {...(isFirst ? { 'data-jump': 'plan' } : {})}>
      <TextField label="Add an action" isLabelHidden placeholder="Add an action" value={what} onChange={setWhat} onEnter={add} />
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
