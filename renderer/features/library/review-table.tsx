import { useState } from 'react'
import type { HostResponse } from '../../../shared/host-contract'
import type { LibraryRow } from '../../../shared/record/library-row'
import { IconButton } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { StatusText } from '../../ui/status'
import { RenameReview } from './rename-review'
import styles from './review-table.module.css'
import { dayOf } from '../../ui/words'
import { placeOf, statusWords, verdictOf } from './words'

type Row = HostResponse<'review:list'>['reviews'][number]

export interface ReviewTableProps {
  readonly rows: readonly Row[]
  readonly onOpen: (reviewId: string, place: 'prepare' | 'run' | 'follow-up') => void
  readonly onDelete: (row: LibraryRow) => void
  readonly onDuplicate: (row: LibraryRow) => void
  readonly onSaveAsTemplate: (row: LibraryRow) => void
}

/** Reviews, newest first; opening one leads to where the work is. */
export function ReviewTable({ rows, onOpen, onDelete, onDuplicate, onSaveAsTemplate }: ReviewTableProps) {
  const [renaming, setRenaming] = useState<LibraryRow | null>(null)
  const sorted = [...rows].sort((left, right) => dateOf(right) - dateOf(left))
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Review</th>
            <th scope="col">Date</th>
            <th scope="col">Status</th>
            <th scope="col">Decision</th>
            <th scope="col" className={styles['number']}>
              Open actions
            </th>
            <th scope="col">
              <span className={styles['hidden']}>More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.id}>
              <td className={styles['review']}>
                <a href={`#/review/${encodeURIComponent(row.id)}/${placeOf(row.status)}`} className={styles['title']}>
                  {row.title}
                </a>
                {(row.subject || row.version) && (
                  <span className={styles['subject']}>{[row.subject, row.version].filter(Boolean).join(' · ')}</span>
                )}
              </td>
              <td className={styles['date']}>{dayOf(dateOf(row))}</td>
              <td>{statusWords[row.status]}</td>
              <td>
                <Verdict row={row} />
              </td>
              <td className={styles['number']}>{row.openActions.length || '–'}</td>
              <td className={styles['more']}>
                <Menu
                  label={`More for ${row.title}`}
                  trigger={<IconButton icon="more" label={`More for ${row.title}`} size="small" />}
                  entries={[
                    { key: 'open', label: 'Open', icon: 'right', onChoose: () => onOpen(row.id, placeOf(row.status)) },
                    { key: 'rename', label: 'Rename', icon: 'edit', onChoose: () => setRenaming(row) },
                    { key: 'duplicate', label: 'Duplicate', icon: 'copy', onChoose: () => onDuplicate(row) },
                    { key: 'template', label: 'Save as template', icon: 'star', onChoose: () => onSaveAsTemplate(row) },
                    null,
                    { key: 'delete', label: 'Delete', icon: 'remove', isDanger: true, onChoose: () => onDelete(row) },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {renaming && <RenameReview row={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}

function dateOf({ scheduledStart, createdAt }: LibraryRow): number {
  return scheduledStart ?? createdAt
}

function Verdict({ row }: { readonly row: LibraryRow }) {
  const verdict = verdictOf(row)
  return verdict ? (
    <StatusText tone={verdict.tone} icon={verdict.icon}>
      {verdict.word}
    </StatusText>
  ) : (
    '–'
  )
}
