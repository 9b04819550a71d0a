import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { LineKind } from '../../../shared/minutes/extensions'
import { inOrder } from '../../../shared/review/fields'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { TextField } from '../../ui/text-field'
import { insertLine, textAtCaret } from './insert-line'
import styles from './minutes.module.css'
import type { TextHistories } from './undo-managers'

export interface MinutesToolbarProps {
  readonly editor: Editor
  readonly itemId: string | null
  readonly fragment: Y.XmlFragment
  readonly histories: TextHistories
  /** The next key chooses. */
  readonly isStrip: boolean
  readonly onStrip: (isStrip: boolean) => void
}

const lines: readonly { readonly kind: LineKind; readonly key: string; readonly label: string }[] = [
  { kind: 'action', key: 'a', label: 'Action' },
  { kind: 'decision', key: 'd', label: 'Decision' },
  { kind: 'finding', key: 'f', label: 'Finding' },
]

/** What can be put into the text: lines that are records, and form. After the command key with a full stop one letter does it. */
export function MinutesToolbar({ editor, itemId, fragment, histories, isStrip, onStrip }: MinutesToolbarProps) {
  const session = useSession()
  const materials = useReview(({ record }) => record.materials)
  const [asking, setAsking] = useState<LineKind | null>(null)
  const [words, setWords] = useState('')
  const [error, setError] = useState('')
  const pictures = inOrder(materials).filter(({ mediaType }) => mediaType.startsWith('image/'))

  const make = (kind: LineKind, text: string) => {
    const refused = insertLine(session, histories, editor, fragment, { kind, text, itemId })
    setError(refused ?? '')
    if (refused !== null) return
    setAsking(null)
    setWords('')
  }
  const line = (kind: LineKind) => {
    const text = textAtCaret(editor)
    if (text === '') setAsking(kind)
    else make(kind, text)
  }
  const forms: readonly { readonly key: string; readonly label: string; readonly run: () => void }[] = [
    { key: 'h', label: 'Heading', run: () => editor.chain().focus().toggleHeading({ level: 2 }).run() },
    { key: 'l', label: 'List', run: () => editor.chain().focus().toggleBulletList().run() },
    { key: 't', label: 'Table', run: () => editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run() },
  ]

  useEffect(() => {
    if (!isStrip) return
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.isComposing) return
      const key = event.key.toLowerCase()
      const form = forms.find((each) => each.key === key)
      const record = lines.find((each) => each.key === key)
      event.preventDefault()
      event.stopPropagation()
      onStrip(false)
      if (form) form.run()
      else if (record) line(record.kind)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  })

  const name = (label: string, key: string) => (
    <>
      {label}
      {isStrip && <kbd>{key.toUpperCase()}</kbd>}
    </>
  )

  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Insert">
      {lines.map(({ kind, key, label }) => (
        <Button key={kind} size="small" look="quiet" onPress={() => line(kind)}>
          {name(label, key)}
        </Button>
      ))}
      <span className={styles['divider']} />
      {forms.map(({ key, label, run }) => (
        <Button key={key} size="small" look="quiet" onPress={run}>
          {name(label, key)}
        </Button>
      ))}
      {pictures.length > 0 && (
        <Menu
          label="Picture from the materials"
          trigger={
            <Button size="small" look="quiet">
              Picture
            </Button>
          }
          entries={pictures.map((material) => ({
            key: material.id,
            label: material.name,
            onChoose: () =>
              void editor
                .chain()
                .focus()
                .insertContent({ type: 'materialImage', attrs: { materialId: material.id, alt: material.name } })
                .run(),
          }))}
        />
      )}
      {asking && (
        <div className={styles['asking']}>
          <TextField
            label={`Words of the ${asking}`}
            isLabelHidden
            placeholder={`Words of the ${asking}, then Enter`}
            value={words}
            error={error}
            onChange={setWords}
            onEnter={() => make(asking, words)}
            onEscape={() => {
              setAsking(null)
              editor.commands.focus()
            }}
            autoFocus
          />
        </div>
      )}
    </div>
  )
}
