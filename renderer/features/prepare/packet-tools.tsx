import { FileTrigger } from 'react-aria-components'
import { attendanceWords } from '../../../shared/record/words'
import { reviewersOf } from '../../../shared/review/people'
import { useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { useToast } from '../../ui/toast'

interface PacketToolsProps {
  readonly onFile: (file: File | undefined) => void
}

/** The way of a packet to each reviewer, and back. */
export function PacketTools({ onFile }: PacketToolsProps) {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEdit } = useMayEdit()
  const toast = useToast()
  const reviewers = reviewersOf(record.people)
  const save = async (personId: string): Promise<void> => {
    // The page and its script are loaded when one is saved.
    const { savePacket } = await import('./packet-save')
    const saved = savePacket(record, personId, crypto.randomUUID())
    if (!saved.ok) toast({ tone: 'danger', message: saved.error })
    else toast({ message: `${saved.value} is saved. Send it with the materials; it comes back filled in.` })
  }
  if (reviewers.length === 0) return null
  return (
    <>
      <Menu
        label="Reviewer packet"
        trigger={
          <Button size="small" look="quiet" icon="save">
            Reviewer packet
          </Button>
        }
        entries={reviewers.map(({ id, name, attendance }) => ({
          key: id,
          label: `For ${name}`,
          ...(attendance === 'regrets' && { note: attendanceWords.regrets }),
          onChoose: () => void save(id),
        }))}
      />
      {mayEdit && (
        <FileTrigger acceptedFileTypes={['.html', '.htm']} onSelect={(files) => onFile(files?.[0])}>
          <Button size="small" look="quiet" icon="open">
            Import a filled packet
          </Button>
        </FileTrigger>
      )}
    </>
  )
}
