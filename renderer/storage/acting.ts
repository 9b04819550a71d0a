import type { Actor, Context } from '../../shared/context'
import { loggedContext } from '../../shared/record/anonymity'
import { can } from '../../shared/record/can'
import type { LogLine } from '../../shared/record/commit'
import { applyChanges } from '../../shared/record/document'
import { chainOrder, logLine } from '../../shared/record/log'
import { runVerb } from '../../shared/record/run-verb'
import type { ReviewState } from '../../shared/record/state'
import {
  afterRedo,
  afterUndo,
  type History,
  redoing,
  remember,
  type Step,
  type StepText,
  undoing,
} from '../../shared/record/undo'
import { type VerbInput, type VerbName, verbs } from '../../shared/record/verbs'
import { fail, ok, type Result } from '../../shared/result'
import { type Change, type Refusal, refusal } from '../../shared/review/change'
import type { Docs } from './collect'
import type { Draft } from './commits'
import { minutesProof } from './minutes-proof'

export interface ActingOptions {
  readonly docs: Docs
  readonly state: () => ReviewState
  readonly context: () => Context
  /** Why nothing may be written now. */
  readonly refused: () => Refusal | null
  readonly commit: (write: () => void, log: Draft['log']) => void
  readonly lines: () => LogLine[]
  readonly onHistory: (history: History) => void
}

export interface Acting {
  act<Name extends VerbName>(name: Name, input: VerbInput<Name>, alongside?: () => void): Result<Change[], Refusal>
  /** Runs a verb on behalf of that person, whoever is acted for otherwise. */
  actFor<Name extends VerbName>(personId: string, name: Name, input: VerbInput<Name>): Result<Change[], Refusal>
  /** Runs a verb that writes minutes too, as one step. */
  actWithText<Name extends VerbName>(
    name: Name,
    input: VerbInput<Name>,
    textOf: (changes: readonly Change[]) => StepText,
  ): Result<Change[], Refusal>
  /** Runs a verb that is nobody's step. */
  note<Name extends VerbName>(name: Name, input: VerbInput<Name>): void
  undo(): Result<Step, Refusal>
  redo(): Result<Step, Refusal>
  /** Takes changes back that belong to a step of the text; answers those that would bring them again. */
  retract(label: string, changes: readonly Change[]): Result<Change[], Refusal>
}

/** STO15: a verb, its undoing and its redoing are each one commit with one log line. */
export function createActing({ docs, state, context, refused, commit, lines, onHistory }: ActingOptions): Acting {
  let history: History = { done: [], undone: [] }
  const names = new WeakMap<Step, VerbName>()

  function become(next: History): void {
    history = next
    onHistory(history)
  }

  function write(verb: string, changes: readonly Change[], proof: readonly Change[], by: Context, alongside?: () => void): void {
    const logged = loggedContext(changes, state(), by)
    commit(
      () => {
        applyChanges(docs, changes, verb)
        alongside?.()
      },
      (heads) => [logLine(verb, [...changes, ...proof], heads, logged)],
    )
  }

  function run<Name extends VerbName>(
    name: Name,
    input: VerbInput<Name>,
    alongside?: (changes: readonly Change[]) => void,
    onBehalfOf?: string,
  ): Result<Change[], Refusal> {
    const no = refused()
    if (no) return fail(no)
    const by = { ...context(), ...(onBehalfOf !== undefined && { actor: actorOf(state(), onBehalfOf, '') }) }
    const result = runVerb(name, state(), input, by)
    if (result.ok && (result.value.length > 0 || alongside))
      write(
        name,
        result.value,
        minutesProof(name, docs.minutes, state().record),
        by,
        alongside && (() => alongside(result.value)),
      )
    return result
  }

  function keep(name: VerbName, changes: readonly Change[], text?: StepText): void {
    const { label, isUndoable } = verbs[name]
    const step: Step = { label, isUndoable, changes: isUndoable ? changes : [], ...(text && { text }) }
    names.set(step, name)
    become(remember(history, step))
  }

  /** Takes `step` back or does it again, if the rules still allow it and nobody changed it since. */
  function turn(step: Step | undefined, act: 'undo' | 'redo'): Result<Step, Refusal> {
    if (!step) return fail(refusal('UND1', `There is nothing to ${act}.`))
    if (!step.isUndoable) return fail(refusal('UND1', `“${step.label}” cannot be undone.`))
    const by = context()
    const name = names.get(step)
    const no = refused()
    if (no) return fail(no)
    const forbidden = name && can(act === 'undo' && name === 'closeReview' ? 'reopenReview' : name, state(), by)
    if (forbidden && !forbidden.ok) return forbidden
    const turned = act === 'undo' ? undoing(docs, step) : redoing(docs, step)
    if ('altered' in turned) return fail(refusal('UND2', alteredMessage(act, step, turned.altered)))
    const { text } = step
    // SCR16: text and record turn together or not at all.
    if (act === 'undo' && text && !text.stands())
      return fail(refusal('UND2', `“${step.label}” was not undone: the minutes it wrote were changed since.`))
    write(`${act}:${name ?? step.label}`, turned.changes, [], by, act === 'undo' ? text?.takeBack : text?.write)
    return ok(step)
  }

  function alteredMessage(act: string, step: Step, { doc, path }: Change): string {
    const last = chainOrder(lines()).findLast(({ payload }) =>
      payload?.changes.some(
        (one) => one.doc === doc && path.every((part, at) => one.path[at] === undefined || one.path[at] === part),
      ),
    )
    const who = last && nameOf(last.entry.actor)
    return `“${step.label}” was not ${act === 'undo' ? 'undone' : 'done again'}: ${who || 'somebody'} changed it since.`
  }

  function nameOf(ref: string): string {
    return ref.startsWith('name:') ? ref.slice(5) : (state().record.people[ref]?.name ?? '')
  }

  return {
    act(name, input, alongside) {
      const result = run(name, input, alongside)
      // A line of the minutes that makes a record is a step of the text, which undoes both.
      if (result.ok && result.value.length > 0 && !alongside) keep(name, result.value)
      return result
    },
    actFor(personId, name, input) {
      const result = run(name, input, undefined, personId)
      if (result.ok && result.value.length > 0) keep(name, result.value)
      return result
    },
    actWithText(name, input, textOf) {
      let text: StepText | undefined
      const result = run(name, input, (changes) => {
        text = textOf(changes)
        text.write()
      })
      if (result.ok) keep(name, result.value, text)
      return result
    },
    note(name, input) {
      run(name, input)
    },
    undo() {
      const result = turn(history.done.at(-1), 'undo')
      if (result.ok) become(afterUndo(history))
      return result
    },
    retract(label, changes) {
      const no = refused()
      if (no) return fail(no)
      const step: Step = { label, isUndoable: true, changes }
      const turned = undoing(docs, step)
      if ('altered' in turned) return fail(refusal('UND2', alteredMessage('undo', step, turned.altered)))
      write(`undo:${label}`, turned.changes, [], context())
      return ok(turned.changes)
    },
    redo() {
      const result = turn(history.undone.at(-1), 'redo')
      if (result.ok) become(afterRedo(history))
      return result
    },
  }
}

/** The person of this id, or somebody known by name only. */
export function actorOf({ record }: ReviewState, personId: string | null, name: string): Actor {
  const person = personId === null ? undefined : record.people[personId]
  return person ? { personId: person.id, name: person.name } : { personId: null, name }
}
