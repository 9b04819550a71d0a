import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'

/** Rows and columns of the table with the caret; nothing elsewhere. */
export function TableMenu({ editor }: { readonly editor: Editor }) {
  const isInTable = useEditorState({ editor, selector: ({ editor: shown }) => shown.isActive('table') })
  if (!isInTable) return null
  const chain = () => editor.chain().focus()
  return (
    <Menu
      label="This table"
      placement="bottom start"
      trigger={
        <Button size="small" look="quiet" icon="more">
          Rows and columns
        </Button>
      }
      entries={[
        { key: 'row', label: 'Add a row', icon: 'add', onChoose: () => void chain().addRowAfter().run() },
        { key: 'column', label: 'Add a column', icon: 'add', onChoose: () => void chain().addColumnAfter().run() },
        { key: 'less-rows', label: 'Remove this row', icon: 'remove', onChoose: () => void chain().deleteRow().run() },
        { key: 'less-columns', label: 'Remove this column', icon: 'remove', onChoose: () => void chain().deleteColumn().run() },
        null,
        {
          key: 'none',
          label: 'Remove the table',
          icon: 'remove',
          isDanger: true,
          onChoose: () => void chain().deleteTable().run(),
        },
      ]}
    />
  )
}
