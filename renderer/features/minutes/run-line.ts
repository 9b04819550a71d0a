import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { timelineOf } from '../../../shared/timer/timeline'
import { dayAt } from '../../../shared/review/dates'
import { inOrder } from '../../../shared/review/fields'
import { type Meaning, type Mention, readLine } from '../../../shared/scribe/line'
import type { ReviewSession } from '../../storage/review-session'
import { correctBefore } from './correct-text'
import { insertLine, type LineRequest } from './insert-line'
import type { TextHistories } from './undo-managers'

/** What the scribe is told about the line above, and what one key can do about it. */
export interface Hint {
  readonly words: string
  readonly offer: { readonly label: string; readonly run: () => void } | null
}

export interface ScribeDesk {
  readonly session: ReviewSession
  readonly histories: TextHistories
  readonly fragment: Y.XmlFragment
  readonly itemId: string | null
  readonly tell: (hint: Hint | null) => void
}

/** What became of a line: a step of the text, which Backspace can turn back; or nothing that the text shows. */
export type Outcome = 'changed' | 'text'

/** SCR6: does what the line at the caret means. The text is changed only together with what takes its place; a refusal leaves it and says why. */
export function runLine(desk: ScribeDesk, editor: Editor, line: string): Outcome {
  const meaning = readLine(line, surroundings(desk.session))
  if (!meaning) return 'text'
  const refuse = (words: string | null) => {
    if (words !== null) desk.tell({ words, offer: null })
    return 'text' as const
  }
  switch (meaning.kind) {
    case 'action':
      return makeAction(desk, editor, line, meaning)
    case 'decision':
      return make(desk, editor, { kind: 'decision', text: meaning.text })
    case 'finding':
      return make(desk, editor, { kind: 'finding', text: meaning.text, label: meaning.label })
    case 'attendance':
      return callRoll(desk, meaning)
    case 'queue':
    case 'unqueue':
      return refuse(takePlace(desk, meaning))
    case 'correct': {
      const refused = correctBefore(desk, editor, meaning)
      return refused === null ? 'changed' : refuse(`${refused} The line stays as text.`)
    }
  }
}

export function surroundings({ store }: ReviewSession) {
  const { record } = store.getState()
  const { stretches, lastAt } = timelineOf(record.timer)
  const zone = record.review['review']?.timeZone ?? 'UTC'
  // The day of the meeting: the last one on which its clock was used, else this day.
  return { people: inOrder(record.people), today: dayAt(stretches.length > 0 ? lastAt : Date.now(), zone) }
}

function make(desk: ScribeDesk, editor: Editor, request: Omit<LineRequest, 'itemId' | 'isReplacing'>): Outcome {
  const { session, histories, fragment, itemId } = desk
  const refused = insertLine(session, histories, editor, fragment, { ...request, itemId, isReplacing: true })
  if (refused !== null) desk.tell({ words: `${refused} The line stays as text.`, offer: null })
  return refused === null ? 'changed' : 'text'
}

function makeAction(desk: ScribeDesk, editor: Editor, line: string, meaning: Meaning & { kind: 'action' }): Outcome {
  const { what, ownerId, due, unknown, hint } = meaning
  const from = editor.state.selection.$from.before(1)
  const made = make(desk, editor, { kind: 'action', text: what, ownerId, due })
  if (made === 'text' || hint === '') return made
  const add = (name: string) => () => {
    // The line is turned back and read again with the person in the list, so that one undo still gives the words back.
    undoLine(desk, editor, from)
    const added = desk.session.act('addPerson', { name })
    desk.tell(added.ok ? null : { words: added.error.message, offer: null })
    runLine(desk, editor, line)
  }
  desk.tell({
    words: unknown ? `${hint} No owner yet.` : hint,
    offer: unknown && { label: `Add ${unknown.name} as owner`, run: add(unknown.name) },
  })
  return made
}

/** Takes back the step of the text that a line became, and puts the caret at the end of its words. @param from where its block begins. */
export function undoLine({ histories, fragment }: ScribeDesk, editor: Editor, from: number): void {
  histories.of(fragment).undo()
  const block = editor.state.doc.nodeAt(from)
  if (block?.isTextblock) editor.commands.setTextSelection(from + block.nodeSize - 1)
}

/** Whoever writes: who is acted for, else whose hands they are. */
function self({ store }: ReviewSession): string | null {
  const { actingAsId, operatorId } = store.getState()
  return actingAsId ?? operatorId
}

function callRoll(desk: ScribeDesk, { attendance, people }: Meaning & { kind: 'attendance' }): Outcome {
  const own = people.length === 0 ? self(desk.session) : null
  const personIds = own === null ? people.flatMap(({ id }) => id ?? []) : [own]
  const call = (newNames: string[]) => {
    const done = desk.session.act('callRoll', { attendance, personIds: newNames.length > 0 ? [] : personIds, newNames })
    desk.tell(done.ok ? null : { words: done.error.message, offer: null })
  }
  const unclear = people.filter(({ isUnclear }) => isUnclear).map(({ words }) => words)
  const unknown = people.filter(({ id, isUnclear }) => id === null && !isUnclear).map(({ words }) => words)
  if (personIds.length > 0 || people.length === 0) call([])
  if (unclear.length > 0)
    desk.tell({ words: `${unclear.join(', ')} can be more than one person here. Use the full name.`, offer: null })
  else if (unknown.length > 0)
    desk.tell({
      words: `Nobody here is called ${unknown.join(', ')}.`,
      offer: { label: unknown.length === 1 ? 'Add the person' : `Add ${unknown.length} people`, run: () => call(unknown) },
    })
  return 'text'
}

/** Answers null, or in words why the queue stays as it is. */
function takePlace({ session }: ScribeDesk, meaning: Meaning & { kind: 'queue' | 'unqueue' }): string | null {
  const askedBy = meaning.person === null ? self(session) : meaning.person.id
  if (askedBy === null) return meaning.person === null ? 'Say who.' : nobody(meaning.person)
  if (meaning.kind === 'queue') {
    const done = session.act('queueQuestion', { askedBy, text: meaning.text })
    return done.ok ? null : done.error.message
  }
  const { record } = session.store.getState()
  const waiting = inOrder(record.questions).find((question) => question.askedBy === askedBy && question.answeredAt === null)
  if (!waiting) return `${record.people[askedBy]?.name ?? 'This person'} is not in the queue.`
  const done = session.act('answerQuestion', { questionId: waiting.id, answered: true })
  return done.ok ? null : done.error.message
}

function nobody({ words, isUnclear }: Mention): string {
  return isUnclear ? `${words} can be more than one person here. Use the full name.` : `Nobody here is called ${words}.`
}
