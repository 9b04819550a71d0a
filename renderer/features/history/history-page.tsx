import { useDeferredValue, useMemo, useState } from 'react'
import { outlineOf } from '../../../shared/agenda/outline'
import { foundIn } from '../../../shared/record/history'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { ChainLine } from './chain-line'
import { HistoryList } from './history-list'
import styles from './history.module.css'
import { showArchivePart, useArchivePart } from './shown'
import { useHistory } from './use-history'

/** How many entries come with each page. */
const PAGE = 200

/** LOG7: who did what when, from the log, the newest first. */
export function HistoryPage() {
  const { reviewId } = useSession()
  const { itemId } = useArchivePart(reviewId)
  const agenda = useReview(({ record }) => record.agenda)
  const timeZone = useReview(({ record }) => record.review['review']?.timeZone ?? 'UTC')
  const history = useHistory()
  const [query, setQuery] = useState('')
  const [pages, setPages] = useState(1)
  const wanted = useDeferredValue(query)
  const chosen = agenda[itemId] === undefined ? '' : itemId
  const found = useMemo(
    () => (history ? [...foundIn(history.entries, chosen === '' ? null : chosen, wanted)].reverse() : []),
    [history, chosen, wanted],
  )
  if (!history) return <p className={styles['quiet']}>Reading the log…</p>
  const items = outlineOf(agenda).map(({ item, number }) => ({ key: item.id, label: `${number} ${item.title}` }))
  return (
    <div className={styles['page']}>
      <ChainLine history={history} />
      <div className={styles['filters']}>
        <Select
          label="About"
          options={[{ key: '', label: 'The whole review' }, ...items]}
          value={chosen}
          onChange={(key) => showArchivePart(reviewId, 'history', key)}
        />
        <TextField label="Find" type="search" value={query} onChange={setQuery} onEscape={() => setQuery('')} />
        <p className={styles['count']} role="status" data-figures="">
          {found.length === history.entries.length
            ? `${found.length} ${found.length === 1 ? 'entry' : 'entries'}`
            : `${found.length} of ${history.entries.length} entries`}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState
          title="Nothing found"
          action={
            <Button
              onPress={() => {
                setQuery('')
                showArchivePart(reviewId, 'history')
              }}
            >
              Show everything
            </Button>
          }
        >
          No entry of the log is about that.
        </EmptyState>
      ) : (
        <HistoryList entries={found.slice(0, pages * PAGE)} timeZone={timeZone} />
      )}
      {found.length > pages * PAGE && (
        <Button onPress={() => setPages(pages + 1)}>{`Show ${Math.min(PAGE, found.length - pages * PAGE)} older`}</Button>
      )}
    </div>
  )
}
