import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { type LineKind, lineKinds } from '../../../shared/minutes/extensions'
import { inOrder } from '../../../shared/review/fields'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { type KeyName, keyTable } from '../../ui/key-table'
import { TextField } from '../../ui/text-field'
import { pressKey } from '../../ui/use-keys'
import { openLogImport } from './import-log'
import { insertLink } from './insert-link'
import { insertLine, wordsAtCaret } from './insert-line'
import styles from './minutes.module.css'
import { TableMenu } from './table-menu'
import type { TextHistories } from './undo-managers'

export interface MinutesToolbarProps {
  readonly editor: Editor
  readonly itemId: string | null
  readonly fragment: Y.XmlFragment
  readonly histories: TextHistories
  /** The next key chooses. */
  readonly isStrip: boolean
  readonly onStrip: (isStrip: boolean) => void
  /** A record line to be asked for at once. */
  readonly line?: LineKind
}

/** What can be put into the text: lines that are records, and form. After the command key with a full stop one letter does it. */
export function MinutesToolbar({ editor, itemId, fragment, histories, isStrip, onStrip, line: asked }: MinutesToolbarProps) {
  const session = useSession()
  const materials = useReview(({ record }) => record.materials)
  const [asking, setAsking] = useState<LineKind | 'link' | null>(asked ?? null)
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const pictures = inOrder(materials).filter(({ mediaType }) => mediaType.startsWith('image/'))

  const make = (kind: LineKind, said: string, isReplacing: boolean) => {
    const refused = insertLine(session, histories, editor, fragment, { kind, text: said, itemId, isReplacing })
    setError(refused ?? '')
    setAsking(refused === null ? null : kind)
    setText(refused === null ? '' : said)
  }
  const link = (address: string) => {
    const refused = insertLink(editor, address)
    setError(refused ?? '')
    if (refused === null) setAsking(null)
  }
  const line = (kind: LineKind) => {
    const said = wordsAtCaret(editor)
    if (said.isWhole && said.text !== '') return make(kind, said.text, true)
    setText(said.text)
    setAsking(kind)
  }
  const forms: readonly { readonly name: KeyName; readonly run: () => void }[] = [
    { name: 'heading', run: () => editor.chain().focus().toggleHeading({ level: 2 }).run() },
    { name: 'list', run: () => editor.chain().focus().toggleBulletList().run() },
    {
      name: 'link',
      run: () => {
        setText('')
        setAsking('link')
      },
    },
    { name: 'table', run: () => editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run() },
  ]

  useEffect(() => {
    if (!isStrip) return
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.isComposing) return
      const key = event.key.toLowerCase()
      if (key === 'shift') return
      const form = forms.find(({ name }) => keyTable[name].key === key)
      const record = lineKinds.find((kind) => keyTable[kind].key === key)
      event.preventDefault()
      event.stopPropagation()
      onStrip(false)
      if (form) form.run()
      else if (record) line(record)
      else pressKey(key)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  })

  const words = (name: KeyName) => (
    <>
      {keyTable[name].label}
      {isStrip && <kbd>{keyTable[name].key.toUpperCase()}</kbd>}
    </>
  )

  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Insert">
      {lineKinds.map((kind) => (
        <Button key={kind} size="small" look="quiet" onPress={() => line(kind)}>
          {words(kind)}
        </Button>
      ))}
      <span className={styles['divider']} />
      {forms.map(({ name, run }) => (
        <Button key={name} size="small" look="quiet" onPress={run}>
          {words(name)}
        </Button>
      ))}
      <TableMenu editor={editor} />
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
      {!isStrip && (
        <Button size="small" look="quiet" onPress={openLogImport}>
          Import a log
        </Button>
      )}
      {asking && (
        <div className={styles['asking']}>
          <TextField
            label={asking === 'link' ? 'Address of the link' : `Words of the ${asking}`}
            isLabelHidden
            placeholder={
              asking === 'link'
                ? 'Address: https://..., then Enter'
                : asking === 'action'
                  ? 'Words of the action, then Enter; owner and date in Follow up'
                  : `Words of the ${asking}, then Enter`
            }
            value={text}
            error={error}
            onChange={setText}
            onEnter={() => {
              if (text.trim() === '') return
              if (asking === 'link') link(text.trim())
              else make(asking, text.trim(), false)
            }}
            onEscape={() => {
              setAsking(null)
              setError('')
              editor.commands.focus()
            }}
            autoFocus
          />
        </div>
      )}
    </div>
  )
}
