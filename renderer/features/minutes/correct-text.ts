import type { Editor } from '@tiptap/core'
import type { UndoManager } from 'yjs'

export interface Correction {
  readonly old: string
  readonly new: string
  readonly isEverywhere: boolean
}

/**
 * SCR7: corrects the nearest block above the caret that says `old`, code left alone, and takes the line that asks for it away: one step of
 * the text. False when no block says it; then nothing is changed.
 */
export function correctBefore(editor: Editor, manager: UndoManager, { old, new: by, isEverywhere }: Correction): boolean {
  const { doc, selection, tr } = editor.state
  const own = selection.$from.before(selection.$from.depth)
  let nearest: number[] = []
  doc.nodesBetween(0, own, (node, position) => {
    if (!node.isTextblock || position >= own || node.type.spec.code) return
    const said = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    const places: number[] = []
    for (let at = said.indexOf(old); at >= 0; at = said.indexOf(old, at + old.length)) places.push(position + 1 + at)
    if (places.length > 0) nearest = places // SCR7
  })
  if (nearest.length === 0) return false
  manager.stopCapturing()
  tr.delete(selection.$from.start(), selection.$from.end())
  for (const at of isEverywhere ? nearest.toReversed() : nearest.slice(0, 1))
    if (by === '') tr.delete(at, at + old.length)
    else tr.insertText(by, at, at + old.length)
  editor.view.dispatch(tr)
  manager.stopCapturing()
  return true
}
