import { z } from 'zod'
import { itemKinds, itemSchema } from '../agenda/item'
import { gates } from '../readiness/gate'
import { durationMs, shortText, text } from '../review/fields'
import { criterionSchema } from '../rubric/criterion'
import { phases, reviewKinds, reviewSchema, sides } from '../review/review'

/** What a new review begins with. TPL1: every template, built in or saved by the user, is valid by this schema before it is used. */
export const templateSchema = z.object({
  /** Stable name, stored in the reviews made from it. */
  id: shortText.min(1),
  name: shortText.min(1),
  /** What it is for, in a sentence. */
  description: shortText.default(''),
  kind: z.enum(reviewKinds),
  objectives: text.default(''),
  decisionSought: text.default(''),
  /** How long the meeting may take, in ms. */
  scheduledLengthMs: durationMs.nullable().default(null),
  quorum: reviewSchema.shape.quorum,
  endsIn: reviewSchema.shape.endsIn,
  warningMs: reviewSchema.shape.warningMs,
  dangerMs: reviewSchema.shape.dangerMs,
  agenda: z
    .array(
      z.object({
        title: shortText.min(1),
        level: itemSchema.shape.level,
        kind: z.enum(itemKinds),
        plannedMs: durationMs,
        warningMs: itemSchema.shape.warningMs,
        dangerMs: itemSchema.shape.dangerMs,
        internal: z.boolean().default(false),
        playbook: itemSchema.shape.playbook,
      }),
    )
    .max(200)
    .default([]),
  checklist: z
    .array(z.object({ phase: z.enum(phases), side: z.enum(sides), text: shortText.min(1) }))
    .max(200)
    .default([]),
  gateCriteria: z
    .array(z.object({ gate: z.enum(gates), text: shortText.min(1) }))
    .max(200)
    .default([]),
  criteria: z
    .array(
      z.object({
        name: shortText.min(1),
        weight: criterionSchema.shape.weight,
        counts: criterionSchema.shape.counts,
        levels: criterionSchema.shape.levels,
        passPoints: criterionSchema.shape.passPoints,
      }),
    )
    .max(100)
    .default([]),
})
export type Template = z.output<typeof templateSchema>
export type TemplateData = z.input<typeof templateSchema>

/** Planned length of a template's agenda in ms. */
export function templateLengthMs({ agenda }: Template): number {
  return agenda.reduce((sum, item) => sum + item.plannedMs, 0)
}
