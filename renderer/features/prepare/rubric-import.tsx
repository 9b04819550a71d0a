import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { numberWords } from '../../../shared/record/words'
import { rangeOf } from '../../../shared/rubric/criterion'
import type { ReadCriterion, Why } from '../../../shared/rubric/import/draft'
import { importRubric } from '../../../shared/rubric/import/import-rubric'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Checkbox } from '../../ui/checkbox'
import { ImportFrame, LeftOut } from '../../ui/import-frame'
import { Segments } from '../../ui/segments'
import { useTicks } from '../../ui/use-ticks'
import styles from './import-dialog.module.css'

const whyWords: Readonly<Record<Why, string>> = {
  about: 'About the document',
  comment: 'Comments',
  heading: 'Headings without levels',
  level: 'Points that belong to no criterion',
  long: 'Too long',
  many: 'More than a rubric holds',
  text: 'Running text',
}

interface RubricImportProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  /** The way to a file. */
  readonly file: ReactNode
}

/** PAN12: shows what a text would bring before it brings anything; then all of it is one step. */
export function RubricImport({ text, onText, onClose, file }: RubricImportProps) {
  const act = useAct()
  const hasRubric = useReview(({ record }) => Object.keys(record.criteria).length > 0)
  const read = useDeferredValue(text)
  const { criteria, leftOut } = useMemo(() => importRubric(read), [read])
  const { off: lines, tick } = useTicks(read)
  const [replaces, setReplaces] = useState(true)
  const [error, setError] = useState('')
  const chosen = criteria.filter(({ line }) => !lines.has(line))
  const add = () => {
    const refused = act('importRubric', {
      criteria: chosen.map(({ line: _line, levels, ...draft }) => ({ ...draft, levels: [...levels] })),
      replaces: hasRubric && replaces,
    })
    setError(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <ImportFrame
      title="Import a rubric"
      label="Text of the rubric"
      hint="Markdown with criteria and what their points mean, or a table: criterion, weight, points, description."
      text={text}
      onText={onText}
      onClose={onClose}
      file={file}
      error={error}
      action={{
        label: chosen.length === 0 ? 'Add criteria' : `Add ${chosen.length} ${chosen.length === 1 ? 'criterion' : 'criteria'}`,
        isDisabled: chosen.length === 0,
        onPress: add,
      }}
      preview={
        <>
          {criteria.length === 0 ? (
            <p>
              No criterion was found in this text. A criterion is a name with lines such as “2 points: ...” under it, a name with
              a weight such as “(20 %)”, or a row of a table with a column “criterion”.
            </p>
          ) : (
            <ul className={styles['rubric']} tabIndex={0} aria-label="Criteria">
              {criteria.map((criterion) => (
                <li key={criterion.line}>
                  <Checkbox isChecked={!lines.has(criterion.line)} onChange={(isTicked) => tick(criterion.line, isTicked)}>
                    <span dir="auto">{criterion.name}</span>
                  </Checkbox>
                  <span data-figures="">weight {numberWords(criterion.weight)}</span>
                  <span className={styles['quiet']} data-figures="">
                    {levelWords(criterion)}
                  </span>
                  {criterion.levels.length > 0 && (
                    <ul className={styles['anchors']}>
                      {criterion.levels.map(({ points, anchor }, at) => (
                        <li key={at} dir="auto">
                          <b data-figures="">{numberWords(points)}</b> {anchor}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          )}
          {chosen.length > 0 && hasRubric && (
            <div className={styles['choices']}>
              <Segments
                label="Where they go"
                value={replaces ? 'replace' : 'end'}
                onChange={(key) => setReplaces(key === 'replace')}
                options={[
                  { key: 'replace', label: 'In place of the rubric' },
                  { key: 'end', label: 'At its end' },
                ]}
              />
            </div>
          )}
          <LeftOut leftOut={leftOut} words={whyWords} />
        </>
      }
    />
  )
}

function levelWords(criterion: ReadCriterion): string {
  const { least, most } = rangeOf(criterion)
  const { length } = criterion.levels
  if (length === 0) return '1 to 5'
  return criterion.counts === 'sum'
    ? `${length} parts, up to ${numberWords(most)}`
    : `${length} levels, ${numberWords(least)} to ${numberWords(most)}`
}
