import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Change } from '../../../shared/review/change'
import type { ReviewSession } from '../../storage/review-session'

/** What a step of the text has in common with the record. */
interface Tied {
  readonly label: string
  readonly changes: readonly Change[]
}

const TIED = 'changes'

/** One undo history per fragment, kept for the life of the window, also while another section has the caret. */
export interface TextHistories {
  of(fragment: Y.XmlFragment): Y.UndoManager
  /** The next step of this fragment's text belongs together with these changes of the record. */
  tie(fragment: Y.XmlFragment, tied: Tied): void
}

/** @param onRefused is told in words why a step cannot be taken back or brought again. */
export function createTextHistories(session: ReviewSession, onRefused: (why: string) => void = () => undefined): TextHistories {
  const managers = new Map<Y.XmlFragment, Y.UndoManager>()

  function create(fragment: Y.XmlFragment): Y.UndoManager {
    const manager = new Y.UndoManager(fragment, { trackedOrigins: new Set([ySyncPluginKey]), captureTimeout: 500 })
    // Popping a step takes its changes of the record back too, and hands the way forth to the opposite stack.
    manager.on('stack-item-popped', ({ stackItem, type }) => {
      const tied = stackItem.meta.get(TIED) as Tied | undefined
      if (!tied) return
      const turned = session.retract(tied.label, tied.changes)
      const [stack, opposite] = type === 'undo' ? [manager.undoStack, manager.redoStack] : [manager.redoStack, manager.undoStack]
      if (turned.ok) return void opposite.at(-1)?.meta.set(TIED, { label: tied.label, changes: turned.value })
      // MIN5: text and record turn together or not at all: the text goes back to where it was.
      queueMicrotask(() => {
        if (type === 'undo') manager.redo()
        else manager.undo()
        stack.at(-1)?.meta.set(TIED, tied)
        onRefused(turned.error.message)
      })
    })
    return manager
  }

  function of(fragment: Y.XmlFragment): Y.UndoManager {
    const manager = managers.get(fragment) ?? create(fragment)
    managers.set(fragment, manager)
    return manager
  }

  return {
    of,
    tie(fragment, tied) {
      const manager = of(fragment)
      manager.undoStack.at(-1)?.meta.set(TIED, tied)
      manager.stopCapturing()
    },
  }
}
