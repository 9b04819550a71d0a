import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extension-placeholder'
import type { Editor, Extensions } from '@tiptap/core'
import { EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { type LineKind, minutesExtensions, RecordLine } from '../../../shared/minutes/extensions'
import { useReview, useSession } from '../../storage/use-review'
import { renderCaret } from './caret'
import { StampFirstWritten } from './first-written'
import styles from './minutes.module.css'
import { SharedTexts } from './shared-texts'
import { MinutesToolbar } from './minutes-toolbar'
import { cleanedHtml } from './pasted-html'
import { RecordLineView } from './record-line-view'
import type { TextHistories } from './undo-managers'
import { useMaterialUrl } from './use-material-url'

export interface MinutesEditorProps {
  readonly itemId: string | null
  readonly label: string
  readonly fragment: Y.XmlFragment
  readonly histories: TextHistories
  /** Where it was pressed, in the window; null: the caret goes to the end. */
  readonly point: { readonly left: number; readonly top: number } | null
  /** A record line to be made at once. */
  readonly line?: LineKind
  readonly onTyped: () => void
  readonly onLeave: () => void
}

/** The section with the caret. */
export function MinutesEditor({ itemId, label, fragment, histories, point, line, onTyped, onLeave }: MinutesEditorProps) {
  const session = useSession()
  const urlOf = useMaterialUrl()
  const name = useReview(({ record, operatorId }) => (operatorId && record.people[operatorId]?.name) || 'Somebody')
  const [isStrip, setStrip] = useState(false)
  const editor = useEditor(
    {
      immediatelyRender: true,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      extensions: [
        ...withView(minutesExtensions({ urlOf })),
        Collaboration.configure({ fragment, yUndoOptions: { undoManager: histories.of(fragment) } }),
        CollaborationCaret.configure({ provider: { awareness: session.awareness }, user: { name }, render: renderCaret }),
        Placeholder.configure({ placeholder: 'Write what was said and agreed' }),
        StampFirstWritten.configure({ by: () => name }),
        SharedTexts.configure({ fragment }),
      ],
      editorProps: {
        attributes: { 'aria-label': `Minutes, ${label}`, class: styles['text'] ?? '', spellcheck: 'true' },
        transformPastedHTML: cleanedHtml,
      },
      onUpdate: onTyped,
    },
    [fragment, name],
  )
  useEffect(() => {
    // The words of a line asked for at once have the focus first.
    if (line) editor.commands.setTextSelection(editor.state.doc.content.size)
    else placeCaret(editor, point)
  }, [editor, point, line])

  return (
    <div
      onKeyDown={(event) => {
        if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          setStrip(!isStrip)
        } else if (event.key === 'Escape') {
          if (isStrip) setStrip(false)
          else onLeave()
        }
      }}
    >
      <MinutesToolbar
        editor={editor}
        itemId={itemId}
        fragment={fragment}
        histories={histories}
        isStrip={isStrip}
        onStrip={setStrip}
        {...(line && { line })}
      />
      <EditorContent editor={editor} />
    </div>
  )
}

function withView(extensions: Extensions): Extensions {
  const line = RecordLine.extend({ addNodeView: () => ReactNodeViewRenderer(RecordLineView) })
  return extensions.map((extension) => (extension.name === 'recordLine' ? line : extension))
}

function placeCaret(editor: Editor, point: MinutesEditorProps['point']): void {
  const at = point && editor.view.posAtCoords(point)
  editor.commands.focus(at ? at.pos : 'end')
}
