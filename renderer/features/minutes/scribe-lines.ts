import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { wordsAtCaret } from './insert-line'
import type { Hint, Outcome, ScribeDesk } from './run-line'
import { runLine, undoLine } from './run-line'

export interface ScribeLinesOptions {
  readonly desk: ScribeDesk | null
  /** What is told at the moment; null: nothing. */
  readonly hint: () => Hint | null
}

/** The line at the caret, when it is a paragraph of its own with the caret at its end; else null. Code, lists and tables are not lines. */
function lineAtCaret(editor: Editor): string | null {
  const { $from, empty } = editor.state.selection
  const { parent } = $from
  const isPlain =
    parent.type.name === 'paragraph' && parent.children.every(({ marks }) => !marks.some(({ type }) => type.name === 'code'))
  const { text, isWhole } = wordsAtCaret(editor)
  return empty && isPlain && isWhole && $from.parentOffset === parent.content.size && text !== '' ? text : null
}

/**
 * SCR6: on Enter a line becomes what it means; Backspace right after gives the words back, and Enter then leaves them text.
 * SCR8: never while an input method composes: its Enter chooses a word.
 */
export const ScribeLines = Extension.create<ScribeLinesOptions>({
  name: 'scribeLines',
  // Before the keys of lists and paragraphs.
  priority: 1000,
  addOptions: () => ({ desk: null, hint: () => null }),
  addProseMirrorPlugins() {
    const { editor } = this
    const { desk, hint } = this.options
    if (!desk) return []
    let made: { readonly state: EditorState; readonly from: number; readonly line: string } | null = null
    let literal: string | null = null

    function enter(line: string): Outcome {
      const from = editor.state.selection.$from.before(1)
      const outcome = runLine(desk as ScribeDesk, editor, line)
      if (outcome === 'changed') made = { state: editor.state, from, line }
      return outcome
    }

    /** Only while nothing else happened: neither text nor caret moved. */
    function turnBack({ state, from, line }: NonNullable<typeof made>): boolean {
      if (!editor.state.doc.eq(state.doc) || !editor.state.selection.eq(state.selection)) return false
      undoLine(desk as ScribeDesk, editor, from)
      literal = line
      return true
    }

    function handleKeyDown(view: { readonly composing: boolean }, event: KeyboardEvent): boolean {
      if (view.composing || event.isComposing || event.keyCode === 229) return false // SCR8
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return false
      const isBare = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
      const told = hint()
      const before = made
      desk?.tell(null)
      made = null
      if (isBare && event.key === 'Tab' && told?.offer) {
        told.offer.run()
        if (before) made = { ...before, state: editor.state }
        return true
      }
      if (isBare && event.key === 'Escape' && told) {
        event.stopPropagation()
        return true
      }
      if (isBare && event.key === 'Backspace' && before) return turnBack(before)
      const line = isBare && event.key === 'Enter' ? lineAtCaret(editor) : null
      if (line === null || line === literal) return false
      literal = null
      return enter(line) === 'changed' // SCR6
    }

    return [new Plugin({ props: { handleKeyDown } })]
  },
})
