import type { Turn } from './stood'
import type { VerbName } from './verbs'

/** LOG9: words of a verb that also takes back, by what it wrote into `field`; `changed` where that does not tell. */
export interface TwoWays {
  readonly field: string
  readonly done: string
  readonly takenBack: string
  readonly changed: string
}

const either = (field: string, done: string, takenBack: string, changed: string): TwoWays => ({ field, done, takenBack, changed })

/** LOG8: what was done by each verb, as the history tells it; what can be done is named in `verbs`. */
export const doneWords: Readonly<Record<VerbName, string | TwoWays>> = {
  editReview: 'Overview edited',
  setNextMeeting: either('nextMeetingOn', 'Next date set', 'Next date taken away', 'Next date changed'),
  beginPreparation: 'Preparation begun',
  addPerson: 'Person added',
  editPerson: 'Person edited',
  removePerson: 'Person removed',
  callRoll: 'Roll called',
  addCheck: 'Checklist line added',
  tickCheck: either('doneAt', 'Checklist line ticked', 'Checklist line unticked', 'Checklist line changed'),
  removeCheck: 'Checklist line removed',
  addGateCriterion: 'Criterion added',
  editGateCriterion: 'Criterion edited',
  decideGateCriterion: either(
    'status',
    'Criterion answered',
    'Answer to a criterion taken back',
    'Answer to a criterion changed',
  ),
  removeGateCriterion: 'Criterion removed',
  recordPreparation: 'Preparation recorded',
  addPreparedQuestion: 'Question prepared',
  editPreparedQuestion: 'Prepared question edited',
  removePreparedQuestion: 'Prepared question removed',
  usePreparedQuestion: 'Prepared question queued',
  addItem: 'Agenda item added',
  editItem: 'Agenda item edited',
  moveItem: 'Agenda item moved',
  indentItem: 'Depth of agenda item changed',
  markItem: 'Agenda item marked',
  removeItem: 'Agenda item removed',
  importItems: 'Agenda imported',
  importLog: "Scribe's log imported",
  importPacket: 'Packet imported',
  writeNote: 'Private note changed',
  addMaterial: 'Material added',
  renameMaterial: 'Material renamed',
  attachMaterial: either('materialIds', 'Material attached', 'Material detached', 'Materials of an agenda item changed'),
  removeMaterial: 'Material removed',
  showSlide: 'Slide shown',
  queueQuestion: 'Question queued',
  answerQuestion: either('answeredAt', 'Question answered', 'Question put back into the queue', 'Queue of questions changed'),
  removeQuestion: 'Question removed',
  parkTopic: 'Topic parked',
  settleTopic: either('settledAt', 'Topic settled', 'Topic taken up again', 'Settling of a topic changed'),
  carryTopic: either('carried', 'Topic carried', 'Topic no longer carried', 'Carrying of a topic changed'),
  makeTopicAction: 'Action made of a topic',
  removeTopic: 'Parked topic removed',
  startItem: 'Item started',
  nextItem: 'Gone to the next item',
  previousItem: 'Gone back an item',
  endItem: 'Item ended',
  pauseTimer: 'Paused',
  resumeTimer: 'Resumed',
  extendTimer: 'Time added or taken',
  setTimeLeft: 'Time left set',
  takeTime: 'Time taken from later items',
  moveEnd: 'End moved',
  parkAndGoOn: 'Topic parked, gone on',
  takeBreak: 'Break taken',
  recordClockChange: 'Clock change recorded',
  addFeedback: 'Feedback added',
  editFeedback: 'Feedback edited',
  disposeFinding: 'Finding answered',
  implementFinding: 'Finding marked implemented',
  verifyFinding: 'Finding verified',
  closeFeedback: 'Feedback closed',
  withdrawFeedback: 'Feedback withdrawn',
  reopenFeedback: 'Feedback opened again',
  groupFeedback: 'Feedback put together',
  splitFeedback: 'Feedback taken apart',
  countHands: either('hands', 'Hands counted', 'Count of hands taken back', 'Count of hands changed'),
  removeFeedback: 'Feedback removed',
  revealFeedback: 'Feedback revealed',
  addCriterion: 'Criterion of the rubric added',
  editCriterion: 'Criterion of the rubric edited',
  moveCriterion: 'Criterion of the rubric moved',
  removeCriterion: 'Criterion of the rubric removed',
  importRubric: 'Rubric imported',
  submitBallot: 'Ballot sealed',
  takeBallotBack: 'Ballot taken back',
  revealScores: 'Scores revealed',
  setConsensus: either('points', 'Consensus set', 'Consensus taken back', 'Consensus changed'),
  respondToPanel: either(
    'response',
    'Response to the panel given',
    'Response to the panel taken back',
    'Response to the panel changed',
  ),
  makeCriterionFinding: 'Finding made of a criterion',
  makeCriterionCondition: 'Condition made of a criterion',
  addAction: 'Action added',
  editAction: 'Action edited',
  editActions: 'Actions edited',
  importActions: 'Actions imported',
  removeAction: 'Action removed',
  addRisk: 'Risk added',
  editRisk: 'Risk edited',
  decideRisk: either('status', 'Risk decided', 'Risk opened again', 'What was decided on a risk changed'),
  makeRiskAction: 'Action made of a risk',
  removeRisk: 'Risk removed',
  proposeDecision: 'Decision proposed',
  editDecision: 'Decision edited',
  appraise: either('appraisals', 'Appraisal given', 'Appraisal taken back', 'Appraisal changed'),
  waiveFinding: 'Finding waived',
  acceptDecision: 'Decision accepted',
  settleMeanwhile: 'What was written meanwhile settled',
  removeDecision: 'Decision removed',
  addCondition: 'Condition added',
  removeCondition: 'Condition removed',
  addTerm: 'Word explained',
  editTerm: 'Explained word edited',
  removeTerm: 'Explained word removed',
  endMeeting: 'Meeting ended',
  closeReview: 'Review closed',
  reopenReview: 'Review opened again',
}

/** LOG9: the words of what this act of the verb did, or, undone, of what it had done. */
export function doneWord(verb: VerbName, turnOf: (field: string) => Turn | null): string {
  const words = doneWords[verb]
  return typeof words === 'string' ? words : words[wayOf(turnOf(words.field))]
}

/** What stands for nothing in the fields above. */
const nothing = new Set<unknown>([null, false, '', 'open'])

function wayOf(turn: Turn | null): 'done' | 'takenBack' | 'changed' {
  if (!turn) return 'changed'
  const [from, to] = [weight(turn.from), weight(turn.to)]
  // What was written differs from what stood, so one that is nothing tells the other.
  if (to === 0) return from === 0 ? 'changed' : 'takenBack'
  if (from === 0) return 'done'
  if (to === undefined) return 'changed'
  if (!Array.isArray(turn.to)) return 'done'
  if (from === undefined || from === to) return 'changed'
  return to > from ? 'done' : 'takenBack'
}

/** How much stands there; undefined where that is not known. */
function weight(value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.length
  return nothing.has(value) ? 0 : 1
}
