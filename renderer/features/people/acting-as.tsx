import type { Person } from '../../../shared/review/people'
import { roleWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Menu, type MenuEntry } from '../../ui/menu'

/** On whose behalf feedback and decisions are entered. The log keeps both: who speaks and whose hands. */
export function ActingAs() {
  const session = useSession()
  const people = useReview(({ record }) => record.people)
  const actingAsId = useReview((snapshot) => snapshot.actingAsId)
  const operatorId = useReview((snapshot) => snapshot.operatorId)
  const list = inOrder(people)
  if (list.length === 0) return null
  const entry = (person: Person): MenuEntry => ({
    key: person.id,
    label: person.name,
    note: person.roles.map((role) => roleWords[role]).join(', '),
    isChosen: person.id === actingAsId,
    onChoose: () => session.actAs(person.id),
  })
  const self = (operatorId && people[operatorId]?.name) || ''
  const acting = actingAsId === null ? null : (people[actingAsId] ?? null)
  return (
    <Menu
      label="Acting as"
      placement="bottom start"
      trigger={
        <Button look={acting ? 'live' : 'quiet'} icon="person">
          {acting ? `As ${acting.name.split(' ')[0] ?? acting.name}` : self ? self.split(' ')[0] : 'As myself'}
        </Button>
      }
      entries={[
        {
          key: '',
          label: self ? `Myself · ${self}` : 'Myself',
          isChosen: actingAsId === null,
          onChoose: () => session.actAs(null),
        },
        null,
        ...list.filter((person) => person.id !== operatorId).map(entry),
      ]}
    />
  )
}
