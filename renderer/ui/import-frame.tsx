import type { ReactNode } from 'react'
import { Button } from './button'
import { Checkbox } from './checkbox'
import { Dialog } from './dialog'
import { Refused } from './field'
import type { IconName } from './icon-paths'
import styles from './import-frame.module.css'
import { StatusText } from './status'
import { TextArea } from './text-field'

interface ImportFrameProps {
  readonly title: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  readonly label: string
  readonly hint: string
  /** The way to a file. */
  readonly file: ReactNode
  readonly action: {
    readonly label: string
    readonly icon?: IconName
    readonly isDisabled: boolean
    readonly onPress: () => void
  }
  readonly error: string
  /** What the text would bring; drawn once there is one. */
  readonly preview: ReactNode
  /** What the preview shows, read aloud. */
  readonly previewLabel?: string
}

/** A text is pasted or opened, shown as what it would bring, and brought in by one press. */
export function ImportFrame(props: ImportFrameProps) {
  const { title, text, onText, onClose, label, hint, file, action, error, preview, previewLabel = 'What will be created' } = props
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" icon={action.icon ?? 'add'} isDisabled={action.isDisabled} onPress={action.onPress}>
            {action.label}
          </Button>
        </>
      }
    >
      <div className={styles['import']}>
        <div className={styles['source']}>
          <TextArea label={label} hint={hint} lines={6} value={text} onChange={onText} autoFocus />
          {file}
        </div>
        {text.trim() !== '' && (
          <section className={styles['preview']} aria-label={previewLabel}>
            {preview}
          </section>
        )}
        {error && <Refused>{error}</Refused>}
      </div>
    </Dialog>
  )
}

interface LeftOutProps<Why extends string> {
  readonly leftOut: readonly { readonly line: number; readonly text: string; readonly why: Why }[]
  readonly words: Readonly<Record<Why, string>>
  /** Shown at once: each of them is to be mended. */
  readonly isOpen?: boolean
}

/** Every line that nothing comes of, by why. */
export function LeftOut<Why extends string>({ leftOut, words, isOpen = false }: LeftOutProps<Why>) {
  if (leftOut.length === 0) return null
  const whys = [...new Set(leftOut.map(({ why }) => why))]
  return (
    <details className={styles['left']} open={isOpen}>
      <summary>
        {leftOut.length} {leftOut.length === 1 ? 'line is' : 'lines are'} left out
      </summary>
      {whys.map((why) => (
        <section key={why}>
          <StatusText>{words[why]}</StatusText>
          <ul>
            {leftOut
              .filter((out) => out.why === why)
              .map(({ line, text }, at) => (
                <li key={`${line} ${at}`} dir="auto">
                  <span data-figures="">{line}</span> {text}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

interface AddsPeopleProps {
  readonly names: readonly string[]
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

/** Whether names that nobody in the review has become people of it. */
export function AddsPeople({ names, isChecked, onChange }: AddsPeopleProps) {
  if (names.length === 0) return null
  return (
    <Checkbox isChecked={isChecked} onChange={onChange}>
      Add to the people: {names.slice(0, 5).join(', ')}
      {names.length > 5 && ` and ${names.length - 5} more`}
    </Checkbox>
  )
}
