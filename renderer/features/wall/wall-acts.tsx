import { useStore } from 'zustand'
import { Button } from '../../ui/button'
import { keyTable } from '../../ui/key-table'
import { pressNamed } from '../../ui/use-keys'
import { useWallStore } from './wall-store'

/** What is pressed for the wall during the meeting; the keys do the same. */
export function WallActs() {
  const { live, frozen, isShowing } = useStore(useWallStore())
  const isBlank = live === 'blank' && isShowing
  return (
    <>
      <Button size="large" onPress={() => void pressNamed('wallTake')}>
        Take <kbd>{keyTable.wallTake.key.toUpperCase()}</kbd>
      </Button>
      <Button
        size="large"
        look={frozen ? 'live' : 'plain'}
        aria-pressed={frozen !== null}
        onPress={() => void pressNamed('wallFreeze')}
      >
        {frozen ? 'Frozen' : 'Freeze'} <kbd>{keyTable.wallFreeze.key.toUpperCase()}</kbd>
      </Button>
      <Button size="large" look={isBlank ? 'live' : 'plain'} aria-pressed={isBlank} onPress={() => void pressNamed('wallBlank')}>
        Blank <kbd>.</kbd>
      </Button>
      <Button size="large" onPress={() => void pressNamed('wallMessage')}>
        Message <kbd>{keyTable.wallMessage.key.toUpperCase()}</kbd>
      </Button>
    </>
  )
}
