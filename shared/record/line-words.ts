import type { Decision } from '../decision/decision'
import type { LineKind } from '../minutes/extensions'
import { dayWords } from '../review/dates'
import type { RecordState } from './state'
import { verdictWords } from './words'

export interface LineWords {
  /** `Action 4`. */
  readonly label: string
  readonly text: string
  /** Owner and due date, outcome, label. */
  readonly note: string
}

/** What a record line says; null when the record has no such entity. */
export function lineWords(kind: LineKind, id: string, record: RecordState): LineWords | null {
  if (kind === 'action') {
    const action = record.actions[id]
    if (!action) return null
    const owner = action.ownerId === null ? 'no owner' : (record.people[action.ownerId]?.name ?? 'removed person')
    const due = action.due === null ? 'no date' : dayWords(action.due)
    return { label: `Action ${action.number}`, text: action.what, note: `${owner}, ${due}` }
  }
  if (kind === 'decision') {
    const decision = record.decisions[id]
    return decision ? { label: 'Decision', text: decision.statement, note: noteOf(decision) } : null
  }
  const finding = record.feedback[id]
  return finding ? { label: 'Finding', text: finding.text, note: finding.label } : null
}

/** In words: the minutes are read by people who never saw the values. */
const noteOf = (decision: Decision): string => verdictWords(decision) ?? decision.status
