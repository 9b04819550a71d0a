import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './menu.module.css'

export interface MenuEntry {
  readonly key: string
  readonly label: string
  /** A second, quieter word. */
  readonly note?: string
  readonly icon?: IconName
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly isChosen?: boolean
  readonly onChoose: () => void
}

/** LIN1: the way from a record to its line. */
export const lineEntry = { key: 'line', label: 'In the minutes', icon: 'list' } as const satisfies Partial<MenuEntry>

export interface MenuProps {
  /** What the menu is about, read aloud. */
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  /** `null` draws a line. */
  readonly entries: readonly (MenuEntry | null)[]
  readonly placement?: 'bottom start' | 'bottom end'
}

/** Acts on one thing, behind a button. */
export function Menu({ label, trigger, entries, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles['popover'] ?? ''} placement={placement} offset={4}>
        <AriaMenu className={styles['menu'] ?? ''} aria-label={label}>
          {entries.map((entry, at) =>
            entry === null ? (
              <Separator key={`line-${at}`} className={styles['line'] ?? ''} />
            ) : (
              <MenuItem
                key={entry.key}
                id={entry.key}
                textValue={entry.label}
                isDisabled={entry.isDisabled ?? false}
                onAction={entry.onChoose}
                className={cx(styles['entry'], entry.isDanger && styles['danger'])}
              >
                {entry.isChosen !== undefined && (
                  <span className={cx(styles['mark'], entry.isChosen && styles['chosen'])}>
                    <Icon name="check" />
                  </span>
                )}
                {entry.icon && <Icon name={entry.icon} />}
                <span className={styles['label']}>
                  {entry.label}
                  {entry.isChosen === true && <span className={styles['spoken']}> (chosen)</span>}
                </span>
                {entry.note !== undefined && <span className={styles['note']}>{entry.note}</span>}
                {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
