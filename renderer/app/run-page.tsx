import { AgendaColumn } from '../features/agenda/agenda-column'
import { ParkingLot, QuestionQueue } from '../features/agenda/floor'
import { MinutesSheet } from '../features/minutes/minutes-sheet'
import { MeetingLine } from '../features/timer/meeting-line'
import { TimerPanel } from '../features/timer/timer-panel'
import { RollCall } from '../features/people/roll-call'
import { WallStrip } from '../features/wall/wall-strip'
import { pressPlace } from '../ui/press-place'
import { focusPlace, useKeys } from '../ui/use-keys'
import { CloseButton } from './closing'
import { RightColumn } from './right-column'
import styles from './run-page.module.css'

/** The cockpit: all that matters now, without scrolling the page. */
export function RunPage() {
  useKeys({
    question: () => focusPlace('question'),
    park: () => focusPlace('park'),
    prepared: () => pressPlace('prepared'),
    roll: () => pressPlace('roll'),
  })
  return (
    <div className={styles['cockpit']}>
      <div className={styles['left']}>
        <MeetingLine />
        <RollCall />
        <AgendaColumn />
        <CloseButton />
        <QuestionQueue />
        <ParkingLot />
      </div>
      <div className={styles['middle']}>
        <TimerPanel />
        <MinutesSheet />
      </div>
      <RightColumn />
      <div className={styles['foot']}>
        <WallStrip />
      </div>
    </div>
  )
}
