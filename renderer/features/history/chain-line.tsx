import { Icon } from '../../ui/icon'
import styles from './history.module.css'
import type { History } from './use-history'

const MOST_TOLD = 20

/** LOG5: whether the log holds together, and the hash of its end, to be compared with one that is kept elsewhere. */
export function ChainLine({ history: { entries, heads, problems } }: { readonly history: History }) {
  if (problems === null) return <p className={styles['quiet']}>Checking the chain of the log…</p>
  if (problems.length > 0)
    return (
      <div className={styles['broken']} role="alert">
        <Icon name="warning" />
        <div>
          <p>
            The log does not hold together in {problems.length} {problems.length === 1 ? 'place' : 'places'}: something outside of
            this program changed it, or a part of it is missing. The review can be used and saved as it is.
          </p>
          <ul>
            {problems.slice(0, MOST_TOLD).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {problems.length > MOST_TOLD && <p>And {problems.length - MOST_TOLD} more.</p>}
        </div>
      </div>
    )
  return (
    <div className={styles['whole']}>
      <Icon name="check" />
      <div>
        <p>
          The chain holds: each of its <span data-figures="">{entries.length}</span> entries follows the one before, unchanged.
        </p>
        <p className={styles['head']}>
          {heads.length === 1 ? 'It ends in ' : 'It ends in both of '}
          {heads.map((head) => (
            <code key={head}>{head.slice(0, 32)}</code>
          ))}
          , which minutes that are made now print on their last page.
        </p>
      </div>
    </div>
  )
}
