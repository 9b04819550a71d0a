import { risksAtOnce } from '../actions/at-once'
import { acceptancesAtOnce } from '../decision/acceptance'
import { conditionsAtOnce, decisionsAtOnce, planAtOnce } from '../decision/at-once'
import { feedbackAtOnce } from '../feedback/at-once'
import { ofCriteria } from '../rubric/at-once'
import type { DeskState, RecordState } from './state'

type Reading = {
  readonly [Name in keyof RecordState]?: readonly [(record: RecordState) => RecordState[Name], ...(keyof RecordState)[]]
}

/** What is read of a collection, and what it is read from beside the collection itself. */
const readings = {
  feedback: [({ feedback }) => feedbackAtOnce(feedback)],
  actions: [planAtOnce, 'decisions', 'conditions', 'acceptances'],
  risks: [({ risks }) => risksAtOnce(risks)],
  decisions: [decisionsAtOnce, 'conditions', 'acceptances'],
  conditions: [conditionsAtOnce, 'decisions', 'acceptances', 'actions'],
  acceptances: [(record) => acceptancesAtOnce(record.acceptances, record), 'decisions', 'conditions'],
  scores: [({ scores, criteria }) => ofCriteria(scores, criteria, ({ criterionId }) => criterionId), 'criteria'],
  assessments: [({ assessments, criteria }) => ofCriteria(assessments, criteria, ({ id }) => id), 'criteria'],
} as const satisfies Reading

type Read = keyof typeof readings

/**
 * DOC4: a record as everybody reads it: what windows wrote at once, each within the rules, reads within the rules together. Nothing is
 * written for it, so that whoever reads the same documents reads the same. Collections in which nothing has to be mended stay the same objects;
 * so do those that were mended `before` and whose sources have not changed since.
 */
export function atOnce(raw: RecordState, before?: { readonly raw: RecordState; readonly read: RecordState }): RecordState {
  const read: Partial<Record<Read, unknown>> = {}
  for (const [name, [reading, ...sources]] of Object.entries(readings) as [Read, (typeof readings)['conditions']][]) {
    const isSame = before && [name, ...sources].every((source) => before.raw[source] === raw[source])
    read[name] = isSame ? before.read[name] : reading(raw)
  }
  return { ...raw, ...(read as Pick<RecordState, Read>) } // DOC4
}

/** DOC4: a desk as everybody reads it, as `atOnce` is of the record. */
export function deskAtOnce(raw: DeskState, before?: { readonly raw: DeskState; readonly read: DeskState }): DeskState {
  return { ...raw, feedback: before?.raw.feedback === raw.feedback ? before.read.feedback : feedbackAtOnce(raw.feedback) } // FB17
}
