import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Folder } from '../../../shared/host-contract'
import { useHost } from '../../storage/use-host'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Dialog } from '../../ui/dialog'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { StatusText } from '../../ui/status'
import { sizeWords } from '../../ui/words'
import styles from './folder-picker.module.css'

export interface FolderPickerProps {
  /** Where to begin; null: home. */
  readonly from: string | null
  readonly onClose: () => void
  readonly onChoose: (path: string) => void
}

const placeIcons = { recent: 'history', home: 'person', volume: 'drive' } as const

/** Chooses a folder of this computer or a mounted drive. Shows folders only, and whether one can be written to. */
export function FolderPicker({ from, onClose, onChoose }: FolderPickerProps) {
  const host = useHost()
  const [path, setPath] = useState(from)
  const [folder, setFolder] = useState<Folder | null>(null)
  const [error, setError] = useState('')
  /** The path that `folder` or `error` answers. */
  const [answered, setAnswered] = useState<string | null | undefined>(undefined)

  useEffect(() => {
    let isOver = false
    void host.call('folder:browse', { path }).then((answer) => {
      if (isOver) return
      setAnswered(path)
      if (answer.ok) setFolder(answer.value)
      else if (path !== null && folder === null) setPath(null)
      setError(answer.ok || folder === null ? '' : 'This folder cannot be opened. It is gone, or its drive does not answer.')
    })
    return () => {
      isOver = true
    }
    // The folder shown stays until the next one is known.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [host, path])

  return (
    <Dialog
      title="Folder for the bundle"
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <span className={styles['state']}>{folder && <FolderState folder={folder} />}</span>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            // On the way to another folder, neither is meant.
            isDisabled={!folder?.writable || answered !== path}
            onPress={() => {
              if (folder) onChoose(folder.path)
            }}
          >
            Use this folder
          </Button>
        </>
      }
    >
      <div className={styles['picker']}>
        <ul className={styles['places']} aria-label="Places">
          {folder?.places.map((place) => (
            <li key={`${place.kind} ${place.path}`}>
              <button
                type="button"
                className={cx(styles['place'], place.path === folder.path && styles['here'])}
                onClick={() => setPath(place.path)}
              >
                <Icon name={placeIcons[place.kind]} />
                <span>{place.name}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className={styles['folder']}>
          <p className={styles['path']}>
            <IconButton
              icon="up"
              label="Folder above"
              size="small"
              isDisabled={!folder?.parent}
              onPress={() => setPath(folder?.parent ?? null)}
            />
            <bdi>{folder?.path ?? ''}</bdi>
          </p>
          {error && <Refused>{error}</Refused>}
          <ListBox
            className={styles['list'] ?? ''}
            aria-label="Folders"
            items={folder?.folders ?? []}
            onAction={(key) => setPath(String(key))}
            renderEmptyState={() => <p className={styles['none']}>{folder ? 'No folders in here.' : 'Looking ...'}</p>}
          >
            {(each) => (
              <ListBoxItem id={each.path} textValue={each.name} className={styles['row'] ?? ''}>
                <Icon name="folder" />
                <span>{each.name}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </div>
    </Dialog>
  )
}

/** Whether a folder can be written to, and what is free there. */
export function FolderState({ folder }: { readonly folder: Folder }) {
  if (!folder.writable)
    return (
      <StatusText tone="warn" icon="warning">
        Cannot be written to
      </StatusText>
    )
  return (
    <StatusText tone="ok" icon="check">
      Can be written to{folder.freeBytes === null ? '' : `, ${sizeWords(folder.freeBytes)} free`}
    </StatusText>
  )
}
