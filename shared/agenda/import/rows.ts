import { itemKinds } from '../item'
import { DEEPEST_LEVEL } from '../outline'
import type { DraftItem, LeftOut } from './draft'
import { isStruck, shield } from './inline'
import { type ItemLine, kindOf, readItem } from './item-line'
import { looksLikeName, type Names, splitNames } from './names'
import { tell } from './scope'
import { agendaRows, pipeTable, type TableRow } from './table'
import { durationMs, spanOf } from './times'
import type { Node } from './tree'

/** A draft before its minutes are worked out from clock times. */
export interface Row extends DraftItem {
  readonly endsAt: number | null
  /** Its title only says that it is over. */
  readonly isEnd: boolean
}

type Leave = (out: LeftOut) => void

const placeholder =
  /^[*_\s]*(?:add (?:your|more)\b.*|your (?:item|topic|agenda)s?\b.*|tb[dac]|n\/?a|none|\.{2,}|\u2026|\(?more\)?|agenda item \d*)[*_\s.]*$/i
const onlyEnd = /^(?:the\s+)?(?:end|close|adjourn(?:ment|ed)?|finish)(?:\s+of\s+(?:the\s+)?(?:meeting|review|day|session))?$/i
const aboutMeeting =
  /^(?:date(?: ?& ?time| and time)?|times?|when|where|locations?|venue|place|room|video(?: conference)?(?: link)?|zoom|meet|teams|call|dial[- ]?in|phone|passwords?|passcode|meeting id|recordings?|video recording|live notes|notes|calendar|chairs?|host|scribes?|note[- ]?takers?|facilitators?|attendees|participants|present|apologies|regrets|absent)\s*:/i
const ofParent =
  /^(presenters?|presented by|speakers?|leads?|led by|owners?|who|by|time|duration|length|minutes|start)\s*:\s*(.{1,80})$/i

/** The rows of a tree of headings, list items, tables and lines. */
export function rowsOfTree(nodes: readonly Node[], names: Names, isAgenda: boolean, leave: Leave): Row[] {
  const all = flat(nodes)
  const hasList = all.some(({ sort }) => sort === 'item' || sort === 'table')
  const read = new Map(all.map((node) => [node, readItem(node.text, names)]))
  const hasTime = (node: Node): boolean => {
    const line = read.get(node)
    return line !== undefined && !line.isLink && (line.plannedMs !== null || line.span !== null)
  }
  /** Somebody who gives minutes gives them to items, not to what is said of them. */
  const isTimed = all.filter((node) => node.sort !== 'plain' && hasTime(node)).length > 0

  function rowsOf(list: readonly Node[], level: number): Row[] {
    return list.flatMap((node) => {
      const line = read.get(node)
      const why = whyNot(node, line)
      if (!line || why) {
        if (why) tell(node, why, leave)
        return []
      }
      if (node.sort === 'table') return tableOf(node, level)
      const { own, others } = detailsOf(node, line)
      const { under, rest } = split(node, own, others)
      const rows = rowsOf(under, Math.min(DEEPEST_LEVEL, level + 1))
      for (const child of rest) tell(child, read.get(child)?.isLink ? 'link' : 'detail', leave)
      const isBare = node.sort === 'heading' && rows.length === 0
      if (isBare && hasList && !hasTime(node)) {
        leave({ line: node.line, text: node.text, why: 'heading' })
        return []
      }
      return [{ ...draft(node.line, own, level), level }, ...rows]
    })
  }

  function whyNot(node: Node, line: ItemLine | undefined): LeftOut['why'] | null {
    if (node.sort === 'reference' || (line?.isLink && node.sort !== 'item')) return 'link'
    if (node.sort === 'quote') return 'text'
    if (node.sort === 'table') return null
    if (!line || !/[\p{L}\p{N}\p{Co}]/u.test(line.shielded)) return 'empty'
    if (placeholder.test(line.shielded)) return 'place'
    if (isStruck(shield(node.text).text)) return 'struck'
    if (aboutMeeting.test(line.shielded)) return 'about'
    if (line.isLink && !isAgenda) return 'link'
    // Among lists, lines of text are text; those that begin with a time are items all the same.
    if (node.sort === 'plain' && hasList && line.span === null) return 'text'
    if (node.sort === 'plain' && !hasTime(node) && (line.title.length > 160 || /[.!?]\s+\p{Lu}/u.test(line.title))) return 'text'
    return null
  }

  function tableOf(node: Node, level: number): Row[] {
    const rows = agendaRows(pipeTable(node.rows))
    if (!rows) {
      tell(node, 'text', leave)
      return []
    }
    return rowsOfTable(rows, names, leave).map((row) => ({ ...row, level: Math.min(DEEPEST_LEVEL, row.level + level) }))
  }

  /** Lines under an item that say who and how long, and all others. */
  function detailsOf(node: Node, line: ItemLine): { readonly own: ItemLine; readonly others: readonly Node[] } {
    let own = line
    const others = node.children.filter((child) => {
      const [, label = '', value = ''] =
        child.children.length > 0 ? [] : (ofParent.exec(child.text.replace(/\*\*|__/g, '')) ?? [])
      if (label === '') return true
      const timed = /^(?:time|duration|length|minutes|start)/i.test(label)
      if (timed && own.plannedMs === null) own = { ...own, plannedMs: minutesOf(value), span: own.span ?? spanOf(value) }
      else if (!timed && own.presenter === '') own = { ...own, presenter: nameIn(value, names) }
      return false
    })
    return { own, others }
  }

  /** Which of the nodes under one are items of their own. */
  function split(
    node: Node,
    own: ItemLine,
    others: readonly Node[],
  ): { readonly under: readonly Node[]; readonly rest: readonly Node[] } {
    const candidates = others.filter(
      (child) => !(read.get(child)?.isLink ?? false) && child.sort !== 'reference' && child.sort !== 'quote',
    )
    const isUnder =
      candidates.some(
        (child) => child.sort === 'heading' || child.sort === 'table' || (child.sort === 'item' && hasTime(child)),
      ) ||
      (own.plannedMs === null && (node.sort === 'heading' || !isTimed || candidates.some(({ isNumbered }) => isNumbered)))
    const under = isUnder
      ? candidates.filter((child) => node.sort === 'heading' || child.sort !== 'plain' || node.sort === 'plain')
      : []
    return { under, rest: others.filter((child) => !under.includes(child)) }
  }

  return rowsOf(nodes, 0)
}

function draft(line: number, read: ItemLine, level: number): Row {
  return {
    line,
    title: read.title,
    level,
    kind: read.kind ?? kindOf(read.title),
    presenter: read.presenter,
    plannedMs: read.plannedMs,
    startsAt: read.span?.startsAt ?? null,
    endsAt: read.span?.endsAt ?? null,
    internal: read.internal,
    isEnd: onlyEnd.test(read.shielded),
  }
}

/** The rows of a table with columns for title, who and how long. */
export function rowsOfTable(rows: readonly TableRow[], names: Names, leave: Leave): Row[] {
  return rows.flatMap((row) => {
    const read = readItem(row.title, names)
    if (read.title === '' || placeholder.test(read.shielded)) {
      if (row.text.replaceAll('|', '').trim() !== '') leave({ line: row.line, text: row.text.slice(0, 200), why: 'place' })
      return []
    }
    const start = spanOf(row.start)
    const made = draft(row.line, read, row.level)
    const kind = itemKinds.find((each) => each === row.kind)
    return [
      {
        ...made,
        kind: kind ?? made.kind,
        presenter: row.presenter === '' ? made.presenter : nameIn(row.presenter, names),
        plannedMs: durationMs(row.minutes) ?? made.plannedMs,
        startsAt: start?.startsAt ?? made.startsAt,
        endsAt: spanOf(row.end)?.startsAt ?? start?.endsAt ?? made.endsAt,
      },
    ]
  })
}

const minutesOf = (value: string): number | null => durationMs(/^\d{1,4}$/.test(value.trim()) ? `${value} min` : value)

function nameIn(value: string, names: Names): string {
  const [first = ''] = splitNames(
    value
      .replace(/\(.*?\)/g, '')
      .replace(/[*_`]/g, '')
      .trim(),
  )
  return names.find(first) ?? (looksLikeName(first) ? first.replace(/^@/, '') : '')
}

function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)])
}
