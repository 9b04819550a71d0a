import { useState } from 'react'
import { outcomeOfTopic } from '../../../../shared/actions/topic-verbs'
import { numbersOf, stepsOf } from '../../../../shared/agenda/outline'
import { exitCriteria } from '../../../../shared/decision/closing-steps'
import { itemStatusWords, nameOf } from '../../../../shared/record/words'
import { inOrder } from '../../../../shared/review/fields'
import { timelineOf } from '../../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../../storage/use-act'
import { useReview } from '../../../storage/use-review'
import { Empty } from './empty'
import { ASKS, type ChoiceRow, ChoiceRows } from './choice-rows'
import { WaiverForm } from './waiver-form'

/** CLO2: every parked topic, and what became of it. */
export function ParkingStep() {
  const { parking, actions } = useReview(({ record }) => record)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const rows = inOrder(parking).map((topic): ChoiceRow<'action' | 'carried' | 'settled'> => {
    const outcome = outcomeOfTopic(topic, actions)
    const words = { open: 'Open', settled: 'Settled', carried: 'Carried', action: '' } as const
    return {
      id: topic.id,
      text: topic.text,
      isLeft: outcome.kind === 'open',
      chosen: outcome.kind === 'open' ? null : outcome.kind,
      outcome:
        outcome.kind === 'open'
          ? { words: 'Open', tone: 'warn', icon: 'warning' }
          : {
              words: outcome.kind === 'action' ? `Action ${outcome.action.number}` : words[outcome.kind],
              tone: 'ok',
              icon: 'check',
            },
    }
  })
  if (rows.length === 0) return <Empty>Nothing was parked.</Empty>
  return (
    <ChoiceRows
      label="Parked topics"
      rows={rows}
      isOff={!mayEdit}
      choices={[
        { key: 'action', label: 'Action' },
        { key: 'carried', label: 'Carry' },
        { key: 'settled', label: 'Settle' },
      ]}
      onChoose={({ id: topicId }, key) =>
        key === 'action'
          ? act('makeTopicAction', { topicId })
          : key === 'carried'
            ? act('carryTopic', { topicId, carried: true })
            : act('settleTopic', { topicId, settled: true })
      }
    />
  )
}

/** CLO3: items that were not reached when the step was opened, and those that are not now. Carrying is what ending the meeting does anyway, so it is first. */
export function AgendaStep() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { activeItemId } = timelineOf(timer)
  const timed = new Set(Object.values(timer).flatMap((event) => (event.kind === 'started' ? [event.itemId] : [])))
  const numbers = numbersOf(agenda)
  const rows = stepsOf(agenda)
    // CLO1: a break is nothing to be discussed.
    .filter(({ id, status, kind }) => kind !== 'break' && id !== activeItemId && (status !== 'discussed' || !timed.has(id)))
    .map(({ id, title, status }): ChoiceRow<'carried' | 'deferred' | 'discussed'> => {
      const isLeft = status === 'pending'
      return {
        id,
        mark: numbers.get(id) ?? '',
        text: title,
        isLeft,
        chosen: status === 'pending' ? null : status,
        outcome: isLeft
          ? { words: 'Not discussed', tone: 'warn', icon: 'warning' }
          : { words: itemStatusWords[status], tone: 'ok', icon: 'check' },
      }
    })
  if (rows.length === 0) return <Empty>Every item of the agenda was discussed.</Empty>
  return (
    <>
      <Empty>Enter carries an item to the next review. Ending the meeting carries those that are left.</Empty>
      <ChoiceRows
        label="Agenda items not discussed"
        rows={rows}
        isOff={!mayEdit}
        choices={[
          { key: 'carried', label: 'Carry' },
          { key: 'deferred', label: 'Defer' },
          { key: 'discussed', label: 'Discussed' },
        ]}
        onChoose={({ id: itemId }, status) => act('markItem', { itemId, status })}
      />
    </>
  )
}

const answers = {
  open: { words: 'Not answered', tone: 'warn', icon: 'warning' },
  met: { words: 'Met', tone: 'ok', icon: 'check' },
  'not-met': { words: 'Not met', tone: 'danger', icon: 'close' },
  waived: { words: 'Waived', tone: 'neutral', icon: 'flag' },
} as const

/** Exit criteria, each met, not met, or waived by somebody with a reason (RDY2). */
export function ExitStep() {
  const gateCriteria = useReview(({ record }) => record.gateCriteria)
  const people = useReview(({ record }) => record.people)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const [waiving, setWaiving] = useState<string | null>(null)
  const rows = exitCriteria({ gateCriteria }).map(
    ({ id, text, status, waivedBy, reason }): ChoiceRow<'met' | 'not-met' | 'waived'> => ({
      id,
      text,
      note: status === 'waived' ? `Waived by ${nameOf(waivedBy, people)}: ${reason}` : '',
      isLeft: status === 'open',
      chosen: waiving === id ? 'waived' : status === 'open' ? null : status,
      outcome: answers[status],
      ...(waiving === id && { more: <WaiverForm criterionId={id} onDone={() => setWaiving(null)} /> }),
    }),
  )
  if (rows.length === 0) return <Empty>This review has no exit criteria. They are entered in Prepare, under Readiness.</Empty>
  return (
    <ChoiceRows
      label="Exit criteria"
      rows={rows}
      isOff={!mayEdit}
      choices={[
        { key: 'met', label: 'Met' },
        { key: 'not-met', label: 'Not met' },
        { key: 'waived', label: 'Waive' },
      ]}
      onChoose={({ id: criterionId }, status) => {
        setWaiving(status === 'waived' ? criterionId : null)
        return status === 'waived' ? ASKS : act('decideGateCriterion', { criterionId, status })
      }}
    />
  )
}
