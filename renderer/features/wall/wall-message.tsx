import { useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { putOn, useWallStore } from './wall-store'

/** Asks what the message on the wall says. */
export function WallMessage({ onClose }: { readonly onClose: () => void }) {
  const wall = useWallStore()
  const [text, setText] = useState(() => wall.getState().message)
  const show = () => {
    if (text.trim() !== '') {
      wall.setState({ message: text.trim() })
      putOn(wall, 'message')
    }
    onClose()
  }
  return (
    <Dialog
      title="Message on the wall"
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={show}>
            Show on the wall
          </Button>
        </>
      }
    >
      <TextField
        label="Message"
        hint="Ctrl+Enter shows it."
        value={text}
        onChange={setText}
        onEnter={show}
        maxLength={300}
        lines={3}
        autoFocus
      />
    </Dialog>
  )
}
