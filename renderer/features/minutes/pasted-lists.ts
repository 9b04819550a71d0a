import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** A paragraph or item that other programs show as part of a list. */
interface Entry {
  readonly level: number
  readonly kind: 'ul' | 'ol'
  readonly start: number
  readonly content: Node[]
}

const isElement = (node: Node | undefined): node is Element => node !== undefined && 'tagName' in node
const isList = (node: Node): node is Element => node.nodeName === 'ul' || node.nodeName === 'ol'
const attribute = (element: Element, name: string): string => element.attrs.find((each) => each.name === name)?.value ?? ''
const isGap = (node: Node): boolean => node.nodeName === '#comment' || ('value' in node && node.value.trim() === '')

/**
 * MIN9: lists as they are meant: what a text processor writes as paragraphs with a sign before them, and lists that stand in lists
 * without an item, or whose items say their depth themselves. In one walk without recursion, because foreign nesting has no end.
 */
export function nestLists(root: Parent): void {
  const waiting: Parent[] = [root]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    parent.childNodes = grouped(parent)
    for (const child of parent.childNodes) if (isElement(child)) waiting.push(child)
  }
}

function grouped(parent: Parent): Node[] {
  const nodes: Node[] = []
  let entries: Entry[] = []
  let gaps: Node[] = []
  const finish = (): void => {
    if (entries.length > 0) nodes.push(...listsOf(entries, parent))
    nodes.push(...gaps)
    entries = []
    gaps = []
  }
  for (const node of parent.childNodes) {
    const entry = isElement(node) ? paragraphEntry(node) : null
    if (entry) {
      entries.push(entry)
      gaps = []
    } else if (isGap(node)) gaps.push(node)
    else {
      finish()
      const more = isList(node) && isAskew(node) ? entriesIn(node, 1) : null
      if (more) nodes.push(...listsOf(more, parent))
      else nodes.push(node)
    }
  }
  finish()
  return nodes
}

/** `mso-list:l0 level2 lfo1`: the depth is in the style, the sign in a span that is to be ignored. */
function paragraphEntry(node: Element): Entry | null {
  const [, level] = /(?:^|;)\s*mso-list:[^;]*\blevel(\d)/i.exec(attribute(node, 'style')) ?? []
  if (level === undefined || node.tagName !== 'p') return null
  const sign = takeSign(node)
  if (sign === null) return null
  const [, digits] = /^\(?(\d{1,6})[.)]?$/.exec(sign) ?? []
  const isOrdered = digits !== undefined || /^\(?(?:[a-z]{1,6}|\d+(?:\.\d+)+)[.)]$/i.test(sign)
  return { level: Number(level), kind: isOrdered ? 'ol' : 'ul', start: Number(digits ?? 1), content: [bare(node)] }
}

function bare(node: Element): Element {
  node.attrs = []
  return node
}

/** Takes the sign of a list out of its paragraph; null when there is none, and it is a paragraph below an item. */
function takeSign(paragraph: Element): string | null {
  const waiting: Element[] = [paragraph]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const place = node.childNodes.findIndex((child) => isElement(child) && /mso-list:\s*ignore/i.test(attribute(child, 'style')))
    if (place >= 0) return wordsOf(node.childNodes.splice(place, 1)[0] as Element)
    waiting.push(...node.childNodes.filter(isElement).toReversed())
  }
  return null
}

function wordsOf(element: Element): string {
  let words = ''
  const waiting: Node[] = [element]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node) words += node.value
    else if (isElement(node)) waiting.push(...node.childNodes.toReversed())
  }
  return words.trim()
}

/** Whether a list has lists for children, or items deeper than it stands. */
function isAskew(list: Element): boolean {
  return list.childNodes.some((child) => isList(child) || (isElement(child) && Number(attribute(child, 'aria-level')) > 1))
}

const DEEPEST = 50

function entriesIn(list: Element, level: number): Entry[] {
  const kind = list.tagName === 'ol' ? 'ol' : 'ul'
  let start = Number(attribute(list, 'start')) || 1
  return list.childNodes.flatMap((child): Entry[] => {
    if (isList(child) && level < DEEPEST) return entriesIn(child, level + 1)
    if (isGap(child)) return []
    const own = isElement(child) ? Number(attribute(child, 'aria-level')) : 0
    const content = isElement(child) && child.tagName === 'li' ? child.childNodes : [child]
    return [{ level: own >= 1 && own <= DEEPEST ? own : level, kind, start: start++, content }]
  })
}

function make(tagName: string, parent: Parent): Element {
  const [element] = parseFragment(`<${tagName}></${tagName}>`).childNodes as [Element]
  element.parentNode = parent
  return element
}

function put(parent: Parent, child: Node): void {
  child.parentNode = parent
  parent.childNodes.push(child)
}

/** Lists in lists, as deep as the entries say, but never two steps at once. */
function listsOf(entries: readonly Entry[], parent: Parent): Node[] {
  const lists: Element[] = []
  const open: { level: number; readonly list: Element }[] = []
  for (const { level, kind, start, content } of entries) {
    while (open.length > 1 && (open.at(-2)?.level ?? 0) >= level) open.pop()
    // Another sign at the same depth begins another list.
    if ((open.at(-1)?.level ?? 0) >= level && open.at(-1)?.list.tagName !== kind) open.pop()
    const last = open.at(-1)
    if (last && last.level >= level) last.level = level
    else {
      const item = last?.list.childNodes.at(-1) as Element | undefined
      const list = make(kind, item ?? parent)
      if (kind === 'ol' && start !== 1) list.attrs = [{ name: 'start', value: String(start) }]
      if (item) put(item, list)
      else lists.push(list)
      open.push({ level, list })
    }
    const list = open.at(-1)?.list as Element
    const item = make('li', list)
    for (const node of content) put(item, node)
    list.childNodes.push(item)
  }
  return lists
}
