import { type z } from 'zod'
import * as action from '../actions/action-verbs'
import * as answer from '../actions/answer-verb'
import * as plan from '../actions/plan-verbs'
import * as risk from '../actions/risk-verbs'
import * as topic from '../actions/topic-verbs'
import * as agenda from '../agenda/agenda-verbs'
import * as floor from '../agenda/floor-verbs'
import * as imported from '../agenda/import-verb'
import * as material from '../agenda/material-verbs'
import type { Context } from '../context'
import * as closing from '../decision/closing'
import * as appraisal from '../decision/appraisal-verbs'
import * as decision from '../decision/decision-verbs'
import * as meanwhile from '../decision/meanwhile-verb'
import * as panelOutcome from '../decision/panel-verbs'
import * as feedback from '../feedback/feedback-verbs'
import * as group from '../feedback/group-verbs'
import * as life from '../feedback/life-verbs'
import * as packet from '../packet/packet-verb'
import * as gate from '../readiness/gate-verbs'
import * as preparation from '../readiness/preparation-verbs'
import * as prepared from '../readiness/prepared-verbs'
import * as attendance from '../review/attendance-verbs'
import * as checklist from '../review/checklist-verbs'
import * as glossary from '../review/glossary-verbs'
import * as people from '../review/people-verbs'
import * as review from '../review/review-verbs'
import type { VerbResult } from '../review/verb'
import * as ballot from '../rubric/ballot-verbs'
import * as criterion from '../rubric/criterion-verbs'
import * as panel from '../rubric/outcome-verbs'
import * as scribe from '../scribe/import-log-verb'
import * as time from '../timer/time-verbs'
import * as timer from '../timer/timer-verbs'
import * as slide from './slide-verbs'
import type { ReviewState } from './state'

export interface VerbEntry<Input extends z.ZodType> {
  /** What the undo button calls it; what the history says stands in `done-words`. */
  readonly label: string
  readonly input: Input
  readonly run: (state: ReviewState, input: z.output<Input>, context: Context) => VerbResult
  /** False for what cannot be taken back; the button says so. */
  readonly isUndoable: boolean
}

function entry<Input extends z.ZodType>(
  label: string,
  input: Input,
  run: VerbEntry<Input>['run'],
  isUndoable = true,
): VerbEntry<Input> {
  return { label, input, run, isUndoable }
}

/** Every domain operation: button, menu, shortcut and palette all call these by name. */
export const verbs = {
  editReview: entry('Edit the overview', review.editReviewInput, review.editReview),
  setNextMeeting: entry('Set the next date', review.setNextMeetingInput, review.setNextMeeting),
  beginPreparation: entry('Begin preparation', review.beginPreparationInput, review.beginPreparation),
  addPerson: entry('Add a person', people.addPersonInput, people.addPerson),
  editPerson: entry('Edit a person', people.editPersonInput, people.editPerson),
  removePerson: entry('Remove a person', people.removePersonInput, people.removePerson),
  callRoll: entry('Call the roll', attendance.callRollInput, attendance.callRoll),
  addCheck: entry('Add a checklist line', checklist.addCheckInput, checklist.addCheck),
  tickCheck: entry('Tick a checklist line', checklist.tickCheckInput, checklist.tickCheck),
  removeCheck: entry('Remove a checklist line', checklist.removeCheckInput, checklist.removeCheck),
  addGateCriterion: entry('Add a criterion', gate.addGateCriterionInput, gate.addGateCriterion),
  editGateCriterion: entry('Edit a criterion', gate.editGateCriterionInput, gate.editGateCriterion),
  decideGateCriterion: entry('Answer a criterion', gate.decideGateCriterionInput, gate.decideGateCriterion),
  removeGateCriterion: entry('Remove a criterion', gate.removeGateCriterionInput, gate.removeGateCriterion),
  recordPreparation: entry('Record a preparation', preparation.recordPreparationInput, preparation.recordPreparation),
  addPreparedQuestion: entry('Prepare a question', prepared.addPreparedQuestionInput, prepared.addPreparedQuestion),
  editPreparedQuestion: entry('Edit a prepared question', prepared.editPreparedQuestionInput, prepared.editPreparedQuestion),
  removePreparedQuestion: entry(
    'Remove a prepared question',
    prepared.removePreparedQuestionInput,
    prepared.removePreparedQuestion,
  ),
  usePreparedQuestion: entry('Queue a prepared question', prepared.usePreparedQuestionInput, prepared.usePreparedQuestion),
  addItem: entry('Add an agenda item', agenda.addItemInput, agenda.addItem),
  editItem: entry('Edit an agenda item', agenda.editItemInput, agenda.editItem),
  moveItem: entry('Move an agenda item', agenda.moveItemInput, agenda.moveItem),
  indentItem: entry('Change the depth of an agenda item', agenda.indentItemInput, agenda.indentItem),
  markItem: entry('Mark an agenda item', agenda.markItemInput, agenda.markItem),
  removeItem: entry('Remove an agenda item', agenda.removeItemInput, agenda.removeItem),
  importItems: entry('Import an agenda', imported.importItemsInput, imported.importItems),
  importLog: entry("Import a scribe's log", scribe.importLogInput, scribe.importLog),
  importPacket: entry('Import a packet', packet.importPacketInput, packet.importPacket),
  writeNote: entry('Write a private note', agenda.writeNoteInput, agenda.writeNote),
  addMaterial: entry('Add a material', material.addMaterialInput, material.addMaterial),
  renameMaterial: entry('Rename a material', material.renameMaterialInput, material.renameMaterial),
  attachMaterial: entry('Attach a material', material.attachMaterialInput, material.attachMaterial),
  removeMaterial: entry('Remove a material', material.removeMaterialInput, material.removeMaterial),
  showSlide: entry('Note a shown slide', slide.showSlideInput, slide.showSlide, false),
  queueQuestion: entry('Queue a question', floor.queueQuestionInput, floor.queueQuestion),
  answerQuestion: entry('Answer a question', floor.answerQuestionInput, floor.answerQuestion),
  removeQuestion: entry('Remove a question', floor.removeQuestionInput, floor.removeQuestion),
  parkTopic: entry('Park a topic', floor.parkTopicInput, floor.parkTopic),
  settleTopic: entry('Settle a topic', floor.settleTopicInput, floor.settleTopic),
  carryTopic: entry('Carry a topic', floor.carryTopicInput, floor.carryTopic),
  makeTopicAction: entry('Make an action of a topic', topic.makeTopicActionInput, topic.makeTopicAction),
  removeTopic: entry('Remove a parked topic', floor.removeTopicInput, floor.removeTopic),
  startItem: entry('Start an item', timer.startItemInput, timer.startItem),
  nextItem: entry('Go to the next item', timer.nextItemInput, timer.nextItem),
  previousItem: entry('Go back an item', timer.previousItemInput, timer.previousItem),
  endItem: entry('End the item', timer.endItemInput, timer.endItem),
  pauseTimer: entry('Pause', timer.pauseTimerInput, timer.pauseTimer),
  resumeTimer: entry('Resume', timer.resumeTimerInput, timer.resumeTimer),
  extendTimer: entry('Add or take time', time.extendTimerInput, time.extendTimer),
  setTimeLeft: entry('Set the time left', time.setTimeLeftInput, time.setTimeLeft),
  takeTime: entry('Take time from later items', time.takeTimeInput, time.takeTime),
  moveEnd: entry('Move the end', time.moveEndInput, time.moveEnd),
  parkAndGoOn: entry('Park the topic and go on', time.parkAndGoOnInput, time.parkAndGoOn),
  takeBreak: entry('Take a break', time.takeBreakInput, time.takeBreak),
  recordClockChange: entry('Record a clock change', timer.recordClockChangeInput, timer.recordClockChange, false),
  addFeedback: entry('Add feedback', feedback.addFeedbackInput, feedback.addFeedback),
  editFeedback: entry('Edit feedback', feedback.editFeedbackInput, feedback.editFeedback),
  disposeFinding: entry('Answer a finding', answer.answerFindingInput, answer.answerFinding),
  implementFinding: entry('Mark a finding implemented', life.implementFindingInput, life.implementFinding),
  verifyFinding: entry('Verify a finding', life.verifyFindingInput, life.verifyFinding),
  closeFeedback: entry('Close feedback', life.closeFeedbackInput, life.closeFeedback),
  withdrawFeedback: entry('Withdraw feedback', life.withdrawFeedbackInput, life.withdrawFeedback),
  reopenFeedback: entry('Open feedback again', life.reopenFeedbackInput, life.reopenFeedback),
  groupFeedback: entry('Put feedback together', group.groupFeedbackInput, group.groupFeedback),
  splitFeedback: entry('Take feedback apart', group.splitFeedbackInput, group.splitFeedback),
  countHands: entry('Count hands', group.countHandsInput, group.countHands),
  removeFeedback: entry('Remove feedback', feedback.removeFeedbackInput, feedback.removeFeedback),
  revealFeedback: entry('Reveal feedback', feedback.revealFeedbackInput, feedback.revealFeedback, false),
  addCriterion: entry('Add a criterion of the rubric', criterion.addCriterionInput, criterion.addCriterion),
  editCriterion: entry('Edit a criterion of the rubric', criterion.editCriterionInput, criterion.editCriterion),
  moveCriterion: entry('Move a criterion of the rubric', criterion.moveCriterionInput, criterion.moveCriterion),
  removeCriterion: entry('Remove a criterion of the rubric', criterion.removeCriterionInput, criterion.removeCriterion),
  importRubric: entry('Import a rubric', criterion.importRubricInput, criterion.importRubric),
  submitBallot: entry('Seal a ballot', ballot.submitBallotInput, ballot.submitBallot, false),
  takeBallotBack: entry('Take a ballot back', ballot.takeBallotBackInput, ballot.takeBallotBack),
  revealScores: entry('Reveal the scores', ballot.revealScoresInput, ballot.revealScores, false),
  setConsensus: entry('Set the consensus', panel.setConsensusInput, panel.setConsensus),
  respondToPanel: entry('Respond to the panel', panel.respondToPanelInput, panel.respondToPanel),
  makeCriterionFinding: entry(
    'Make a finding of a criterion',
    panelOutcome.makeCriterionFindingInput,
    panelOutcome.makeCriterionFinding,
  ),
  makeCriterionCondition: entry(
    'Make a condition of a criterion',
    panelOutcome.makeCriterionConditionInput,
    panelOutcome.makeCriterionCondition,
  ),
  addAction: entry('Add an action', action.addActionInput, action.addAction),
  editAction: entry('Edit an action', action.editActionInput, action.editAction),
  editActions: entry('Edit actions', plan.editActionsInput, plan.editActions),
  importActions: entry('Import actions', plan.importActionsInput, plan.importActions),
  removeAction: entry('Remove an action', action.removeActionInput, action.removeAction),
  addRisk: entry('Add a risk', risk.addRiskInput, risk.addRisk),
  editRisk: entry('Edit a risk', risk.editRiskInput, risk.editRisk),
  decideRisk: entry('Decide a risk', risk.decideRiskInput, risk.decideRisk),
  makeRiskAction: entry('Mitigate a risk', risk.makeRiskActionInput, risk.makeRiskAction),
  removeRisk: entry('Remove a risk', risk.removeRiskInput, risk.removeRisk),
  proposeDecision: entry('Propose a decision', decision.proposeDecisionInput, decision.proposeDecision),
  editDecision: entry('Edit the decision', decision.editDecisionInput, decision.editDecision),
  appraise: entry('Appraise', appraisal.appraiseInput, appraisal.appraise),
  waiveFinding: entry('Waive a finding', decision.waiveFindingInput, decision.waiveFinding),
  acceptDecision: entry('Accept the decision', decision.acceptDecisionInput, decision.acceptDecision),
  settleMeanwhile: entry('Settle what was written meanwhile', meanwhile.settleMeanwhileInput, meanwhile.settleMeanwhile),
  removeDecision: entry('Remove the decision', decision.removeDecisionInput, decision.removeDecision),
  addCondition: entry('Add a condition', decision.addConditionInput, decision.addCondition),
  removeCondition: entry('Remove a condition', decision.removeConditionInput, decision.removeCondition),
  addTerm: entry('Explain a word', glossary.addTermInput, glossary.addTerm),
  editTerm: entry('Edit a word explained', glossary.editTermInput, glossary.editTerm),
  removeTerm: entry('Remove a word explained', glossary.removeTermInput, glossary.removeTerm),
  endMeeting: entry('End the meeting', closing.endMeetingInput, closing.endMeeting),
  closeReview: entry('Close the review', closing.closeReviewInput, closing.closeReview),
  reopenReview: entry('Open the review again', closing.reopenReviewInput, closing.reopenReview),
} as const

export type VerbName = keyof typeof verbs
export type VerbInput<Name extends VerbName> = z.input<(typeof verbs)[Name]['input']>
