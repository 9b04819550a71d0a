import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { type Risk, riskLevels, type RiskStatus, riskStatuses } from '../../../shared/actions/risk'
import { risksInOrder } from '../../../shared/actions/risk-verbs'
import { nameOf, riskLevelWords, riskStatusWords } from '../../../shared/record/words'
import { compare, inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Refused } from '../../ui/field'
import { jumpTo } from '../../ui/jump'
import { Menu } from '../../ui/menu'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { WrappedText } from '../../ui/wrapped-text'
import page from './follow-up.module.css'
import styles from './risks.module.css'

const levels = [{ key: '' as const, label: 'Not said' }, ...riskLevels.map((key) => ({ key, label: riskLevelWords[key] }))]
/** What the button does that decides a risk. */
const decideWords: Readonly<Record<RiskStatus, string>> = {
  open: 'Reopen risk',
  mitigated: 'Mark as mitigated',
  accepted: 'Accept risk',
  closed: 'Close risk',
}
const statuses = riskStatuses.map((key) => ({ key, label: riskStatusWords[key] }))

/** RSK7: what may go wrong, open and worst first, edited in place. */
export function Risks() {
  const risks = useReview((snapshot) => snapshot.record.risks)
  const { mayEdit } = useMayEdit()
  const list = useMemo(() => risksInOrder(risks), [risks])
  const open = list.filter(({ status }) => status === 'open').length
  return (
    <section className={page['section']} aria-labelledby="risks-heading" data-jump="risks">
      <div className={page['heading']}>
        <h2 id="risks-heading">Risks</h2>
        {list.length > 0 && (
          <span className={page['aside']} data-figures="">
            {open} open{list.length > open && `, ${list.length - open} decided`}
          </span>
        )}
      </div>
      {list.length === 0 ? (
        <p className={styles['quiet']}>
          No risks yet. A risk has a likelihood, an impact, an owner and what mitigates it. It is entered here, or from a finding.
        </p>
      ) : (
        <table className={styles['table']} aria-labelledby="risks-heading">
          <thead>
            <tr>
              <th scope="col" className={styles['number']}>
                No.
              </th>
              <th scope="col">Risk</th>
              <th scope="col" className={styles['level']}>
                Likelihood
              </th>
              <th scope="col" className={styles['level']}>
                Impact
              </th>
              <th scope="col" className={styles['owner']}>
                Owner
              </th>
              <th scope="col" className={styles['mitigation']}>
                Mitigation
              </th>
              <th scope="col" className={styles['status']}>
                Status
              </th>
              <th scope="col" className={styles['more']}>
                <span className={styles['spoken']}>More</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((risk) => (
              <RiskRow key={risk.id} risk={risk} />
            ))}
          </tbody>
        </table>
      )}
      {mayEdit && <AddRisk />}
    </section>
  )
}

/** A status that still lacks its reason. */
interface Wanted {
  readonly status: RiskStatus
  readonly reason: string
}

function RiskRow({ risk }: { readonly risk: Risk }) {
  const { id: riskId, number, text, likelihood, impact, ownerId, status, reason, feedbackId } = risk
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEdit, mayEditActions } = useMayEdit()
  const act = useAct()
  const { error, attempt, note } = useTry()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  /** What was refused of one status says nothing of another. */
  const want = (next: Wanted | null): void => {
    note(null)
    setWanted(next)
  }
  const row = useRef<HTMLTableRowElement>(null)
  const statusCell = useRef<HTMLTableCellElement>(null)
  const toReason = () => row.current?.querySelector<HTMLElement>('[data-reason] input')?.focus()
  const decide = (next: RiskStatus): void => {
    if (next === status) return want(null)
    // RSK10: what is typed on the closed list goes on there; the open one gives the keyboard back first.
    const isTyped = statusCell.current?.contains(document.activeElement) === true
    // RSK2: one that needs no word of why is stored at once.
    if (!isTyped && attempt('decideRisk', { riskId, status: next, reason: '' }) === null) return want(null)
    want({ status: next, reason: wanted?.reason ?? '' })
    if (!isTyped) requestAnimationFrame(() => requestAnimationFrame(toReason))
  }
  const backToStatus = (): void => {
    want(null)
    // After the key that was pressed, which would open the list.
    requestAnimationFrame(() => statusCell.current?.querySelector('button')?.focus())
  }
  const onStatusKey = (event: KeyboardEvent): void => {
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (wanted === null || !isHere || event.shiftKey || !['Enter', 'Tab', 'Escape'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') want(null)
    else toReason()
  }
  /** What is left does not stay as if it were stored: with a word of why it is stored, without one it goes back. */
  const onLeave = ({ currentTarget, target, relatedTarget }: FocusEvent): void => {
    if (wanted === null || !currentTarget.contains(target) || currentTarget.contains(relatedTarget)) return
    // The window was left, or the list of states is looked at: not the row.
    if (currentTarget.contains(document.activeElement) || statusCell.current?.querySelector('[aria-expanded="true"]')) return
    if (wanted.reason.trim() === '' || attempt('decideRisk', { riskId, ...wanted }) === null) want(null)
  }
  const rate = (field: 'likelihood' | 'impact', value: Risk['likelihood'], label: string) => (
    <Select
      label={`${label} of risk ${number}`}
      isLabelHidden
      isBare
      options={levels}
      value={value ?? ''}
      isDisabled={!mayEditActions}
      onChange={(key) => attempt('editRisk', { riskId, [field]: key === '' ? null : key })}
    />
  )
  return (
    <tr
      ref={row}
      data-jump={`risk-${riskId}`}
      className={cx(styles['row'], status !== 'open' && styles['done'])}
      onBlur={onLeave}
    >
      <td className={styles['number']} data-figures="">
        {number}
      </td>
      <td>
        <WrappedText
          label={`What risk ${number} is`}
          value={text}
          isReadOnly={!mayEditActions}
          onCommit={(words) => act('editRisk', { riskId, text: words })}
        />
        {reason !== '' && (
          <span className={styles['note']} dir="auto">
            {riskStatusWords[status]}: {reason}
          </span>
        )}
        {feedbackId !== null && <span className={styles['note']}>From a finding</span>}
        {wanted !== null && (
          <Reason risk={risk} wanted={wanted} onChange={(text) => setWanted({ ...wanted, reason: text })} onDone={backToStatus} />
        )}
        {error !== '' && <Refused>{error}</Refused>}
      </td>
      <td className={styles['level']}>{rate('likelihood', likelihood, 'Likelihood')}</td>
      <td className={styles['level']}>{rate('impact', impact, 'Impact')}</td>
      <td className={styles['owner']}>
        <Select
          label={`Owner of risk ${number}`}
          isLabelHidden
          isBare
          options={[{ key: '', label: 'No owner' }, ...inOrder(people).map(({ id, name }) => ({ key: id, label: name }))]}
          value={ownerId ?? ''}
          isDisabled={!mayEditActions}
          onChange={(key) => attempt('editRisk', { riskId, ownerId: key === '' ? null : key })}
        />
      </td>
      <td className={styles['mitigation']}>
        <Mitigation risk={risk} onMake={() => attempt('makeRiskAction', { riskId })} />
      </td>
      <td ref={statusCell} className={styles['status']} onKeyDownCapture={onStatusKey}>
        <Select
          label={`Status of risk ${number}`}
          isLabelHidden
          isBare
          options={statuses}
          value={wanted?.status ?? status}
          isDisabled={!mayEditActions}
          onChange={decide}
        />
      </td>
      <td className={styles['more']}>
        {mayEdit && (
          <Menu
            label={`Risk ${number}`}
            trigger={<IconButton icon="more" label={`More about risk ${number}`} size="small" />}
            entries={[
              {
                key: 'remove',
                label: 'Remove',
                icon: 'remove',
                isDanger: true,
                onChoose: () => attempt('removeRisk', { riskId }),
              },
            ]}
          />
        )}
      </td>
    </tr>
  )
}

const intoSight = (place: HTMLElement | null): void => place?.scrollIntoView({ block: 'nearest' })

interface ReasonProps {
  readonly risk: Risk
  readonly wanted: Wanted
  readonly onChange: (reason: string) => void
  readonly onDone: () => void
}

/** RSK2 asks for a reason: it is entered where the refusal stands. */
function Reason({ risk, wanted, onChange, onDone }: ReasonProps) {
  const { status, reason } = wanted
  const people = useReview((snapshot) => snapshot.record.people)
  const { error, attempt } = useTry()
  const store = (): void => {
    if (attempt('decideRisk', { riskId: risk.id, status, reason }) === null) onDone()
  }
  const label = {
    open: 'Why it is open again',
    mitigated: 'What mitigates it',
    accepted: `Why ${nameOf(risk.ownerId, people, 'its owner')} accepts it`,
    closed: 'Why it is closed',
  }[status]
  return (
    <div ref={intoSight} className={styles['reason']} data-reason="">
      <TextField
        label={label}
        isLabelHidden
        placeholder={label}
        value={reason}
        onChange={onChange}
        onEnter={store}
        onEscape={onDone}
      />
      <Button size="small" onPress={store}>
        {decideWords[status]}
      </Button>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}

/** RSK3: the action that mitigates it, chosen from the plan or made of it. */
function Mitigation({ risk, onMake }: { readonly risk: Risk; readonly onMake: () => void }) {
  const actions = useReview((snapshot) => snapshot.record.actions)
  const { mayEdit } = useMayEdit()
  const { attempt } = useTry()
  const action = actions[risk.actionId ?? '']
  if (action)
    return (
      <Button size="small" look="quiet" onPress={() => jumpTo(`owner-${action.id}`)}>
        Action {String(action.number)}
      </Button>
    )
  if (!mayEdit) return <span className={styles['quiet']}>None</span>
  const plan = Object.values(actions).sort((left, right) => compare(left.number, right.number))
  return (
    <Menu
      label={`Mitigation of risk ${risk.number}`}
      placement="bottom start"
      trigger={
        <Button size="small" look="quiet" icon="add" aria-label={`Mitigate risk ${risk.number}`}>
          Mitigate
        </Button>
      }
      entries={[
        { key: 'new', label: 'Make an action of it', icon: 'flag', onChoose: onMake },
        ...(plan.length > 0 ? [null] : []),
        ...plan.map(({ id, number, what }) => ({
          key: id,
          label: `Action ${number}`,
          note: what.slice(0, 60),
          onChoose: () => void attempt('editRisk', { riskId: risk.id, actionId: id }),
        })),
      ]}
    />
  )
}

function AddRisk() {
  const { error, attempt } = useTry()
  const [text, setText] = useState('')
  const add = (): void => {
    if (text.trim() !== '' && attempt('addRisk', { text }) === null) setText('')
  }
  return (
    <div className={styles['add']}>
      <TextField label="Add a risk" isLabelHidden placeholder="Add a risk" value={text} onChange={setText} onEnter={add} />
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
