import { useState } from 'react'
import { numbersOf, stepsOf } from '../../../shared/agenda/outline'
import type { TimerPhase } from '../../../shared/timer/countdown'
import { formatClock } from '../../../shared/timer/format'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { useStart } from '../../storage/use-start'
import { Button, IconButton } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Menu } from '../../ui/menu'
import { Status, type Tone } from '../../ui/status'
import { keyTable } from '../../ui/key-table'
import { pressKey, useKeys } from '../../ui/use-keys'
import { ItemNote } from './item-note'
import { ItemMaterials } from './item-materials'
import { Playbook } from './playbook'
import { type TimeForm, TimeStrip } from './time-strip'
import styles from './timer-panel.module.css'
import { useClock } from './use-clock'

const phaseWords: Readonly<Record<TimerPhase, { readonly word: string; readonly tone: Tone }>> = {
  idle: { word: 'Not running', tone: 'neutral' },
  running: { word: 'Running', tone: 'ok' },
  warning: { word: 'Coming to the end', tone: 'warn' },
  danger: { word: 'Nearly over', tone: 'danger' },
  overtime: { word: 'Over time', tone: 'overtime' },
  paused: { word: 'Paused', tone: 'neutral' },
}

const MINUTE_MS = 60_000
/** Minutes added by one press, and those of a break. */
const STEPS = [-1, 1, 5]
const BREAKS = [5, 10, 15]

/** The active item with its countdown, and what is pressed during the meeting. */
export function TimerPanel() {
  const agenda = useReview(({ record }) => record.agenda)
  const isOver = useReview(({ record }) => ['follow-up', 'closed'].includes(record.review['review']?.status ?? ''))
  const people = useReview(({ record }) => record.people)
  const clock = useClock()
  const { countdown, timeline } = clock
  const [form, setForm] = useState<TimeForm | null>(null)
  const { mayEdit } = useMayEdit()
  const { error, attempt, note } = useTry()
  const start = useStart()
  const items = stepsOf(agenda)
  const active = countdown.itemId === null ? undefined : agenda[countdown.itemId]
  const hasBegun = timeline.stretches.length > 0
  const next = items.find((item) => item.status === 'pending' && item.id !== countdown.itemId)
  /** What runs, or what the next press starts. */
  const shown = active ?? next
  const isDone = !shown && items.length > 0
  const { word, tone } = phaseWords[countdown.phase]
  const share = countdown.allottedMs === 0 ? 0 : Math.min(1, Math.max(0, countdown.spentMs / countdown.allottedMs))
  const isOff = !mayEdit
  const goOn = () => void (active || hasBegun ? attempt('nextItem', {}) : next && note(start(next.id)))
  const extend = (minutes: number) => void (active && attempt('extendTimer', { itemId: active.id, byMs: minutes * MINUTE_MS }))
  const takeBreak = (minutes: number) => void (hasBegun && attempt('takeBreak', { plannedMs: minutes * MINUTE_MS }))
  useKeys(
    isOff
      ? {}
      : {
          next: () => {
            if (active || next) goOn()
          },
          pause: () => void (active && attempt(timeline.isPaused ? 'resumeTimer' : 'pauseTimer', {})),
          extend: () => extend(1),
          extendFive: () => extend(5),
          shorten: () => extend(-1),
          setTime: () => void (active && setForm('set')),
          break: () => takeBreak(10),
          back: () => void (active && attempt('previousItem', {})),
        },
  )
  return (
    <section className={styles['panel']} aria-label="Timer" data-phase={countdown.phase}>
      <div className={styles['head']}>
        <h2 title={shown?.title}>
          {shown && <span className={styles['number']}>{numbersOf(agenda).get(shown.id)}</span>}
          <span dir="auto">
            {shown?.title ?? (items.length === 0 ? 'No agenda yet' : isOver ? 'The meeting has ended' : 'No item is left')}
          </span>
        </h2>
        {shown && <ItemNote key={shown.id} itemId={shown.id} />}
      </div>
      <div className={styles['time']}>
        {shown && (
          <span className={styles['left']} role="timer" aria-label="Time left" data-figures="">
            {formatClock(active ? countdown.leftMs : shown.plannedMs)}
          </span>
        )}
        <span className={styles['of']} data-figures="">
          {active
            ? `of ${formatClock(countdown.allottedMs)}`
            : shown
              ? `planned, ${hasBegun ? 'next' : 'first'} of ${items.length}`
              : items.length > 0
                ? isOver
                  ? 'What was decided and agreed goes on in Follow up.'
                  : 'End the meeting, or go back to an item.'
                : 'Enter its items under Prepare.'}
        </span>
        {shown?.presenterId && (
          <span className={styles['presenter']} dir="auto">
            {people[shown.presenterId]?.name ?? 'removed person'}
          </span>
        )}
        <span className={styles['phase']}>
          <Status tone={tone}>{word}</Status>
        </span>
      </div>
      <Playbook item={shown} />
      <svg className={styles['bar']} viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['track']} width="1000" height="6" />
        <rect className={styles['spent']} width={Math.round(share * 1000)} height="6" />
      </svg>
      <div className={styles['line']}>
        <TimeStrip clock={clock} form={active ? form : null} onForm={setForm} isOff={isOff} attempt={attempt} />
        <ItemMaterials item={shown} />
      </div>
      <div className={styles['acts']}>
        {active ? (
          <>
            {timeline.isPaused ? (
              <Button size="large" icon="play" isDisabled={isOff} onPress={() => void attempt('resumeTimer', {})}>
                Resume
              </Button>
            ) : (
              <Button size="large" icon="pause" isDisabled={isOff} onPress={() => void attempt('pauseTimer', {})}>
                Pause
              </Button>
            )}
            {STEPS.map((minutes) => (
              <Button key={minutes} size="large" isDisabled={isOff} onPress={() => extend(minutes)}>
                {minutes < 0 ? `\u2212${-minutes}` : `+${minutes}`}
              </Button>
            ))}
            <Button size="large" icon="back" isDisabled={isOff} onPress={() => void attempt('previousItem', {})}>
              Back
            </Button>
          </>
        ) : null}
        {hasBegun && !isOver && (
          <Menu
            label="More about time"
            placement="bottom start"
            trigger={<IconButton size="large" icon="more" label="More about time" isDisabled={isOff} />}
            entries={[
              ...(active
                ? [
                    { key: 'set', label: 'Set the time left', keys: '=', onChoose: () => setForm('set') },
                    { key: 'park', label: 'Park the topic and go on', onChoose: () => setForm('park') },
                    null,
                  ]
                : []),
              ...BREAKS.map((minutes) => ({
                key: `break-${minutes}`,
                label: `Break, ${minutes} minutes`,
                ...(minutes === 10 ? { keys: 'Z Z' } : {}),
                onChoose: () => takeBreak(minutes),
              })),
            ]}
          />
        )}
        <span className={styles['gap']} />
        {isDone ? (
          isOver ? (
            <Button size="large" look="primary" icon="right" onPress={() => void pressKey(keyTable.goFollowUp.key)}>
              Follow up
            </Button>
          ) : (
            <>
              <Button size="large" isDisabled={isOff} onPress={() => void attempt('endMeeting', {})}>
                End the meeting
              </Button>
              <Button
                size="large"
                look="primary"
                icon="stop"
                isDisabled={isOff}
                onPress={() => void pressKey(keyTable.close.key)}
              >
                Close
              </Button>
            </>
          )
        ) : (
          <Button
            size="large"
            look="primary"
            icon={active ? 'next' : 'play'}
            isDisabled={isOff || (!active && !next)}
            onPress={goOn}
          >
            {!active ? (hasBegun ? 'Go on' : 'Start') : next ? 'Next item' : 'End item'}
          </Button>
        )}
      </div>
      {error && <Refused>{error}</Refused>}
    </section>
  )
}
