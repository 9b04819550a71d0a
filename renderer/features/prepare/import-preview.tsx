import type { ReactNode } from 'react'
import type { DraftItem, LeftOut as LeftOutLine, Why } from '../../../shared/agenda/import/draft'
import { formatMinutes } from '../../../shared/timer/format'
import { Checkbox } from '../../ui/checkbox'
import { LeftOut } from '../../ui/import-frame'
import styles from './import-dialog.module.css'
import { kindWords } from './words'

const whyWords: Readonly<Record<Why, string>> = {
  about: 'About the meeting',
  comment: 'Comments',
  detail: 'Said of an item',
  empty: 'Without words',
  end: 'The end of the meeting',
  heading: 'Headings',
  link: 'Links',
  long: 'Too long for a title',
  many: 'More than an agenda holds',
  people: 'People',
  place: 'Places to fill in',
  struck: 'Struck out',
  text: 'Running text',
}

interface ImportPreviewProps {
  readonly items: readonly DraftItem[]
  readonly leftOut: readonly LeftOutLine[]
  /** Lines that will not be added. */
  readonly off: ReadonlySet<number>
  readonly isKnown: (name: string) => boolean
  readonly onTick: (line: number, isTicked: boolean) => void
  /** What else is to be chosen. */
  readonly children: ReactNode
}

/** What a text would bring: each item with a box, and below it every line that is none. */
export function ImportPreview({ items, leftOut, off, isKnown, onTick, children }: ImportPreviewProps) {
  return (
    <>
      {items.length === 0 ? (
        <p>No item was found in this text. An item is a line of a list, a line with a time, or a row of a table.</p>
      ) : (
        <ul className={styles['items']} tabIndex={0} aria-label="Items">
          {items.map((item, at) => (
            <li key={item.line} data-level={item.level}>
              <Checkbox isChecked={!off.has(item.line)} onChange={(isTicked) => onTick(item.line, isTicked)}>
                <span dir="auto">{item.title}</span>
              </Checkbox>
              <span className={styles['quiet']}>{kindWords[item.kind]}</span>
              <span dir="auto">
                {item.presenter}
                {item.presenter !== '' && !isKnown(item.presenter) && <span className={styles['quiet']}> (new)</span>}
              </span>
              <span className={styles['minutes']} data-figures="">
                {(items[at + 1]?.level ?? 0) > item.level ? null : item.plannedMs === null ? (
                  <span className={styles['quiet']}>usual 10 min</span>
                ) : (
                  `${formatMinutes(item.plannedMs)} min`
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
      <LeftOut leftOut={leftOut} words={whyWords} />
    </>
  )
}
