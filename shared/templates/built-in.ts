import { blank } from './blank'
import { capstonePanel } from './capstone-panel'
import { modelPromotionGate } from './model-promotion-gate'
import { technicalReview } from './technical-review'
import { type Template, templateSchema } from './template'

/** The templates that come with the program. TPL1 */
export const templates: readonly Template[] = [capstonePanel, modelPromotionGate, technicalReview, blank].map((data) =>
  templateSchema.parse(data),
)
