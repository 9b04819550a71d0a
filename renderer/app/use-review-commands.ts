import { useMemo } from 'react'
import { outlineOf } from '../../shared/agenda/outline'
import { inOrder } from '../../shared/review/fields'
import { timelineOf } from '../../shared/timer/timeline'
import { useMayEdit } from '../storage/use-act'
import { useReview, useSession } from '../storage/use-review'
import { useStart } from '../storage/use-start'
import type { OpenMaterial } from '../ui/open-material'
import type { ShowHistory } from '../ui/show-history'
import { type Command, useCommands } from '../ui/use-commands'
import { jumpSoon } from '../ui/jump'
import { goTo } from './routes'

/** What follows up, by the name under which it is jumped to. */
const followUpParts = {
  decision: 'Decision',
  findings: 'Findings that need an answer',
  plan: 'Action plan',
  risks: 'Risks',
  lessons: 'Lessons',
  summary: 'Executive summary',
} as const

/** KEY2: what the palette offers in a review beside the keys: items to start, materials to open, people to speak for. */
export function useReviewCommands(openMaterial: OpenMaterial, showHistory: ShowHistory): void {
  const session = useSession()
  const startItem = useStart()
  const { mayEdit } = useMayEdit()
  const agenda = useReview(({ record }) => record.agenda)
  const activeItemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const materials = useReview(({ record }) => record.materials)
  const people = useReview(({ record }) => record.people)
  const actingAsId = useReview((snapshot) => snapshot.actingAsId)
  useCommands(
    useMemo(() => {
      const steps = outlineOf(agenda).filter(({ item, isSection }) => !isSection && item.id !== activeItemId)
      const starts = steps.map(({ item, number }): Command => {
        const start = () => void startItem(item.id, () => goTo({ page: 'review', reviewId: session.reviewId, place: 'run' }))
        return { id: `start ${item.id}`, label: `Start ${number} ${item.title}`, group: 'Agenda', act: start }
      })
      const all = inOrder(materials).map(({ id }) => id)
      const opens = inOrder(materials).map(({ id, name }): Command => {
        return { id: `open ${id}`, label: `Open ${name}`, group: 'Materials', act: () => openMaterial(id, all) }
      })
      const others = inOrder(people).filter(({ id }) => id !== actingAsId)
      const speaks = others.map(({ id, name }): Command => {
        return { id: `act ${id}`, label: `Speak for ${name}`, group: 'Acting as', act: () => session.actAs(id) }
      })
      const self: Command = { id: 'act', label: 'Speak for myself', group: 'Acting as', act: () => session.actAs(null) }
      const history: Command = {
        id: 'history',
        label: 'Show the history',
        group: 'Review',
        act: () => showHistory(),
      }
      // KEY7
      const parts = Object.entries(followUpParts).map(([name, label]): Command => {
        const go = () => {
          goTo({ page: 'review', reviewId: session.reviewId, place: 'follow-up' })
          jumpSoon(name)
        }
        return { id: `part ${name}`, label, group: 'Follow up', act: go }
      })
      return [...(mayEdit ? starts : []), ...parts, ...opens, ...speaks, ...(actingAsId === null ? [] : [self]), history]
    }, [activeItemId, actingAsId, agenda, materials, mayEdit, openMaterial, people, session, showHistory, startItem]),
  )
}
