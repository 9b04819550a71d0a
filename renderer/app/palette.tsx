import { useEffect, useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { keyTable } from '../ui/key-table'
import { useAllWords } from '../ui/use-all-words'
import { type Command, useOfferedCommands } from '../ui/use-commands'
import { hasOnlyKeys, pressNamed, useOfferedKeys } from '../ui/use-keys'
import styles from './palette.module.css'

interface Entry extends Command {
  readonly keys?: string
}

/** KEY2: everything that can be done on the screen on display, found by its words, from anywhere, also from inside text. */
export function Palette() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      // A dialog has a question of its own.
      if (document.querySelector('#root[inert], [role="dialog"]') === null && !hasOnlyKeys()) setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
  return (
    <ModalOverlay className={styles['overlay'] ?? ''} isOpen={isOpen} isDismissable onOpenChange={setOpen}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label="What do you want to do?" className={styles['dialog'] ?? ''}>
          <Search onDone={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Search({ onDone }: { readonly onDone: () => void }) {
  const hasAllWords = useAllWords()
  const keys = useOfferedKeys()
  const commands = useOfferedCommands()
  const groups = useMemo(() => {
    const named = keys.map((name): Entry => {
      const { key, label, group } = keyTable[name]
      return { id: name, label, group, keys: key, act: () => void pressNamed(name) }
    })
    const all: readonly Entry[] = [...named, ...commands]
    const titles = [...new Set(all.map(({ group }) => group))]
    return titles.map((title) => [title, all.filter(({ group }) => group === title)] as const)
  }, [keys, commands])
  /** After the dialog has given the keyboard back, for the act may take it elsewhere. */
  const choose = (act: () => void) => {
    onDone()
    setTimeout(act, 50)
  }
  return (
    <Autocomplete filter={hasAllWords}>
      <SearchField aria-label="Find what to do" autoFocus className={styles['search'] ?? ''}>
        <Input placeholder="Type what you want to do" className={styles['input'] ?? ''} />
      </SearchField>
      <div className={styles['scroller']} role="group" aria-label="What was found" tabIndex={0}>
        <Menu
          aria-label="What can be done here"
          className={styles['list'] ?? ''}
          renderEmptyState={() => <p className={styles['none']}>Nothing here is called so.</p>}
        >
          {groups.map(([group, entries]) => (
            <MenuSection key={group} id={group} className={styles['group'] ?? ''}>
              <Header>{group}</Header>
              {entries.map(({ id, label, keys: letters, act }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={`${group} ${label}`}
                  className={styles['entry'] ?? ''}
                  onAction={() => choose(act)}
                >
                  <span className={styles['label']} dir="auto">
                    {label}
                  </span>
                  {letters?.split(' ').map((letter) => (
                    <kbd key={letter}>{letter.toUpperCase()}</kbd>
                  ))}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  )
}
