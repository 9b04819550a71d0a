import { useEffect, useRef, useState } from 'react'
import type { Countdown } from '../../../shared/timer/countdown'
import { useDevice } from '../../storage/use-device'
import { useReview } from '../../storage/use-review'
import { softSound } from './soft-sound'
import styles from './time-announcer.module.css'
import { useClock } from './use-clock'

/** TIM17: tells each threshold once, to those who do not look; seen by nobody. */
export function TimeAnnouncer() {
  const { countdown } = useClock()
  const title = useReview(({ record }) => record.agenda[countdown.itemId ?? '']?.title ?? '')
  const { device } = useDevice()
  const [words, setWords] = useState('')
  const told = useRef<{ readonly itemId: string | null; readonly keys: Set<string> } | null>(null)
  useEffect(() => {
    const key = `${countdown.phase} ${countdown.allottedMs}`
    // What an item is in already when it is first seen here is no news.
    if (told.current?.itemId !== countdown.itemId) told.current = { itemId: countdown.itemId, keys: new Set([key]) }
    if (told.current.keys.has(key)) return
    told.current.keys.add(key)
    const text = wordsFor(countdown, title)
    if (text === '') return
    setWords(text)
    if (device.timeSound) softSound(countdown.phase === 'overtime' ? 2 : 1)
  }, [countdown, title, device.timeSound])
  return (
    <p className={styles['spoken']} role="status" aria-label="Time">
      {words}
    </p>
  )
}

/** `5 minutes left: Evaluation`; '' while there is nothing to tell. */
function wordsFor({ phase, leftMs }: Countdown, title: string): string {
  if (phase === 'overtime') return `Time is up: ${title}`
  if (phase !== 'warning' && phase !== 'danger') return ''
  const seconds = Math.ceil(leftMs / 1000)
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'} left: ${title}`
}
