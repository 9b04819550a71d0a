import fc from 'fast-check'
import { z } from 'zod'
import type { ReviewState } from '../../shared/record/state'
import { reviewersOf } from '../../shared/review/people'
import { isPanelist } from '../../shared/rubric/panel'
import { type VerbName, verbs } from '../../shared/record/verbs'

/** One draw: which verb, and the numbers from which its input is made. */
export interface Draw {
  readonly name: VerbName
  readonly numbers: readonly number[]
}

export const anyDrawOf = (names: readonly VerbName[]): fc.Arbitrary<Draw> =>
  fc.record({
    name: fc.constantFrom(...names),
    numbers: fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
  })

export const anyDraw = anyDrawOf(Object.keys(verbs) as VerbName[])

const words = ['', 'Ada', 'Shadow run for two weeks', 'Wie hoch ist der Fehler?', 'متى؟', '3 < 4 & 5']

/** Collections from which ids of this name are taken. */
const sources: readonly [RegExp, readonly (keyof ReviewState['record'])[]][] = [
  [/^(personIds?|ownerId|byId|waivedBy|askedBy|authorId|presenterId|verifierId|deciderIds)$/, ['people']],
  [/^(itemId|beforeId|fromIds)$/, ['agenda']],
  [/^checkId$/, ['checklist']],
  [/^criterionId$/, ['gateCriteria', 'criteria']],
  [/^panelistId$/, ['people']],
  [/^preparedId$/, ['preparedQuestions']],
  [/^(materialIds?|replaces|evidenceMaterialId)$/, ['materials']],
  [/^questionId$/, ['questions']],
  [/^topicId$/, ['parking']],
  [/^(feedbackIds?|answersId|duplicateOf|underId)$/, ['feedback']],
  [/^actionIds?$/, ['actions']],
  [/^riskId$/, ['risks']],
  [/^termId$/, ['glossary']],
  [/^decisionId$/, ['decisions']],
  [/^conditionId$/, ['conditions']],
  [/^(eventId|id)$/, ['agenda']],
]

/** An input of the shape that the verb's schema asks for, with ids that are in `state` where there are any. */
export function inputFor({ name, numbers }: Draw, state: ReviewState): unknown {
  let at = 0
  const draw = (below: number): number => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, below)
  const pick = <Value>(from: readonly Value[]): Value | undefined => from[draw(from.length)]

  function idFor(field: string): string {
    const collections = sources.find(([pattern]) => pattern.test(field))?.[1]
    if (!collections) throw new Error(`No ids are known for ${field}.`)
    const desk = Object.keys(state.desk.feedback)
    // What is revealed is on the desk.
    if (field === 'feedbackIds') return pick(desk) ?? 'gone'
    if (field === 'panelistId') return pick(Object.keys(state.desk.ballots)) ?? 'gone'
    if (/Criterion$|^setConsensus$/.test(name) && field === 'beforeId') return pick(Object.keys(state.record.criteria)) ?? 'gone'
    const known = collections.flatMap((collection) => Object.keys(state.record[collection]))
    return pick([...(field === 'feedbackId' ? desk : []), ...known]) ?? 'gone'
  }

  function make(schema: z.ZodType, field: string): unknown {
    if (schema instanceof z.ZodOptional) return draw(3) === 0 ? make(schema.unwrap() as z.ZodType, field) : undefined
    if (schema instanceof z.ZodNullable) return draw(4) === 0 ? null : make(schema.unwrap() as z.ZodType, field)
    if (schema instanceof z.ZodObject)
      return Object.fromEntries(
        Object.entries(schema.shape as Record<string, z.ZodType>)
          .map(([key, part]) => [key, make(part, key)])
          .filter(([, value]) => value !== undefined),
      )
    if (schema instanceof z.ZodArray) return Array.from({ length: 1 + draw(2) }, () => make(schema.element as z.ZodType, field))
    if (schema instanceof z.ZodEnum) return pick(schema.options)
    if (schema instanceof z.ZodBoolean) return draw(2) === 1
    // A place in a list of the same input, which has one or two.
    if (schema instanceof z.ZodNumber && /^\w+At$/.test(field) && schema.maxValue === 999) return draw(2)
    if (schema instanceof z.ZodNumber)
      return (schema.maxValue ?? Infinity) < 600 ? draw((schema.maxValue ?? 0) + 1) : draw(600) * 1000
    if (schema instanceof z.ZodISODate) return `2027-0${1 + draw(9)}-1${draw(10)}`
    if (schema instanceof z.ZodISOTime) return `1${draw(10)}:${1 + draw(5)}5`
    if (field === 'sha512') return 'ab'.repeat(64)
    return sources.some(([pattern]) => pattern.test(field)) ? idFor(field) : (pick(words) ?? '') + (draw(2) || '')
  }
  // A ballot answers each criterion, which chance never does.
  if (name === 'submitBallot' && draw(2) === 1)
    return {
      marks: Object.keys(state.record.criteria).map((criterionId) => ({ criterionId, levelsAt: [draw(2)], confidence: 'low' })),
    }
  // Names that a packet gives, which chance never hits on.
  if (name === 'importPacket' && draw(4) > 0)
    return {
      packetId: `packet-${draw(3)}`,
      feedback: [{ key: `f${draw(9)}`, label: 'note', text: `Written offline ${draw(9)}` }],
      ...(draw(2) === 1 && { preparation: { note: 'Read on the train' } }),
      ...(draw(2) === 1 && { ballot: { marks: [], recusal: 'I supervised it' } }),
    }
  return make(verbs[name].input, '')
}

/** On whose behalf: the presenter's, the raiser's, a panelist's or a reviewer's where only they may (FND4, PAN1, PAN10, PKT4), else nobody's but the hands'. */
export function behalfOf({ name }: Draw, input: unknown, { record }: ReviewState): string | null {
  if (name === 'submitBallot') return Object.values(record.people).find(isPanelist)?.id ?? null
  if (name === 'importPacket') return reviewersOf(record.people)[0]?.id ?? null
  if (name === 'disposeFinding' || name === 'implementFinding' || name === 'respondToPanel')
    return Object.values(record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? null
  const isRaisers = ['verifyFinding', 'closeFeedback', 'withdrawFeedback', 'reopenFeedback'].includes(name)
  return isRaisers ? (record.feedback[(input as { feedbackId: string }).feedbackId]?.authorId ?? null) : null
}
