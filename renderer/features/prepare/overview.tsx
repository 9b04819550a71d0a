import { reviewKinds } from '../../../shared/review/review'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { DateTimeField } from '../../ui/date-field'
import { DraftField } from '../../ui/draft-field'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { Thresholds } from './thresholds'
import styles from './prepare.module.css'

const kindWords: Readonly<Record<(typeof reviewKinds)[number], string>> = {
  'technical-review': 'Technical review',
  'management-review': 'Management review',
  inspection: 'Inspection',
  'walk-through': 'Walk-through',
  'panel-assessment': 'Panel assessment',
}

const MINUTE_MS = 60_000

type Words = 'title' | 'subject' | 'version' | 'objectives' | 'decisionSought' | 'purpose' | 'takeaways' | 'impact'

/** What is reviewed and why, when, and the executive summary. */
export function Overview() {
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const act = useAct()
  if (!review) return null
  const words = (name: Words, label: string, hint = '', lines = 1) => (
    <DraftField
      label={label}
      hint={hint}
      lines={lines}
      value={review[name]}
      isReadOnly={!mayEdit}
      onCommit={(text) => act('editReview', { [name]: text })}
    />
  )
  return (
    <div className={styles['columns']}>
      <section className={styles['stack']} aria-labelledby="about">
        <h2 id="about">What is reviewed</h2>
        {words('title', 'Title of the review', '', 2)}
        <div className={styles['pair']}>
          {words('subject', 'Subject')}
          {words('version', 'Version')}
        </div>
        <div className={styles['pair']}>
          <DateTimeField
            label="Starts"
            value={review.scheduledStart}
            timeZone={review.timeZone}
            isDisabled={!mayEdit}
            onCommit={(scheduledStart) => act('editReview', { scheduledStart })}
          />
          <NumberField
            label="Scheduled length, min"
            value={review.scheduledLengthMs === null ? Number.NaN : Math.round(review.scheduledLengthMs / MINUTE_MS)}
            max={24 * 60}
            step={5}
            isDisabled={!mayEdit}
            onCommit={(minutes) => void act('editReview', { scheduledLengthMs: minutes * MINUTE_MS })}
            onClear={() => void act('editReview', { scheduledLengthMs: null })}
          />
        </div>
        <div className={styles['pair']}>
          <Select
            label="Time zone"
            value={review.timeZone}
            isDisabled={!mayEdit}
            onChange={(timeZone) => void act('editReview', { timeZone })}
            options={zonesWith(review.timeZone).map((zone) => ({ key: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <Select
            label="Kind"
            value={review.kind}
            isDisabled={!mayEdit}
            onChange={(kind) => void act('editReview', { kind })}
            options={reviewKinds.map((kind) => ({ key: kind, label: kindWords[kind] }))}
          />
        </div>
        <div className={styles['pair']}>
          <Thresholds
            limits={review}
            usual={{ warningMs: 'Usual: a fifth, 5 min at most', dangerMs: 'Usual: 1 min' }}
            isDisabled={!mayEdit}
            onChange={(patch) => void act('editReview', patch)}
          />
        </div>
        <Select
          label="Ends in"
          hint="What the decision comes to."
          value={review.endsIn}
          isDisabled={!mayEdit}
          onChange={(endsIn) => void act('editReview', { endsIn })}
          options={[
            { key: 'gate', label: 'The outcome of a gate', note: 'proceed to stop' },
            { key: 'appraisal', label: 'An appraisal', note: 'accepted as is to re-review' },
          ]}
        />
        {words('objectives', 'Objectives', 'What shall be clear at the end.', 3)}
        {words('decisionSought', 'Decision sought', 'The question the decision makers answer.', 2)}
      </section>
      <section className={styles['stack']} aria-labelledby="summary">
        <h2 id="summary">Executive summary</h2>
        {words('purpose', 'Purpose', 'What it is for, in words anybody understands.', 3)}
        {words('takeaways', 'Key takeaways', 'What somebody remembers who reads nothing else.', 4)}
        {words('impact', 'Impact', 'What changes, for whom, and what it costs.', 4)}
      </section>
    </div>
  )
}

function zonesWith(current: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return [...new Set([current, 'UTC', ...zones])]
}
