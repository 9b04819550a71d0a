import { useCallback } from 'react'
import { formatClock } from '../../shared/timer/format'
import { wallCountdown, type WallCountdown } from '../../shared/wall/wall-countdown'
import type { WallItem } from '../../shared/wall/wall-schema'
import { useCountdown } from '../ui/use-countdown'

/** WAL4: the countdown of an item as it stands now. */
export function useItemCountdown(time: WallItem['time']): WallCountdown {
  const left = useCallback((now: number) => wallCountdown(time, now).leftMs, [time])
  return wallCountdown(time, useCountdown(left, time.runningSince !== null))
}

export const phaseWords: Readonly<Record<WallCountdown['phase'], string>> = {
  running: '',
  warning: 'Coming to the end',
  danger: 'Nearly over',
  overtime: 'Over time',
  paused: 'Paused',
}

export function clockWords({ leftMs }: WallCountdown): string {
  return formatClock(leftMs)
}
