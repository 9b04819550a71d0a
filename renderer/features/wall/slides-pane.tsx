import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { useOpenMaterial } from '../../ui/open-material'
import { DeckPages } from './deck-pages'
import { useDeckStore } from './deck-store'
import { decksOf, takeDeck } from './decks'
import styles from './slides-pane.module.css'
import { useWallStore } from './wall-store'

interface SlidesPaneProps {
  /** Goes to where files are added to the review. */
  readonly onMaterials: () => void
  /** FB14: a region was marked: what is written next belongs there. */
  readonly onPlaced: () => void
}

/** The slides in hand: the page, the ones around it, and the way to the wall. */
export function SlidesPane({ onMaterials, onPlaced }: SlidesPaneProps) {
  const wall = useWallStore()
  const record = useReview((snapshot) => snapshot.record)
  const at = useStore(wall, ({ deck }) => deck)
  const { reading, why } = useStore(useDeckStore())
  const open = useOpenMaterial()
  const decks = decksOf(record)
  const first = decks[0]?.id
  const isChosen = at !== null && decks.some(({ id }) => id === at.materialId)
  useEffect(() => {
    if (!isChosen) takeDeck(wall, first)
  }, [isChosen, first, wall])
  if (!isChosen)
    return (
      <div className={styles['pane']}>
        <EmptyState title="No slides yet" action={<Button onPress={onMaterials}>Add a PDF</Button>}>
          PDF files among the materials are slides: they are shown here page by page, and on the wall.
        </EmptyState>
      </div>
    )
  const name = record.materials[at.materialId]?.name ?? ''
  const others = decks.filter(({ id }) => id !== at.materialId)
  const entries = (of: typeof decks) =>
    of.map((each) => ({
      key: each.id,
      label: each.name,
      isChosen: each.id === at.materialId,
      onChoose: () => takeDeck(wall, each.id),
    }))
  return (
    <div className={styles['pane']}>
      {reading === 'failed' ? (
        // SLD7
        <div className={styles['failed']}>
          <p className={styles['name']} dir="auto">
            {name}
          </p>
          <Refused>{`These slides could not be read: ${why}. The file itself is unchanged.`}</Refused>
          <div className={styles['ways']}>
            {others.length > 0 && (
              <Menu
                label="Other slides"
                placement="bottom start"
                trigger={
                  <Button look="primary">
                    Take other slides
                    <Icon name="chevron-down" />
                  </Button>
                }
                entries={entries(others)}
              />
            )}
            <Button onPress={() => open(at.materialId)}>Open the file</Button>
            <Button onPress={onMaterials}>Materials</Button>
          </div>
        </div>
      ) : (
        <>
          <Menu
            label="Slides"
            placement="bottom start"
            trigger={
              <Button look="quiet" isDisabled={decks.length < 2}>
                <span className={styles['name']} dir="auto">
                  {name}
                </span>
                {decks.length > 1 && <Icon name="chevron-down" />}
              </Button>
            }
            entries={entries(decks)}
          />
          <DeckPages at={at} onPlaced={onPlaced} />
        </>
      )}
    </div>
  )
}
