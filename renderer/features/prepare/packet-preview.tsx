import type { ReactNode } from 'react'
import type { Answers } from '../../../shared/packet/packet'
import type { Fate, PacketPlan, PlannedItem, PreparationField } from '../../../shared/packet/packet-plan'
import { labelWord, preparationWords } from '../../../shared/record/words'
import type { Collection } from '../../../shared/review/fields'
import type { Material } from '../../../shared/review/materials'
import { Checkbox } from '../../ui/checkbox'
import { useIsCovered } from '../../ui/cover'
import type { IconName } from '../../ui/icon-paths'
import { StatusText, type Tone } from '../../ui/status'
import styles from './packet-preview.module.css'

const fates: Readonly<Record<Fate, { readonly words: string; readonly tone: Tone; readonly icon: IconName }>> = {
  new: { words: 'New', tone: 'accent', icon: 'add' },
  there: { words: 'There already', tone: 'neutral', icon: 'check' },
  changed: { words: 'Other in the review, stays so', tone: 'neutral', icon: 'lock' },
  empty: { words: 'Has no text', tone: 'warn', icon: 'warning' },
  long: { words: 'Too long', tone: 'warn', icon: 'warning' },
  force: { words: 'Its label has no force or severity', tone: 'warn', icon: 'warning' },
  twice: { words: 'Its number is in the packet twice', tone: 'warn', icon: 'warning' },
}

interface PacketPreviewProps {
  readonly plan: PacketPlan
  readonly preparation: Answers['preparation']
  readonly materials: Collection<Material>
  readonly leftOut: ReadonlySet<string>
  readonly onTick: (key: string, isTicked: boolean) => void
}

/** PKT5: each thing in a packet with what becomes of it. A ballot is only said to be there. */
export function PacketPreview({ plan, preparation, materials, leftOut, onTick }: PacketPreviewProps) {
  const { items, ballot } = plan
  const isNew = Object.keys(plan.prepared).length > 0
  return (
    <div className={styles['packet']}>
      <Part title="Feedback" note="Comes in unrevealed, in the name of the reviewer.">
        {items.length === 0 ? (
          <p className={styles['quiet']}>The packet has none.</p>
        ) : (
          <ul className={styles['items']} tabIndex={0} aria-label="Feedback of the packet">
            {items.map((item, at) => (
              <ItemRow
                key={`${item.key} ${at}`}
                item={item}
                isTicked={!leftOut.has(item.key)}
                onTick={(isTicked) => onTick(item.key, isTicked)}
              />
            ))}
          </ul>
        )}
      </Part>
      <Part title="Preparation">
        {plan.preparation.length === 0 && plan.lostMaterials === 0 && <p className={styles['quiet']}>Nothing is said of it.</p>}
        {isNew && (
          <Checkbox isChecked={!leftOut.has('preparation')} onChange={(isTicked) => onTick('preparation', isTicked)}>
            Take what is new
          </Checkbox>
        )}
        {plan.preparation.length > 0 && (
          <dl className={styles['fields']}>
            {plan.preparation.map(({ field, fate }) => (
              <div key={field}>
                <dt>{fieldWords[field]}</dt>
                <dd dir="auto">{toldWords(field, preparation, materials)}</dd>
                <dd>
                  <FateWords fate={fate} />
                </dd>
                {fate === 'changed' && (
                  <dd className={styles['under']} dir="auto">
                    In the review: {toldWords(field, plan.keptPreparation, materials)}
                  </dd>
                )}
              </div>
            ))}
          </dl>
        )}
        {plan.lostMaterials > 0 && (
          <StatusText tone="warn" icon="warning">
            {plan.lostMaterials} {plan.lostMaterials === 1 ? 'material that was read is' : 'materials that were read are'} not in
            the review any more.
          </StatusText>
        )}
      </Part>
      <Part title="Scores">
        {ballot.fate === 'none' && <p className={styles['quiet']}>The packet has none.</p>}
        {ballot.fate === 'new' && (
          <Checkbox isChecked={!leftOut.has('ballot')} onChange={(isTicked) => onTick('ballot', isTicked)}>
            Seal the ballot: its scores are seen with all others, when the panel reveals them
          </Checkbox>
        )}
        {ballot.fate === 'there' && <FateWords fate="there" />}
        {ballot.fate === 'refused' && (
          <StatusText tone="warn" icon="warning">
            Not taken. {ballot.why}
          </StatusText>
        )}
      </Part>
    </div>
  )
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h3>
        {title} {note !== undefined && <span className={styles['quiet']}>{note}</span>}
      </h3>
      {children}
    </section>
  )
}

interface ItemRowProps {
  readonly item: PlannedItem
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

/** DSC1: in discreet mode neither words nor label are in the page. */
function ItemRow({ item, isTicked, onTick }: ItemRowProps) {
  const isCovered = useIsCovered()
  const { label, text, question, fate, kept, lostItem } = item
  const words = isCovered ? <i>covered</i> : <span dir="auto">{text === '' ? 'Without words' : text}</span>
  return (
    <li>
      {fate === 'new' ? (
        <Checkbox isChecked={isTicked} onChange={onTick}>
          {words}
        </Checkbox>
      ) : (
        <span className={styles['kept']}>{words}</span>
      )}
      <span className={styles['quiet']}>{isCovered ? '' : question === '' ? labelWord(label) : 'Answer'}</span>
      <FateWords fate={fate} />
      {!isCovered && question !== '' && (
        <span className={styles['under']} dir="auto">
          To: {question}
        </span>
      )}
      {!isCovered && kept !== null && (
        <span className={styles['under']} dir="auto">
          In the review: {labelWord(kept.label)}, {kept.text}
        </span>
      )}
      {fate === 'new' && lostItem && (
        <span className={styles['under']}>Its agenda item was removed: it comes in as about the whole review.</span>
      )}
    </li>
  )
}

function FateWords({ fate }: { readonly fate: Fate }) {
  const { words, tone, icon } = fates[fate]
  return (
    <StatusText tone={tone} icon={icon}>
      {words}
    </StatusText>
  )
}

const fieldWords: Readonly<Record<PreparationField, string>> = {
  materials: 'Read',
  minutes: 'Time spent',
  outcome: 'Prepared',
  note: 'Note',
}

function toldWords(
  field: PreparationField,
  { materialIds, minutes, outcome, note }: Answers['preparation'],
  materials: Collection<Material>,
): string {
  if (field === 'minutes') return `${minutes} min`
  if (field === 'outcome') return outcome === null ? '' : preparationWords[outcome]
  if (field === 'note') return note
  return materialIds.flatMap((id) => materials[id]?.name ?? []).join(', ')
}
