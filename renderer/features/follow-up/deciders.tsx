import type { Decision } from '../../../shared/decision/decision'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { useMayEdit, useTry } from '../../storage/use-act'
import { nameOf } from '../../../shared/record/words'

/** Who decides: names behind a button that ticks them. */
export function Deciders({ decision }: { readonly decision: Decision }) {
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEdit } = useMayEdit()
  const { attempt } = useTry()
  const { id: decisionId, deciderIds } = decision
  const names = deciderIds.map((id) => nameOf(id, people)).join(', ')
  const toggle = (id: string): void => {
    const others = deciderIds.filter((other) => other !== id)
    attempt('editDecision', { decisionId, deciderIds: others.length < deciderIds.length ? others : [...others, id] })
  }
  return (
    <Menu
      label="Decision makers"
      placement="bottom start"
      trigger={
        <Button size="small" look="quiet" icon="people" isDisabled={!mayEdit}>
          {names === '' ? 'Nobody decides yet' : `to be decided by ${names}`}
        </Button>
      }
      entries={inOrder(people).map(({ id, name }) => ({
        key: id,
        label: name,
        isChosen: deciderIds.includes(id),
        onChoose: () => toggle(id),
      }))}
    />
  )
}
