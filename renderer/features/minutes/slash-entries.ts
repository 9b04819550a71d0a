import type { Editor } from '@tiptap/core'
import { findingKeywords } from '../../../shared/scribe/line'
import { pressNamed } from '../../ui/use-keys'

export interface SlashEntry {
  readonly label: string
  /** A second, quieter word. */
  readonly note: string
  /** Runs in the empty block that the menu leaves. */
  readonly run: (editor: Editor) => void
}

/** Begins a line of the scribe's grammar: what it means is decided when it is written. */
const line = (keyword: string) => (editor: Editor) =>
  void editor.chain().focus().insertContent(`${keyword.toUpperCase()}: `).run()

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const slashEntries: readonly SlashEntry[] = [
  { label: 'Action', note: 'name to what by date', run: line('action') },
  { label: 'Decision', note: 'the exact words', run: line('decision') },
  ...findingKeywords.map((keyword) => ({ label: capital(keyword), note: 'finding', run: line(keyword) })),
  { label: 'Heading', note: '', run: (editor) => void editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { label: 'List', note: '', run: (editor) => void editor.chain().focus().toggleBulletList().run() },
  { label: 'Numbered list', note: '', run: (editor) => void editor.chain().focus().toggleOrderedList().run() },
  { label: 'Table', note: '3 by 3', run: (editor) => void editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run() },
  { label: 'Parked topic', note: 'goes to the parking lot', run: () => void pressNamed('park') },
]

/** Entries with a word that begins like the query, in any case. */
export function matchingEntries(query: string): SlashEntry[] {
  const wanted = query.trim().toLowerCase()
  return slashEntries.filter(({ label }) => {
    const name = label.toLowerCase()
    return name.startsWith(wanted) || name.split(' ').some((word) => word.startsWith(wanted))
  })
}

/** What stands behind the slash that begins a block with nothing else in it; null where no menu belongs. */
export function slashQuery(editor: Editor): string | null {
  const { $from, empty } = editor.state.selection
  const { parent, depth, parentOffset } = $from
  if (!empty || depth !== 1 || parent.type.name !== 'paragraph' || parentOffset !== parent.content.size) return null
  return /^\/([\p{L}\p{M} ]{0,20})$/u.exec(parent.textContent)?.[1] ?? null
}
