import { getLocalTimeZone } from '@internationalized/date'
import type { Context } from '../../../shared/context'
import type { Result } from '../../../shared/result'
import type { Template } from '../../../shared/templates/template'
import { duplicateChanges, templateChanges, templateFrom } from '../../../shared/templates/from-template'
import { sampleReview } from '../../../shared/templates/sample'
import { createReview, readReview } from '../../storage/review-storage'
import type { StorageProblem } from '../../storage/storage-problem'
import { useDevice } from '../../storage/use-device'
import { useStorage } from '../../storage/use-storage'

/** The ways a review or a template comes into being in the library. Each answers the new review's id. */
export interface NewReviews {
  readonly fromTemplate: (template: Template, title: string) => Promise<Result<string, StorageProblem>>
  readonly sample: () => Promise<Result<string, StorageProblem>>
  readonly duplicate: (reviewId: string, title: string) => Promise<Result<string, StorageProblem>>
  readonly saveAsTemplate: (reviewId: string, name: string) => Promise<Result<string, StorageProblem>>
}

export function useNewReviews(): NewReviews {
  const { storage } = useStorage()
  const { device, change } = useDevice()
  const context = (): Context => {
    const actor = { personId: null, name: device.operatorName }
    return { now: storage.now(), newId: storage.newId, actor, operator: actor }
  }
  return {
    fromTemplate: (template, title) =>
      createReview(storage, templateChanges(template, { title, scheduledStart: null, timeZone: getLocalTimeZone() }, context())),
    sample() {
      const { changes, writeMinutes } = sampleReview(context(), getLocalTimeZone())
      return createReview(storage, changes, writeMinutes)
    },
    async duplicate(reviewId, title) {
      const state = await readReview(storage, reviewId)
      return state.ok ? createReview(storage, duplicateChanges(state.value, title, context())) : state
    },
    async saveAsTemplate(reviewId, name) {
      const state = await readReview(storage, reviewId)
      if (!state.ok) return state
      const template = templateFrom(state.value, name, storage.newId())
      change({ templates: [...device.templates, template] })
      return { ok: true, value: template.id }
    },
  }
}
