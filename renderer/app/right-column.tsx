import { useState } from 'react'
import { flushSync } from 'react-dom'
import { FeedbackPane } from '../features/feedback/feedback-pane'
import { PanelPane } from '../features/panel/panel-pane'
import { showPart, type Part } from '../features/prepare/part'
import { SlidesPane } from '../features/wall/slides-pane'
import { useSlidePlace } from '../features/wall/use-wall-view'
import { WallPane } from '../features/wall/wall-pane'
import { useSession } from '../storage/use-review'
import { Tabs } from '../ui/tabs'
import { focusPlace, useKeys } from '../ui/use-keys'
import { goTo } from './routes'
import styles from './run-page.module.css'

const panes = [
  { key: 'feedback', label: 'Feedback' },
  { key: 'slides', label: 'Slides' },
  { key: 'wall', label: 'Wall' },
  { key: 'panel', label: 'Panel' },
] as const
type Pane = (typeof panes)[number]['key']

/** What stands beside the minutes: one pane at a time. */
export function RightColumn() {
  const [pane, setPane] = useState<Pane>('feedback')
  const slide = useSlidePlace()
  const { reviewId } = useSession()
  const prepare = (part: Part) => () => {
    showPart(reviewId, part)
    goTo({ page: 'review', reviewId, place: 'prepare' })
  }
  const goInto = (to: Pane, place: string) => () => {
    // Drawn and gone into at once: what is typed next is text, and no key of the meeting.
    flushSync(() => setPane(to))
    focusPlace(place)
  }
  useKeys({
    paneFeedback: () => setPane('feedback'),
    paneSlides: () => setPane('slides'),
    paneWall: () => setPane('wall'),
    panePanel: () => setPane('panel'),
    feedback: goInto('feedback', 'feedback'),
    slidePage: goInto('slides', 'slide-page'),
  })
  return (
    <section className={styles['right']} aria-label={panes.find(({ key }) => key === pane)?.label ?? ''}>
      <Tabs<Pane> label="Beside the minutes" tabs={panes} value={pane} onChange={setPane}>
        {pane === 'feedback' ? (
          <FeedbackPane slide={slide} />
        ) : pane === 'slides' ? (
          <SlidesPane onMaterials={prepare('materials')} onPlaced={goInto('feedback', 'feedback')} />
        ) : pane === 'wall' ? (
          <WallPane />
        ) : (
          <PanelPane onRubric={prepare('rubric')} onPeople={prepare('people')} />
        )}
      </Tabs>
    </section>
  )
}
