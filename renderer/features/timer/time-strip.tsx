import { useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { formatMinutes } from '../../../shared/timer/format'
import { offerOf, type TimeOffer } from '../../../shared/timer/offer'
import type { TakeTime } from '../../../shared/timer/take-time'
import type { Act } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { TextField } from '../../ui/text-field'
import { TakeMenu } from './take-menu'
import styles from './time-strip.module.css'
import type { Clock } from './use-clock'

/** What is being typed in the strip. */
export type TimeForm = 'set' | 'park'

/** Offers that were answered in this window by letting things go on. */
const answered = createStore<readonly string[]>(() => [])

interface TimeStripProps {
  readonly clock: Clock
  readonly form: TimeForm | null
  readonly onForm: (form: TimeForm | null) => void
  readonly isOff: boolean
  readonly attempt: Act
}

/** One line that is always there: when the item began and will end, and what can be done about time once that matters (TIM18). */
export function TimeStrip({ clock, form, onForm, isOff, attempt }: TimeStripProps) {
  const scheduledStart = useReview(({ record }) => record.review['review']?.scheduledStart ?? null)
  const passed = useStore(answered)
  const offer = offerOf(clock.timeline, clock.countdown, clock.projection, scheduledStart)
  return (
    <div className={styles['strip']} role="group" aria-label="About time">
      {form !== null ? (
        <Form key={form} form={form} onDone={() => onForm(null)} attempt={attempt} />
      ) : isOff || !offer || passed.includes(offer.key) ? (
        <ClockTimes clock={clock} />
      ) : (
        <Offer offer={offer} clock={clock} attempt={attempt} onPark={() => onForm('park')} />
      )}
    </div>
  )
}

/** Clock times of the running item. */
function ClockTimes({ clock: { countdown, projection, now } }: { readonly clock: Clock }) {
  const timeZone = useReview(({ record }) => record.review['review']?.timeZone ?? 'UTC')
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  const { itemId, leftMs, phase } = countdown
  const startsAt = itemId === null ? undefined : projection.startsAt[itemId]
  if (startsAt === undefined) return null
  const end = phase === 'overtime' ? 'its time was up' : phase === 'paused' ? 'would end' : 'ends'
  return (
    <span data-figures="">
      Began {clock.format(startsAt)}, {end} {clock.format(now + leftMs)}
    </span>
  )
}

interface OfferProps {
  readonly offer: TimeOffer
  readonly clock: Clock
  readonly attempt: Act
  readonly onPark: () => void
}

function Offer({ offer, clock, attempt, onPark }: OfferProps) {
  const timeZone = useReview(({ record }) => record.review['review']?.timeZone ?? 'UTC')
  const agenda = useReview(({ record }) => record.agenda)
  const { itemId } = clock.countdown
  const letPass = () => answered.setState((keys) => [...keys, offer.key], true)
  const take: TakeTime = { itemId: offer.kind === 'late' ? null : itemId, byMs: offer.byMs }
  const menu = (words: string) => (
    <TakeMenu
      clock={clock}
      take={take}
      onTake={({ fromIds, ...rest }) => void attempt('takeTime', { ...rest, ...(fromIds && { fromIds: [...fromIds] }) })}
      trigger={
        <Button>
          {words}
          <Icon name="chevron-down" />
        </Button>
      }
    />
  )
  const lateWords = `${formatMinutes(offer.byMs)} min`
  if (offer.kind === 'late')
    return (
      <>
        <span data-figures="">Began {lateWords} late.</span>
        {menu('Keep the end')}
        <Button onPress={() => void attempt('moveEnd', { byMs: offer.byMs })}>
          {`Move it to ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(clock.projection.endsAt)}`}
        </Button>
        <IconButton icon="close" label="Leave it so" onPress={letPass} />
      </>
    )
  return (
    <>
      <Button onPress={letPass}>Let the end slip</Button>
      {menu(`Take ${formatMinutes(offer.byMs)} min`)}
      {itemId !== null && agenda[itemId]?.kind !== 'break' && <Button onPress={onPark}>Park the topic</Button>}
    </>
  )
}

const forms = {
  set: { label: 'Minutes left', act: 'Set' },
  park: { label: 'What is parked', act: 'Park and go on' },
} as const

/** A word or number, typed in place of the line. */
function Form({ form, onDone, attempt }: { readonly form: TimeForm; readonly onDone: () => void; readonly attempt: Act }) {
  const [text, setText] = useState('')
  const { label, act } = forms[form]
  const minutes = /^\d{1,3}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null
  const isReady = form === 'set' ? minutes !== null : text.trim() !== ''
  const send = () => {
    if (!isReady) return
    const refused =
      form === 'set' ? attempt('setTimeLeft', { leftMs: Math.round((minutes ?? 0) * 60_000) }) : attempt('parkAndGoOn', { text })
    if (refused === null) onDone()
  }
  return (
    <>
      <div className={styles[form]}>
        <TextField
          label={label}
          isLabelHidden
          placeholder={label}
          value={text}
          onChange={setText}
          onEnter={send}
          onEscape={onDone}
          maxLength={form === 'set' ? 5 : 500}
          autoFocus
        />
      </div>
      <Button isDisabled={!isReady} onPress={send}>
        {act}
      </Button>
      <IconButton icon="close" label="Cancel" onPress={onDone} />
    </>
  )
}
