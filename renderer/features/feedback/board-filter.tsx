import { outlineOf } from '../../../shared/agenda/outline'
import { type BoardFilter, boardSorts, everything } from '../../../shared/feedback/board'
import { feedbackStatuses, forces, labels, severities } from '../../../shared/feedback/item'
import { feedbackStatusWords, forceWords, labelWord, sideWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { sides } from '../../../shared/review/review'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { type Option, Select } from '../../ui/select'
import { askBoard, useAsked } from './board-store'
import { sortWords } from './board-words'
import styles from './board.module.css'

const ANY = 'any'
const NONE = 'none'

/** FB10: what the board shows and in which order, each field by itself; told at once behind the dialog. */
export function BoardFilterDialog({ onClose }: { readonly onClose: () => void }) {
  const { reviewId } = useSession()
  const { filter, sort } = useAsked(reviewId)
  const agenda = useReview(({ record }) => record.agenda)
  const people = useReview(({ record }) => record.people)
  const ask = (patch: Partial<BoardFilter>) => askBoard(reviewId, { filter: { ...filter, ...patch } })

  /** A choice of `any`, perhaps `none`, and these. */
  function choice<Field extends Exclude<keyof BoardFilter, 'words'>>(
    field: Field,
    label: string,
    options: readonly Option<string>[],
    none?: string,
  ) {
    const value = filter[field]
    return (
      <Select<string>
        label={label}
        options={[{ key: ANY, label: 'Any' }, ...(none === undefined ? [] : [{ key: NONE, label: none }]), ...options]}
        value={value === null ? ANY : value === '' ? NONE : value}
        onChange={(key) => ask({ [field]: key === ANY ? null : key === NONE ? '' : key })}
      />
    )
  }

  return (
    <Dialog
      title="Filter and order"
      isOpen
      onClose={onClose}
      width="medium"
      footer={
        <>
          <Button look="quiet" onPress={() => askBoard(reviewId, { filter: everything, sort: 'entered' })}>
            Show everything
          </Button>
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        {choice(
          'side',
          'Side',
          sides.map((key) => ({ key, label: `${sideWords[key]}s` })),
        )}
        {choice(
          'label',
          'Label',
          labels.map((key) => ({ key, label: labelWord(key) })),
        )}
        {choice(
          'status',
          'Status',
          feedbackStatuses.map((key) => ({ key, label: feedbackStatusWords[key] })),
        )}
        {choice(
          'force',
          'Force',
          forces.map((key) => ({ key, label: forceWords[key] })),
          'Not said',
        )}
        {choice(
          'severity',
          'Severity',
          severities.map((key) => ({ key, label: key })),
          'Not said',
        )}
        {choice(
          'itemId',
          'Agenda item',
          outlineOf(agenda).map(({ item, number }) => ({ key: item.id, label: `${number} ${item.title}` })),
          'None',
        )}
        {choice(
          'authorId',
          'Raised by',
          inOrder(people).map(({ id, name }) => ({ key: id, label: name })),
          'Nobody named',
        )}
        <Select
          label="Order"
          options={boardSorts.map((key) => ({ key, label: sortWords[key] }))}
          value={sort}
          onChange={(key) => askBoard(reviewId, { sort: key })}
        />
      </div>
    </Dialog>
  )
}
