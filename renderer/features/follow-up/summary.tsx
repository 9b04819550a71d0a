import { countWords, draftSummary, SUMMARY_WORDS, type SummaryPart, summaryParts } from '../../../shared/record/summary-draft'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { StatusText } from '../../ui/status'
import page from './follow-up.module.css'
import { Glossary } from './glossary'
import styles from './summary.module.css'

const partWords: Readonly<Record<SummaryPart, { readonly label: string; readonly hint: string }>> = {
  purpose: { label: 'Purpose', hint: 'What it is for, in words anybody understands.' },
  takeaways: { label: 'Key takeaways', hint: 'What somebody remembers who reads nothing else.' },
  impact: { label: 'Impact', hint: 'What changes, for whom, and what it costs.' },
}

/** SUM1: purpose, takeaways, impact for those who were not there: drafted from the record, then edited by hand. */
export function ExecutiveSummary() {
  const session = useSession()
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  if (!review) return null
  const empty = summaryParts.filter((part) => review[part].trim() === '')
  const words = countWords(summaryParts.map((part) => review[part]).join(' '))
  /** The parts of a draft that say something. */
  const draft = (parts: readonly SummaryPart[]): void => {
    const drafted = draftSummary(session.store.getState().record)
    const said = parts.filter((part) => drafted[part] !== '')
    if (said.length > 0) attempt('editReview', Object.fromEntries(said.map((part) => [part, drafted[part]])))
  }
  return (
    <section className={page['section']} aria-labelledby="summary-heading" data-jump="summary">
      <div className={page['heading']}>
        <h2 id="summary-heading">Executive summary</h2>
        <span className={page['aside']} role="status" data-figures="">
          {words > SUMMARY_WORDS ? (
            <StatusText
              tone="warn"
              icon="warning"
            >{`${words} words, ${words - SUMMARY_WORDS} more than fit a minute`}</StatusText>
          ) : (
            `${words} of ${SUMMARY_WORDS} words`
          )}
        </span>
        {mayEdit && empty.length > 0 && (
          <span className={page['end']}>
            <Button size="small" onPress={() => draft(empty)}>
              {empty.length === summaryParts.length ? 'Draft it from the record' : 'Draft what is empty'}
            </Button>
          </span>
        )}
      </div>
      <div className={styles['parts']}>
        {summaryParts.map((part) => (
          <div key={part} className={styles['part']}>
            <DraftField
              label={partWords[part].label}
              hint={partWords[part].hint}
              lines={5}
              value={review[part]}
              isReadOnly={!mayEdit}
              onCommit={(text) => act('editReview', { [part]: text })}
            />
            {mayEdit && review[part].trim() !== '' && (
              <Button size="small" look="quiet" icon="edit" onPress={() => draft([part])}>
                {`Draft ${partWords[part].label.toLowerCase()} anew`}
              </Button>
            )}
          </div>
        ))}
      </div>
      {error !== '' && <Refused>{error}</Refused>}
      <Glossary />
    </section>
  )
}
