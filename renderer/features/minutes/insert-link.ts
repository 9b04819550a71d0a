import type { Editor } from '@tiptap/core'
import { isSafeLink } from '../../../shared/minutes/links'

/** MIN2: links what is selected, or else writes the address as a link. Answers null, or in words why it was refused. */
export function insertLink(editor: Editor, address: string): string | null {
  if (!isSafeLink(address)) return 'A link begins with https://, http:// or mailto:.'
  const chain = editor.chain().focus()
  if (editor.state.selection.empty)
    chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run()
  else chain.setLink({ href: address }).run()
  return null
}
