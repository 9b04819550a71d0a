import { useState } from 'react'
import { termsInOrder } from '../../../shared/review/glossary'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { Refused } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import { WrappedText } from '../../ui/wrapped-text'
import styles from './summary.module.css'

/** SUM3: words of the subject for readers from elsewhere. */
export function Glossary() {
  const glossary = useReview(({ record }) => record.glossary)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const [term, setTerm] = useState('')
  const add = (): void => {
    if (term.trim() !== '' && attempt('addTerm', { term }) === null) setTerm('')
  }
  const terms = termsInOrder(glossary)
  return (
    <div className={styles['glossary']}>
      <h3>Glossary</h3>
      {terms.length > 0 && (
        <ul className={styles['terms']}>
          {terms.map((each) => (
            <li key={each.id}>
              <WrappedText
                label={`Word ${each.term}`}
                value={each.term}
                isReadOnly={!mayEdit}
                onCommit={(text) => act('editTerm', { termId: each.id, term: text })}
              />
              <WrappedText
                label={`What ${each.term} means`}
                value={each.meaning}
                isReadOnly={!mayEdit}
                placeholder="What it means, in a sentence"
                onCommit={(meaning) => act('editTerm', { termId: each.id, meaning })}
              />
              {mayEdit && (
                <IconButton
                  icon="remove"
                  size="small"
                  label={`Remove ${each.term}`}
                  onPress={() => attempt('removeTerm', { termId: each.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div className={styles['add']}>
          <TextField
            label="Explain a word"
            isLabelHidden
            placeholder="Explain a word"
            value={term}
            onChange={setTerm}
            onEnter={add}
            maxLength={500}
          />
        </div>
      )}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
