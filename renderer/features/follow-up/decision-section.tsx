import { Fragment, useId, useState } from 'react'
import { supersededChain } from '../../../shared/decision/chain'
import type { Decision } from '../../../shared/decision/decision'
import { dayWords, minuteWords } from '../../../shared/review/dates'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Status } from '../../ui/status'
import { Conditions } from './conditions'
import { DecisionForm } from './decision-form'
import styles from './decision.module.css'
import page from './follow-up.module.css'
import { LineButton } from './line-button'
import { WrittenMeanwhile } from './meanwhile'
import { ProposeDecision } from './propose-decision'
import { useMayEdit } from '../../storage/use-act'
import { appraisalWords, nameOf, quorumWords, verdictWords } from '../../../shared/record/words'
import { lookOf } from './words'

/** The decision that stands, the one proposed, and those they superseded. */
export function DecisionSection() {
  const decisions = useReview((snapshot) => snapshot.record.decisions)
  const { mayEdit } = useMayEdit()
  const heading = useId()
  const [isProposing, setIsProposing] = useState(false)
  const all = inOrder(decisions)
  const proposed = all.filter(({ status }) => status === 'proposed')
  const accepted = all.find(({ status }) => status === 'accepted')
  const earlier = supersededChain(decisions)
  const isEmpty = !accepted && proposed.length === 0

  return (
    <section className={page['section']} aria-labelledby={heading} data-jump="decision">
      <div className={page['heading']}>
        <h2 id={heading}>Decision</h2>
        {accepted && mayEdit && !isProposing && proposed.length === 0 && (
          <span className={page['end']}>
            <Button size="small" look="quiet" icon="add" onPress={() => setIsProposing(true)}>
              Propose a new one
            </Button>
          </span>
        )}
      </div>
      {accepted && <Accepted decision={accepted} isLast={proposed.length === 0 && !isProposing} />}
      {proposed.map((decision) => (
        <DecisionForm key={decision.id} decision={decision} />
      ))}
      {isEmpty && !mayEdit && <p className={styles['quiet']}>No decision was recorded.</p>}
      {mayEdit && (isEmpty || isProposing) && (
        <ProposeDecision supersedes={accepted !== undefined} onDone={() => setIsProposing(false)} />
      )}
      {earlier.length > 0 && (
        <details className={styles['earlier']}>
          <summary>Superseded ({earlier.length})</summary>
          <ol className={styles['chain']} aria-label="Superseded decisions, the newest first">
            {earlier.map((decision) => (
              <Superseded key={decision.id} decision={decision} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Accepted({ decision, isLast }: { readonly decision: Decision; readonly isLast: boolean }) {
  const { people, review } = useReview((snapshot) => snapshot.record)
  const zone = review['review']?.timeZone ?? 'UTC'
  const { statement, because, dissent, dissents, options, appraisals, reviewBy, acceptedAt, deciderIds, waivers } = decision
  const look = lookOf(decision)
  return (
    <article className={styles['accepted']}>
      <div className={styles['line']}>
        {look && <Status {...look}>{verdictWords(decision)}</Status>}
        <span className={page['aside']}>
          accepted {acceptedAt !== null && <time>{minuteWords(acceptedAt, zone)}</time>}
          {deciderIds.length === 0
            ? ' by nobody named'
            : `, decision makers: ${deciderIds.map((id) => nameOf(id, people)).join(', ')}`}
          {reviewBy !== null && <>, to be reviewed by {dayWords(reviewBy)}</>}
        </span>
        <span className={styles['push']}>
          <LineButton decisionId={decision.id} />
        </span>
      </div>
      <p className={styles['statement']}>{statement}</p>
      <dl className={styles['facts']}>
        {because !== '' && (
          <>
            <dt>Because</dt>
            <dd>{because}</dd>
          </>
        )}
        {dissent !== '' && (
          <>
            <dt>Dissent</dt>
            <dd>{dissent}</dd>
          </>
        )}
        {dissents.map(({ personId, words }) => (
          <Fragment key={personId}>
            <dt>Dissent</dt>
            <dd>
              <b>{nameOf(personId, people)}</b>
              {words !== '' && <>: {words}</>}
            </dd>
          </Fragment>
        ))}
        {options.length > 0 && (
          <>
            <dt>Considered</dt>
            <dd>{options.join('; ')}</dd>
          </>
        )}
        {appraisals.length > 0 && (
          <>
            <dt>Panel</dt>
            <dd>
              {appraisals
                .map(({ personId, appraisal }) => `${nameOf(personId, people)}: ${appraisalWords[appraisal].toLowerCase()}`)
                .join('; ')}
            </dd>
          </>
        )}
        {decision.quorum !== null && (
          <>
            <dt>Quorum</dt>
            <dd>{quorumWords(decision)}</dd>
          </>
        )}
        {waivers.map(({ feedbackId, byId, reason }) => (
          <WaiverLine key={feedbackId} feedbackId={feedbackId} by={nameOf(byId, people)} reason={reason} />
        ))}
      </dl>
      {isLast && <Conditions decisionId={decision.id} />}
      <WrittenMeanwhile decisionId={decision.id} />
    </article>
  )
}

/** DEC11: what was decided before, when, and what took its place. */
function Superseded({ decision }: { readonly decision: Decision }) {
  const { decisions, review } = useReview((snapshot) => snapshot.record)
  const zone = review['review']?.timeZone ?? 'UTC'
  const next = decision.supersededById === null ? undefined : decisions[decision.supersededById]
  const verdict = verdictWords(decision)
  return (
    <li>
      {verdict !== null && <strong>{verdict}: </strong>}
      {decision.statement}{' '}
      <span className={page['aside']}>
        {decision.acceptedAt !== null && <>accepted {minuteWords(decision.acceptedAt, zone)}</>}
        {next && next.acceptedAt !== null && (
          <>
            , superseded {minuteWords(next.acceptedAt, zone)} by “{verdictWords(next)}”
          </>
        )}
      </span>
    </li>
  )
}

function WaiverLine({ feedbackId, by, reason }: { readonly feedbackId: string; readonly by: string; readonly reason: string }) {
  const finding = useReview((snapshot) => snapshot.record.feedback[feedbackId])
  return (
    <>
      <dt>Waived</dt>
      <dd>
        {finding?.text ?? 'a removed finding'}: {reason} ({by})
      </dd>
    </>
  )
}
