import { lazy, Suspense, useEffect, useMemo } from 'react'
import { createStore, useStore } from 'zustand'
import { useMayEdit } from '../../storage/use-act'
import { useCommands } from '../../ui/use-commands'

const Dialog = lazy(() => import('./import-log-dialog').then(({ ImportLogDialog }) => ({ default: ImportLogDialog })))

/** The text of the log while the dialog is open; null when it is not. */
const wanted = createStore<{ readonly text: string | null }>(() => ({ text: null }))

const setText = (text: string | null): void => wanted.setState({ text })

export function openLogImport(): void {
  setText('')
}

/** The dialog, wherever it was asked for, and its way from the palette. */
export function ImportLog() {
  const { mayEdit } = useMayEdit()
  const text = useStore(wanted, (state) => state.text)
  // Another review must not find it open.
  useEffect(() => () => setText(null), [])
  useCommands(
    useMemo(
      () => (mayEdit ? [{ id: 'import log', label: "Import a scribe's log", group: 'Minutes', act: openLogImport }] : []),
      [mayEdit],
    ),
  )
  if (text === null || !mayEdit) return null
  return (
    <Suspense fallback={null}>
      <Dialog text={text} onText={setText} onClose={() => setText(null)} />
    </Suspense>
  )
}
