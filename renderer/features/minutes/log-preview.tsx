import type { ReactNode } from 'react'
import type { Collection } from '../../../shared/review/fields'
import type { Person } from '../../../shared/review/people'
import type { LogPlan, PlanLeftOut } from '../../../shared/scribe/log-plan'
import { LeftOut } from '../../ui/import-frame'
import styles from './log-preview.module.css'

const whyWords: Readonly<Record<PlanLeftOut['why'], string>> = {
  about: 'About the meeting',
  agenda: 'The list of topics',
  command: 'Said to or by programs',
  corrected: 'Corrections, which were made',
  empty: 'Without words',
  long: 'Longer than a text may be',
  many: 'More than a log holds',
  rule: 'Rules',
  stranger: 'Not among the people',
  unclear: 'Names that several people here have',
}

const count = (number: number, one: string, many = `${one}s`): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]

/** What a log would bring, in figures; none: it would bring nothing. */
export function logSums({ present, regrets, sections, input, lines }: LogPlan): string[] {
  const topics = sections.filter(({ itemId, itemAt }) => itemId !== null || itemAt !== null).length
  const isNew = input.items.length === 0 ? '' : ` (${input.items.length} new)`
  return [
    ...count(present.length, 'present', 'present'),
    ...count(regrets.length, 'regrets', 'regrets'),
    ...count(topics, 'topic').map((words) => words + isNew),
    ...count(input.actions.length, 'action'),
    ...count(input.decisions.length, 'decision'),
    ...count(lines, 'line of text', 'lines of text'),
  ]
}

interface LogPreviewProps {
  readonly plan: LogPlan
  readonly people: Collection<Person>
  readonly sums: readonly string[]
  /** What else is to be chosen. */
  readonly children: ReactNode
}

/** SCR15: what a log would bring, in sum, topic by topic, and below it what nothing comes of. */
export function LogPreview({ plan, people, sums, children }: LogPreviewProps) {
  const { present, regrets, sections, leftOut } = plan
  return (
    <>
      {sums.length === 0 ? (
        <p>
          Nothing was found in this text that could be imported: nobody present, no topic, no action, no decision and no line of
          text.
        </p>
      ) : (
        <>
          <p className={styles['sums']} role="status" data-figures="">
            {sums.join(' · ')}
          </p>
          <div className={styles['found']} tabIndex={0} role="group" aria-label="What was found">
            <Names label="Present" names={present} strangers={plan.strangers} />
            <Names label="Regrets" names={regrets} strangers={plan.strangers} />
            {sections.map((section, at) => (
              <Section key={at} section={section} plan={plan} people={people} />
            ))}
          </div>
        </>
      )}
      {children}
      <LeftOut leftOut={leftOut} words={whyWords} />
    </>
  )
}

interface NamesProps {
  readonly label: string
  readonly names: readonly string[]
  readonly strangers: readonly string[]
}

function Names({ label, names, strangers }: NamesProps) {
  if (names.length === 0) return null
  return (
    <p className={styles['names']}>
      <span className={styles['kind']}>{label}</span>
      <span dir="auto">{names.map((name) => (strangers.includes(name) ? `${name} (new)` : name)).join(', ')}</span>
    </p>
  )
}

interface SectionProps {
  readonly section: LogPlan['sections'][number]
  readonly plan: LogPlan
  readonly people: Collection<Person>
}

function Section({ section, plan: { input }, people }: SectionProps) {
  const { title, itemId, itemAt, blocks } = section
  const lines = blocks.filter(({ kind }) => kind === 'text').length
  const ownerOf = ({ ownerId, ownerAt }: (typeof input.actions)[number]): string =>
    (ownerAt === null ? people[ownerId ?? '']?.name : input.people[ownerAt]?.name) ?? 'no owner'
  return (
    <section className={styles['topic']}>
      <h3>
        <span dir="auto">{itemId === null && itemAt === null ? 'General' : title}</span>
        {itemAt !== null && <span className={styles['quiet']}>new item</span>}
        {lines > 0 && <span className={styles['lines']}>{count(lines, 'line of text', 'lines of text')}</span>}
      </h3>
      <ul>
        {blocks.map((block, at) => {
          if (block.kind === 'decision')
            return (
              <li key={at}>
                <span className={styles['kind']}>Decision</span>
                <span dir="auto">{input.decisions[block.at]?.statement}</span>
              </li>
            )
          const action = block.kind === 'action' ? input.actions[block.at] : undefined
          return (
            action && (
              <li key={at}>
                <span className={styles['kind']}>Action</span>
                <span dir="auto">{action.what}</span>
                <span className={styles['who']} dir="auto">
                  {ownerOf(action)}
                  {action.due !== null && `, due ${action.due}`}
                </span>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
