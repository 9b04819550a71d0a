import { z } from 'zod'
import type { Context } from '../context'
import { addFeedback } from '../feedback/feedback-verbs'
import type { FeedbackItem } from '../feedback/item'
import { fail, ok } from '../result'
import { type Change, refusal } from '../review/change'
import { type Collection, id, inOrder, LONGEST_TEXT } from '../review/fields'
import type { Material } from '../review/materials'
import type { Verb, VerbResult } from '../review/verb'
import { type Criterion, levelsOf } from '../rubric/criterion'
import { assessed, hidden, missing } from '../rubric/outcome-verbs'
import { panelResults, type PanelLine, type Scored } from '../rubric/results'
import type { Panel } from '../rubric/score'
import type { ActionItem } from '../actions/action'
import type { Condition, Decision } from './decision'
import { addCondition, proposeDecision } from './decision-verbs'

interface State {
  readonly record: Scored & {
    readonly panel: Collection<Panel>
    readonly feedback: Collection<FeedbackItem>
    readonly materials: Collection<Material>
    readonly decisions: Collection<Decision>
    readonly conditions: Collection<Condition>
    readonly actions: Collection<ActionItem>
  }
  readonly desk: { readonly feedback: Collection<FeedbackItem> }
}

const LONGEST_CONDITION = 500

function lineOf({ record }: State, criterionId: string): VerbResult | PanelLine {
  if (!record.panel['panel']) return fail(hidden)
  return panelResults(record).lines.find(({ criterion }) => criterion.id === criterionId) ?? fail(missing)
}

/** What would have passed, in the words of the rubric. */
function wanted({ levels, counts, passPoints }: Criterion): string {
  if (counts === 'sum') return ''
  const passing = levelsOf({ levels }).filter(({ points }) => passPoints === null || points >= passPoints)
  return (passPoints === null ? passing.at(-1) : passing[0])?.anchor ?? ''
}

/** How a line stands, in a sentence. */
function standing({ criterion, careful, most }: PanelLine): string {
  const needed = criterion.passPoints === null ? '' : `, ${criterion.passPoints} to pass`
  return careful === null ? `${criterion.name} was not scored` : `${criterion.name}: ${careful} of ${most} points${needed}`
}

export const makeCriterionFindingInput = z.object({ criterionId: id })

/** PAN11: an issue that says where it comes from and what the rubric asks for, once for each criterion. */
export const makeCriterionFinding: Verb<State, z.infer<typeof makeCriterionFindingInput>> = (state, { criterionId }, context) => {
  const line = lineOf(state, criterionId)
  if ('ok' in line) return line
  const { findingId } = line.assessment ?? {}
  if (findingId && state.record.feedback[findingId])
    return fail(refusal('PAN11', 'There is a finding of this criterion already.')) // PAN11
  const note = line.assessment?.note.trim() ?? ''
  const raised = addFeedback(
    state,
    {
      ...{ side: 'reviewer', label: 'issue' },
      text: `${standing(line)}.${note === '' ? '' : ` ${note}`}`.slice(0, LONGEST_TEXT),
      location: `Rubric: ${line.criterion.name}`.slice(0, 500),
      requestedChange: wanted(line.criterion),
    },
    context,
  )
  if (!raised.ok) return raised
  const made = raised.value[0]?.path[1] ?? null
  return ok([...raised.value, ...assessed(state.record.assessments, criterionId, { findingId: made })])
}

export const makeCriterionConditionInput = z.object({ criterionId: id })

/** PAN11: a condition of the proposed decision, and with it its action; where nothing is proposed, the proposal begins with it. */
export const makeCriterionCondition: Verb<State, z.infer<typeof makeCriterionConditionInput>> = (
  state,
  { criterionId },
  context,
) => {
  const line = lineOf(state, criterionId)
  if ('ok' in line) return line
  const { conditionId } = line.assessment ?? {}
  if (conditionId && state.record.conditions[conditionId])
    return fail(refusal('PAN11', 'There is a condition of this criterion already.')) // PAN11
  const open = inOrder(state.record.decisions).findLast(({ status }) => status === 'proposed')
  const proposed = open ? ok([]) : proposeDecision(state, { statement: '', outcome: 'proceed-with-conditions' }, context)
  if (!proposed.ok) return proposed
  return conditioned(state, line, open ?? (proposed.value[0]?.after as unknown as Decision), proposed.value, context)
}

function conditioned(state: State, line: PanelLine, decision: Decision, before: readonly Change[], context: Context): VerbResult {
  const known = { ...state, record: { ...state.record, decisions: { ...state.record.decisions, [decision.id]: decision } } }
  const asked = wanted(line.criterion)
  const text = asked === '' ? standing(line) : `${line.criterion.name}: ${asked}`
  const added = addCondition(known, { decisionId: decision.id, text: text.slice(0, LONGEST_CONDITION) }, context)
  if (!added.ok) return added
  const made = added.value.find(({ path }) => path[0] === 'conditions')?.path[1] ?? null
  return ok([...before, ...added.value, ...assessed(state.record.assessments, line.criterion.id, { conditionId: made })])
}
