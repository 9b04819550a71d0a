import type { JSONContent } from '@tiptap/core'
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import { type LineKind, minutesExtensions } from './extensions'
import { slideLink, SlideLink } from './slide-links'

/** Words and addresses the minutes refer to. */
export interface MinutesReferences {
  /** The words of a record line; null when the record has no such entity. */
  readonly lineText: (kind: LineKind, id: string) => string | null
  /** Address of a material's bytes, '' when it is missing. */
  readonly urlOf: (materialId: string) => string
}

export function removedLine(kind: LineKind): string {
  return `removed ${kind}`
}

/** MIN4: minutes as HTML without script, style or foreign address; all text escaped. Nodes this program does not know become their text. */
export function minutesHtml(json: JSONContent, { lineText, urlOf }: MinutesReferences): string {
  return renderToHTMLString({
    content: json,
    extensions: [...minutesExtensions({ urlOf }), SlideLink],
    options: {
      nodeMapping: {
        table: ({ children }) => `<table>${[children ?? ''].flat().join('')}</table>`,
        recordLine: ({ node }) => {
          const { kind, id } = node.attrs as { kind: LineKind; id: string }
          return `<p class="line"><b>${kind}</b> ${escapeHtml(lineText(kind, id) ?? removedLine(kind))}</p>`
        },
      },
      markMapping: {
        [slideLink]({ mark, children }) {
          const { materialId, page } = mark.attrs as { materialId: string; page: number }
          const url = urlOf(materialId)
          const words = [children ?? ''].flat().join('')
          return url === '' ? words : `<a href="${escapeHtml(url)}#page=${page}">${words}</a>` // SLD6
        },
      },
      unhandledNode: ({ children }) => `<p>${[children ?? ''].flat().join('')}</p>`,
      unhandledMark: ({ children }) => [children ?? ''].flat().join(''),
    },
  })
}

/** Text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`)
}
