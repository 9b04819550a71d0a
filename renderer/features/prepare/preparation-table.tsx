import { lazy, Suspense, useState } from 'react'
import { DropZone } from 'react-aria-components'
import type { Packet } from '../../../shared/packet/packet'
import { expectedReviewers } from '../../../shared/readiness/missing'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit } from '../../storage/use-act'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { useToast } from '../../ui/toast'
import { PacketTools } from './packet-tools'
import { showPart } from './part'
import styles from './preparation-table.module.css'
import { PreparationRow } from './preparation-row'

const PacketImport = lazy(() => import('./packet-import').then(({ PacketImport: dialog }) => ({ default: dialog })))

/** RDY4: what each reviewer read, how long that took, and whether it was enough. */
export function PreparationTable() {
  const people = useReview(({ record }) => record.people)
  const preparations = useReview(({ record }) => record.preparations)
  const session = useSession()
  const { mayEdit } = useMayEdit()
  const toast = useToast()
  const [filled, setFilled] = useState<{ readonly packet: Packet; readonly fileName: string } | null>(null)
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const { packetIn } = await import('./packet-read')
    const packet = await packetIn(file, session.store.getState())
    if (packet.ok) return setFilled({ packet: packet.value, fileName: file.name })
    toast({ tone: 'danger', message: `“${file.name}” ${packet.error} Nothing was changed.` })
  }
  const reviewers = expectedReviewers(people)
  const shown = inOrder(people).filter((person) => reviewers.includes(person) || preparations[person.id])
  return (
    <section aria-labelledby="preparation">
      <DropZone
        className={styles['preparation'] ?? ''}
        aria-label="Preparation of the reviewers; drop a filled packet to import it"
        isDisabled={!mayEdit}
        onDrop={({ items }) => {
          const file = items.find((item) => item.kind === 'file')
          if (file) void file.getFile().then(open) // PKT11
        }}
      >
        <div className={styles['head']}>
          <h2 id="preparation">Preparation of the reviewers</h2>
          <PacketTools onFile={(file) => void open(file)} />
        </div>
        {shown.length === 0 ? (
          <EmptyState
            title="No reviewers yet"
            action={<Button onPress={() => showPart(session.reviewId, 'people')}>Enter people</Button>}
          >
            What each reviewer read, how many minutes that took, and whether the preparation was sufficient is kept here.
          </EmptyState>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Reviewer</th>
                <th scope="col">Read</th>
                <th scope="col">Minutes spent</th>
                <th scope="col">Preparation</th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <PreparationRow key={person.id} person={person} mayEdit={mayEdit} />
              ))}
            </tbody>
          </table>
        )}
      </DropZone>
      {filled && (
        <Suspense fallback={null}>
          <PacketImport {...filled} onClose={() => setFilled(null)} />
        </Suspense>
      )}
    </section>
  )
}
