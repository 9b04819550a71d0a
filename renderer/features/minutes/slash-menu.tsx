import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useId, useState } from 'react'
import { cx } from '../../ui/cx'
import { AtCaret } from './at-caret'
import styles from './minutes.module.css'
import { matchingEntries, type SlashEntry, slashQuery } from './slash-entries'

/** Takes a key while the menu is open; false leaves it to the editor. */
export type SlashKeys = RefObject<((key: string) => boolean) | null>

/** SLM2: keys of the open menu go to it first, but never one that an input method composes with. */
export const SlashLines = Extension.create<{ readonly keys: SlashKeys | null }>({
  name: 'slashLines',
  priority: 1001,
  addOptions: () => ({ keys: null }),
  addProseMirrorPlugins() {
    const { keys } = this.options
    return [
      new Plugin({
        props: {
          handleKeyDown(view, event) {
            if (view.composing || event.isComposing || event.keyCode === 229) return false
            if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false
            const isTaken = keys?.current?.(event.key) ?? false
            // Escape means the menu, not the text.
            if (isTaken) event.stopPropagation()
            return isTaken
          },
        },
      }),
    ]
  },
})

/** SLM1: a slash at the start of an empty block offers what can be put there, filtered by what is typed behind it; Escape leaves the text. */
export function SlashMenu({ editor, keys }: { readonly editor: Editor; readonly keys: SlashKeys }) {
  const query = useEditorState({ editor, selector: ({ editor: shown }) => slashQuery(shown) })
  const [at, setAt] = useState(0)
  const [isLeft, setLeft] = useState(false)
  const id = useId()
  const entries = query === null || isLeft ? [] : matchingEntries(query) // SLM1
  const chosen = Math.min(at, entries.length - 1)

  useEffect(() => {
    setAt(0)
    if (query === null) setLeft(false)
  }, [query])

  function choose({ run }: SlashEntry): void {
    const { $from } = editor.state.selection
    editor.chain().deleteRange({ from: $from.start(), to: $from.end() }).run()
    run(editor)
  }

  useEffect(() => {
    const count = entries.length
    keys.current = (key) => {
      const entry = entries[chosen]
      if (!entry) return false
      if (key === 'ArrowDown' || key === 'ArrowUp') setAt((chosen + (key === 'ArrowDown' ? 1 : count - 1)) % count)
      else if (key === 'Enter' || key === 'Tab') choose(entry)
      else if (key === 'Escape') setLeft(true)
      else return false
      return true
    }
    const { dom } = editor.view
    // Only a text box may say which entry is chosen.
    const told = {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-controls': id,
      'aria-activedescendant': `${id}-${chosen}`,
      'aria-autocomplete': 'list',
    }
    for (const [name, value] of Object.entries(told))
      if (count > 0) dom.setAttribute(name, value)
      else dom.removeAttribute(name)
  })

  if (entries.length === 0) return null
  return (
    <AtCaret editor={editor}>
      <div role="listbox" id={id} aria-label="Put here" className={styles['slash']}>
        {entries.map((entry, index) => (
          <div
            key={entry.label}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={cx(styles['slashEntry'], index === chosen && styles['slashChosen'])}
            onMouseDown={(event) => {
              // The caret stays in the text.
              event.preventDefault()
              choose(entry)
            }}
          >
            {entry.label}
            <span className={styles['lineNote']}>{entry.note}</span>
          </div>
        ))}
      </div>
    </AtCaret>
  )
}
