import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react'
import { formatClock } from '../../../shared/timer/format'
import { focusOn, setTimeBox, useFocused } from '../../storage/focused'
import { useSession } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Select } from '../../ui/select'
import { focusPart } from '../../ui/keep-focus'
import { useCountdown } from '../../ui/use-countdown'
import { takesText, useKeys } from '../../ui/use-keys'
import styles from './board.module.css'

const MINUTE_MS = 60_000
const boxes = [0, 1, 2, 3, 5, 10] as const

export interface OneByOneProps {
  /** The items that are gone through, in their order. */
  readonly ids: readonly string[]
  /** The one that is shown. */
  readonly at: number
  readonly children: ReactNode
}

/** FB11: one item at a time, with a time box that only tells. */
export function OneByOne({ ids, at, children }: OneByOneProps) {
  const { reviewId } = useSession()
  const { since, boxMs } = useFocused(reviewId)
  const turn = (by: number) => {
    const to = ids[at + by]
    if (to !== undefined) focusOn(reviewId, to)
  }
  useKeys({ feedbackNext: () => turn(1), feedbackBack: () => turn(-1), feedbackFocus: () => focusOn(reviewId, null) })
  const box = useRef<HTMLDivElement>(null)
  const id = ids[at]
  // FB20: at what comes next in the life of the item that is turned to.
  useLayoutEffect(() => {
    if (takesText(document.activeElement)) return
    const next = box.current?.querySelector<HTMLElement>('[data-life] button')
    if (next) next.focus()
    else focusPart(box.current)
  }, [id])
  return (
    <div ref={box} className={styles['one']} role="group" aria-label="One by one">
      <div className={styles['tools']}>
        <IconButton icon="left" label="The item before" isDisabled={at <= 0} onPress={() => turn(-1)} />
        <span data-figures="">{`${at + 1} of ${ids.length}`}</span>
        <IconButton icon="right" label="The next item" isDisabled={at >= ids.length - 1} onPress={() => turn(1)} />
        <TimeBox key={since} since={since} boxMs={boxMs} />
        <Select<string>
          label="Time for each"
          isLabelHidden
          isBare
          options={boxes.map((minutes) => ({ key: String(minutes), label: minutes === 0 ? 'No limit' : `${minutes} min` }))}
          value={String(boxMs / MINUTE_MS)}
          onChange={(minutes) => setTimeBox(Number(minutes) * MINUTE_MS)}
        />
        <Button onPress={() => focusOn(reviewId, null)}>Board</Button>
      </div>
      <ol className={styles['card']} aria-label="Feedback">
        {children}
      </ol>
    </div>
  )
}

/** What is left for the item, or how much more it took. */
function TimeBox({ since, boxMs }: { readonly since: number; readonly boxMs: number }) {
  const leftAt = useCallback((now: number) => since + boxMs - now, [since, boxMs])
  const left = leftAt(useCountdown(leftAt, true))
  if (boxMs === 0) return <span className={styles['box']} />
  return (
    <span className={cx(styles['box'], left < 0 && styles['over'])} role="timer" data-figures="">
      {left < 0 ? `${formatClock(-left)} over` : `${formatClock(left)} left`}
    </span>
  )
}
