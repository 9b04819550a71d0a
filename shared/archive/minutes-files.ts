import { markdownLine, minutesMarkdown } from '../minutes/render-markdown'
import { minutesHtml } from '../minutes/render-html'
import { type BundleView, referencesOf } from './bundle-view'
import { minuteWords } from '../review/dates'
import { html, Html, htmlPage } from './html'

const heading = (number: string, title: string): string => (number === '' ? title : `${number}. ${title}`)

/** The minutes as a page: every agenda item with its notes, then what belongs to none. */
export function minutesPage(view: BundleView): string {
  const references = referencesOf(view, '../materials')
  const written = view.sections.filter(({ isEmpty }) => !isEmpty)
  const body = written.map(
    ({ number, title, json }) =>
      html`<section class="notes">
        <h2>${heading(number, title)}</h2>
        ${new Html(minutesHtml(json, references))}
      </section> `,
  )
  return htmlPage(
    `Minutes: ${view.review.title}`,
    html`<header>
        <p class="kind">Minutes · last change ${minuteWords(view.lastChange, view.zone)} (${view.zone})</p>
        <h1 dir="auto">${view.review.title}</h1>
        <nav><a href="../index.html">Overview</a> <a href="minutes.md">As text</a></nav>
      </header>
      ${written.length > 0 ? body : html`<p class="quiet">No minutes were taken.</p>`}`,
  )
}

export function minutesMarkdownFile(view: BundleView): string {
  const references = referencesOf(view, '../materials')
  const parts = view.sections
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ number, title, json }) => `## ${heading(number, markdownLine(title))}\n\n${minutesMarkdown(json, references)}`)
  return `${[`# ${markdownLine(view.review.title)}`, ...(parts.length > 0 ? parts : ['No minutes were taken.'])].join('\n\n')}\n`
}
