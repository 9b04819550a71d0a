import { useState } from 'react'
import { useDevice } from '../../storage/use-device'
import { useReview } from '../../storage/use-review'
import { Progress } from '../../ui/progress'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { sizeWords } from '../../ui/words'
import { sizeOf } from '../../../shared/archive/bundle-files'
import styles from './archive.module.css'
import { BundleTree } from './bundle-tree'
import { Destination } from './destination'
import { MinutesOnly } from './minutes-only'
import { SaveButtons } from './save-buttons'
import { SavedList } from './saved-list'
import { SavedNote } from './saved-note'
import { useBundle } from './use-bundle'
import { replacedWords, type SavedBundle, useSaveBundle } from './use-save-bundle'

/** What goes into the bundle, where it goes, and what was saved before. */
export function BundlePart() {
  const { device } = useDevice()
  const timeZone = useReview(({ record }) => record.review['review']?.timeZone ?? 'UTC')
  const [chosen, setChosen] = useState<string | null>(null)
  const folder = chosen ?? device.destinations[0] ?? null
  const bundle = useBundle()
  const { saving, saved, error, save, cancel } = useSaveBundle()
  const known = bundle?.files.reduce((sum, file) => sum + (sizeOf(file) ?? 0), 0) ?? 0
  return (
    <div className={styles['columns']}>
      <section className={styles['section']} aria-labelledby="contents">
        <div className={styles['heading']}>
          <h2 id="contents">What goes in</h2>
          {bundle && (
            <p className={styles['hint']}>
              <bdi>{bundle.name}.zip</bdi>, <span data-figures="">{sizeWords(known)}</span> and the documents made when saving
            </p>
          )}
        </div>
        {bundle && bundle.missing.length > 0 && (
          <p className={styles['notice']}>
            <Icon name="warning" />
            <span>
              These materials are not on this computer and cannot go in: {bundle.missing.join(', ')}. Everything else does.
            </span>
          </p>
        )}
        {bundle ? <BundleTree bundle={bundle} /> : <p className={styles['hint']}>Gathering the files…</p>}
      </section>
      <div className={styles['side']}>
        <section className={styles['section']} aria-labelledby="where">
          <h2 id="where">Where it goes</h2>
          <Destination folder={folder} onChange={setChosen} />
          {saving ? (
            <Progress label={saving.step} done={saving.done} total={saving.total} onCancel={cancel} />
          ) : (
            <SaveButtons
              isReady={folder !== null && bundle !== null}
              onSave={(withDesk) => {
                if (folder !== null) void save(folder, withDesk)
              }}
            />
          )}
          {error && <Refused>{error}</Refused>}
          {saved && <SavedNote delivery={saved.delivery} isDirect={saved.isDirect} told={toldWords(saved)} />}
        </section>
        <MinutesOnly folder={folder} bundle={bundle} />
        <SavedList timeZone={timeZone} />
      </div>
    </div>
  )
}

function toldWords({ missing, replaced, unset, notBeside, breaks }: SavedBundle): string {
  return [
    breaks > 0 && 'Its log does not hold together: the history says where.',
    notBeside.length > 0 && `${notBeside.join(', ')} could not be written beside it.`,
    unset.length > 0 && `Without ${unset.map((path) => path.split('/').at(-1)).join(', ')}, which could not be made.`,
    replaced.length > 0 && replacedWords(replaced),
    missing.length > 0 && `Without ${missing.join(', ')}: not on this computer, or damaged.`,
  ]
    .filter((part) => part !== false)
    .join(' ')
}
