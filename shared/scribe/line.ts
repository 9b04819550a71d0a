import type { Attendance } from '../review/people'
import { readDate } from './dates'
import { looksLikeName, matchPerson, type Named } from './names'

/** A person as a line names them. `words` are as they were typed; `id` is null for nobody here, `isUnclear` when several could be meant. */
export interface Mention {
  readonly words: string
  readonly id: string | null
  readonly isUnclear: boolean
}

export const findingKeywords = ['issue', 'question', 'suggestion', 'risk', 'lesson'] as const
type FindingKeyword = (typeof findingKeywords)[number]

/** What one line means. `hint` tells, for the scribe, what of it could not be read and stays words. */
export type Meaning =
  | {
      readonly kind: 'action'
      readonly what: string
      readonly ownerId: string | null
      readonly due: string | null
      /** A name that nobody here has, with the words that are left when it is the owner's. */
      readonly unknown: { readonly name: string; readonly what: string } | null
      readonly hint: string
    }
  | { readonly kind: 'decision'; readonly text: string }
  | { readonly kind: 'finding'; readonly label: FindingKeyword; readonly text: string }
  /** Nobody named: whoever writes. */
  | { readonly kind: 'attendance'; readonly attendance: Attendance; readonly people: readonly Mention[] }
  /** `person` null: whoever writes. */
  | { readonly kind: 'queue'; readonly person: Mention | null; readonly text: string }
  | { readonly kind: 'unqueue'; readonly person: Mention | null }
  | { readonly kind: 'correct'; readonly old: string; readonly new: string; readonly isEverywhere: boolean }

export interface Surroundings {
  readonly people: readonly Named[]
  /** The day of the meeting in the review's time zone, YYYY-MM-DD. */
  readonly today: string
}

/**
 * SCR1: what a line of the minutes means, or null for a line that is only text. What stands before the word, a backslash too, makes
 * it text.
 * SCR2: the words of actions and decisions count in any case, those of findings in capitals only, because "Question: ..." begins
 * ordinary sentences too.
 */
export function readLine(line: string, around: Surroundings): Meaning | null {
  const text = line.trim()
  const [, keyword = '', rest = ''] = /^([A-Za-z]{4,10})\s*[:：]\s*(\S[\s\S]*)$/.exec(text) ?? [] // SCR1
  if (/^action$/i.test(keyword)) return action(rest, around)
  if (/^(decision|resolved|resolution)$/i.test(keyword)) return { kind: 'decision', text: rest }
  const label = findingKeywords.find((each) => each.toUpperCase() === keyword) // SCR2
  if (label) return { kind: 'finding', label, text: rest }
  return attendance(text, around) ?? queue(text, around) ?? correction(text)
}

function mention(words: string, people: readonly Named[]): Mention {
  const match = matchPerson(words, people)
  return { words: words.trim(), id: match.kind === 'one' ? match.id : null, isUnclear: match.kind === 'several' }
}

/** `<name> to <what> by <date>`, or `<name>: <what> - due <date>`. SCR5: whatever is not understood stays in the words of the action. */
function action(rest: string, { people, today }: Surroundings): Meaning {
  const { words, due, hint: aboutDate } = dueOf(rest, today)
  const made = { kind: 'action', what: words, ownerId: null, due, unknown: null } as const
  const splits = [...splitsAt(words, /\s+to\s+/g), ...splitsAt(words, /\s*[:：]\s+|：/g).slice(0, 1)]
  for (const [who, what] of splits) {
    const { id, isUnclear } = mention(who, people)
    if (id !== null) return { ...made, ownerId: id, what, hint: aboutDate }
    if (isUnclear) return { ...made, hint: aboutDate || `${who} can be more than one person here. The action has no owner yet.` } // SCR5
  }
  const [who = '', what = ''] = splits[0] ?? []
  if (isSeveral(who, people)) return { ...made, hint: 'An action has one owner. It has none yet.' }
  if (!looksLikeName(who)) return { ...made, hint: aboutDate }
  return { ...made, unknown: { name: who, what }, hint: aboutDate || `Nobody here is called ${who}.` }
}

function isSeveral(words: string, people: readonly Named[]): boolean {
  const parts = words.split(/\s*(?:,|、|&|\/|\band\b)\s*/)
  return parts.length > 1 && parts.every((part) => mention(part, people).id !== null)
}

/** Every way to part the words in two at the pattern. */
function splitsAt(words: string, pattern: RegExp): [string, string][] {
  return [...words.matchAll(pattern)]
    .map((found): [string, string] => [words.slice(0, found.index).trim(), words.slice(found.index + found[0].length).trim()])
    .filter(([before, after]) => before !== '' && after !== '' && before.split(/\s+/).length <= 5)
}

/** The date at the end, after `by` or `due`; the words without it. Words behind `by` that are no date stay. */
function dueOf(rest: string, today: string): { readonly words: string; readonly due: string | null; readonly hint: string } {
  const patterns = [
    /\s*[-–—,;]\s*due:?\s+([^-–—]\S*(?:\s+\S+){0,4})$/i,
    /\s*[([]due:?\s+([^)\]]+)[)\]]$/i,
    /\s+by\s+(?!.*\sby\s)(.+)$/i,
  ]
  const text = /\d\.\s?\d{1,2}\.$/.test(rest) ? rest : rest.replace(/[.。]$/, '')
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (!found) continue
    const reading = readDate(found[1] ?? '', today)
    if (reading.kind === 'wrong') return { words: rest, due: null, hint: `${reading.why}. The action has no date yet.` } // SCR4
    const words = text.slice(0, found.index).trim()
    // Only a date: the line says nothing else.
    if (reading.kind === 'date' && words !== '' && !/\s(?:to|[:：])$/i.test(words)) return { words, due: reading.date, hint: '' }
  }
  return { words: rest, due: null, hint: '' }
}

const attendanceWords: Readonly<Record<string, Attendance>> = {
  'present+': 'present',
  'present-': 'left',
  'late+': 'late',
  'left+': 'left',
  'regrets+': 'regrets',
  'regrets-': 'expected',
}

function attendance(text: string, { people }: Surroundings): Meaning | null {
  const [, word = '', rest = ''] = /^((?:present|late|left|regrets)[+-])\s*:?(?:\s+(.*))?$/is.exec(text) ?? []
  const came = attendanceWords[word.toLowerCase()]
  return came ? { kind: 'attendance', attendance: came, people: mentions(rest, people) } : null
}

/** Names with commas between them; blanks alone part them only when every word names somebody. */
export function mentions(words: string, people: readonly Named[]): Mention[] {
  return words
    .split(/[,、;،]|\s(?:and|&)\s/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const whole = mention(part, people)
      const parts = part.split(/\s+/).map((each) => mention(each, people))
      return whole.id === null && parts.length > 1 && parts.every(({ id }) => id !== null) ? parts : [whole]
    })
}

/** `q+ <name> to say <what>`; `q+ to say <what>` and `q+` are for whoever writes. */
function queue(text: string, { people }: Surroundings): Meaning | null {
  const [, sign, rest = ''] = /^q([+-])\s*:?(?:\s+(.*))?$/is.exec(text) ?? []
  if (sign === undefined) return null
  const [, who = '', what = ''] = /^(.*?)(?:(?:^|\s+)to\s+(.+))?$/s.exec(rest.trim()) ?? []
  const person = who.trim() === '' ? null : mention(who, people)
  return sign === '+' ? { kind: 'queue', person, text: what } : { kind: 'unqueue', person }
}

/** `s/old/new/`, `g` for every place; `\/` and `\\` stand for the signs themselves. */
function correction(text: string): Meaning | null {
  const [found, old = '', by = '', flag = ''] = /^s\/((?:[^/\\]|\\.)+)\/((?:[^/\\]|\\.)*)\/(g?)$/s.exec(text) ?? []
  if (found === undefined) return null
  const plain = (escaped: string) => escaped.replace(/\\([/\\])/g, '$1')
  return { kind: 'correct', old: plain(old), new: plain(by), isEverywhere: flag === 'g' }
}
