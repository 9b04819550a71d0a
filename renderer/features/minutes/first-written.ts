import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
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
            const transaction = view.state.tr
            view.state.doc.descendants((node, position) => {
              if (node.type.spec.attrs?.['at'] && node.attrs['at'] === null && (node.isAtom || node.content.size > 0))
                transaction.setNodeMarkup(position, undefined, { ...node.attrs, at: now(), by: by() })
              return !node.isTextblock
            })
            if (transaction.docChanged) view.dispatch(transaction)
          },
        }),
      }),
    ]
  },
})
