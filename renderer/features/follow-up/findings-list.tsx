import { useMemo, useState } from 'react'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { lineEntry, Menu } from '../../ui/menu'
import { rowKeys } from '../../ui/row-keys'
import { StatusText } from '../../ui/status'
import { TextField } from '../../ui/text-field'
import { type Finding, isAnswered, openFindings } from './findings'
import styles from './findings-list.module.css'
import page from './follow-up.module.css'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useLine } from '../../storage/use-line'
import { dispositionOf, statusOf } from '../../../shared/feedback/life'
import { lifeIcons, type LifeOffer, useLife } from '../../storage/use-life'
import { dispositionWords, feedbackStatusWords, forceWords, labelWord, lifeActWords, nameOf } from '../../../shared/record/words'

/** FND13: Findings that still need an answer, gone through by the arrows; each can be answered, made an action, or closed. */
export function Findings() {
  const feedback = useReview((snapshot) => snapshot.record.feedback)
  const findings = useMemo(() => openFindings(feedback), [feedback])
  const unanswered = findings.filter((finding) => !isAnswered(finding)).length
  return (
    <section className={page['section']} aria-labelledby="findings-heading" data-jump="findings">
      <div className={page['heading']}>
        <h2 id="findings-heading">Findings that need an answer</h2>
        {findings.length > 0 && (
          <span className={page['aside']} data-figures="">
            {unanswered === 0 ? 'all answered, to be closed' : `${unanswered} without an answer`}
          </span>
        )}
      </div>
      {findings.length === 0 ? (
        <p className={styles['none']}>None is open. Questions, issues and asks of both sides stand here until they are closed.</p>
      ) : (
        <ul className={styles['list']} data-fades="" onKeyDownCapture={(event) => rowKeys(event)}>
          {findings.map((finding) => (
            <FindingRow key={finding.item.id} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { item, answers } = finding
  const people = useReview((snapshot) => snapshot.record.people)
  const actions = useReview((snapshot) => snapshot.record.actions)
  const { mayEdit } = useMayEdit()
  const { error, attempt, note } = useTry()
  const [isAnswering, setIsAnswering] = useState(false)
  const [answer, setAnswer] = useState('')
  const [needsPlace, setNeedsPlace] = useState(false)
  const action = Object.values(actions).find(({ source }) => source.kind === 'feedback' && source.id === item.id)
  const risks = useReview((snapshot) => snapshot.record.risks)
  const risk = Object.values(risks).find(({ feedbackId }) => feedbackId === item.id)
  const goToLine = useLine('finding', item.id)
  const answerLabel = item.side === 'reviewer' ? 'response' : 'note'

  function store(): void {
    const side = item.side === 'reviewer' ? 'presenter' : 'reviewer'
    const refused = attempt('addFeedback', { side, label: answerLabel, text: answer, itemId: item.itemId, answersId: item.id })
    if (refused !== null) return
    setAnswer('')
    setIsAnswering(false)
  }

  const life = useLife(item)
  const status = statusOf(item)
  const disposition = dispositionOf(item)
  // The next step of its life is the button; leaving it stands in the menu.
  const next = life.offers.find(({ act }) => act !== 'withdraw' && act !== 'reopen' && !(act === 'dispose' && status !== 'open'))
  const take = (offer: LifeOffer): void => {
    const refused = life.take(offer)
    note(refused?.message ?? null)
    setNeedsPlace(refused?.rule === 'FB5')
  }
  const close = (): void => {
    const offer = life.offers.find(({ act }) => act === 'close')
    if (offer) take(offer)
  }

  return (
    <li className={styles['finding']} data-jump={`finding-${item.id}`}>
      <div className={styles['head']}>
        <span className={styles['label']}>{labelWord(item.label)}</span>
        {item.force === 'blocking' ? (
          <StatusText tone="danger" icon="warning">
            Blocking
          </StatusText>
        ) : (
          item.force !== null && <span>{forceWords[item.force]}</span>
        )}
        {item.severity !== null && <span>{item.severity}</span>}
        <span>{nameOf(item.authorId, people, 'no name')}</span>
        {status !== 'open' && <span>{feedbackStatusWords[status]}</span>}
        {risk && <span className={styles['made']}>Risk {risk.number}</span>}
        {action && <span className={styles['made']}>Action {action.number}</span>}
      </div>
      <p className={styles['text']}>{item.text}</p>
      {disposition?.disposition && (
        <p className={styles['answer']}>
          <Icon name="chevron-right" />
          <span>
            <b>{dispositionWords[disposition.disposition]}:</b> {disposition.note}{' '}
            <span className={styles['by']}>{nameOf(disposition.byId, people, '')}</span>
          </span>
        </p>
      )}
      {answers.map((one) => (
        <p key={one.id} className={styles['answer']}>
          <Icon name="chevron-right" />
          <span>
            {one.text} <span className={styles['by']}>{nameOf(one.authorId, people, '')}</span>
          </span>
        </p>
      ))}
      {isAnswering && (
        <div className={styles['form']}>
          <TextField
            label="Answer"
            isLabelHidden
            placeholder="Answer"
            value={answer}
            onChange={setAnswer}
            autoFocus
            onEnter={store}
            onEscape={() => setIsAnswering(false)}
          />
          <Button onPress={store}>Add</Button>
        </div>
      )}
      {needsPlace && error !== '' && <Place feedbackId={item.id} location={item.location} onDone={close} />}
      {error !== '' && <Refused>{error}</Refused>}
      {!isAnswering && mayEdit && (
        <div className={styles['acts']}>
          <Button size="small" look={isAnswered(finding) ? 'quiet' : 'plain'} onPress={() => setIsAnswering(true)}>
            Answer
          </Button>
          {next && (
            <Button size="small" look={isAnswered(finding) ? 'plain' : 'quiet'} onPress={() => take(next)}>
              {lifeActWords[next.act]}
            </Button>
          )}
          <Menu
            label={`${labelWord(item.label)}: ${item.text}`}
            trigger={<IconButton icon="more" label="More" size="small" />}
            entries={[
              ...(goToLine ? [{ ...lineEntry, onChoose: goToLine }, null] : []),
              ...life.offers
                .filter((offer) => offer !== next)
                .map((offer) => ({
                  key: offer.act,
                  label: lifeActWords[offer.act],
                  note: offer.forName && `for ${offer.forName}`,
                  icon: lifeIcons[offer.act],
                  onChoose: () => take(offer),
                })),
              null,
              {
                key: 'action',
                label: action ? `Another action (has ${action.number})` : 'Make an action of it',
                icon: 'flag',
                onChoose: () =>
                  attempt('addAction', { what: item.requestedChange || item.text, source: { kind: 'feedback', id: item.id } }),
              },
              ...(item.label === 'risk' || item.label === 'issue'
                ? [
                    {
                      key: 'risk',
                      label: risk ? `Is risk ${risk.number}` : 'Enter it as a risk',
                      icon: 'warning' as const,
                      isDisabled: risk !== undefined,
                      onChoose: () => attempt('addRisk', { text: item.text, feedbackId: item.id }),
                    },
                  ]
                : []),
              {
                key: 'remove',
                label: 'Remove',
                icon: 'remove',
                isDanger: true,
                isDisabled: item.life.length > 0,
                onChoose: () => attempt('removeFeedback', { feedbackId: item.id }),
              },
            ]}
          />
        </div>
      )}
    </li>
  )
}

/** FB5 asks for a place before an issue is closed: it is entered where the refusal stands. */
function Place({
  feedbackId,
  location,
  onDone,
}: {
  readonly feedbackId: string
  readonly location: string
  readonly onDone: () => void
}) {
  const { attempt } = useTry()
  const [text, setText] = useState(location)
  const store = (): void => {
    if (attempt('editFeedback', { feedbackId, location: text.trim() }) === null && text.trim() !== '') onDone()
  }
  return (
    <div className={styles['form']}>
      <TextField
        label="Where it is"
        isLabelHidden
        placeholder="Where: material, page, section"
        value={text}
        onChange={setText}
        autoFocus
        onEnter={store}
      />
      <Button onPress={store}>Close</Button>
    </div>
  )
}
