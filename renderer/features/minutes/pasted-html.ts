import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { nestLists } from './pasted-lists'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Elements of which nothing is text for people. */
const dropped = new Set(
  ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'head', 'title'].concat([
    'link',
    'meta',
    'base',
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'audio',
    'video',
    'source',
    'img',
    'xml',
  ]),
)
/** Elements that mean something in the minutes; of others only what is in them is kept. */
const kept = new Set(
  ['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'div', 'span'].concat([
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'td',
    'th',
    'colgroup',
    'col',
    'a',
    'b',
    'strong',
    'i',
    'em',
    's',
    'del',
    'u',
  ]),
)
const attributes = new Set(['href', 'alt', 'colspan', 'rowspan', 'start'])

/**
 * MIN7: pasted HTML with nothing in it that runs, loads or is a policy's business; read apart from the page, because even a document that is
 * never shown has the browser look at its handlers and styles. What an editor of ours copied keeps its `data-` attributes.
 */
export function cleanedHtml(html: string): string {
  const fragment = parseFragment(html)
  nestLists(fragment)
  clean(fragment)
  return serialize(fragment)
}

/** Elements in each other. Below, only text is taken: no stack is deep enough for everything, and a paste that fails is done by the browser. */
const DEEPEST = 200

function clean(parent: Parent, depth = 0): void {
  parent.childNodes = parent.childNodes.flatMap((node) =>
    depth < DEEPEST ? cleaned(node, parent, depth) : textsIn(node, parent),
  )
}

function textsIn(node: Node, parent: Parent): Node[] {
  const texts: Node[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === '#text') texts.push(Object.assign(next, { parentNode: parent }))
    else if ('tagName' in next && !dropped.has(next.tagName))
      for (const child of next.childNodes.toReversed()) waiting.push(child)
  }
  return texts
}

function cleaned(node: Node, parent: Parent, depth: number): Node[] {
  if (node.nodeName === '#text') return [node]
  if (!('tagName' in node)) return []
  const isOwn = node.attrs.some(({ name }) => name.startsWith('data-'))
  if (dropped.has(node.tagName) && !(node.tagName === 'img' && isOwn)) return []
  if (isFiller(node)) return []
  clean(node, depth + 1)
  const marked = withMarks(node)
  if ((!kept.has(node.tagName) && !isOwn) || isHollow(node))
    return marked.map((child) => Object.assign(child, { parentNode: parent }))
  node.childNodes = marked
  node.tagName = node.nodeName = levels[node.tagName] ?? node.tagName
  node.attrs = node.attrs.filter(({ name }) => attributes.has(name) || name.startsWith('data-'))
  return [node]
}

/** The minutes have two levels of headings below that of the item. */
const levels: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' }

/** Some programs put everything into a bold element that is not bold. */
function isHollow({ tagName, attrs }: Element): boolean {
  return (
    tagName === 'b' && attrs.some(({ name, value }) => name === 'style' && /(?<![\w-])font-weight:\s*(normal|400)/i.test(value))
  )
}

const block = /^(?:p|h[1-6]|ul|ol|table|blockquote|pre|div|hr)$/

/** What stands for an empty line: paragraphs do not need it. */
function isFiller(node: Element): boolean {
  if (node.tagName === 'o:p') return isBlank(node)
  if (node.tagName === 'p') return node.childNodes.some((child) => child.nodeName === 'o:p') && isBlank(node)
  if (node.tagName !== 'br') return false
  const around = (step: 1 | -1): string => {
    const siblings = node.parentNode?.childNodes ?? []
    let at = siblings.indexOf(node) + step
    while (siblings[at] && isSpace(siblings[at])) at += step
    return siblings[at]?.nodeName ?? ''
  }
  return [around(-1), around(1)].some((name) => block.test(name))
}

function isSpace(node: Node | undefined): boolean {
  return node !== undefined && (node.nodeName === '#comment' || ('value' in node && node.value.trim() === ''))
}

function isBlank(node: Element): boolean {
  return textsIn(node, node).every((text) => 'value' in text && text.value.trim() === '')
}

/** Other programs say bold, italic and struck by style. */
const marks = [
  ['strong', /(?<![\w-])font-weight:\s*(bold|[6-9]00)/i],
  ['em', /(?<![\w-])font-style:\s*italic/i],
  ['s', /(?<![\w-])text-decoration[a-z-]*:[^;]*line-through/i],
] as const

function withMarks(element: Element): Node[] {
  const style = element.attrs.find(({ name }) => name === 'style')?.value ?? ''
  return marks.reduce<Node[]>((inside, [tagName, says]) => {
    if (!says.test(style) || inside.length === 0) return inside
    const [wrapped] = parseFragment(`<${tagName}></${tagName}>`).childNodes as [Element]
    wrapped.childNodes = inside
    return [wrapped]
  }, element.childNodes)
}
