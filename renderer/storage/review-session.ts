import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { Refusal, Change } from '../../shared/review/change'
import type { LogLine } from '../../shared/record/commit'
import type { DeskState, RecordState } from '../../shared/record/state'
import type { History, Step, StepText } from '../../shared/record/undo'
import type { VerbInput, VerbName } from '../../shared/record/verbs'
import type { Result } from '../../shared/result'

/** `both`: in IndexedDB and in the journal. `one`: one copy is failing, `problem` says which and why. `none`: nothing was stored; export is offered. */
export interface Saved {
  readonly copies: 'both' | 'saving' | 'one' | 'none'
  readonly problem: string
}

/** Why a review may not be edited here. `elsewhere`: another window has the lease (take over is offered). `newer`: written by a newer program. `deleted`: until it is brought back. */
export type Access = 'editing' | 'elsewhere' | 'newer' | 'deleted'

/** The open review as React sees it. Unchanged entities are the same objects from one snapshot to the next. */
export interface ReviewSnapshot {
  readonly record: RecordState
  readonly desk: DeskState
  readonly saved: Saved
  readonly access: Access
  readonly history: History
  /** What was noticed and mended on opening, in words. */
  readonly notices: readonly string[]
  /** On whose behalf verbs act; null: the operator's own. */
  readonly actingAsId: string | null
  /** The person whose hands are on this window (facilitator or recorder); null before people are entered. */
  readonly operatorId: string | null
}

/** One open review: three documents, kept in both copies, and the one way to act on them. */
export interface ReviewSession {
  readonly reviewId: string
  readonly docs: { readonly record: Y.Doc; readonly minutes: Y.Doc; readonly desk: Y.Doc }
  readonly store: StoreApi<ReviewSnapshot>
  /** Carets and names of the other windows. */
  readonly awareness: Awareness
  /**
   * Runs a verb, applies its changes at once and saves them with their log line as one commit.
   * @param alongside edits the minutes within the same commit (a line that makes a record).
   */
  readonly act: <Name extends VerbName>(name: Name, input: VerbInput<Name>, alongside?: () => void) => Result<Change[], Refusal>
  /** Runs a verb on behalf of that person, whoever is acted for otherwise; the log keeps whose hands it was. */
  readonly actFor: <Name extends VerbName>(personId: string, name: Name, input: VerbInput<Name>) => Result<Change[], Refusal>
  /** Runs a verb that writes minutes too: one commit, and one step of the review that turns both. @param textOf what is written beside these changes. */
  readonly actWithText: <Name extends VerbName>(
    name: Name,
    input: VerbInput<Name>,
    textOf: (changes: readonly Change[]) => StepText,
  ) => Result<Change[], Refusal>
  /** Runs a verb that is nobody's step: it is in the log, not in what can be undone. */
  readonly note: <Name extends VerbName>(name: Name, input: VerbInput<Name>) => void
  /** UND: takes back this window's last step, or says who changed it since. */
  readonly undo: () => Result<Step, Refusal>
  readonly redo: () => Result<Step, Refusal>
  /** For the undo of the text: takes back what `act` changed alongside it; answers the changes that bring it again. */
  readonly retract: (label: string, changes: readonly Change[]) => Result<Change[], Refusal>
  readonly actAs: (personId: string | null) => void
  readonly operateAs: (personId: string | null) => void
  readonly log: () => Promise<LogLine[]>
  readonly takeOver: () => Promise<void>
  /** Resolves when everything so far is stored as far as it can be. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}
