import { z } from 'zod'
import { id } from '../review/fields'

/** IEEE 1028 and Wiegers, from the least careful to the most. */
export const appraisals = ['accepted-as-is', 'accepted-with-rework-verification', 're-review', 'not-completed'] as const
export type Appraisal = (typeof appraisals)[number]
export const appraisalSchema = z.enum(appraisals)

/** What one member of the panel says. */
export const panelAppraisalSchema = z.object({ personId: id, appraisal: appraisalSchema })

interface Appraised {
  readonly appraisal: Appraisal | null
  readonly appraisals: readonly z.infer<typeof panelAppraisalSchema>[]
}

/** DEC9: the most careful of what the members say; null while nobody said anything. */
export function mostCareful(said: Appraised['appraisals']): Appraisal | null {
  const highest = said.reduce((rank, { appraisal }) => Math.max(rank, appraisals.indexOf(appraisal)), -1)
  return appraisals[highest] ?? null // DEC9
}

/** DEC9: the appraisal that was chosen, else the one that is proposed. */
export function standingAppraisal({ appraisal, appraisals: said }: Appraised): Appraisal | null {
  return appraisal ?? mostCareful(said)
}
