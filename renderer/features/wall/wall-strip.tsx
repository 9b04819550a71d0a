import { useState } from 'react'
import { useStore } from 'zustand'
import type { WallChoice } from '../../../shared/wall/wall-view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segments } from '../../ui/segments'
import { TextField } from '../../ui/text-field'
import { useKeys } from '../../ui/use-keys'
import { useWallStore } from './wall-store'
import styles from './wall-strip.module.css'

const choices = [
  { key: 'item', label: 'Item and time' },
  { key: 'feedback', label: 'Feedback' },
  { key: 'message', label: 'Message' },
  { key: 'blank', label: 'Blank' },
] as const
type Kind = WallChoice['kind']

/** The foot of the cockpit: what is on the wall, and what else may be put there. */
export function WallStrip() {
  const wall = useWallStore()
  const { choice, isShowing } = useStore(wall)
  const [text, setText] = useState<string | null>(null)
  const choose = (kind: Kind) => {
    if (kind === 'message') setText(choice.kind === 'message' ? choice.text : '')
    else wall.setState({ choice: { kind }, isShowing: true })
  }
  useKeys({
    wallItem: () => choose('item'),
    wallFeedback: () => choose('feedback'),
    wallMessage: () => choose('message'),
    wallBlank: () => choose('blank'),
  })
  const show = () => {
    if (text?.trim()) wall.setState({ choice: { kind: 'message', text: text.trim() }, isShowing: true })
    setText(null)
  }
  return (
    <footer className={styles['strip']}>
      <span className={styles['label']}>{isShowing ? 'On the wall' : 'Wall'}</span>
      <Segments<Kind> label="On the wall" options={choices} value={isShowing ? choice.kind : null} onChange={choose} isLive />
      <span className={styles['state']}>
        {!isShowing
          ? 'Nothing is shown from here yet. Choose, or open the wall (W).'
          : choice.kind === 'message'
            ? choice.text
            : ''}
      </span>
      {text !== null && (
        <Dialog
          title="Message on the wall"
          isOpen
          onClose={() => setText(null)}
          width="narrow"
          footer={
            <>
              <Button onPress={() => setText(null)}>Cancel</Button>
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
      )}
    </footer>
  )
}
