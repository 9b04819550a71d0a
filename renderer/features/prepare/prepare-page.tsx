import type { ComponentType } from 'react'
import { missingAtStart } from '../../../shared/readiness/missing'
import { timelineOf } from '../../../shared/timer/timeline'
import { useReview, useSession } from '../../storage/use-review'
import { Tabs } from '../../ui/tabs'
import { Agenda } from './agenda'
import { Materials } from './materials'
import { type Part, showPart, usePart } from './part'
import { Overview } from './overview'
import { People } from './people'
import styles from './prepare.module.css'
import { Readiness } from './readiness'
import { Rubric } from './rubric'

const parts: Readonly<Record<Part, ComponentType>> = {
  overview: Overview,
  people: People,
  agenda: Agenda,
  materials: Materials,
  rubric: Rubric,
  readiness: Readiness,
}

/** The first place of a review: everything that is agreed before people meet. */
export function PreparePage() {
  const { reviewId } = useSession()
  const part = usePart(reviewId)
  const people = useReview(({ record }) => Object.keys(record.people).length)
  const items = useReview(({ record }) => Object.keys(record.agenda).length)
  const materials = useReview(({ record }) => Object.keys(record.materials).length)
  const criteria = useReview(({ record }) => Object.keys(record.criteria).length)
  const missing = useReview(({ record }) => (timelineOf(record.timer).stretches.length > 0 ? 0 : missingAtStart(record).length))
  const Content = parts[part]
  return (
    <div className={styles['page']}>
      <Tabs<Part>
        label="Parts of the preparation"
        value={part}
        onChange={(chosen) => showPart(reviewId, chosen)}
        tabs={[
          { key: 'overview', label: 'Overview' },
          { key: 'people', label: 'People', note: String(people) },
          { key: 'agenda', label: 'Agenda', note: String(items) },
          { key: 'materials', label: 'Materials', note: String(materials) },
          { key: 'rubric', label: 'Rubric', note: String(criteria) },
          {
            key: 'readiness',
            label: 'Readiness',
            ...(missing > 0 && { note: `${missing} missing` }),
          },
        ]}
      >
        <div className={styles['part']}>
          <Content />
        </div>
      </Tabs>
    </div>
  )
}
