import { today } from '@internationalized/date'
import { useEffect, useState } from 'react'
import { useReview } from './use-review'

const MINUTE_MS = 60_000

/** Today as `YYYY-MM-DD` in the review's zone; changes at midnight there. */
export function useToday(): string {
  const timeZone = useReview((snapshot) => snapshot.record.review['review']?.timeZone ?? 'UTC')
  const [day, setDay] = useState(() => today(timeZone).toString())
  useEffect(() => {
    const read = (): void => setDay(today(timeZone).toString())
    read()
    const timer = setInterval(read, MINUTE_MS)
    return () => clearInterval(timer)
  }, [timeZone])
  return day
}
