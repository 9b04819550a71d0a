import type { Collection } from '../review/fields'
import type { Person } from '../review/people'
import { importAgenda } from './import/import-agenda'
import { kindOf } from './import/item-line'
import type { AgendaItem } from './item'
import { outlineOf, type OutlineRow, plannedMsAt } from './outline'

/** What a line of the agenda says beside its title. */
interface Said {
  /** Clock time, '' for none. */
  readonly clock: string
  readonly plannedMs: number
  readonly presenter: string
}

type Escape = (text: string) => string

const asIs: Escape = (text) => text
const marked: Escape = (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
/** Signs by number: no word is left that could mean something. */
const numbered: Escape = (text) => [...text].map((sign) => (sign === ' ' ? sign : `&#${sign.codePointAt(0) ?? 0};`)).join('')

/**
 * AGN11: the agenda as Markdown, with numbers, clock times, minutes and presenters; imported again it gives the same items.
 * @param clockOf the clock time of an item, '' for none.
 */
export function agendaMarkdown(
  agenda: Collection<AgendaItem>,
  people: Collection<Person>,
  clockOf: (itemId: string) => string,
): string {
  const rows = outlineOf(agenda)
  const names = Object.values(people).map(({ name }) => name)
  const lines = rows.map((row, at) => {
    const presenter = row.item.presenterId === null ? '' : oneLine(people[row.item.presenterId]?.name ?? '')
    // A section starts with its first item.
    const first = rows.slice(at).find(({ isSection }) => !isSection)?.item.id ?? row.item.id
    const line = lineOf(row, { clock: clockOf(first), plannedMs: plannedMsAt(rows, at), presenter }, names)
    return row.level === 0 ? `${row.number}. ${line}` : `${'   '.repeat(row.level)}- ${row.number} ${line}`
  })
  return `## Agenda\n\n${lines.join('\n')}\n`
}

/** The plainest line that is read again as what it says. */
function lineOf({ item }: OutlineRow, said: Said, names: readonly string[]): string {
  const title = oneLine(item.title)
  const written = (escape: Escape, by: string): string => {
    const kind = item.kind === kindOf(title) ? '' : item.kind
    const minutes = said.plannedMs % 60_000 === 0 ? `${said.plannedMs / 60_000} min` : `${said.plannedMs / 1000} s`
    const presenter = said.presenter === '' ? '' : by + escape(said.presenter)
    const parts = [said.clock, minutes, presenter, kind, item.internal ? 'internal' : '']
    return `${escape(title)} (${parts.filter(Boolean).join(', ')})`
  }
  const isRead = (line: string): boolean => {
    const { items } = importAgenda(`1. ${line}`, names) // AGN11
    const [read] = items
    return (
      items.length === 1 &&
      read?.title === title &&
      read.presenter === said.presenter &&
      read.plannedMs === said.plannedMs &&
      read.kind === item.kind &&
      read.internal === item.internal
    )
  }
  return [written(asIs, ''), written(marked, 'by ')].find(isRead) ?? written(numbered, 'by ')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
