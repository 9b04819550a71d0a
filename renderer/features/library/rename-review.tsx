import { useState } from 'react'
import type { LibraryRow } from '../../../shared/record/library-row'
import { openReview } from '../../storage/review-storage'
import { useStorage } from '../../storage/use-storage'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

/** Renames a review without going into it; a verb like any other, so it can be undone there. */
export function RenameReview({ row, onClose }: { readonly row: LibraryRow; readonly onClose: () => void }) {
  const { storage } = useStorage()
  const [title, setTitle] = useState(row.title)
  const [error, setError] = useState('')

  async function rename() {
    const opened = await openReview(storage, row.id)
    if (!opened.ok) return setError(opened.error.message)
    const session = opened.value
    const done = session.act('editReview', { title: title.trim() })
    await session.settle()
    await session.close()
    if (done.ok) onClose()
    else setError(done.error.message)
  }

  return (
    <Dialog
      title="Rename"
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={() => void rename()}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        onEnter={() => void rename()}
        error={error}
        maxLength={500}
        autoFocus
      />
    </Dialog>
  )
}
