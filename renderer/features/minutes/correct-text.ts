import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { LineKind } from '../../../shared/minutes/extensions'
import { lineWords } from '../../../shared/record/line-words'
import type { ReviewSession } from '../../storage/review-session'
import type { TextHistories } from './undo-managers'

export interface Correction {
  readonly old: string
  readonly new: string
  readonly isEverywhere: boolean
}

export interface CorrectedText {
  readonly session: ReviewSession
  readonly histories: TextHistories
  readonly fragment: Y.XmlFragment
}

/** Where `old` is said: a block, as the positions of it, or the line of a record, as its words. */
type Said =
  { readonly places: readonly number[] } | { readonly kind: LineKind; readonly id: string; readonly words: string } | null

/**
 * SCR7: corrects the nearest block or record line above the caret that says `old`, code left alone, and takes the line that asks for it away: one
 * step of the text. Answers null, or in words why nothing was changed.
 */
export function correctBefore(text: CorrectedText, editor: Editor, correction: Correction): string | null {
  const { old, new: by, isEverywhere } = correction
  const { tr, selection } = editor.state
  const manager = text.histories.of(text.fragment)
  const said = nearestSaid(editor, old, text.session)
  if (said === null) return `Nothing above says "${old}".`
  manager.stopCapturing()
  tr.delete(selection.$from.start(), selection.$from.end())
  if ('places' in said) {
    for (const at of isEverywhere ? said.places.toReversed() : said.places.slice(0, 1))
      if (by === '') tr.delete(at, at + old.length)
      else tr.insertText(by, at, at + old.length)
    editor.view.dispatch(tr)
  } else {
    const words = isEverywhere ? said.words.replaceAll(old, () => by) : said.words.replace(old, () => by)
    const edited = editLine(text.session, said.kind, said.id, words, () => editor.view.dispatch(tr))
    if (!edited.ok) return edited.error.message
    text.histories.tie(text.fragment, { label: `Correct ${said.kind}`, changes: edited.value }) // MIN5
  }
  manager.stopCapturing()
  return null
}

function nearestSaid({ state: { doc, selection } }: Editor, old: string, { store }: ReviewSession): Said {
  const own = selection.$from.before(selection.$from.depth)
  let nearest: Said = null
  doc.nodesBetween(0, own, (node, position) => {
    if (position >= own) return
    if (node.type.name === 'recordLine') {
      const { kind, id } = node.attrs as { kind: LineKind; id: string }
      const words = lineWords(kind, id, store.getState().record)?.text ?? ''
      if (words.includes(old)) nearest = { kind, id, words } // SCR7
    }
    if (!node.isTextblock || node.type.spec.code) return
    const said = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    const places: number[] = []
    for (let at = said.indexOf(old); at >= 0; at = said.indexOf(old, at + old.length)) places.push(position + 1 + at)
    if (places.length > 0) nearest = { places } // SCR7
  })
  return nearest
}

function editLine(session: ReviewSession, kind: LineKind, id: string, words: string, write: () => void) {
  if (kind === 'action') return session.act('editAction', { actionId: id, what: words }, write)
  if (kind === 'decision') return session.act('editDecision', { decisionId: id, statement: words }, write)
  return session.act('editFeedback', { feedbackId: id, text: words }, write)
}
