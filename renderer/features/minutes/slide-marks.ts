import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { slideWordsIn } from '../../../shared/minutes/slide-links'

export interface SlideMarksOptions {
  /** Opens that page of the slides; false when the item has none. */
  readonly open: (page: number) => boolean
  readonly hasDeck: () => boolean
}

/** SLD6: marks "slide 7" while it is written; pressed with the command key, as links in editors are, it opens that page. */
export const SlideMarks = Extension.create<SlideMarksOptions>({
  name: 'slideMarks',
  addOptions: () => ({ open: () => false, hasDeck: () => false }),
  addProseMirrorPlugins() {
    const { open, hasDeck } = this.options
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_config, { doc }) => decorated(doc, hasDeck()),
          apply: (transaction, before) => (transaction.docChanged ? decorated(transaction.doc, hasDeck()) : before),
        },
        props: {
          decorations(state) {
            return this.getState(state)
          },
          handleClick(_view, _position, event) {
            const found = event.target instanceof Element ? event.target.closest('[data-slide]') : null
            return (event.ctrlKey || event.metaKey) && found !== null && open(Number(found.getAttribute('data-slide')))
          },
        },
      }),
    ]
  },
})

function decorated(doc: Node, hasDeck: boolean): DecorationSet {
  if (!hasDeck) return DecorationSet.empty
  const marks: Decoration[] = []
  doc.descendants((node, position, parent) => {
    if (!node.isText || parent?.type.spec.code || node.marks.some(({ type }) => type.name === 'code' || type.name === 'link'))
      return
    for (const { from, to, page } of slideWordsIn(node.text ?? ''))
      marks.push(
        Decoration.inline(position + from, position + to, {
          'data-slide': String(page),
          title: `Ctrl+click: open slide ${page}`,
        }),
      )
  })
  return DecorationSet.create(doc, marks)
}
