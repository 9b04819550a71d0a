import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'

/**
 * MIN6: whoever makes an empty block gives it its text at once. Otherwise the first key of each window would make a text of its own in
 * it; the binding of the editor joins two texts by removing one, and with it what the other window adds to that one meanwhile.
 */
export const SharedTexts = Extension.create<{ readonly fragment: Y.XmlFragment | null }>({
  name: 'sharedTexts',
  addOptions: () => ({ fragment: null }),
  addProseMirrorPlugins() {
    const { fragment } = this.options
    if (!fragment) return []
    const isTextBlock = (name: string): boolean => this.editor.schema.nodes[name]?.isTextblock === true

    function onChange(events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void {
      if (!local) return
      const made = events.flatMap(({ changes }) => [...changes.added].flatMap(({ content }) => content.getContent() as unknown[]))
      const empty = made.flatMap((node) => (node instanceof Y.XmlElement ? emptyIn(node as Y.XmlElement) : []))
      if (empty.length > 0) fragment?.doc?.transact(() => empty.forEach((block) => block.insert(0, [new Y.XmlText()])))
    }

    function emptyIn(node: Y.XmlElement): Y.XmlElement[] {
      if (isTextBlock(node.nodeName)) return node.length === 0 ? [node] : []
      return node.toArray().flatMap((child) => (child instanceof Y.XmlElement ? emptyIn(child) : []))
    }

    return [
      new Plugin({
        view() {
          fragment.observeDeep(onChange)
          return { destroy: () => fragment.unobserveDeep(onChange) }
        },
      }),
    ]
  },
})
