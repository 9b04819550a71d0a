import { lazy, Suspense, useState } from 'react'
import { useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { saveFile } from '../../ui/save-file'
import { OpenTextFile, type TextFileKind } from '../../ui/text-file'
import { useToast } from '../../ui/toast'

const ImportPlan = lazy(() => import('./import-plan').then(({ ImportPlan: dialog }) => ({ default: dialog })))

const planTextFile: TextFileKind = {
  name: 'an action plan',
  endings: ['.csv', '.tsv', '.txt'],
  kinds: 'Action plans come back as CSV or TSV; a spreadsheet saves them so.',
}

/** The way of the plan to a spreadsheet and back. */
export function PlanTools() {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEditActions } = useMayEdit()
  const toast = useToast()
  const [text, setText] = useState<string | null>(null)
  const isEmpty = Object.keys(record.actions).length === 0
  const copy = async (): Promise<void> => {
    const { planForClipboard } = await import('./plan-file')
    await navigator.clipboard.writeText(planForClipboard(record)).then(
      () => toast({ message: 'The action plan is on the clipboard. Paste it into a spreadsheet.' }),
      () => toast({ tone: 'danger', message: 'The browser did not let the plan onto the clipboard. Nothing was changed.' }),
    )
  }
  const save = async (): Promise<void> => {
    const { planFile } = await import('./plan-file')
    saveFile(planFile(record))
  }
  return (
    <>
      <Menu
        label="Spreadsheet"
        trigger={
          <Button size="small" look="quiet" icon="external">
            Spreadsheet
          </Button>
        }
        entries={[
          { key: 'save', label: 'Save the plan as CSV', icon: 'save', isDisabled: isEmpty, onChoose: () => void save() },
          { key: 'copy', label: 'Copy the plan', icon: 'copy', isDisabled: isEmpty, onChoose: () => void copy() },
          null,
          {
            key: 'import',
            label: 'Bring an edited table back',
            icon: 'open',
            isDisabled: !mayEditActions,
            onChoose: () => setText(''),
          },
        ]}
      />
      {text !== null && (
        <Suspense fallback={null}>
          <ImportPlan
            text={text}
            onText={setText}
            onClose={() => setText(null)}
            file={<OpenTextFile kind={planTextFile} onText={setText} />}
          />
        </Suspense>
      )}
    </>
  )
}
