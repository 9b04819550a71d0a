import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { cx } from './cx'
import fieldStyles from './field.module.css'
import styles from './search-list.module.css'
import type { Option } from './select'
import { useAllWords } from './use-all-words'

interface SearchListProps<Key extends string> {
  readonly label: string
  readonly placeholder: string
  /** Said where no option has the words that are typed. */
  readonly none: string
  readonly options: readonly Option<Key>[]
  readonly onChoose: (key: Key) => void
}

/** One of many long texts: all in sight, fewer with each word that is typed; Enter takes the one that is marked. It takes the keyboard. */
export function SearchList<Key extends string>({ label, placeholder, none, options, onChoose }: SearchListProps<Key>) {
  const hasAllWords = useAllWords()
  return (
    <div className={styles['box']}>
      <Autocomplete filter={hasAllWords}>
        <SearchField aria-label={label} autoFocus className={fieldStyles['field'] ?? ''}>
          <Input placeholder={placeholder} className={cx(fieldStyles['control'], styles['input'])} />
        </SearchField>
        <div className={styles['scroller']} role="group" aria-label="What was found" tabIndex={0} data-fades="">
          <Menu
            aria-label={label}
            className={styles['list'] ?? ''}
            items={options}
            renderEmptyState={() => <p className={styles['none']}>{none}</p>}
          >
            {({ key, label: words, note }) => (
              <MenuItem
                id={key}
                textValue={`${words} ${note ?? ''}`}
                className={styles['entry'] ?? ''}
                onAction={() => onChoose(key)}
              >
                {note !== undefined && <span className={styles['note']}>{note}</span>}
                <span dir="auto">{words}</span>
              </MenuItem>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </div>
  )
}
