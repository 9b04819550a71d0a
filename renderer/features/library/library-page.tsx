import { useEffect, useRef, useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import type { LibraryRow } from '../../../shared/record/library-row'
import { deleteReview, restoreReview } from '../../storage/library'
import { useShellRequests } from '../../storage/shell-requests'
import { useStorage } from '../../storage/use-storage'
import { Button, IconButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Progress } from '../../ui/progress'
import { useToast } from '../../ui/toast'
import { pressKey, useKeys } from '../../ui/use-keys'
import { DeletedReviews } from './deleted-reviews'
import { DeviceMenu } from './device-menu'
import styles from './library-page.module.css'
import { FailedDeliveries } from './failed-deliveries'
import { OpenActions } from './open-actions'
import { ReviewTable } from './review-table'
import { TemplateGallery } from './template-gallery'
import { useNewReviews } from './use-new-review'
import { useOpenBundle } from './use-open-bundle'
import { Welcome } from './welcome'

export interface LibraryPageProps {
  readonly onOpen: (reviewId: string, place: 'prepare' | 'run' | 'follow-up' | 'archive') => void
}

/** Every review of this computer, and the ways to begin or to open one. */
export function LibraryPage({ onOpen }: LibraryPageProps) {
  const { storage, library } = useStorage()
  const { reviews, deleted, damaged, notices, problem, isLoading } = useStore(library)
  const told = [problem, ...notices, ...damaged.map(({ message }) => message)].filter(Boolean)
  const [isChoosing, setChoosing] = useState(false)
  const make = useNewReviews()
  const toast = useToast()
  const openButton = useRef<HTMLButtonElement>(null)
  useKeys({ newReview: () => setChoosing(true), openBundle: () => openButton.current?.click() })
  const bundle = useOpenBundle((reviewId) => onOpen(reviewId, 'follow-up'))
  const requests = useShellRequests()
  const given = useStore(requests, ({ bundles }) => bundles[0])
  useEffect(() => {
    if (!given || bundle.opening) return
    requests.setState(({ bundles }) => ({ bundles: bundles.slice(1) }))
    void bundle.openStaged(given)
  }, [given, bundle, requests])

  const tell = (result: { ok: true } | { ok: false; error: { message: string } }, done: string) =>
    toast(result.ok ? { message: done } : { message: result.error.message, tone: 'danger' })

  async function trySample() {
    const made = await make.sample()
    if (made.ok) onOpen(made.value, 'run')
    else tell(made, '')
  }

  async function remove({ id, title }: LibraryRow) {
    const result = await deleteReview(storage, id)
    if (!result.ok) {
      tell(result, '')
      return
    }
    toast({
      message: `Deleted: ${title}`,
      action: {
        label: 'Undo',
        onPress: () => void restoreReview(storage, id).then((back) => tell(back, `Brought back: ${title}`)),
      },
    })
  }

  const actions = {
    onOpen,
    onDelete: (row: LibraryRow) => void remove(row),
    onDuplicate: (row: LibraryRow) =>
      void make.duplicate(row.id, `${row.title} (copy)`).then((result) => tell(result, 'Duplicated, ready to be prepared')),
    onSaveAsTemplate: (row: LibraryRow) =>
      void make.saveAsTemplate(row.id, row.title).then((result) => tell(result, `Saved as template: ${row.title}`)),
  }

  return (
    <DropZone
      className={styles['page'] ?? ''}
      aria-label="Library; drop a bundle to open it"
      onDrop={(event) => {
        const item = event.items.find((each) => each.kind === 'file')
        if (item?.kind === 'file') void item.getFile().then(bundle.open)
      }}
    >
      <header className={styles['header']}>
        <h1>Review Room</h1>
        <div className={styles['acts']}>
          <IconButton icon="keyboard" label="All keys" keys="?" onPress={() => void pressKey('?')} />
          <DeviceMenu />
          <FileTrigger
            acceptedFileTypes={['.zip']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file) void bundle.open(file)
            }}
          >
            <Button icon="open" ref={openButton}>
              Open bundle
            </Button>
          </FileTrigger>
          {reviews.length > 0 && (
            <Button look="primary" icon="add" onPress={() => setChoosing(true)}>
              New review
            </Button>
          )}
        </div>
      </header>

      {bundle.opening && (
        <Progress
          label={`${bundle.opening.step}: ${bundle.opening.name}`}
          done={bundle.opening.done}
          total={bundle.opening.total}
          onCancel={bundle.cancel}
        />
      )}
      {bundle.error && (
        <p className={styles['error']} role="alert">
          <Icon name="warning" />
          <span>{bundle.error}</span>
          <Button size="small" onPress={bundle.forget}>
            Close
          </Button>
        </p>
      )}
      {told.length > 0 && (
        <p className={styles['notice']} role="status">
          <Icon name="info" />
          <span>{told.join(' ')}</span>
        </p>
      )}

      <FailedDeliveries reviews={reviews} onOpen={(reviewId) => onOpen(reviewId, 'archive')} />

      <main>
        {reviews.length > 0 ? (
          <div className={styles['columns']}>
            <section aria-labelledby="reviews">
              <h2 id="reviews" className={styles['heading']}>
                Reviews
              </h2>
              <ReviewTable rows={reviews} {...actions} />
            </section>
            <aside className={styles['aside']}>
              <OpenActions rows={reviews} onOpen={(reviewId) => onOpen(reviewId, 'follow-up')} />
              <p className={styles['sample']}>
                New here?{' '}
                <Button size="small" look="quiet" onPress={() => void trySample()}>
                  Try the sample review
                </Button>
              </p>
            </aside>
          </div>
        ) : (
          !isLoading && <Welcome onNew={() => setChoosing(true)} onSample={() => void trySample()} />
        )}
        <DeletedReviews
          deleted={deleted}
          onRestore={({ id, title }) => void restoreReview(storage, id).then((result) => tell(result, `Brought back: ${title}`))}
        />
      </main>

      {isChoosing && (
        <TemplateGallery
          onClose={() => setChoosing(false)}
          onCreate={async (template, title) => {
            const made = await make.fromTemplate(template, title)
            if (!made.ok) return made.error.message
            onOpen(made.value, 'prepare')
            return null
          }}
        />
      )}
    </DropZone>
  )
}
