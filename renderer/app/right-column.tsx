import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FeedbackPane } from '../features/feedback/feedback-pane'
import { PanelPane } from '../features/panel/panel-pane'
import { showPart, type Part } from '../features/prepare/part'
import { decksOf } from '../features/wall/decks'
import { SlidesPane } from '../features/wall/slides-pane'
import { useSlidePlace } from '../features/wall/use-wall-view'
import { WallPane } from '../features/wall/wall-pane'
import { useMayEdit } from '../storage/use-act'
import { useReview, useSession } from '../storage/use-review'
import { Tabs } from '../ui/tabs'
import { focusPart } from '../ui/keep-focus'
import { pressSoon } from '../ui/press-place'
import { focusPlace, pressNamed, takesText, useKeys } from '../ui/use-keys'
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
  const { mayEdit } = useMayEdit()
  const hasSlides = useReview(({ record }) => decksOf(record).length > 0)
  const column = useRef<HTMLElement>(null)
  const prepare = (part: Part) => () => {
    showPart(reviewId, part)
    goTo({ page: 'review', reviewId, place: 'prepare' })
  }
  const goInto = (to: Pane, place: string) => () => {
    // Drawn and gone into at once: what is typed next is text, and no key of the meeting.
    flushSync(() => setPane(to))
    focusPlace(place)
  }
  /** KEY6: the keyboard comes along, unless somebody writes. */
  const show = (to: Pane) => () => {
    flushSync(() => setPane(to))
    if (!takesText(document.activeElement)) focusPart(column.current)
  }
  useKeys({
    paneFeedback: show('feedback'),
    paneSlides: show('slides'),
    paneWall: show('wall'),
    panePanel: show('panel'),
    feedback: goInto('feedback', 'feedback'),
    // The pane has this key itself while it is on display.
    ...(pane === 'feedback' ? {} : { feedbackFocus: () => (show('feedback')(), void pressNamed('feedbackFocus')) }),
    // FB18: drawn first, where it is not.
    ...(hasSlides && mayEdit ? { markRegion: () => (show('slides')(), pressSoon('mark-region')) } : {}),
    slidePage: goInto('slides', 'slide-page'),
  })
  return (
    <section ref={column} className={styles['right']} aria-label={panes.find(({ key }) => key === pane)?.label ?? ''}>
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
