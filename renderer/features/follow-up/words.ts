import type { Outcome } from '../../../shared/decision/decision'
import type { IconName } from '../../ui/icon-paths'
import type { Tone } from '../../ui/status'

export const outcomeLooks: Readonly<Record<Outcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  proceed: { tone: 'ok', icon: 'check' },
  'proceed-with-conditions': { tone: 'warn', icon: 'check' },
  rework: { tone: 'warn', icon: 'back' },
  hold: { tone: 'warn', icon: 'pause' },
  stop: { tone: 'danger', icon: 'stop' },
}
