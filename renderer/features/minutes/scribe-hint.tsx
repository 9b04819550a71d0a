import type { Editor } from '@tiptap/core'
import { Button } from '../../ui/button'
import { AtCaret } from './at-caret'
import styles from './minutes.module.css'
import type { Hint } from './run-line'

/** What the line above left open. Tab takes the offer, any other key goes on writing. */
export function ScribeHint({
  editor,
  hint,
  onDone,
}: {
  readonly editor: Editor
  readonly hint: Hint | null
  readonly onDone: () => void
}) {
  return (
    <div role="status">
      {hint && (
        <AtCaret editor={editor}>
          <span className={styles['hint']}>
            {hint.words}
            {hint.offer && (
              <Button
                size="small"
                onPress={() => {
                  onDone()
                  hint.offer?.run()
                  editor.commands.focus()
                }}
              >
                {hint.offer.label} <kbd>Tab</kbd>
              </Button>
            )}
          </span>
        </AtCaret>
      )}
    </div>
  )
}
