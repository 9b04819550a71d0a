import { useState } from 'react'
import type { Device } from '../../../shared/host-contract'
import { useDevice } from '../../storage/use-device'
import { Button, IconButton } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Menu } from '../../ui/menu'
import { TextField } from '../../ui/text-field'

const themes: readonly { readonly theme: Device['theme']; readonly label: string }[] = [
  { theme: 'system', label: 'Same theme as the system' },
  { theme: 'light', label: 'Light theme' },
  { theme: 'dark', label: 'Dark theme' },
]

const wallThemes: readonly { readonly theme: Device['wallTheme']; readonly label: string }[] = [
  { theme: 'dark', label: 'Dark wall' },
  { theme: 'light', label: 'Light wall, for bright rooms' },
]

/** Preferences of this computer: who uses it, its theme and the wall's. */
export function DeviceMenu() {
  const { device, change } = useDevice()
  const [name, setName] = useState<string | null>(null)
  const save = () => {
    change({ operatorName: (name ?? '').trim() })
    setName(null)
  }
  return (
    <>
      <Menu
        label="Preferences"
        trigger={<IconButton icon="more" label="Preferences" />}
        entries={[
          {
            key: 'name',
            label: device.operatorName ? `Your name: ${device.operatorName}` : 'Your name',
            icon: 'person',
            onChoose: () => setName(device.operatorName),
          },
          null,
          ...themes.map(({ theme, label }) => ({
            key: theme,
            label,
            isChosen: device.theme === theme,
            onChoose: () => change({ theme }),
          })),
          null,
          ...wallThemes.map(({ theme, label }) => ({
            key: `wall-${theme}`,
            label,
            isChosen: device.wallTheme === theme,
            onChoose: () => change({ wallTheme: theme }),
          })),
          null,
          {
            key: 'sound',
            label: 'Soft sound when time runs out',
            isChosen: device.timeSound,
            onChoose: () => change({ timeSound: !device.timeSound }),
          },
          {
            key: 'playbook',
            label: 'Hints on how to hold an item',
            isChosen: device.playbook,
            onChoose: () => change({ playbook: !device.playbook }),
          },
        ]}
      />
      {name !== null && (
        <Dialog
          title="Your name"
          isOpen
          onClose={() => setName(null)}
          width="narrow"
          footer={
            <Button look="primary" onPress={save}>
              Keep
            </Button>
          }
        >
          <TextField
            label="Name"
            hint="Stands in the log and beside your caret. If a person of the review has it, that is you."
            value={name}
            onChange={setName}
            onEnter={save}
            maxLength={200}
            autoFocus
          />
        </Dialog>
      )}
    </>
  )
}
