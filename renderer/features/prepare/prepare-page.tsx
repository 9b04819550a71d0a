import { type ComponentType, useState } from 'react'
import { useReview } from '../../storage/use-review'
import { Tabs } from '../../ui/tabs'
import { Agenda } from './agenda'
import { Materials, type OpenMaterial } from './materials'
import { Overview } from './overview'
import { People } from './people'
import styles from './prepare.module.css'
import { Readiness } from './readiness'

type Part = 'overview' | 'people' | 'agenda' | 'materials' | 'readiness'

const parts: Readonly<Record<Part, ComponentType<PreparePageProps>>> = {
  overview: Overview,
  people: People,
  agenda: Agenda,
  materials: Materials,
  readiness: Readiness,
}

interface PreparePageProps {
  readonly onOpenMaterial: OpenMaterial
}

/** The first place of a review: everything that is agreed before people meet. */
export function PreparePage({ onOpenMaterial }: PreparePageProps) {
  const [part, setPart] = useState<Part>('overview')
  const people = useReview(({ record }) => Object.keys(record.people).length)
  const items = useReview(({ record }) => Object.keys(record.agenda).length)
  const materials = useReview(({ record }) => Object.keys(record.materials).length)
  const checks = useReview(({ record }) => record.checklist)
  const done = Object.values(checks).filter(({ doneAt }) => doneAt !== null).length
  const Content = parts[part]
  return (
    <div className={styles['page']}>
      <Tabs<Part>
        label="Parts of the preparation"
        value={part}
        onChange={setPart}
        tabs={[
          { key: 'overview', label: 'Overview' },
          { key: 'people', label: 'People', note: String(people) },
          { key: 'agenda', label: 'Agenda', note: String(items) },
          { key: 'materials', label: 'Materials', note: String(materials) },
          { key: 'readiness', label: 'Readiness', note: `${done}/${Object.keys(checks).length}` },
        ]}
      >
        <div className={styles['part']}>
          <Content onOpenMaterial={onOpenMaterial} />
        </div>
      </Tabs>
    </div>
  )
}
