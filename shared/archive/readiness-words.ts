import { numbersOf, outlineOf } from '../agenda/outline'
import type { Gate, GateCriterion } from '../readiness/gate'
import { expectedReviewers } from '../readiness/missing'
import type { PreparedQuestion } from '../readiness/prepared-question'
import { gateStatusWords, nameOf, preparationWords } from '../record/words'
import { minutesOf, minuteWords } from '../review/dates'
import { inOrder } from '../review/fields'
import type { BundleView } from './bundle-view'

export const criterionColumns = ['Criterion', 'State', 'Evidence or waiver'] as const
export const preparationColumns = ['Name', 'Prepared', 'Time', 'Read', 'Note'] as const

/** RDY9: that the meeting began although something was missing: a line with the reason, and what it was; null when nothing was. */
export function startedWords({
  review,
  zone,
}: BundleView): { readonly line: string; readonly missing: readonly string[] } | null {
  if (review.startedAnyway === null) return null
  const { at, reason, missing } = review.startedAnyway
  const count = missing.length === 1 ? 'something was' : `${missing.length} things were`
  return { line: `Started ${minuteWords(at, zone)} although ${count} missing, because: ${reason}`, missing } // RDY9
}

/** RDY9: the criteria of a gate, each with its state and what shows it. */
export function criterionRows({ record }: BundleView, wanted: Gate): readonly (readonly string[])[] {
  return inOrder(record.gateCriteria)
    .filter(({ gate }) => gate === wanted)
    .map((criterion) => [criterion.text, gateStatusWords[criterion.status], shownBy(criterion, record.people)])
}

function shownBy({ evidence, waivedBy, reason, status }: GateCriterion, people: BundleView['record']['people']): string {
  const waiver = status === 'waived' ? `Waived by ${nameOf(waivedBy, people)}: ${reason}` : ''
  return [waiver, evidence].filter(Boolean).join('\n')
}

/** RDY9: how reviewers, and others of whom it is recorded, prepared: a line that counts, and a row for each. */
export function preparationOf({ record }: BundleView): { readonly sum: string; readonly rows: readonly (readonly string[])[] } {
  const { people, preparations, materials } = record
  const reviewers = expectedReviewers(people)
  const shown = inOrder(people).filter((person) => preparations[person.id] || reviewers.includes(person))
  const prepared = reviewers.filter(({ id }) => preparations[id]?.outcome === 'sufficient').length
  const spent = minutesOf(shown.reduce((sum, { id }) => sum + (preparations[id]?.spentMs ?? 0), 0))
  return {
    sum: `Sufficiently prepared: ${prepared} of ${reviewers.length} ${reviewers.length === 1 ? 'reviewer' : 'reviewers'}; ${spent} min in all.`,
    rows: shown.map(({ id, name }) => {
      const { outcome = null, spentMs = null, materialIds = [], note = '' } = preparations[id] ?? {}
      const read = materialIds.flatMap((materialId) => materials[materialId]?.name ?? [])
      return [
        name,
        preparations[id] ? (outcome === null ? 'Not said' : preparationWords[outcome]) : 'No record',
        spentMs === null ? '' : `${minutesOf(spentMs)} min`,
        read.join(', '),
        note,
      ]
    }),
  }
}

export interface PreparedGroup {
  /** The agenda item; '' for what belongs to none. */
  readonly title: string
  readonly questions: readonly { readonly text: string; readonly note: string; readonly answer: string }[]
}

/** RDY9: prepared questions by agenda item, then those that belong to none. */
export function preparedGroups({ record }: BundleView): readonly PreparedGroup[] {
  const numbers = numbersOf(record.agenda)
  const all = inOrder(record.preparedQuestions)
  const group = (title: string, questions: readonly PreparedQuestion[]) => ({
    title,
    questions: questions.map((question) => ({
      text: question.text,
      note: noteOf(question, record.people),
      answer: question.answer,
    })),
  })
  return [
    ...outlineOf(record.agenda).map(({ item }) =>
      group(
        `${numbers.get(item.id) ?? ''}. ${item.title}`,
        all.filter(({ itemId }) => itemId === item.id),
      ),
    ),
    group(
      '',
      all.filter(({ itemId }) => itemId === null || !record.agenda[itemId]),
    ),
  ].filter(({ questions }) => questions.length > 0)
}

function noteOf({ side, askedBy, usedAt }: PreparedQuestion, people: BundleView['record']['people']): string {
  const by = side === 'presenter' ? 'expected by the presenters' : 'filed beforehand'
  return [askedBy === null ? by : `${by}, ${nameOf(askedBy, people)}`, usedAt === null ? 'not asked' : 'asked'].join('; ')
}
