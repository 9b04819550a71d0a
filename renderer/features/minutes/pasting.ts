import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { escapeHtml } from '../../../shared/minutes/render-html'
import { cleanedHtml } from './pasted-html'
import { textOfHtml } from './text-of-html'

/** Signs of HTML, and elements in it, that are still read for their structure. */
const MOST_SIGNS = 2_000_000
const MOST_ELEMENTS = 10_000
/** Signs of plain text that one paste may bring: a book of three hundred pages has less. */
const MOST_TEXT = 1_000_000
/** Paragraphs that one paste may make. */
const MOST_PARAGRAPHS = 2_000

interface Options {
  /** Tells the scribe, in words, what became of a paste. */
  readonly tell: (words: string) => void
}

/**
 * MIN7: what is pasted or dropped comes in clean. MIN8: what is too large for its structure to be read comes in as its plain text, because
 * a page that stands still holds up the meeting.
 */
export const Pasting = Extension.create<Options>({
  name: 'pasting',
  addOptions: () => ({ tell: () => undefined }),
  addProseMirrorPlugins() {
    const { tell } = this.options
    let plain = ''
    /** Notes the plain text, in case it is needed; true when even that is too much, and nothing is done. */
    const take = (event: Event, data: DataTransfer | null): boolean => {
      const html = data?.getData('text/html') ?? ''
      plain = data?.getData('text/plain') ?? ''
      if (isTooLarge(html) && plain === '') plain = textOfHtml(html)
      if ((html !== '' && !isTooLarge(html)) || plain.length <= MOST_TEXT) return false
      event.preventDefault()
      const millions = (plain.length / 1_000_000).toFixed(1)
      tell(`That is too large for the minutes (${millions} million signs): nothing was put in. Add it as a material instead.`)
      return true
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_, event) => take(event, event.clipboardData),
            drop: (_, event) => take(event, event.dataTransfer),
          },
          transformPastedText: (text, _, { state }) =>
            state.selection.$from.parent.type.spec.code || !areMany(text) ? text : linesFrom(text).join('\n'),
          transformPastedHTML(html) {
            if (!isTooLarge(html)) return cleanedHtml(html)
            tell('That was too large to keep its structure: it is here as plain text.')
            return paragraphsOf(plain)
          },
        },
      }),
    ]
  },
})

function isTooLarge(html: string): boolean {
  if (html.length > MOST_SIGNS) return true
  let elements = 0
  for (let at = html.indexOf('<'); at >= 0 && elements <= MOST_ELEMENTS; at = html.indexOf('<', at + 1)) elements++
  return elements > MOST_ELEMENTS
}

function areMany(text: string): boolean {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && lines <= MOST_PARAGRAPHS; at = text.indexOf('\n', at + 1)) lines++
  return lines > MOST_PARAGRAPHS
}

/** The lines of a text; where they are too many, neighbours stand in one. */
function linesFrom(text: string): string[] {
  const lines = text.split(/(?:\r\n?|\n)+/)
  const each = Math.ceil(lines.length / MOST_PARAGRAPHS)
  if (each === 1) return lines
  return Array.from({ length: Math.ceil(lines.length / each) }, (_, at) => lines.slice(at * each, (at + 1) * each).join(' '))
}

function paragraphsOf(text: string): string {
  return linesFrom(text)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
}
