import { type Change, invert } from '../review/change'
import { type VerbDocs, stillHolds } from './document'

/** What a step wrote in the minutes and turns with it. */
export interface StepText {
  /** Writes it, for the first time or again. */
  readonly write: () => void
  /** Whether it still stands as it was written. */
  readonly stands: () => boolean
  readonly takeBack: () => void
}

/** One step of this user's history in this window. */
export interface Step {
  readonly label: string
  /** Empty for what cannot be undone. */
  readonly changes: readonly Change[]
  readonly isUndoable: boolean
  readonly text?: StepText
}

/** The review's undo history; what is typed has its own in the editor, never mixed. */
export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const emptyHistory: History = { done: [], undone: [] }
const LONGEST = 200

/** UND1: a new step clears what could be redone. */
export function remember(history: History, step: Step): History {
  return { done: [...history.done, step].slice(-LONGEST), undone: [] } // UND1
}

/** The changes that take the step back, or the change that somebody altered since (UND2). */
export function undoing(docs: VerbDocs, step: Step): { readonly changes: Change[] } | { readonly altered: Change } {
  const altered = step.changes.find((change, at) => isLastOnItsPath(step.changes, at) && !stillHolds(docs, change)) // UND2
  return altered ? { altered } : { changes: invert(step.changes) }
}

/** A path that one step writes twice has to hold its last value only. */
function isLastOnItsPath(changes: readonly Change[], at: number): boolean {
  const change = changes[at]
  return !changes
    .slice(at + 1)
    .some(
      (other) =>
        (other.doc === change?.doc && other.path.every((part, depth) => part === change.path[depth])) || covers(other, change),
    )
}

/** A later change of a field alters the whole entity that an earlier change created. */
function covers(later: Change, earlier: Change | undefined): boolean {
  return later.doc === earlier?.doc && earlier.path.every((part, depth) => part === later.path[depth])
}

export function afterUndo(history: History): History {
  const step = history.done.at(-1)
  return step ? { done: history.done.slice(0, -1), undone: [...history.undone, step] } : history
}

export function afterRedo(history: History): History {
  const step = history.undone.at(-1)
  return step ? { done: [...history.done, step], undone: history.undone.slice(0, -1) } : history
}

/** The step whose undoing redoes `step`: its changes turned round. */
export function redoing(docs: VerbDocs, step: Step): ReturnType<typeof undoing> {
  return undoing(docs, { ...step, changes: invert(step.changes) })
}
