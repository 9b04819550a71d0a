import type { Context } from '../context'
import type { Result } from '../result'
import type { Change, Refusal } from './change'

/** What every verb answers: small changes that carry their inverse, or the rule that forbids the act. */
export type VerbResult = Result<Change[], Refusal>

/** A domain operation: checks the rules, changes nothing itself. */
export type Verb<State, Input> = (state: State, input: Input, context: Context) => VerbResult
