import { MOST_ITEMS } from '../agenda/import/draft'
import type { AgendaItem } from '../agenda/item'
import { outlineOf } from '../agenda/outline'
import { type Collection, inOrder } from '../review/fields'
import type { Person } from '../review/people'
import { type ImportLogInput, MOST_PEOPLE, MOST_RECORDS } from './import-log-verb'
import { readLine } from './line'
import { folded, matchPerson } from './names'
import type { LeftOutWhy, LogBlock, ScribeLog } from './read-log'

/** What stands in the minutes: words and who said them ('' for nobody named), or the line of a record, `at` its place among the input's. */
export type PlannedBlock =
  | { readonly kind: 'text'; readonly speaker: string; readonly text: string }
  | { readonly kind: 'action' | 'decision'; readonly at: number }

/** What one section of the minutes gets; both null: the general section. */
export interface PlannedSection {
  readonly title: string
  readonly itemId: string | null
  /** Place among the new items. */
  readonly itemAt: number | null
  readonly blocks: readonly PlannedBlock[]
}

/** A line, or a name in it, that nothing comes of. */
export interface PlanLeftOut {
  readonly line: number
  readonly text: string
  readonly why: LeftOutWhy | 'empty' | 'stranger' | 'unclear'
}

export interface LogPlan {
  readonly input: ImportLogInput
  readonly sections: readonly PlannedSection[]
  /** Whom the log says was there, in words; also those of whom nothing changes. */
  readonly present: readonly string[]
  readonly regrets: readonly string[]
  /** Names that nobody in the review has. */
  readonly strangers: readonly string[]
  /** Lines that become text. */
  readonly lines: number
  readonly leftOut: readonly PlanLeftOut[]
}

export interface PlanAround {
  readonly people: Collection<Person>
  readonly agenda: Collection<AgendaItem>
  /** The day of the meeting, YYYY-MM-DD. */
  readonly today: string
}

type Who = Pick<ImportLogInput['actions'][number], 'ownerId' | 'ownerAt'>
type Where = Pick<ImportLogInput['actions'][number], 'itemId' | 'itemAt'>
interface Section extends Where {
  readonly title: string
  readonly blocks: PlannedBlock[]
}
const nobody: Who = { ownerId: null, ownerAt: null }

/** SCR13, SCR14: what a log that was read brings to this review; nothing is changed yet. */
export function planLog(log: ScribeLog, around: PlanAround, addsPeople: boolean): LogPlan {
  const leftOut: PlanLeftOut[] = [...log.leftOut]
  const people = peopleOf(log, around, addsPeople, leftOut)
  const input: Writable = { ...people.input(), items: [], actions: [], decisions: [] }
  const sections = sectionsFor(around, input)
  let lines = 0

  const say = (section: Section, { speaker, text, line }: LogBlock): void => {
    if (text.trim() === '') return void leftOut.push({ line, text: speaker, why: 'empty' })
    section.blocks.push({ kind: 'text', speaker, text: text.trim() })
    lines += 1
  }
  const put = (section: Section, block: LogBlock): void => {
    const { kind, text } = block
    if (kind === 'text' || text.trim() === '') return say(section, block)
    const { itemId, itemAt } = section
    const all = kind === 'action' ? input.actions : input.decisions
    // More are no records that anybody could work on; their words stay.
    if (all.length >= MOST_RECORDS) return say(section, { ...block, text: `${kind.toUpperCase()}: ${text}` })
    section.blocks.push({ kind, at: all.length })
    if (kind === 'decision') input.decisions.push({ statement: text.trim(), itemId, itemAt })
    else input.actions.push({ ...people.actionOf(text.trim()), itemId, itemAt })
  }
  for (const topic of log.topics) {
    const section = sections.of(topic.title.trim())
    if (section.title !== topic.title.trim() && folded(section.title) !== folded(topic.title))
      say(section, { kind: 'text', speaker: '', text: topic.title, line: topic.line })
    for (const block of topic.blocks) put(section, block)
  }
  return {
    input: { ...input, ...people.input() },
    sections: sections.all(),
    present: people.present,
    regrets: people.regrets,
    strangers: people.strangers,
    lines,
    leftOut: leftOut.sort((left, right) => left.line - right.line),
  }
}

type Writable = { -readonly [Key in keyof ImportLogInput]: ImportLogInput[Key] }

/** SCR13: the section of a topic: the item of that title, else a new one. */
function sectionsFor({ agenda }: PlanAround, input: Writable): { of: (title: string) => Section; all: () => Section[] } {
  const general: Section = { title: '', itemId: null, itemAt: null, blocks: [] }
  const byTitle = new Map<string, Section>([['', general]])
  const keyOf = (title: string): string => folded(title) || title
  for (const { item } of outlineOf(agenda).reverse())
    byTitle.set(keyOf(item.title), { title: item.title, itemId: item.id, itemAt: null, blocks: [] })
  const used = new Set<Section>()
  let last = general
  return {
    of(title) {
      const known = byTitle.get(keyOf(title))
      // An agenda holds no more; what was said stays with the topic before.
      if (!known && input.items.length >= MOST_ITEMS) return last
      last = known ?? { title, itemId: null, itemAt: input.items.length, blocks: [] }
      if (!known) {
        byTitle.set(keyOf(title), last)
        input.items.push({ title })
      }
      used.add(last)
      return last
    },
    all: () => [...used],
  }
}

/** SCR14: who was there, who was not, and who owns what. */
function peopleOf(log: ScribeLog, around: PlanAround, addsPeople: boolean, leftOut: PlanLeftOut[]) {
  const known = inOrder(around.people)
  const added: ImportLogInput['people'] = []
  const roll = new Map<string, 'present' | 'regrets'>()
  const strangers: string[] = []
  const words = { present: [] as string[], regrets: [] as string[] }
  const here = () => [...known, ...added.map(({ name }, at) => ({ id: `new ${at}`, name }))]
  const add = (name: string, attendance: ImportLogInput['people'][number]['attendance']): number => {
    added.push({ name, attendance })
    return added.length - 1
  }
  const meet = (name: string): boolean => {
    if (!strangers.includes(name)) strangers.push(name)
    return addsPeople && added.length < MOST_PEOPLE
  }
  const call = (attendance: 'present' | 'regrets', name: string): void => {
    const match = matchPerson(name, here())
    const leave = (why: PlanLeftOut['why']): void => {
      const line = log.rollLines.find(({ text }) => text.includes(name))?.line ?? 0
      leftOut.push({ line, text: name, why })
    }
    if (match.kind === 'several') return leave('unclear')
    if (match.kind === 'nobody') {
      if (!meet(name)) return leave('stranger')
      add(name, attendance)
      return void words[attendance].push(name)
    }
    const person = around.people[match.id]
    const all = here()
    const full = all.find(({ id }) => id === match.id)?.name ?? name
    if (words.present.includes(full) || words.regrets.includes(full)) return
    words[attendance].push(full)
    // Whom the roll call saw was there, whatever a log says.
    const wasSeen = person && !['expected', attendance === 'present' ? 'regrets' : 'expected'].includes(person.attendance)
    if (person && !wasSeen && person.attendance !== attendance) roll.set(person.id, attendance) // SCR14
  }
  for (const name of [...log.rolls.present, ...log.rolls.chair, ...log.rolls.scribe]) call('present', name)
  for (const name of log.rolls.regrets) call('regrets', name)

  return {
    ...words,
    strangers,
    input: () => ({ people: added, roll: [...roll].map(([personId, attendance]) => ({ personId, attendance })) }),
    actionOf(text: string) {
      const meaning = readLine(`ACTION: ${text}`, { people: here(), today: around.today })
      if (meaning?.kind !== 'action') return { what: text, due: null, ...nobody }
      const { what, due, ownerId, unknown } = meaning
      if (unknown && meet(unknown.name)) return { what: unknown.what, due, ownerId: null, ownerAt: add(unknown.name, 'expected') }
      const at = ownerId !== null && !around.people[ownerId] ? Number(ownerId.slice(4)) : null
      return { what, due, ownerId: at === null ? ownerId : null, ownerAt: at }
    },
  }
}
