import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { Label } from '../../../shared/feedback/item'
import { labelsOf } from '../../../shared/feedback/item'
import type { LineKind } from '../../../shared/minutes/extensions'
import type { Result } from '../../../shared/result'
import type { Change, Refusal } from '../../../shared/review/change'
import { sideOf } from '../../../shared/review/people'
import type { ReviewSession } from '../../storage/review-session'
import type { TextHistories } from './undo-managers'

export interface WordsAtCaret {
  readonly text: string
  /** Whether the block is these words and nothing else, so that a line can stand in its place: no list, no table, no link is lost. */
  readonly isWhole: boolean
}

/** The words of the block with the caret: what a line made there may say. */
export function wordsAtCaret(editor: Editor): WordsAtCaret {
  const { $from } = editor.state.selection
  const { parent, depth } = $from
  if (!parent.isTextblock) return { text: '', isWhole: false }
  const isPlain = parent.children.every(({ isText, marks }) => isText && marks.every(({ type }) => type.name !== 'link'))
  const isWhole = depth === 1 && ['paragraph', 'heading'].includes(parent.type.name) && isPlain
  return { text: parent.textContent.trim(), isWhole }
}

export interface LineRequest {
  readonly kind: LineKind
  readonly text: string
  readonly itemId: string | null
  /** The line takes the place of the words at the caret; else it stands after them. */
  readonly isReplacing: boolean
  /** Of an action. */
  readonly ownerId?: string | null
  readonly due?: string | null
  /** Of a finding; an issue, if it is not said. */
  readonly label?: Label
}

/** MIN5: makes the record and its line in one commit, as one step of the text. Answers null, or in words why it was refused. */
export function insertLine(
  session: ReviewSession,
  histories: TextHistories,
  editor: Editor,
  fragment: Y.XmlFragment,
  request: LineRequest,
): string | null {
  histories.of(fragment).stopCapturing()
  const made = act(session, request, (id) => putLine(editor, request, id))
  if (!made.ok) return made.error.message
  histories.tie(fragment, { label: `Add ${request.kind}`, changes: made.value })
  return null
}

/** The id is known only to the verb; the changes are read before the line is written. */
function act(
  session: ReviewSession,
  { kind, text, itemId, ownerId = null, due = null, label = 'issue' }: LineRequest,
  write: (id: string) => void,
): Result<Change[], Refusal> {
  const collection = { action: 'actions', decision: 'decisions', finding: 'feedback' }[kind]
  const before = new Set(idsOf(session, collection))
  const line = () => write(idsOf(session, collection).find((id) => !before.has(id)) ?? '')
  if (kind === 'action')
    return session.act('addAction', { what: text, ownerId, due, source: { kind: 'minutes', id: itemId } }, line)
  if (kind === 'decision') return session.act('proposeDecision', { statement: text, itemId }, line)
  return session.act('addFeedback', { side: sideFor(session, label), label, text, itemId }, line)
}

/** The side of whoever is acted for, where the label belongs to it; else the reviewers'. */
function sideFor({ store }: ReviewSession, label: Label) {
  const { record, actingAsId, operatorId } = store.getState()
  const person = record.people[actingAsId ?? operatorId ?? '']
  const side = (person && sideOf(person)) ?? 'reviewer'
  return labelsOf(side).includes(label) ? side : 'reviewer'
}

function idsOf({ docs }: ReviewSession, collection: string): string[] {
  return [...docs.record.getMap(collection).keys()]
}

function putLine(editor: Editor, { kind, isReplacing }: LineRequest, id: string): void {
  const { $from } = editor.state.selection
  // A selected block (a picture, a line) has no block around it.
  const [before, after] =
    $from.depth === 0 ? [$from.pos, $from.pos + ($from.nodeAfter?.nodeSize ?? 0)] : [$from.before(1), $from.after(1)]
  const isEmpty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const from = isReplacing || isEmpty ? before : after
  editor
    .chain()
    .insertContentAt({ from, to: after }, [{ type: 'recordLine', attrs: { kind, id } }, { type: 'paragraph' }])
    .setTextSelection(from + 2)
    .focus()
    .run()
}
