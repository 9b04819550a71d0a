import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { DraftItem } from '../../../shared/agenda/import/draft'
import { importAgenda } from '../../../shared/agenda/import/import-agenda'
import { inOrder } from '../../../shared/review/fields'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { AddsPeople, ImportFrame } from '../../ui/import-frame'
import { Segments } from '../../ui/segments'
import { useTicks } from '../../ui/use-ticks'
import styles from './import-dialog.module.css'
import { ImportPreview } from './import-preview'

interface ImportDialogProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  /** The way to a file. */
  readonly file: ReactNode
}

/** AGN10: shows what a text would bring, line by line, before it brings anything; then all of it is one step. */
export function ImportDialog({ text, onText, onClose, file }: ImportDialogProps) {
  const act = useAct()
  const people = useReview(({ record }) => record.people)
  const hasItems = useReview(({ record }) => Object.keys(record.agenda).length > 0)
  const names = useMemo(() => inOrder(people).map(({ name }) => name), [people])
  const read = useDeferredValue(text)
  const { items, leftOut } = useMemo(() => importAgenda(read, names), [read, names])
  const { off: lines, tick } = useTicks(read)
  const [replaces, setReplaces] = useState(false)
  const [addsPeople, setAddsPeople] = useState(true)
  const [error, setError] = useState('')
  const chosen = items.filter(({ line }) => !lines.has(line))
  const isKnown = (name: string) => names.includes(name)
  const strangers = [...new Set(chosen.map(({ presenter }) => presenter).filter((name) => name !== '' && !isKnown(name)))]
  const add = () => {
    const refused = act('importItems', {
      items: chosen.map((item) => inputOf(item, addsPeople || isKnown(item.presenter))),
      replaces,
    })
    setError(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <ImportFrame
      title="Import an agenda"
      label="Text of the agenda"
      hint="Markdown, a list, lines with times, or a table from a spreadsheet."
      text={text}
      onText={onText}
      onClose={onClose}
      file={file}
      error={error}
      action={{
        label: chosen.length === 0 ? 'Add items' : `Add ${chosen.length} ${chosen.length === 1 ? 'item' : 'items'}`,
        isDisabled: chosen.length === 0,
        onPress: add,
      }}
      preview={
        <ImportPreview items={items} leftOut={leftOut} off={lines} isKnown={isKnown} onTick={tick}>
          {chosen.length > 0 && (
            <div className={styles['choices']}>
              {hasItems && (
                <Segments
                  label="Where they go"
                  value={replaces ? 'replace' : 'end'}
                  onChange={(key) => setReplaces(key === 'replace')}
                  options={[
                    { key: 'end', label: 'At the end' },
                    { key: 'replace', label: 'In place of what has not begun' },
                  ]}
                />
              )}
              <AddsPeople names={strangers} isChecked={addsPeople} onChange={setAddsPeople} />
            </div>
          )}
        </ImportPreview>
      }
    />
  )
}

function inputOf({ title, level, kind, presenter, plannedMs, internal }: DraftItem, withPresenter: boolean) {
  return {
    ...{ title, level, kind, internal, presenterName: withPresenter ? presenter : '' },
    ...(plannedMs === null ? {} : { plannedMs }),
  }
}
