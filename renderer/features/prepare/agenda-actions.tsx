import { lazy, Suspense } from 'react'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { OpenTextFile, type TextFileKind } from '../../ui/text-file'
import { useToast } from '../../ui/toast'
import styles from './agenda.module.css'

const ImportDialog = lazy(() => import('./import-dialog').then(({ ImportDialog: dialog }) => ({ default: dialog })))

export const agendaFile: TextFileKind = {
  name: 'an agenda',
  endings: ['.md', '.markdown', '.txt', '.csv', '.tsv'],
  kinds: 'Agendas are Markdown, text, CSV or TSV.',
}

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
  // It reads back what it writes, by all that reads agendas: loaded when it is used.
  const copy = async () => {
    const { agendaMarkdown } = await import('../../../shared/agenda/agenda-markdown')
    await navigator.clipboard.writeText(agendaMarkdown(agenda, people, clockOf)).then(
      () => toast({ message: 'The agenda is on the clipboard.' }),
      () => toast({ tone: 'danger', message: 'The browser did not let the agenda onto the clipboard. Nothing was changed.' }),
    )
  }
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
          <ImportDialog
            text={text}
            onText={onText}
            onClose={() => onText(null)}
            file={<OpenTextFile kind={agendaFile} onText={onText} />}
          />
        </Suspense>
      )}
    </div>
  )
}
