import type { LeftOut } from './draft'
import { shield, words } from './inline'
import type { Listed } from './names'
import { peopleRows, personOf, pipeTable } from './table'
import type { Node } from './tree'

export interface Scope {
  readonly nodes: readonly Node[]
  readonly people: readonly Listed[]
  /** The text says itself that this is the agenda. */
  readonly isAgenda: boolean
}

const agenda = /\b(?:agenda|programme|program|schedule|running order|topics|tagesordnung|ordre du jour|orden del d[ií]a)\b/i
const noAgenda = /\b(?:guidelines?|rules|how to|template|example|previous|next)\b/i
const ofPeople =
  /^(?:attendees?|attendance|participants?|present|presents|in attendance|invite(?:es|d)|apologies|regrets|absent|members|who|people|roles|panel members)\b/i
/** Parts around an agenda, also inside its own part. */
const around =
  /^(?:(?:physical )?locations?|venue|where|when|logistics|dial[- ]?in.*|how to (?:join|attend).*|joining.*|links?|resources?|references?|further reading|see also|related|materials|documents|attachments?|.*guidelines?|code of conduct|licen[cs]e|copyright|disclaimer|recordings?|minutes|notes|meeting notes|contents|table of contents|about|contacts?|footnotes?)$/i
/** Parts that stand beside an agenda and may also be one of its items. */
const beside =
  /^(?:action items|actions|background|context|purpose|goals?|objectives?|outcomes?|decisions?|preparation|pre-?read(?:ing)?s?|introduction)$/i

const plain = (text: string): string =>
  words(shield(text).text)
    .replace(/~~?|[^\p{L}\p{N}&'\u2019() -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The part of a document that is its agenda, and the people it names elsewhere. Headings, attendees, links and the like stay out. */
export function scopeOf(tree: readonly Node[], leave: (out: LeftOut) => void): Scope {
  const people: Listed[] = []
  gatherPeople(tree, people)
  const candidates = headingsOf(tree).filter(({ text }) => agenda.test(plain(text)) && !noAgenda.test(plain(text)))
  const chosen =
    candidates
      .filter((node) => /agenda/i.test(node.text) && size(node.children) > 0)
      .sort((left, right) => right.depth - left.depth || size(right.children) - size(left.children))[0] ??
    candidates.filter((node) => size(node.children) > 0)[0]
  if (!chosen) return { nodes: unwrapped(without(tree, false, leave), leave), people, isAgenda: false }
  leaveAround(tree, chosen, leave)
  return { nodes: without(chosen.children, true, leave), people, isAgenda: true }
}

function headingsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.sort === 'heading' ? [node, ...headingsOf(node.children)] : []))
}

/** How many nodes that may be items are in it. */
function size(nodes: readonly Node[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum + (node.sort === 'heading' ? size(node.children) : node.sort === 'quote' || node.sort === 'reference' ? 0 : 1),
    0,
  )
}

function gatherPeople(nodes: readonly Node[], people: Listed[], isList = false): void {
  for (const node of nodes) {
    if (node.sort === 'table') people.push(...(peopleRows(pipeTable(node.rows)) ?? []))
    else if (node.sort === 'heading') gatherPeople(node.children, people, ofPeople.test(plain(node.text)))
    else if (isList && node.sort === 'item') {
      const person = personOf(node.text)
      if (person) people.push(person)
    }
  }
}

/** Nodes without the parts that are no agenda; their lines are told. */
function without(nodes: readonly Node[], isWithin: boolean, leave: (out: LeftOut) => void): Node[] {
  return nodes.flatMap((node) => {
    if (node.sort !== 'heading') return [node]
    const title = plain(node.text)
    const why = ofPeople.test(title) ? 'people' : around.test(title) || (!isWithin && beside.test(title)) ? 'about' : null
    if (why !== null) {
      tell(node, why, leave)
      return []
    }
    const children = without(node.children, isWithin, leave)
    return [{ ...node, children }]
  })
}

/** A heading that holds everything is the document's title, not a section. */
function unwrapped(nodes: readonly Node[], leave: (out: LeftOut) => void): readonly Node[] {
  const headings = nodes.filter(({ sort }) => sort === 'heading')
  const [only] = headings
  if (!only || headings.length > 1 || only.depth > 6 || only.children.length === 0) return nodes
  leave({ line: only.line, text: only.text, why: 'heading' })
  return [...nodes.filter((node) => node !== only), ...unwrapped(only.children, leave)]
}

function leaveAround(nodes: readonly Node[], chosen: Node, leave: (out: LeftOut) => void): void {
  for (const node of nodes) {
    if (node === chosen) leave({ line: node.line, text: node.text, why: 'heading' })
    else if (headingsOf([node]).includes(chosen)) {
      leave({ line: node.line, text: node.text, why: 'heading' })
      leaveAround(node.children, chosen, leave)
    } else tell(node, ofPeople.test(plain(node.text)) ? 'people' : node.sort === 'reference' ? 'link' : 'about', leave)
  }
}

/** Leaves a node out with all under it. */
export function tell(node: Node, why: LeftOut['why'], leave: (out: LeftOut) => void): void {
  leave({ line: node.line, text: node.text.slice(0, 200), why })
  for (const row of node.rows.slice(1)) leave({ line: row.number, text: row.text.trim().slice(0, 200), why })
  for (const child of node.children) tell(child, why, leave)
}
