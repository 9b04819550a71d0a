import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extension-placeholder'
import type { Editor, Extensions } from '@tiptap/core'
import { EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { Selection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { type LineKind, minutesExtensions, RecordLine } from '../../../shared/minutes/extensions'
import { useReview, useSession } from '../../storage/use-review'
import { renderCaret } from './caret'
import { StampFirstWritten } from './first-written'
import styles from './minutes.module.css'
import { SharedTexts } from './shared-texts'
import { MinutesToolbar } from './minutes-toolbar'
import { type SlashKeys, SlashLines, SlashMenu } from './slash-menu'
import { Pasting } from './pasting'
import { RecordLineView } from './record-line-view'
import type { Hint } from './run-line'
import { ScribeHint } from './scribe-hint'
import { deckOf } from '../../../shared/minutes/slide-links'
import { useOpenMaterial } from '../../ui/open-material'
import { SlideMarks } from './slide-marks'
import { ScribeLines } from './scribe-lines'
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
  const openMaterial = useOpenMaterial()
  const name = useReview(({ record, operatorId }) => (operatorId && record.people[operatorId]?.name) || 'Somebody')
  const [isStrip, setStrip] = useState(false)
  const [hint, setHint] = useState<Hint | null>(null)
  const told = useRef<Hint | null>(null)
  const slashKeys: SlashKeys = useRef(null)
  const tell = (next: Hint | null) => {
    told.current = next
    setHint(next)
  }
  const editor = useEditor(
    {
      immediatelyRender: true,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      extensions: [
        ...withView(minutesExtensions({ urlOf })),
        Collaboration.configure({ fragment, yUndoOptions: { undoManager: histories.of(fragment) } }),
        CollaborationCaret.configure({ provider: { awareness: session.awareness }, user: { name }, render: renderCaret }),
        Placeholder.configure({ placeholder: 'Write what was said and agreed; / for more' }),
        StampFirstWritten.configure({ by: () => name }),
        SharedTexts.configure({ fragment }),
        SlideMarks.configure({
          hasDeck: () => deckOf(session.store.getState().record, itemId) !== null,
          open(page) {
            const deck = deckOf(session.store.getState().record, itemId)
            if (deck !== null) openMaterial(deck, [], page)
            return deck !== null
          },
        }),
        Pasting.configure({ tell: (words) => tell({ words, offer: null }) }),
        SlashLines.configure({ keys: slashKeys }),
        ScribeLines.configure({ desk: { session, histories, fragment, itemId, tell }, hint: () => told.current }),
      ],
      editorProps: {
        attributes: { 'aria-label': `Minutes, ${label}`, class: styles['text'] ?? '', spellcheck: 'true' },
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
      className={styles['editing']}
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
      <SlashMenu editor={editor} keys={slashKeys} />
      <ScribeHint editor={editor} hint={hint} onDone={() => tell(null)} />
    </div>
  )
}

function withView(extensions: Extensions): Extensions {
  const line = RecordLine.extend({ addNodeView: () => ReactNodeViewRenderer(RecordLineView) })
  return extensions.map((extension) => (extension.name === 'recordLine' ? line : extension))
}

function placeCaret(editor: Editor, point: MinutesEditorProps['point']): void {
  const at = point && editor.view.posAtCoords(point)
  const { doc } = editor.state
  const end = Selection.atEnd(doc).to
  editor
    .chain()
    .setTextSelection(at ? at.pos : end)
    .scrollIntoView()
    .run()
  // At once, not with the next frame as the command does: what is typed next is text, and no key of the meeting.
  editor.view.focus()
}
