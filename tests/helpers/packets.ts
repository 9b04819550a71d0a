import type { Answers, Packet } from '../../shared/packet/packet'
import { makePacket } from '../../shared/packet/make-packet'
import { packetInput, type PacketPlan, planPacket } from '../../shared/packet/packet-plan'
import { packetFile } from '../../shared/packet-page/packet-file'
import { unwrap } from '../../shared/result'
import type { Change } from '../../shared/review/change'
import { reviewersOf } from '../../shared/review/people'
import { type MadeReview, makeReview } from './review-maker'

export const PACKET_ID = 'a1b2c3d4-packet'

export interface PacketRoom {
  readonly review: MadeReview
  readonly reviewer: string
  readonly other: string
  readonly materials: readonly string[]
  /** What goes out to the reviewer now. */
  packet(): Packet
  /** The same, filled in. */
  filled(patch?: Partial<Answers>): Packet
  plan(packet: Packet): PacketPlan
  /** Takes all that is new, as the reviewer's. */
  take(packet: Packet): Change[]
}

/** The sample review with two materials, whose first reviewer has not prepared yet. */
export function packetRoom(): PacketRoom {
  const review = makeReview()
  const { people } = review.state().record
  const [reviewer = '', other = ''] = reviewersOf(people).map(({ id }) => id)
  review.docs.record.getMap('preparations').delete(reviewer)
  const materials = ['model-card.md', 'evaluation.pdf'].map((name, at) => {
    const sha512 = `${at}a`.repeat(64)
    return String(review.act('addMaterial', { name, mediaType: 'text/plain', bytes: 1234, sha512 })[0]?.path[1])
  })
  const packet = (): Packet => makePacket(review.state().record, reviewer, PACKET_ID) as Packet
  const plan = (filled: Packet): PacketPlan => unwrap(planPacket(filled, review.state()))
  return {
    review,
    reviewer,
    other,
    materials,
    packet,
    filled(patch = {}) {
      const made = packet()
      return { ...made, answers: { ...answersTo(made), ...patch } }
    },
    plan,
    take: (filled) => review.actAs(reviewer, 'importPacket', packetInput(plan(filled))),
  }
}

/** Something in every field. */
export function answersTo({ items, criteria, questions, materials }: Packet): Answers {
  return {
    preparation: { materialIds: materials.map(({ id }) => id), minutes: 45, outcome: 'insufficient', note: 'Without the annex' },
    questions: questions.slice(0, 1).map(({ id }) => ({ questionId: id, text: 'The card says so on page 2.' })),
    nextNumber: 4,
    feedback: [
      {
        number: 1,
        label: 'issue',
        text: 'The split is not by time',
        itemId: items[1]?.id ?? null,
        location: 'evaluation.pdf, page 7',
        force: 'blocking',
        severity: 'major',
        requestedChange: 'Split by month',
      },
      {
        number: 3,
        label: 'praise',
        text: 'A clear baseline',
        itemId: null,
        location: '',
        force: null,
        severity: null,
        requestedChange: '',
      },
    ],
    ballot: {
      isRecused: false,
      recusal: '',
      marks: criteria.map(({ id }) => ({
        criterionId: id,
        levelsAt: [1],
        confidence: 'high' as const,
        comment: 'As measured',
        isRecused: false,
        recusal: '',
      })),
    },
  }
}

/** The file of a packet, as the app saves it, with a script of the test's. */
export function fileOf(packet: Packet, script = 'void 0'): string {
  return unwrap(packetFile(packet, script)).text
}
