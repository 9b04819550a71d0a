import { markdownLine } from '../minutes/render-markdown'
import type { BundleView } from './bundle-view'
import { html, type Html } from './html'
import { panelColumns, panelWords, scoreColumns } from './panel-words'
import { type Blocks, heading, table, text } from './paper'
import { linesOf, tableOf } from './readiness-pages'

/** PAN16: on paper. */
export function panelBlocks(view: BundleView): Blocks {
  const words = panelWords(view)
  if (!words) return []
  const shares: readonly (readonly (number | null)[])[] = [
    [6, null, null, null, null, null, 6],
    [4, 3, null, null, 6],
  ]
  const columns = (names: readonly string[], which: number) =>
    names.map((title, at) => ({ title, share: shares[which]?.[at] ?? null }))
  return [
    heading(1, 'Panel'),
    text(words.sum),
    table(columns(panelColumns, 0), words.rows),
    table(columns(scoreColumns, 1), words.scores),
    ...(words.response === '' ? [] : [text('Response', 'label'), text(words.response)]),
  ]
}

/** PAN16: in a page; nothing before the reveal. */
export function panelPage(view: BundleView): Html {
  const words = panelWords(view)
  if (!words) return html``
  return html`<section>
    <h2>Panel</h2>
    <div>
      <p>${words.sum}</p>
      ${tableOf(panelColumns, words.rows)}${tableOf(scoreColumns, words.scores)}${
        words.response === ''
          ? html``
          : html`<h3>Response</h3>
              <p class="text" dir="auto">${words.response}</p>`
      }
    </div>
  </section>`
}

/** PAN16: as Markdown. */
export function panelMarkdown(view: BundleView): readonly string[] {
  const words = panelWords(view)
  if (!words) return []
  return [
    '## Panel',
    words.sum,
    linesOf(panelColumns, words.rows),
    linesOf(scoreColumns, words.scores),
    ...(words.response === '' ? [] : [markdownLine(`Response by ${words.response}`)]),
  ]
}
