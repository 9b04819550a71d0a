import { useEffect, useState } from 'react'
import type { Folder } from '../../../shared/host-contract'
import { useDeliveries } from '../../storage/use-deliveries'
import { useHost } from '../../storage/use-host'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { StatusText } from '../../ui/status'
import styles from './archive.module.css'
import { FolderPicker, FolderState } from './folder-picker'

export interface DestinationProps {
  /** Path of the folder; null before one was ever chosen. */
  readonly folder: string | null
  readonly onChange: (path: string) => void
}

/** Where the bundle goes, and whether that can be reached now. */
export function Destination({ folder, onChange }: DestinationProps) {
  const [isChoosing, setChoosing] = useState(false)
  const host = useHost()
  const state = useFolder(folder)
  async function choose(): Promise<void> {
    const answer = await host.call('folder:choose', { from: folder })
    if (!answer.ok || answer.value.ownPicker) setChoosing(true)
    else if (answer.value.path !== null) onChange(answer.value.path)
  }
  return (
    <div className={styles['destination']}>
      <Icon name="folder" />
      <div className={styles['where']}>
        {folder === null ? (
          <p>Choose a folder: a shared drive, a stick, or a folder of this computer.</p>
        ) : (
          <>
            <p className={styles['path']}>
              <bdi>{folder}</bdi>
            </p>
            {state === 'unreachable' && (
              <StatusText tone="warn" icon="warning">
                Cannot be reached now
              </StatusText>
            )}
            {typeof state === 'object' && <FolderState folder={state} />}
          </>
        )}
      </div>
      <Button look={folder === null ? 'primary' : 'plain'} onPress={() => void choose()}>
        {folder === null ? 'Choose folder' : 'Change'}
      </Button>
      {isChoosing && (
        <FolderPicker
          from={folder}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            onChange(path)
            setChoosing(false)
          }}
        />
      )}
    </div>
  )
}

function useFolder(path: string | null): Folder | 'looking' | 'unreachable' {
  const host = useHost()
  // Looked at again whenever a delivery to it gets on or fails: the drive may have come or gone.
  const course = useDeliveries()
    .filter((one) => one.folder === path)
    .map(({ id, state }) => `${id} ${state}`)
    .join()
  const [found, setFound] = useState<{ path: string; state: Folder | 'unreachable' } | null>(null)
  useEffect(() => {
    let isOver = false
    if (path !== null)
      void host.call('folder:browse', { path }).then((answer) => {
        if (!isOver) setFound({ path, state: answer.ok ? answer.value : 'unreachable' })
      })
    return () => {
      isOver = true
    }
  }, [host, path, course])
  return found?.path === path ? found.state : 'looking'
}
