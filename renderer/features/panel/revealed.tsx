import { useMemo, useState } from 'react'
import { panelResults, type PanelLine } from '../../../shared/rubric/results'
import { panelistsOf } from '../../../shared/rubric/panel'
import { inOrder } from '../../../shared/review/fields'
import type { RecordState } from '../../../shared/record/state'
import { failedWords, nameOf, numberWords, scoredWords } from '../../../shared/record/words'
import { useMayEdit } from '../../storage/use-act'
import { useReview, useSession } from '../../storage/use-review'
import { DraftField } from '../../ui/draft-field'
import { ScaleLegend } from '../../ui/scale-legend'
import { StatusText } from '../../ui/status'
import { useToast } from '../../ui/toast'
import { useKeys } from '../../ui/use-keys'
import { LateBallots } from './late-ballots'
import { LineOfPanel } from './line-of-panel'
import styles from './panel.module.css'

/** PAN15: what the panel said, criterion by criterion. */
export function Revealed() {
  const session = useSession()
  const record = useReview((snapshot) => snapshot.record)
  const { criteria, scores, assessments, people, feedback, conditions } = record
  const results = useMemo(() => panelResults({ criteria, scores, assessments, people }), [criteria, scores, assessments, people])
  const panel = record.panel['panel']
  const { mayEdit } = useMayEdit()
  const toast = useToast()
  const [opened, setOpened] = useState<string | null>(null)
  const presenterId = useReview(({ actingAsId }) => presenterOf(people, actingAsId))
  const has = {
    finding: ({ assessment }: PanelLine) => Boolean(assessment?.findingId && feedback[assessment.findingId]),
    condition: ({ assessment }: PanelLine) => Boolean(assessment?.conditionId && conditions[assessment.conditionId]),
  }
  const make = (kind: 'finding' | 'condition', criterionId: string): void => {
    const done = session.act(kind === 'finding' ? 'makeCriterionFinding' : 'makeCriterionCondition', { criterionId })
    const name = criteria[criterionId]?.name ?? ''
    const words = kind === 'finding' ? `Finding raised: ${name}` : `Condition added to the proposed decision: ${name}`
    toast(done.ok ? { message: words } : { message: done.error.message, tone: 'danger' })
  }
  const nextOf = (kind: 'finding' | 'condition'): string | undefined =>
    results.lines.find((line) => line.hasFailed && !has[kind](line))?.criterion.id
  /** PAN11: one key: of the line that has the keyboard, else of the next that failed and has none yet. */
  const makeNext = (kind: 'finding' | 'condition'): void => {
    const at = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line']
    const next = at ?? nextOf(kind)
    if (next === undefined) toast({ message: `No failed criterion is without a ${kind}.` })
    else make(kind, next)
  }
  useKeys(mayEdit ? { lineFinding: () => makeNext('finding'), lineCondition: () => makeNext('condition') } : {})
  const respond = (response: string): string | null => {
    const done =
      presenterId === null
        ? session.act('respondToPanel', { response })
        : session.actFor(presenterId, 'respondToPanel', { response })
    return done.ok ? null : done.error.message
  }
  const failed = results.lines.filter(({ hasFailed }) => hasFailed).length // PAN18
  return (
    <div className={styles['results']}>
      <p className={styles['total']} data-figures="">
        <b>{results.total === null ? 'Not scored' : `${numberWords(results.total)} %`}</b>
        {results.total !== null && <span>weighted score</span>}
        {results.careful !== null && results.careful !== results.total && (
          <span>{numberWords(results.careful)} % by the lowest scores</span>
        )}
        {failed === 0 ? (
          <span>{failedWords(failed, results.lines.length)}</span>
        ) : (
          <StatusText tone="danger" icon="warning">
            {failedWords(failed, results.lines.length)}
          </StatusText>
        )}
        <span>{scoredWords(results.panelists.length, panelistsOf(people).length)}</span>
      </p>
      <LateBallots />
      <ScaleLegend hasConsensus={results.lines.some(({ consensus }) => consensus !== null)} />
      <ol className={styles['lines']} aria-label="Criteria" data-jump="panel-lines">
        {results.lines.map((line) => (
          <LineOfPanel
            key={line.criterion.id}
            line={line}
            people={people}
            mayEdit={mayEdit}
            hasFinding={has.finding(line)}
            hasCondition={has.condition(line)}
            isNext={{ finding: nextOf('finding') === line.criterion.id, condition: nextOf('condition') === line.criterion.id }}
            isOpen={opened === line.criterion.id}
            onOpen={(isOpen) => setOpened(isOpen ? line.criterion.id : null)}
            onMake={(kind) => make(kind, line.criterion.id)}
          />
        ))}
      </ol>
      <div className={styles['response']}>
        <DraftField
          label="Response of the presenters"
          hint={panel?.respondedBy ? `By ${nameOf(panel.respondedBy, people)}` : ''}
          lines={2}
          value={panel?.response ?? ''}
          isReadOnly={!mayEdit}
          onCommit={respond}
        />
      </div>
    </div>
  )
}

/** Whoever is acted for, if a presenter; else the first of them. */
function presenterOf(people: RecordState['people'], actingAsId: string | null): string | null {
  const presenters = inOrder(people).filter(({ roles }) => roles.includes('presenter'))
  return (presenters.find(({ id }) => id === actingAsId) ?? presenters[0])?.id ?? null
}
