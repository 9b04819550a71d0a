import { useState } from 'react'
import { type DispositionKind, dispositions, type FeedbackItem } from '../../../shared/feedback/item'
import { isAccepted, isFinding } from '../../../shared/feedback/life'
import { dispositionWords, labelWord } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useReview, useSession } from '../../storage/use-review'
import { useWantedLife, type WantedLife } from '../../storage/use-life'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './life-form.module.css'

/** FND6, FND7: takes the disposition and its rationale, or why an item is withdrawn or opened again. */
export function LifeForm() {
  const [wanted, close] = useWantedLife()
  const item = useReview(({ record }) => (wanted === null ? undefined : record.feedback[wanted.feedbackId]))
  return wanted && item && <Form key={`${wanted.feedbackId} ${wanted.act}`} wanted={wanted} item={item} onClose={close} />
}

interface FormProps {
  readonly wanted: WantedLife
  readonly item: FeedbackItem
  readonly onClose: () => void
}

const titles = { dispose: 'Disposition', withdraw: 'Withdraw', reopen: 'Open again' } as const

function Form({ wanted: { act, forId, forName }, item, onClose }: FormProps) {
  const session = useSession()
  const feedback = useReview(({ record }) => record.feedback)
  const hasAction = useReview(({ record }) => Object.values(record.actions).some(({ source }) => source.id === item.id))
  const [disposition, setDisposition] = useState<DispositionKind | null>(null)
  const [duplicateOf, setDuplicateOf] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [wantsAction, setWantsAction] = useState(!hasAction)
  const [error, setError] = useState('')
  const isAnswer = act === 'dispose'
  const others = inOrder(feedback).filter((other) => other.id !== item.id && isFinding(other))
  const makesAction = isAnswer && isAccepted(disposition)
  const isReady =
    words.trim() !== '' && (!isAnswer || (disposition !== null && (disposition !== 'duplicate' || duplicateOf !== null)))

  const store = (): void => {
    if (!isReady) return
    const done = run()
    if (done.ok) onClose()
    else setError(done.error.message)
  }
  const run = () => {
    const feedbackId = item.id
    const by = <Name extends 'disposeFinding' | 'withdrawFeedback' | 'reopenFeedback'>(
      name: Name,
      input: Parameters<typeof session.act<Name>>[1],
    ) => (forId === null ? session.act(name, input) : session.actFor(forId, name, input))
    if (isAnswer)
      return by('disposeFinding', {
        feedbackId,
        disposition: disposition ?? 'deferred',
        rationale: words,
        duplicateOf,
        makesAction: makesAction && wantsAction,
      })
    return act === 'withdraw'
      ? by('withdrawFeedback', { feedbackId, reason: words })
      : by('reopenFeedback', { feedbackId, reason: words })
  }

  return (
    <Dialog
      title={titles[act as keyof typeof titles]}
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          {forName !== '' && (
            <span className={styles['for']} dir="auto">
              for {forName}
            </span>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!isReady} onPress={store}>
            {isAnswer ? 'Answer' : titles[act as keyof typeof titles]}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['item']} dir="auto">
          <b>{labelWord(item.label)}</b> {item.text}
        </p>
        {isAnswer && (
          <Select
            label="Disposition"
            options={dispositions.map((key) => ({ key, label: dispositionWords[key] }))}
            value={disposition}
            onChange={setDisposition}
            autoFocus
          />
        )}
        {disposition === 'duplicate' && (
          <Select
            label="Duplicate of"
            options={others.map(({ id, label, text }) => ({ key: id, label: text, note: label }))}
            value={duplicateOf}
            onChange={setDuplicateOf}
          />
        )}
        <TextField
          label={isAnswer ? 'Rationale' : 'Reason'}
          hint="It stands in the minutes."
          value={words}
          onChange={setWords}
          onEnter={store}
          error={error}
          maxLength={2000}
          autoFocus={!isAnswer}
        />
        {makesAction && (
          <Checkbox isChecked={wantsAction} onChange={setWantsAction}>
            Make an action of it
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
