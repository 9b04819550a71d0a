import { z } from 'zod'
import { ok } from '../result'
import { edit } from '../review/change'
import { type Collection, id } from '../review/fields'
import type { Verb } from '../review/verb'
import { appraisalSchema } from './appraisal'
import type { Decision } from './decision'
import { notProposed } from './decision-verbs'

interface State {
  readonly record: { readonly decisions: Collection<Decision> }
}

export const appraiseInput = z.object({ decisionId: id, personId: id, appraisal: appraisalSchema.nullable() })

/** DEC9: what a member of the panel says; null takes it back. */
export const appraise: Verb<State, z.infer<typeof appraiseInput>> = (state, { decisionId, personId, appraisal }) => {
  const decision = state.record.decisions[decisionId]
  const refused = notProposed(decision)
  if (refused || !decision) return refused ?? ok([])
  const others = decision.appraisals.filter((one) => one.personId !== personId)
  return ok(edit('decisions', decision, { appraisals: appraisal === null ? others : [...others, { personId, appraisal }] }))
}
