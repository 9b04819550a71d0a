import { lazy, Suspense } from 'react'
import { FileTrigger } from 'react-aria-components'
import { agendaMarkdown } from '../../../shared/agenda/agenda-markdown'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import styles from './agenda.module.css'

const ImportDialog = lazy(() => import('./import-dialog').then(({ ImportDialog: dialog }) => ({ default: dialog })))

/** Agendas are read whole; a larger file is none. */
const LARGEST_AGENDA = 5_000_000

interface AgendaActionsProps {
  readonly mayEdit: boolean
  readonly clockOf: (itemId: string) => string
  /** The text to be imported while the dialog is open; null when it is not. */
  readonly text: string | null
  readonly onText: (text: string | null) => void
}

/** Import an agenda, copy this one. */
export function AgendaActions({ mayEdit, clockOf, text, onText }: AgendaActionsProps) {
  const agenda = useReview(({ record }) => record.agenda)
  const people = useReview(({ record }) => record.people)
  const toast = useToast()
  const copy = () =>
    navigator.clipboard.writeText(agendaMarkdown(agenda, people, clockOf)).then(
      () => toast({ message: 'The agenda is on the clipboard.' }),
      () => toast({ tone: 'danger', message: 'The browser did not let the agenda onto the clipboard. Nothing was changed.' }),
    )
  return (
    <div className={styles['actions']}>
      {mayEdit && (
        <Button icon="open" onPress={() => onText('')}>
          Import an agenda
        </Button>
      )}
      {Object.keys(agenda).length > 0 && (
        <Button icon="copy" onPress={() => void copy()}>
          Copy as Markdown
        </Button>
      )}
      {text !== null && (
        <Suspense fallback={null}>
          <ImportDialog text={text} onText={onText} onClose={() => onText(null)} file={<OpenFile onText={onText} />} />
        </Suspense>
      )}
    </div>
  )
}

function OpenFile({ onText }: { readonly onText: (text: string) => void }) {
  const read = useAgendaFile(onText)
  return (
    <FileTrigger acceptedFileTypes={['.md', '.markdown', '.txt', '.csv', '.tsv']} onSelect={(files) => void read(files?.[0])}>
      <Button icon="file">Open a file</Button>
    </FileTrigger>
  )
}

/** Reads the text of a file that was chosen or dropped; what cannot be an agenda is told. */
export function useAgendaFile(onText: (text: string) => void): (file: File | undefined) => Promise<void> {
  const toast = useToast()
  return async (file) => {
    if (!file) return
    const refuse = (why: string) => void toast({ tone: 'danger', message: `"${file.name}" ${why} Nothing was changed.` })
    if (file.size > LARGEST_AGENDA) return refuse('is larger than 5 MB and cannot be an agenda.')
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      // UTF-8, else what spreadsheets on Windows write.
      const decode = (encoding: string) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
      const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      if (!isWide && bytes.includes(0)) return refuse('is no text. Agendas are Markdown, text, CSV or TSV.')
      try {
        onText(isWide ? decode(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : decode('utf-8'))
      } catch {
        onText(decode('windows-1252'))
      }
    } catch {
      refuse('could not be read.')
    }
  }
}
