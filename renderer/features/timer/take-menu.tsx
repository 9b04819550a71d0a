import type { ReactElement } from 'react'
import { numbersOf } from '../../../shared/agenda/outline'
import { type Share, sharesOf, type TakeTime } from '../../../shared/timer/take-time'
import { useReview } from '../../storage/use-review'
import { Menu } from '../../ui/menu'
import type { Clock } from './use-clock'

interface TakeMenuProps {
  readonly clock: Clock
  readonly take: TakeTime
  readonly trigger: ReactElement
  readonly onTake: (take: TakeTime) => void
}

/** TIM13: from whom time would be taken and how much, before it is: from all to come, or from one of them. */
export function TakeMenu({ clock: { timeline, now }, take, trigger, onTake }: TakeMenuProps) {
  const agenda = useReview(({ record }) => record.agenda)
  const numbers = numbersOf(agenda)
  const all = sharesOf(agenda, timeline, now, take)
  const whole = (shares: readonly Share[]) => minutes(shares.reduce((sum, { byMs }) => sum + byMs, 0))
  const one = all.map(({ itemId }) => ({ itemId, shares: sharesOf(agenda, timeline, now, { ...take, fromIds: [itemId] }) }))
  return (
    <Menu
      label="Take time from"
      trigger={trigger}
      placement="bottom start"
      entries={
        all.length === 0
          ? [{ key: 'none', label: 'No item to come has more than a minute.', isDisabled: true, onChoose: () => undefined }]
          : [
              {
                key: 'all',
                label: `${whole(all)} min from all: ${all.map(({ itemId, byMs }) => `item ${numbers.get(itemId) ?? ''} \u2212${minutes(byMs)}`).join(', ')}`,
                onChoose: () => onTake(take),
              },
              null,
              ...one.map(({ itemId, shares }) => ({
                key: itemId,
                label: `${numbers.get(itemId) ?? ''} ${agenda[itemId]?.title ?? ''}`,
                note: `\u2212${whole(shares)} min`,
                onChoose: () => onTake({ ...take, fromIds: [itemId] }),
              })),
            ]
      }
    />
  )
}

/** `3`, `0.5`: minutes with one decimal where there are seconds. */
function minutes(ms: number): string {
  return String(Math.round(ms / 6_000) / 10)
}
