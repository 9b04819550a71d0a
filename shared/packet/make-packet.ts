import type { AgendaItem } from '../agenda/item'
import { isForInternalOnly, outlineOf } from '../agenda/outline'
import type { PreparedQuestion } from '../readiness/prepared-question'
import { minuteWords } from '../review/dates'
import { type Collection, inOrder } from '../review/fields'
import { type Material, versionOf } from '../review/materials'
import type { Person } from '../review/people'
import type { Review } from '../review/review'
import { type Criterion, levelsOf } from '../rubric/criterion'
import { noAnswers, type Packet } from './packet'

export interface PublicRecord {
  readonly review: Collection<Review>
  readonly people: Collection<Person>
  readonly agenda: Collection<AgendaItem>
  readonly materials: Collection<Material>
  readonly preparedQuestions: Collection<PreparedQuestion>
  readonly criteria: Collection<Criterion>
}

/** So much of a hash tells two files apart. */
const HASH_SHOWN = 16

/** PKT1: the packet of one reviewer, made of the record alone; null when that person is not in it. */
export function makePacket(record: PublicRecord, personId: string, packetId: string): Packet | null {
  const review = record.review['review']
  const person = record.people[personId]
  if (!review || !person) return null
  const rows = outlineOf(record.agenda).filter(({ isInternal }) => !isInternal) // PKT1
  const shown = new Set(rows.map(({ item }) => item.id))
  const { title, subject, version, scheduledStart, timeZone } = review
  return {
    form: 'review-room-packet',
    formVersion: 1,
    packetId,
    review: {
      id: review.reviewId,
      title,
      subject,
      version,
      date: scheduledStart === null ? '' : `${minuteWords(scheduledStart, timeZone)} (${timeZone})`,
    },
    reviewer: { id: personId, name: person.name },
    materials: inOrder(record.materials)
      .filter(({ id }) => !isForInternalOnly(record.agenda, id))
      .map((material) => ({
        id: material.id,
        name: material.name,
        version: versionOf(material, record.materials),
        bytes: material.bytes,
        sha512: material.sha512.slice(0, HASH_SHOWN),
      })),
    items: rows.flatMap(({ item: { id, title: name, kind }, number }) => (kind === 'break' ? [] : [{ id, number, title: name }])),
    questions: inOrder(record.preparedQuestions)
      .filter(({ side, itemId }) => side === 'reviewer' && (itemId === null || !record.agenda[itemId] || shown.has(itemId)))
      .map(({ id, itemId, askedBy, text }) => ({
        id,
        itemId: itemId !== null && shown.has(itemId) ? itemId : null,
        askedBy: askedBy === null ? '' : (record.people[askedBy]?.name ?? ''),
        text,
      })),
    criteria: inOrder(record.criteria).map((criterion) => ({
      id: criterion.id,
      name: criterion.name,
      weight: criterion.weight,
      // Without levels of its own one of the usual ones holds, whatever it says.
      counts: criterion.levels.length === 0 ? 'one' : criterion.counts,
      levels: levelsOf(criterion).map(({ points, anchor }) => ({ points, anchor })),
      passPoints: criterion.passPoints,
    })),
    answers: noAnswers,
  }
}
