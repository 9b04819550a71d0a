import type { z } from 'zod'
import type { Context } from '../context'
import { type Result, fail } from '../result'
import { type Change, type Refusal, refusal } from '../review/change'
import { can } from './can'
import type { ReviewState } from './state'
import { type VerbEntry, type VerbInput, type VerbName, verbs } from './verbs'

/** Parses the input, asks `can`, runs the verb. The one way to act on a review. */
export function runVerb<Name extends VerbName>(
  name: Name,
  state: ReviewState,
  input: VerbInput<Name>,
  context: Context,
): Result<Change[], Refusal> {
  const verb = verbs[name] as unknown as VerbEntry<z.ZodType>
  const parsed = verb.input.safeParse(input)
  if (!parsed.success) return fail(refusal('VRB1', inputMessage(verb.label, parsed.error))) // VRB1
  return can(name, state, context, parsed.data) ?? verb.run(state, parsed.data, context)
}

function inputMessage(label: string, error: z.ZodError): string {
  const issue = error.issues[0]
  const field = issue?.path.join('.') ?? ''
  return issue?.code === 'too_big'
    ? `${label}: ${field || 'the text'} is too long. Nothing was changed.`
    : `${label}: ${field} is not usable. Nothing was changed.`
}
