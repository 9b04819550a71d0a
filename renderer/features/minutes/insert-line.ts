import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { LineKind } from '../../../shared/minutes/extensions'
import type { Result } from '../../../shared/result'
import type { Change, Refusal } from '../../../shared/review/change'
import type { ReviewSession } from '../../storage/review-session'
import type { TextHistories } from './undo-managers'

/** Text of the block with the caret: what a line made there will say. */
export function textAtCaret(editor: Editor): string {
  const { $from } = editor.state.selection
  return $from.parent.isTextblock ? $from.parent.textContent.trim() : ''
}

export interface LineRequest {
  readonly kind: LineKind
  readonly text: string
  readonly itemId: string | null
}

/** Makes the record and its line in one commit, as one step of the text. Answers null, or in words why it was refused. */
export function insertLine(
  session: ReviewSession,
  histories: TextHistories,
  editor: Editor,
  fragment: Y.XmlFragment,
  request: LineRequest,
): string | null {
  histories.of(fragment).stopCapturing()
  const made = act(session, request, (id) => replaceBlock(editor, request.kind, id))
  if (!made.ok) return made.error.message
  histories.tie(fragment, { label: `Add ${request.kind}`, changes: made.value })
  return null
}

/** The id is known only to the verb; the changes are read before the line is written. */
function act(
  session: ReviewSession,
  { kind, text, itemId }: LineRequest,
  write: (id: string) => void,
): Result<Change[], Refusal> {
  const collection = { action: 'actions', decision: 'decisions', finding: 'feedback' }[kind]
  const before = new Set(idsOf(session, collection))
  const line = () => write(idsOf(session, collection).find((id) => !before.has(id)) ?? '')
  if (kind === 'action') return session.act('addAction', { what: text, source: { kind: 'minutes', id: itemId } }, line)
  if (kind === 'decision') return session.act('proposeDecision', { statement: text, itemId }, line)
  return session.act('addFeedback', { side: 'reviewer', label: 'issue', text, itemId }, line)
}

function idsOf({ docs }: ReviewSession, collection: string): string[] {
  return [...docs.record.getMap(collection).keys()]
}

function replaceBlock(editor: Editor, kind: LineKind, id: string): void {
  const { $from } = editor.state.selection
  const block = { from: $from.before(1), to: $from.after(1) }
  editor
    .chain()
    .insertContentAt(block, [{ type: 'recordLine', attrs: { kind, id } }, { type: 'paragraph' }])
    .setTextSelection(block.from + 2)
    .focus()
    .run()
}
