import { type Appraisal, appraisals, mostCareful } from '../../../shared/decision/appraisal'
import type { Decision } from '../../../shared/decision/decision'
import { appraisalWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import styles from './decision.module.css'

const options = appraisals.map((key) => ({ key, label: appraisalWords[key] }))

/** DEC9: the appraisal of the review; the most careful one of the panel's until another is chosen. */
export function AppraisalField({ decision }: { readonly decision: Decision }) {
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const { id: decisionId, appraisal, appraisals: said } = decision
  const proposed = mostCareful(said)
  const differ = new Set(said.map((one) => one.appraisal)).size > 1
  const hint =
    proposed === null || appraisal !== null
      ? ''
      : differ
        ? `Proposed: the most careful of ${said.length} that differ.`
        : `Proposed: what ${said.length === 1 ? 'the panel' : `all ${said.length}`} said.`
  return (
    <Select<Appraisal | ''>
      label="Appraisal"
      hint={hint}
      error={error}
      options={[
        ...(appraisal !== null && proposed !== null
          ? [{ key: '' as const, label: `As proposed: ${appraisalWords[proposed]}` }]
          : []),
        ...options,
      ]}
      value={appraisal ?? proposed}
      isDisabled={!mayEdit}
      onChange={(key) => attempt('editDecision', { decisionId, appraisal: key === '' ? null : key })}
    />
  )
}

/** DEC9: what each member of the panel says: reviewers and decision makers, and whoever said something. */
export function PanelAppraisals({ decision }: { readonly decision: Decision }) {
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const { id: decisionId, appraisals: said, deciderIds } = decision
  const panel = inOrder(people).filter(
    ({ id, roles }) => roles.includes('reviewer') || deciderIds.includes(id) || said.some(({ personId }) => personId === id),
  )
  if (panel.length === 0) return <p className={styles['quiet']}>Reviewers and decision makers can each give an appraisal.</p>
  return (
    <div className={styles['group']}>
      <h3 className={styles['subhead']}>What the panel says</h3>
      {panel.map(({ id: personId, name }) => (
        <div key={personId} className={styles['named']}>
          <span dir="auto">{name}</span>
          <Select<Appraisal | ''>
            label={`Appraisal of ${name}`}
            isLabelHidden
            options={[{ key: '', label: 'Nothing yet' }, ...options]}
            value={said.find((one) => one.personId === personId)?.appraisal ?? ''}
            isDisabled={!mayEdit}
            onChange={(key) => attempt('appraise', { decisionId, personId, appraisal: key === '' ? null : key })}
          />
        </div>
      ))}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
