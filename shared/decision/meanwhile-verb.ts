import { z } from 'zod'
import { fail, ok } from '../result'
import { type Change, create, refusal, remove } from '../review/change'
import { type Collection, id } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Verb } from '../review/verb'
import type { Acceptance, Meanwhile } from './acceptance'
import { type Condition, type Decision, decisionSchema } from './decision'

interface State {
  readonly record: {
    readonly decisions: Collection<Decision>
    readonly conditions: Collection<Condition>
    readonly acceptances: Collection<Acceptance>
  }
}

export const settleMeanwhileInput = z.object({
  decisionId: id,
  /** Makes a new proposal of what was written; else it is left out. */
  proposes: z.boolean(),
})

/** DEC14: what another window wrote while a decision was accepted becomes a proposal of its own, or goes; the decision stays as it was accepted. */
export const settleMeanwhile: Verb<State, z.infer<typeof settleMeanwhileInput>> = (
  { record },
  { decisionId, proposes },
  { newId, now },
) => {
  const decision = record.decisions[decisionId]
  const meanwhile = record.acceptances[decisionId]?.meanwhile
  if (!decision || !meanwhile) return fail(refusal('DEC14', 'Nothing else was written while it was accepted.')) // DEC14
  const proposal = proposes ? proposalOf(decision, meanwhile, newId(), record.decisions, now) : null
  return ok([
    ...(proposal ? [create('decisions', proposal)] : []),
    ...(meanwhile.isRemoved ? [create('decisions', decision)] : []),
    ...Object.entries(meanwhile.edits).map(([field, before]): Change => ({
      doc: 'record',
      path: ['decisions', decisionId, field],
      before: before,
      after: decision[field as keyof Decision],
    })),
    ...meanwhile.added.map((condition): Change =>
      proposal
        ? {
            doc: 'record',
            path: ['conditions', condition.id, 'decisionId'],
            before: condition.decisionId,
            after: proposal.id,
          }
        : remove('conditions', condition),
    ),
    ...meanwhile.removed.map((condition) => create('conditions', condition)),
  ])
}

function proposalOf(
  decision: Decision,
  { edits }: Meanwhile,
  proposalId: string,
  decisions: Collection<Decision>,
  now: number,
): Decision {
  return decisionSchema.parse({
    ...decision,
    ...edits,
    ...{ id: proposalId, order: orderAtEnd(decisions), proposedAt: now },
    ...{ status: 'proposed', acceptedAt: null, supersededById: null, quorum: null },
  })
}
