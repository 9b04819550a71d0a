import { memo, useEffect, useRef, useState } from 'react'
import { type FeedbackItem, hasForce } from '../../../shared/feedback/item'
import { isSettled, statusOf } from '../../../shared/feedback/life'
import { whereWords } from '../../../shared/feedback/place'
import { feedbackStatusWords, handsWords, lifeActWords } from '../../../shared/record/words'
import { useAct } from '../../storage/use-act'
import { useLine } from '../../storage/use-line'
import { lifeIcons, useLife } from '../../storage/use-life'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { usePeek } from '../../ui/cover'
import { cx } from '../../ui/cx'
import { EditableText } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import { lineEntry, Menu, type MenuEntry } from '../../ui/menu'
import { useOpenMaterial } from '../../ui/open-material'
import { useToast } from '../../ui/toast'
import { FeedbackDetails } from './details'
import styles from './feedback.module.css'
import { GroupDialog } from './group-dialog'
import { HandsDialog } from './hands-dialog'

export interface FeedbackRowProps {
  readonly item: FeedbackItem
  /** `2.1`, '' for none. */
  readonly itemNumber: string
  /** That item runs now. */
  readonly isNow: boolean
  readonly isPrivate: boolean
  /** FB8: it stands under the row above. */
  readonly isUnder: boolean
  /** How many stand under it. */
  readonly alike: number
  readonly mayEdit: boolean
  readonly onAnswer: (feedbackId: string) => void
}

/** One item: who, which label, the words; everything else behind one button. */
export const FeedbackRow = memo(function FeedbackRow({
  item,
  itemNumber,
  isNow,
  isPrivate,
  isUnder,
  alike,
  mayEdit,
  onAnswer,
}: FeedbackRowProps) {
  const act = useAct()
  const toast = useToast()
  const author = useReview(({ record }) => (item.authorId ? (record.people[item.authorId]?.name ?? 'removed person') : ''))
  const answers = useReview(({ record }) => (item.answersId ? (record.feedback[item.answersId]?.text ?? '') : ''))
  const action = useReview(({ record }) => Object.values(record.actions).find(({ source }) => source.id === item.id)?.number)
  const where = useReview(({ record }) => whereWords(item, record.materials))
  const openMaterial = useOpenMaterial()
  const life = useLife(item)
  const status = statusOf(item)
  const [isRevealing, setRevealing] = useState(false)
  const [opened, setOpened] = useState<'details' | 'group' | 'hands' | null>(null)
  const { isCovered, isHidden, isBack, peek, cover, within } = usePeek()
  const shown = useRef<HTMLLIElement>(null)
  const isPeeked = isPrivate && isCovered && !isHidden
  useEffect(() => {
    if (isPeeked) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [isPeeked])
  const feedbackId = item.id
  const goToLine = useLine('finding', feedbackId)
  const tell = (refused: string | null) => void (refused !== null && toast({ message: refused, tone: 'danger' }))
  const edit = (patch: Partial<FeedbackItem>) => tell(act('editFeedback', { feedbackId, ...patch }))

  const entries: (MenuEntry | null)[] = [
    ...(goToLine ? [{ ...lineEntry, onChoose: goToLine }] : []),
    ...(item.place
      ? [
          {
            key: 'page',
            label: 'On its page',
            icon: 'eye' as const,
            onChoose: () => item.place && openMaterial(item.place.materialId, [], item.place.page, item.place.region),
          },
        ]
      : []),
    { key: 'answer', label: 'Answer it', icon: 'right', isDisabled: isPrivate, onChoose: () => onAnswer(feedbackId) },
    null,
    ...(hasForce(item.label)
      ? [
          {
            key: 'blocking',
            label: 'Blocking',
            isChosen: item.force === 'blocking',
            onChoose: () => edit({ force: item.force === 'blocking' ? null : 'blocking' }),
          },
        ]
      : []),
    { key: 'details', label: 'Details…', icon: 'edit', onChoose: () => setOpened('details') },
    isUnder
      ? { key: 'split', label: 'Take apart', icon: 'left', onChoose: () => tell(act('splitFeedback', { feedbackId })) }
      : { key: 'group', label: 'Put with another…', icon: 'list', onChoose: () => setOpened('group') },
    { key: 'hands', label: 'Show of hands…', icon: 'people', isDisabled: isPrivate, onChoose: () => setOpened('hands') },
    {
      key: 'action',
      label: action === undefined ? 'Make an action of it' : `Another action (has ${action})`,
      icon: 'flag',
      isDisabled: isPrivate,
      onChoose: () => tell(act('addAction', { what: item.text, source: { kind: 'feedback', id: item.id } })),
    },
    ...(isPrivate
      ? []
      : life.offers.map((offer) => ({
          key: offer.act,
          label: lifeActWords[offer.act],
          note: offer.forName && `for ${offer.forName}`,
          icon: lifeIcons[offer.act],
          onChoose: () => tell(life.take(offer)?.message ?? null),
        }))),
    null,
    {
      key: 'remove',
      label: 'Remove',
      icon: 'remove',
      isDanger: true,
      isDisabled: item.life.length > 0,
      onChoose: () => tell(act('removeFeedback', { feedbackId })),
    },
  ]

  if (isPrivate && isHidden)
    return (
      <li role="listitem" className={styles['item']}>
        <div className={cx(styles['private'], styles['covered'])}>
          <Icon name="eye-off" /> Unrevealed item
          <Button size="small" look="quiet" autoFocus={isBack} aria-expanded={false} onPress={peek}>
            Peek
          </Button>
        </div>
      </li>
    )
  return (
    <li
      ref={shown}
      role="listitem"
      data-jump={`feedback-${feedbackId}`}
      className={cx(styles['item'], styles[item.side], isUnder && styles['under'], isSettled(item) && styles['closed'])}
      {...(isPrivate && isCovered ? within : {})}
    >
      <div className={styles['head']}>
        <span className={styles['label']}>{item.label}</span>
        {item.force === 'blocking' && (
          <span className={styles['blocking']}>
            <Icon name="warning" /> blocking
          </span>
        )}
        <span className={styles['who']} dir="auto">
          {item.isAnonymous ? 'anonymous' : author}
        </span>
        <span className={cx(styles['where'], isNow && styles['now'])} data-figures="">
          {alike > 0 && <b>{`${alike} alike `}</b>}
          {item.hands !== null && <b>{`${handsWords(item.hands)} `}</b>}
          {itemNumber && (isNow ? `now, item ${itemNumber}` : `item ${itemNumber}`)}
          {action !== undefined && ` → action ${action}`}
          {status !== 'open' && ` ${feedbackStatusWords[status].toLowerCase()}`}
        </span>
        {mayEdit && (
          <Menu
            label="Change this item"
            trigger={<IconButton icon="more" label="Change this item" size="small" />}
            entries={entries}
          />
        )}
      </div>
      {where !== '' && (
        <p className={styles['answers']} dir="auto">
          {where}
        </p>
      )}
      {answers && (
        <p className={styles['answers']} dir="auto">
          Answers: {answers}
        </p>
      )}
      {item.requestedChange && (
        <p className={styles['answers']} dir="auto">
          Should change: {item.requestedChange}
        </p>
      )}
      {opened === 'details' && <FeedbackDetails item={item} onClose={() => setOpened(null)} />}
      {opened === 'group' && <GroupDialog item={item} isPrivate={isPrivate} onClose={() => setOpened(null)} />}
      {opened === 'hands' && <HandsDialog item={item} onClose={() => setOpened(null)} />}
      <EditableText
        label="Words"
        lines={2}
        value={item.text}
        isReadOnly={!mayEdit}
        onCommit={(text) => act('editFeedback', { feedbackId, text })}
      />
      {isPrivate && (
        <div className={styles['private']}>
          <Icon name="eye-off" /> Private
          {isCovered && (
            <Button size="small" look="quiet" autoFocus aria-expanded onPress={cover}>
              Cover
            </Button>
          )}
          {mayEdit && (
            <Button size="small" look="quiet" icon="eye" onPress={() => setRevealing(true)}>
              Reveal…
            </Button>
          )}
          <Confirm
            title="Reveal this item?"
            verb="Reveal"
            isOpen={isRevealing}
            onClose={() => setRevealing(false)}
            onConfirm={() => tell(act('revealFeedback', { feedbackIds: [feedbackId] }))}
          >
            <p>It becomes part of the record: everybody can read it on the wall and in the bundle. This cannot be taken back.</p>
          </Confirm>
        </div>
      )}
    </li>
  )
})
