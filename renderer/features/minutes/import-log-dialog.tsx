import { useDeferredValue, useMemo, useState } from 'react'
import { planLog } from '../../../shared/scribe/log-plan'
import { readLog } from '../../../shared/scribe/read-log'
import { useReview, useSession } from '../../storage/use-review'
import { AddsPeople, ImportFrame } from '../../ui/import-frame'
import { OpenTextFile } from '../../ui/text-file'
import { useToast } from '../../ui/toast'
import { logSums, LogPreview } from './log-preview'
import { logText } from './log-text'
import { surroundings } from './run-line'

const logFile = {
  name: "a scribe's log",
  endings: ['.md', '.markdown', '.txt', '.log'],
  kinds: 'Logs are Markdown or plain text.',
} as const

interface ImportLogDialogProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** SCR15: shows what a scribe's log would bring before it brings anything; then all of it is one step (SCR16). */
export function ImportLogDialog({ text, onText, onClose }: ImportLogDialogProps) {
  const session = useSession()
  const toast = useToast()
  const people = useReview(({ record }) => record.people)
  const agenda = useReview(({ record }) => record.agenda)
  const [addsPeople, setAddsPeople] = useState(true)
  const [error, setError] = useState('')
  const read = useDeferredValue(text)
  const log = useMemo(() => readLog(read), [read])
  const plan = useMemo(
    () => planLog(log, { people, agenda, today: surroundings(session).today }, addsPeople),
    [log, people, agenda, session, addsPeople],
  )
  const sums = logSums(plan)
  const add = () => {
    const { actingAsId, operatorId, record } = session.store.getState()
    const by = record.people[actingAsId ?? operatorId ?? '']?.name ?? ''
    const done = session.actWithText('importLog', plan.input, (changes) =>
      logText(session.docs.minutes, plan.sections, changes, { at: Date.now(), by }),
    )
    if (!done.ok) return setError(done.error.message)
    toast({ message: `Imported: ${sums.join(', ')}.`, action: { label: 'Undo', onPress: () => void undo() } })
    onClose()
  }
  const undo = () => {
    const done = session.undo()
    toast({ message: done.ok ? `Undone: ${done.value.label}` : done.error.message })
  }
  return (
    <ImportFrame
      title="Import a scribe's log"
      label="Text of the log"
      hint="A channel's log, Markdown or plain lines, with Present:, Topic:, ACTION: and RESOLVED: where they stand."
      text={text}
      onText={(next) => {
        setError('')
        onText(next)
      }}
      onClose={onClose}
      file={<OpenTextFile kind={logFile} onText={onText} />}
      error={error}
      action={{ label: 'Import', isDisabled: sums.length === 0 || read !== text, onPress: add }}
      preview={
        <LogPreview plan={plan} people={people} sums={sums}>
          <AddsPeople names={plan.strangers} isChecked={addsPeople} onChange={setAddsPeople} />
        </LogPreview>
      }
    />
  )
}
