import { useCallback } from 'react'
import { formatClock } from '../../shared/timer/format'
import { wallCountdown, type WallCountdown, type WallItem } from '../../shared/wall/wall-view'
import { useCountdown } from '../ui/use-countdown'

/** WAL4: the countdown of an item as it stands now. */
export function useItemCountdown(time: WallItem['time']): WallCountdown {
  const { allottedMs, spentMs, runningSince, clockOffsetMs } = time
  const left = useCallback(
    (now: number) => wallCountdown({ allottedMs, spentMs, runningSince, clockOffsetMs }, now).leftMs,
    [allottedMs, spentMs, runningSince, clockOffsetMs],
  )
  return wallCountdown(time, useCountdown(left, runningSince !== null))
}

export const phaseWords: Readonly<Record<WallCountdown['phase'], string>> = {
  running: '',
  warning: 'Coming to the end',
  danger: 'Last minute',
  overtime: 'Over time',
  paused: 'Paused',
}

export function clockWords({ leftMs }: WallCountdown): string {
  return formatClock(leftMs)
}
