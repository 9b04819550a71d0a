import { lazy, Suspense, useState } from 'react'
import { inOrder } from '../../../shared/review/fields'
import { isRevealed, panelistsOf } from '../../../shared/rubric/panel'
import { rubricPresets } from '../../../shared/rubric/presets'
import { numberWords } from '../../../shared/record/words'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Refused } from '../../ui/field'
import { StatusText } from '../../ui/status'
import { OpenTextFile, type TextFileKind } from '../../ui/text-file'
import { TextField } from '../../ui/text-field'
import styles from './rubric.module.css'
import { RubricRow } from './rubric-row'

const RubricImport = lazy(() => import('./rubric-import').then(({ RubricImport: dialog }) => ({ default: dialog })))

const rubricFile: TextFileKind = {
  name: 'a rubric',
  endings: ['.md', '.markdown', '.txt', '.csv', '.tsv'],
  kinds: 'Rubrics are Markdown, text, CSV or TSV.',
}

/** What the panel scores by: criteria with weights, levels and what passes. */
export function Rubric() {
  const criteria = inOrder(useReview(({ record }) => record.criteria))
  const panelists = useReview(({ record }) => panelistsOf(record.people).length)
  const isOpen = useReview(({ record }) => isRevealed(record))
  const given = useReview(({ desk }) => Object.keys(desk.ballots).length)
  const { mayEdit: mayWrite } = useMayEdit()
  const { error, attempt } = useTry()
  const [name, setName] = useState('')
  const [text, setText] = useState<string | null>(null)
  // PAN5: from the first ballot on only the order changes.
  const mayEdit = mayWrite && !isOpen && given === 0
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  const add = () => {
    if (name.trim() !== '' && attempt('addCriterion', { name: name.trim() }) === null) setName('')
  }
  return (
    <section className={styles['rubric']} aria-label="Rubric">
      {!mayEdit && mayWrite && (
        <p className={styles['frozen']}>
          <StatusText icon="lock">
            {isOpen
              ? 'The scores are revealed: the rubric stays as it was scored.'
              : 'Ballots are in: the rubric stays as it is until they are taken back or revealed.'}
          </StatusText>
        </p>
      )}
      {criteria.length === 0 ? (
        <EmptyState
          title="No rubric yet"
          action={
            mayEdit && (
              <div className={styles['acts']}>
                {rubricPresets.map((preset) => (
                  <Button
                    key={preset.id}
                    onPress={() => void attempt('importRubric', { criteria: [...preset.criteria], replaces: true })}
                  >
                    {preset.name}
                  </Button>
                ))}
                <Button icon="open" onPress={() => setText('')}>
                  Import a rubric
                </Button>
              </div>
            )
          }
        >
          What reviewers and decision makers score, blind until all scores are revealed: criteria with weights, and what each
          number of points means. Begin with a usual one, import yours, or enter the first criterion below.
        </EmptyState>
      ) : (
        <>
          <ol className={styles['criteria']} aria-label="Criteria">
            {criteria.map((criterion, at) => (
              <RubricRow
                key={criterion.id}
                criterion={criterion}
                number={at + 1}
                share={sum === 0 ? 0 : criterion.weight / sum}
                beforeId={{
                  up: criteria[at - 1]?.id,
                  down: at + 1 < criteria.length ? (criteria[at + 2]?.id ?? null) : undefined,
                }}
                mayEdit={mayEdit}
                mayMove={mayWrite}
              />
            ))}
          </ol>
          <p className={styles['sum']} data-figures="">
            {criteria.length} {criteria.length === 1 ? 'criterion' : 'criteria'}, weights add up to {numberWords(sum)}.{' '}
            {panelists === 0
              ? 'Nobody scores yet: reviewers and decision makers do.'
              : `${panelists} ${panelists === 1 ? 'person scores' : 'people score'}.`}
          </p>
        </>
      )}
      {mayEdit && (
        <div className={styles['add']} data-add="">
          <TextField
            label="Add a criterion"
            isLabelHidden
            isBare={criteria.length > 0}
            placeholder="Add a criterion"
            value={name}
            onChange={setName}
            onEnter={add}
            onBlur={add}
            maxLength={500}
          />
        </div>
      )}
      {error && <Refused>{error}</Refused>}
      {mayEdit && criteria.length > 0 && (
        <div className={styles['acts']}>
          <Button icon="open" onPress={() => setText('')}>
            Import a rubric
          </Button>
        </div>
      )}
      {text !== null && (
        <Suspense fallback={null}>
          <RubricImport
            text={text}
            onText={setText}
            onClose={() => setText(null)}
            file={<OpenTextFile kind={rubricFile} onText={setText} />}
          />
        </Suspense>
      )}
    </section>
  )
}
