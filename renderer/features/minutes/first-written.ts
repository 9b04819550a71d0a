import { Extension } from '@tiptap/core'
import { type Attrs, Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export interface FirstWrittenOptions {
  readonly now: () => number
  /** Who writes here. */
  readonly by: () => string
}

/**
 * MIN1: notes in each block when it was first written and by whom. After the transaction and never while composing,
 * because a changed attribute makes the editor draw the block anew, which would break the input method.
 */
export const StampFirstWritten = Extension.create<FirstWrittenOptions>({
  name: 'stampFirstWritten',
  addOptions: () => ({ now: () => Date.now(), by: () => '' }),
  addProseMirrorPlugins() {
    const { now, by } = this.options
    let isLocal = false
    return [
      new Plugin({
        state: {
          init: () => null,
          apply(transaction) {
            if (transaction.docChanged) isLocal = transaction.getMeta(ySyncPluginKey) === undefined
            return null
          },
        },
        view: () => ({
          update(view, previous) {
            if (!isLocal || view.composing || view.state.doc.eq(previous.doc)) return
            const stamp = { at: now(), by: by() }
            const transaction = stampAll(view.state, (node) => (isUnstamped(node) ? { ...node.attrs, ...stamp } : null))
            if (transaction.docChanged) view.dispatch(transaction)
          },
        }),
      }),
    ]
  },
})

function isUnstamped(node: Node): boolean {
  return node.type.spec.attrs?.['at'] !== undefined && node.attrs['at'] === null && (node.isAtom || node.content.size > 0)
}

/** Blocks that get a step each. Above, one step takes the place of all, because what follows steps maps each through all others. */
const MOST_STEPS = 20

function stampAll({ doc, selection, tr }: EditorState, attrsOf: (node: Node) => Attrs | null): Transaction {
  const places: { readonly at: number; readonly attrs: Attrs }[] = []
  doc.descendants((node, at) => {
    const attrs = attrsOf(node)
    if (attrs) places.push({ at, attrs })
    return !node.isTextblock
  })
  if (places.length <= MOST_STEPS) {
    for (const { at, attrs } of places) tr.setNodeMarkup(at, undefined, attrs)
    return tr
  }
  const stamped = (node: Node): Node => {
    const attrs = attrsOf(node)
    if (node.isTextblock || node.isAtom) return attrs ? node.type.create(attrs, node.content, node.marks) : node
    return node.copy(Fragment.from(node.children.map(stamped)))
  }
  tr.replaceWith(0, doc.content.size, doc.children.map(stamped))
  return tr.setSelection(Selection.fromJSON(tr.doc, selection.toJSON() as Record<string, unknown>))
}
