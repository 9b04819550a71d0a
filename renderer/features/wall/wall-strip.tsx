import { useState } from 'react'
import { useStore } from 'zustand'
import { wallKinds } from '../../../shared/wall/wall-schema'
import { useIsPassing } from '../../storage/passing'
import { useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { keyTable } from '../../ui/key-table'
import { Menu } from '../../ui/menu'
import { useKeys } from '../../ui/use-keys'
import { useOneDisplay } from '../../ui/use-one-display'
import { useRemote } from '../../ui/use-remote'
import { firstDeck, takeDeck } from './decks'
import { kindWords, viewWords } from './kinds'
import { useRemoteActs } from './use-remote-acts'
import { useWallOpen } from './use-wall-open'
import { useLiveView, useWallView } from './use-wall-view'
import { WallActs } from './wall-acts'
import { WallMessage } from './wall-message'
import { blank, freeze, putOn, showHere, useWallStore } from './wall-store'
import styles from './wall-strip.module.css'

/** The foot of the cockpit: what is on the wall, what comes next, and the keys for both. */
export function WallStrip() {
  const wall = useWallStore()
  const session = useSession()
  const { next, isShowing, live, frozen, deck } = useStore(wall)
  const isPassing = useIsPassing(session.reviewId)
  const liveView = useLiveView()
  const nextView = useWallView(next)
  const [isAsking, setAsking] = useState(false)
  const isOne = useOneDisplay()
  const isOpen = useWallOpen() // WAL11
  const isSeen = isShowing && isOpen
  const put = (kind: Parameters<typeof putOn>[1]) => () => putOn(wall, kind)
  useKeys({
    wallItem: put('item'),
    wallSlide: () => {
      if (deck === null) takeDeck(wall, firstDeck(session.store.getState().record))
      putOn(wall, 'slide')
    },
    wallFeedback: put('feedback'),
    wallDecision: put('decision'),
    wallActions: put('actions'),
    wallSummary: put('summary'),
    wallRisks: put('risks'),
    wallPanel: put('panel'),
    wallReadBack: put('read-back'),
    wallMessage: () => setAsking(true),
    wallBlank: () => blank(wall),
    wallTake: () => (next === 'message' && wall.getState().message === '' ? setAsking(true) : putOn(wall, next)),
    wallFreeze: () => freeze(wall, liveView),
  })
  // Arrows and pages belong to the wall only while there is something to be turned.
  useRemote(useRemoteActs(), { isOn: !isPassing && (deck !== null || (isShowing && 'pages' in liveView.content)) })
  return (
    <footer className={styles['strip']}>
      <span className={styles['label']}>{isSeen ? (frozen ? 'Frozen' : 'On the wall') : 'Wall'}</span>
      <span className={styles['state']} data-live={isSeen} dir="auto">
        {isSeen ? viewWords(liveView) : `${isShowing ? 'Closed' : 'Not open yet'}: ${viewWords(liveView)}`}
      </span>
      <span className={styles['label']}>Next</span>
      <Menu
        label="What comes next on the wall"
        placement="bottom start"
        trigger={
          <Button look="quiet">
            <span className={styles['next']}>{viewWords(nextView)}</span>
            <Icon name="chevron-down" />
          </Button>
        }
        entries={wallKinds
          .filter((kind) => kind !== live)
          .map((kind) => ({
            key: kind,
            label: kindWords[kind].label,
            keys: keyTable[kindWords[kind].key].key.toUpperCase(),
            isChosen: kind === next,
            onChoose: () => wall.setState({ next: kind }),
          }))}
      />
      <span className={styles['gap']} />
      {isOne && (
        <Button size="large" icon="projector" onPress={() => showHere(wall, true)}>
          Show here <kbd>Z</kbd>
          <kbd>W</kbd>
        </Button>
      )}
      <WallActs />
      {isAsking && <WallMessage onClose={() => setAsking(false)} />}
    </footer>
  )
}
