import type { AgendaItem } from '../item'
import { itemKinds } from '../item'
import { isOnlyLinks, shield, words } from './inline'
import { looksLikeName, type Names, splitNames } from './names'
import { DURATION, durationMs, SPAN, type Span, spanOf } from './times'

/** What one line says of an item. */
export interface ItemLine {
  readonly title: string
  /** The same with what Markdown protects still behind signs, for patterns. */
  readonly shielded: string
  /** The kind that is written beside the minutes; null: what the title suggests. */
  readonly kind: AgendaItem['kind'] | null
  readonly presenter: string
  readonly plannedMs: number | null
  readonly span: Span | null
  readonly internal: boolean
  readonly isLink: boolean
}

interface Reading {
  kind: AgendaItem['kind'] | null
  presenter: string
  others: string[]
  plannedMs: number | null
  span: Span | null
  internal: boolean
}

const BETWEEN = String.raw`\s*[-\u2013\u2014:|\u00b7,;]*\s*`
const leadNumber =
  /^(?:\[[ xX]?\]\s*)?(?:(?:item|topic|point|top)\s+)?(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)]|[a-zA-Z][.)])\s+(?=\S)/i
const leadBox = /^\[[ xX]?\]\s+/
const leadSpan = new RegExp(String.raw`^[([]?(${SPAN})[)\]]?(?![\p{L}\d:.]\S)${BETWEEN}(?=\S)`, 'iu')
const leadDuration = new RegExp(String.raw`^[([]?(${DURATION})[)\]]?(?![\p{L}\d])${BETWEEN}(?=\S)`, 'iu')
const tailDuration = new RegExp(String.raw`(?:\s*[-\u2013\u2014:|,;]\s*|\s+for\s+|\s+)(${DURATION})\.?$`, 'iu')
const tailSpan = new RegExp(String.raw`(?:\s*[-\u2013\u2014|,;@]\s*|\s+at\s+)(${SPAN})$`, 'iu')
const tailLabelled =
  /(?:\s*[-\u2013\u2014|,;.]\s*|\s+)(?:presenters?|presented by|speakers?|leads?|led by|owners?|facilitators?|who|responsible)\s*:\s*(.{1,80})$/iu
const tailName = /(?:\s+[-\u2013\u2014|]\s+|:\s+|\s+by\s+)([^-\u2013\u2014|:]{1,60})$/u
const tailHandle = /\s+(@[\w-]{2,39})$/u
const leadName = /^([^:]{2,60}):\s+(?=\S)/u
/** Said of the time of an item without telling it. */
const whenTime = /^(?:(?:the )?(?:remaining|rest of the) time|(?:if )?time permit(?:s|ting)|if (?:any )?time .*)$/i
/** Groups in brackets, the last of which may have lost its end. */
const groups = /[([]([^()[\]]{1,300})(?:[)\]]|$)/gu

/** Reads one line: title, who, how long, when. Never throws; what is not understood stays in the title. */
export function readItem(line: string, names: Names): ItemLine {
  const { text: shielded, open } = shield(line)
  const found: Reading = { kind: null, presenter: '', others: [], plannedMs: null, span: null, internal: false }
  let rest = words(shielded).replace(leadNumber, '').replace(leadBox, '')
  rest = take(rest, leadSpan, (text) => setSpan(found, text))
  let isTold = false
  for (const group of [...rest.matchAll(groups)].reverse()) {
    const isAtEnd = rest.slice(group.index + group[0].length).trim().length < 3
    const left = readGroup(group[1] ?? '', found, names, open, { isTold, isAtEnd })
    if (left === null) continue
    isTold = true
    rest = `${rest.slice(0, group.index)}${left === '' ? '' : `(${left})`}${rest.slice(group.index + group[0].length)}`.replace(
      /\s+([.,:;])/g,
      '$1',
    )
  }
  rest = rest.trim()
  // Where brackets tell the minutes, other figures belong to the title.
  if (found.plannedMs === null) {
    rest = take(rest, leadDuration, (text) => setDuration(found, text))
    if (found.plannedMs === null) rest = take(rest, tailDuration, (text) => setDuration(found, text))
    if (found.span === null) rest = take(rest, tailSpan, (text) => setSpan(found, text))
  }
  if (found.presenter === '') rest = readName(rest, found, names, open)
  const others = found.others.length > 0 ? ` (with ${found.others.join(', ')})` : ''
  const title = tidy(rest)
  return {
    shielded: title,
    title: (open(title) + others).replace(/\s+/g, ' ').trim(),
    kind: found.kind,
    presenter: found.presenter,
    plannedMs: found.plannedMs,
    span: found.span,
    internal: found.internal,
    isLink: isOnlyLinks(shielded),
  }
}

/** Cuts out what the pattern finds, when `use` takes it. */
function take(text: string, pattern: RegExp, use: (found: string) => boolean): string {
  const match = pattern.exec(text)
  if (!match || !use(match[1] ?? '')) return text
  const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim()
  return rest
}

function setSpan(found: Reading, text: string): boolean {
  const span = spanOf(text)
  if (span) found.span ??= span
  return span !== null
}

function setDuration(found: Reading, text: string): boolean {
  const ms = durationMs(text)
  if (ms !== null) found.plannedMs ??= ms
  return ms !== null
}

/** Reads `15 min, Ada`; answers what of it is neither minutes nor name, or null when it tells nothing and stays in the title. */
function readGroup(
  group: string,
  found: Reading,
  names: Names,
  open: (text: string) => string,
  { isTold, isAtEnd }: { readonly isTold: boolean; readonly isAtEnd: boolean },
): string | null {
  const parts = group.split(/\s*[,;]\s*/u).filter(Boolean)
  const loose: string[] = []
  let tells = false
  const told: Reading = { ...found, others: [...found.others] }
  for (const part of parts) {
    if (told.plannedMs === null && setDuration(told, part)) tells = true
    else if (told.span === null && isAtEnd && setSpan(told, part)) tells = true
    else if (/^internal$/i.test(part)) told.internal = true
    else if (whenTime.test(part)) {
      tells = true
      loose.push(part)
    } else if (told.kind === null && (itemKinds as readonly string[]).includes(part.toLowerCase()))
      told.kind = part.toLowerCase() as AgendaItem['kind']
    else {
      const before = told.plannedMs
      const rest =
        before === null
          ? take(
              take(part, leadDuration, (text) => setDuration(told, text)),
              tailDuration,
              (text) => setDuration(told, text),
            )
          : part
      if (told.plannedMs !== before) tells = true
      loose.push(rest)
    }
  }
  if (!tells && isTold && told.presenter !== '') return null
  const people = loose.flatMap((part) => (/^by\s/i.test(part) ? [part.replace(/^by\s+/i, '')] : splitNames(part)))
  const all = people.map((written) => ({ written, known: names.find(open(written)) }))
  // Without a time beside it only a name that is known is one, or on a line with a time two words that look like one.
  const isTimed = found.plannedMs !== null || found.span !== null
  const isName = ({ written, known }: (typeof all)[number]) =>
    known !== null ||
    /^@/.test(written) ||
    (tells
      ? looksLikeName(open(written)) || /^by\s/i.test(loose[0] ?? '')
      : isTimed && / /.test(written) && looksLikeName(open(written)))
  if (!tells && !(all.length > 0 && all.every(isName))) return null
  const who = all.filter(isName)
  if (told.presenter === '') {
    const [first, ...more] = who.map(({ written, known }) => known ?? open(written).replace(/^@/, ''))
    told.presenter = first ?? ''
    told.others.push(...more)
  }
  Object.assign(found, told)
  return all
    .filter((person) => !who.includes(person))
    .map(({ written }) => written)
    .filter((words) => !/^et al\.?$/i.test(words))
    .join(', ')
}

/** A presenter at the end after a dash or a label, or before a colon. */
function readName(text: string, found: Reading, names: Names, open: (text: string) => string): string {
  const set = (isSure: boolean) => (written: string) => {
    const [first, ...more] = splitNames(written).map(
      (name) => names.find(open(name)) ?? (isSure && looksLikeName(open(name)) ? open(name) : null),
    )
    if (!first || more.includes(null)) return false
    found.presenter = first.replace(/^@/, '')
    found.others.push(...more.flatMap((name) => name ?? []))
    return true
  }
  let rest = take(text, tailLabelled, set(true))
  if (found.presenter === '') rest = take(rest, tailHandle, set(true))
  if (found.presenter === '') rest = take(rest, tailName, set(false))
  if (found.presenter === '') rest = take(rest, leadName, set(false))
  return rest
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/[\s,;:]+([.,;:])(?=\s|$)/g, '$1')
    .replace(/^[\s\-\u2013\u2014|,;:]+(?=[^\s])|[\s\-\u2013\u2014|,;:]+$/gu, '')
    .trim()

const kindsByTitle: readonly (readonly [RegExp, AgendaItem['kind']])[] = [
  [/^(?:(?:coffee|lunch|tea|short|comfort)\s+)?break\b|^(?:lunch|coffee|pause|recess)$/i, 'break'],
  [/\b(?:decisions?|decide|vote|voting|approval|approve|ratify|go\/no-go)\b/i, 'decision'],
  [/\b(?:action items|follow-?ups?|next steps|wrap-?up|closing)\b/i, 'follow-up'],
  [/\b(?:demo|presentation|present|walk-?through|overview)\b/i, 'presentation'],
  [/\b(?:introductions?|opening|welcome|announcements?|reminder|updates?|status|housekeeping)\b/i, 'information'],
]

/** What kind of item a title suggests. */
export function kindOf(title: string): AgendaItem['kind'] {
  return kindsByTitle.find(([pattern]) => pattern.test(title))?.[1] ?? 'discussion'
}
