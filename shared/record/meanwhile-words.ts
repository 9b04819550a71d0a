import type { Meanwhile } from '../decision/acceptance'
import { dayWords } from '../review/dates'
import type { RecordState } from './state'
import { appraisalWords, nameOf, outcomeWords } from './words'

/** DEC14: what another window wrote while a decision was accepted, one line each. */
export function meanwhileWords(
  { edits, added, removed, isRemoved }: Meanwhile,
  { people, feedback, actions }: Pick<RecordState, 'people' | 'feedback' | 'actions'>,
): string[] {
  const { outcome, statement, because, deciderIds, dissent, dissents, options, appraisal, appraisals, reviewBy, waivers } = edits
  const line = (name: string, words: string | undefined): string[] =>
    words === undefined ? [] : [`${name}: ${words === '' ? 'none' : words}`]
  return [
    ...(isRemoved ? ['The decision was removed'] : []),
    ...line('Outcome', outcome === null ? '' : outcome && outcomeWords[outcome]),
    ...line('Appraisal', appraisal === null ? '' : appraisal && appraisalWords[appraisal]),
    ...line('Statement', statement),
    ...line('Because', because),
    ...line('Deciders', deciderIds?.map((id) => nameOf(id, people)).join(', ')),
    ...line('Considered', options?.join('; ')),
    ...line('Dissent', dissent),
    ...line('Dissent', dissents?.map(({ personId, words }) => `${nameOf(personId, people)}: ${words}`).join('; ')),
    ...line(
      'Panel',
      appraisals?.map((one) => `${nameOf(one.personId, people)}: ${appraisalWords[one.appraisal].toLowerCase()}`).join('; '),
    ),
    ...line('Review by', reviewBy === null ? '' : reviewBy && dayWords(reviewBy)),
    ...line(
      'Waived',
      waivers?.map(({ feedbackId, reason }) => `${feedback[feedbackId]?.text ?? 'a removed finding'}: ${reason}`).join('; '),
    ),
    ...added.map(({ text, actionId }) => {
      const number = actions[actionId]?.number
      return `Condition added: ${text}${number === undefined ? '' : ` (action ${number})`}`
    }),
    ...removed.map(({ text }) => `Condition removed: ${text}`),
  ]
}
