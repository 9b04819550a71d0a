import { type FeedbackItem, type Label } from './item'

/** FB12: what would make a text of more use to those who are to act on it. */
export type HintKind = 'person' | 'vague' | 'fragment' | 'place'
export interface Hint {
  readonly kind: HintKind
  readonly words: string
}

type Written = Pick<FeedbackItem, 'label' | 'text' | 'location' | 'requestedChange'>

/** Labels that ask somebody for something; praise, notes, lessons and answers are left alone, and questions may be short. */
const asking: ReadonlySet<Label> = new Set(['suggestion', 'issue', 'risk', 'nitpick', 'ask', 'commitment'])

/**
 * FB12: the first hint that a text gives cause for; null for none, and for whatever is not written in English letters. It is told and never
 * refuses anything. The order is that of weight: whom it hurts, what cannot be acted on, what is no sentence, what cannot be found.
 */
export function hintOf(item: Written): Hint | null {
  const words = wordsOf(item.text)
  if (words.length === 0 || !asking.has(item.label)) return null
  if (isAboutPerson(item.text)) return { kind: 'person', words: 'Say it about the work, not about a person.' }
  if (item.requestedChange.trim() === '') {
    const vague = vagueWord(words, item.text)
    if (vague !== null) return { kind: 'vague', words: `“${vague}” leaves it open: what would be enough?` }
    if (isFragment(words, item.text)) return { kind: 'fragment', words: 'What about it? Say what is wrong or what to do.' }
    const isSpecific = contentOf(words).length > MOST_LEFT || tellsPlace(item.text) || asksChange(words, item.text)
    if (item.label === 'issue' && item.location.trim() === '' && !isSpecific)
      return { kind: 'place', words: 'Where is it, or what should change?' }
  }
  return null
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?/g) ?? []
}

/** Somebody is blamed, not asked: "could you" and "if you" are no blame. */
const blame =
  /\byou(?:['’]re|\s+(?:are|were|did|didn['’]t|do\s+not|don['’]t|have|haven['’]t|never|always|forgot|failed|ignored|missed|just|clearly|obviously|should\s+have|could\s+have|need\s+to\s+learn))\b/i
const judged = /\b(?:lazy|careless|incompetent|sloppy|stupid|clueless|amateurish|dumb|ignorant|unprofessional)\b/i
const asked = /\b(?:could|can|would|will|did|do|have|if|when|how|what|which|why|where)\s+you\b/i

function isAboutPerson(text: string): boolean {
  return judged.test(text) || (blame.test(text) && !asked.test(text))
}

const vagueWords: ReadonlySet<string> = new Set([
  ...['better', 'improve', 'improved', 'improvement', 'improvements', 'nicer', 'nice', 'good', 'great', 'bad', 'poor', 'weird'],
  ...['strange', 'ugly', 'odd', 'wrong', 'clearer', 'somehow', 'stuff', 'thing', 'things', 'something', 'etc', 'sucks', 'meh'],
  ...['optimize', 'optimise', 'enhance', 'polish', 'rethink', 'reconsider', 'confusing', 'insufficient', 'suboptimal', 'messy'],
  ...['appropriate', 'proper', 'properly', 'adequate', 'reasonable', 'robust'],
])
/** Words that say nothing about which part or what to do. */
const empty: ReadonlySet<string> = new Set([
  ...['a', 'an', 'the', 'this', 'that', 'these', 'those', 'it', 'its', 'is', 'are', 'was', 'were', 'be', 'been', 'being', 'am'],
  ...['has', 'have', 'had', 'do', 'does', 'did', 'not', 'no', 'and', 'or', 'but', 'so', 'too', 'very', 'really', 'quite', 'much'],
  ...['more', 'most', 'some', 'any', 'all', 'lot', 'lots', 'bit', 'little', 'should', 'could', 'would', 'must', 'can', 'may'],
  ...['might', 'will', 'need', 'needs', 'needed', 'please', 'make', 'made', 'makes', 'making', 'look', 'looks', 'seem', 'seems'],
  ...['feel', 'feels', 'get', 'gets', 'of', 'in', 'on', 'at', 'to', 'for', 'with', 'by', 'from', 'as', 'there', 'here', 'i'],
  ...[
    'we',
    'they',
    'them',
    'their',
    'our',
    'us',
    'me',
    'my',
    'just',
    'also',
    'still',
    'maybe',
    'perhaps',
    'think',
    'way',
    'work',
  ],
  ...['overall', 'generally', 'whole', 'part', 'parts', 'general', 'give', 'add', 'say', 'what', 'how', 'which', 'when', 'than'],
])
const MOST_LEFT = 2

/** A vague word in a text that has little else; a number makes it exact. */
function vagueWord(words: readonly string[], text: string): string | null {
  if (/\d/.test(text)) return null
  const vague = words.find((word) => vagueWords.has(word))
  if (vague === undefined) return null
  return contentOf(words).length <= MOST_LEFT ? vague : null
}

/** Words that say which part, or what to do. */
function contentOf(words: readonly string[]): string[] {
  return words.filter((word) => !empty.has(word) && !vagueWords.has(word))
}

/** Verbs with which short texts of reviews say what is wrong or what to do. */
const verbs: ReadonlySet<string> = new Set([
  ...['is', 'are', 'was', 'were', 'be', 'has', 'have', 'had', 'do', 'does', 'did', 'can', 'cannot', 'could', 'should', 'must'],
  ...['will', 'would', 'may', 'might', 'need', 'needs', 'lacks', 'lack', 'leaks', 'leak', 'fails', 'fail', 'breaks', 'break'],
  ...['add', 'use', 'show', 'split', 'explain', 'remove', 'drop', 'move', 'rename', 'test', 'check', 'measure', 'plot', 'label'],
  ...['sort', 'round', 'define', 'cite', 'link', 'fix', 'write', 'say', 'tell', 'give', 'name', 'state', 'compare', 'report'],
  ...['repeat', 'rerun', 'run', 'log', 'alert', 'monitor', 'document', 'automate', 'cap', 'cut', 'merge', 'keep', 'pin', 'set'],
  ...['limit', 'publish', 'share', 'store', 'encrypt', 'rotate', 'train', 'retrain', 'evaluate', 'validate', 'version', 'review'],
  ...['ask', 'agree', 'decide', 'assign', 'replace', 'swap', 'crop', 'zoom', 'enlarge', 'shorten', 'translate', 'spell'],
  ...['missing', 'found', 'lost', 'hidden', 'shown', 'gone', 'broken', 'unclear', 'contradicts', 'differs', 'overfits', 'drifts'],
  ...['put', 'let', 'start', 'stop', 'begin', 'end', 'wait', 'send', 'save', 'load', 'open', 'close', 'try', 'avoid', 'prefer'],
])
const LONGEST_FRAGMENT = 3

function isFragment(words: readonly string[], text: string): boolean {
  return (
    words.length <= LONGEST_FRAGMENT &&
    !text.trim().endsWith('?') &&
    !words.some((word) => verbs.has(word) || /(?:ed|ing|n['’]t)$/.test(word))
  )
}

const place =
  /\b(?:page|slide|section|figure|fig|table|chart|plot|axis|cell|line|row|column|chapter|appendix|notebook|file|readme|dashboard|paragraph|footnote|legend|caption|title)s?\b|["“”`]/i

function tellsPlace(text: string): boolean {
  return place.test(text)
}

/** Something is asked for in the text itself. */
function asksChange(words: readonly string[], text: string): boolean {
  const [first = ''] = words
  return (
    /\b(?:should|must|needs?|please|instead|rather|has to|have to|ought|lacks?|missing|without|no)\b/i.test(text) ||
    (verbs.has(first) && !['is', 'are', 'was', 'were', 'has', 'have', 'do', 'does', 'did'].includes(first))
  )
}
