import type { OwnLimits } from '../../../shared/timer/countdown'
import { Select } from '../../ui/select'

interface ThresholdsProps {
  readonly limits: OwnLimits
  readonly usual: Readonly<Record<keyof OwnLimits, string>>
  readonly isDisabled: boolean
  readonly onChange: (patch: Partial<OwnLimits>) => void
}

const MINUTE_MS = 60_000
const choices = [0.5, 1, 2, 3, 5, 10, 15].map((minutes) => ({ key: String(minutes * MINUTE_MS), label: wordsOf(minutes) }))
const labels: Readonly<Record<keyof OwnLimits, string>> = { warningMs: 'Time: coming to the end', dangerMs: 'Time: nearly over' }

/** TIM11: how long before the end of an item its time turns. */
export function Thresholds({ limits, usual, isDisabled, onChange }: ThresholdsProps) {
  return (['warningMs', 'dangerMs'] as const).map((name) => (
    <Select
      key={name}
      label={labels[name]}
      isDisabled={isDisabled}
      value={limits[name] === null ? '' : String(limits[name])}
      onChange={(key) => onChange({ [name]: key === '' ? null : Number(key) })}
      options={[{ key: '', label: usual[name] }, ...withOwn(limits[name])]}
    />
  ))
}

/** The choices, and what was set otherwise, by a template for instance. */
function withOwn(ms: number | null) {
  if (ms === null || choices.some(({ key }) => key === String(ms))) return choices
  return [...choices, { key: String(ms), label: wordsOf(Math.round(ms / 6_000) / 10) }]
}

function wordsOf(minutes: number): string {
  return minutes === 0.5 ? '30 s before the end' : `${minutes} min before the end`
}
