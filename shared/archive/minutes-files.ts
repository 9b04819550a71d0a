import { markdownLine, minutesMarkdown } from '../minutes/render-markdown'
import { minutesHtml } from '../minutes/render-html'
import { deckOf, withSlideLinks } from '../minutes/slide-links'
import { type BundleView, type MinutesSection, referencesOf } from './bundle-view'
import { minuteWords } from '../review/dates'
import { html, Html, htmlPage } from './html'
import { afterMarkdown, afterPage, readinessMarkdown, readinessPage } from './readiness-pages'
import { panelMarkdown, panelPage } from './panel-pages'
import { attendanceOf } from './review-words'
import { closingHeadings, closingWords } from './closing-words'

/** Who was there, for a page. */
export function attendanceTable(sum: string, rows: readonly (readonly string[])[]): Html {
  return html`<p>${sum}</p>
    <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Role</th>
          <th>Attendance</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name = '', roles = '', came = '']) =>
            html`<tr>
              <td dir="auto">${name}</td>
              <td>${roles}</td>
              <td>${came}</td>
            </tr> `,
        )}
      </tbody>
    </table>`
}

function attendanceMarkdown(view: BundleView): string[] {
  const { sum, rows } = attendanceOf(view)
  const lines = rows.map((cells) => `| ${cells.map((cell) => markdownLine(cell)).join(' | ')} |`)
  return rows.length === 0
    ? []
    : [`## Attendance\n\n${sum}`, ['| Name | Role | Attendance |', '| --- | --- | --- |', ...lines].join('\n')]
}

/** CLO5 as a page: nothing where there is nothing. */
function closingPage(view: BundleView): readonly Html[] {
  const { parking, lessons, next } = closingWords(view)
  const part = (name: string, body: Html): Html =>
    html`<section>
      <h2>${name}</h2>
      ${body}
    </section>`
  const list = (items: readonly Html[]): Html =>
    html`<ul>
      ${items.map((item) => html`<li dir="auto">${item}</li> `)}
    </ul>`
  const topics = parking.map(([topic, outcome]) => html`<bdi>${topic}</bdi> <span class="quiet">${outcome}</span>`)
  return [
    ...(parking.length > 0 ? [part(closingHeadings.parking, list(topics))] : []),
    ...(lessons.length > 0 ? [part(closingHeadings.lessons, list(lessons.map((words) => html`${words}`)))] : []),
    ...(next === '' ? [] : [part(closingHeadings.next, html`<p>${next}</p>`)]),
  ]
}

function closingMarkdown(view: BundleView): string[] {
  const { parking, lessons, next } = closingWords(view)
  const part = (name: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${name}\n\n${lines.join('\n')}`]
  return [
    ...part(
      closingHeadings.parking,
      parking.map(([topic, outcome]) => `- ${markdownLine(topic)}: ${markdownLine(outcome)}`),
    ),
    ...part(
      closingHeadings.lessons,
      lessons.map((words) => `- ${markdownLine(words)}`),
    ),
    ...part(closingHeadings.next, next === '' ? [] : [markdownLine(next)]),
  ]
}

const heading = (number: string, title: string): string => (number === '' ? title : `${number}. ${title}`)

/** SLD6 */
const linked = ({ record }: BundleView, { itemId, json }: MinutesSection) => withSlideLinks(json, deckOf(record, itemId))

/** The minutes as a page: every agenda item with its notes, then what belongs to none. */
export function minutesPage(view: BundleView): string {
  const references = referencesOf(view, '../materials')
  const written = view.sections.filter(({ isEmpty }) => !isEmpty)
  const { sum, rows } = attendanceOf(view)
  const body = written.map(
    (section) =>
      html`<section class="notes">
        <h2>${heading(section.number, section.title)}</h2>
        ${new Html(minutesHtml(linked(view, section), references))}
      </section> `,
  )
  return htmlPage(
    `Minutes: ${view.review.title}`,
    html`<header>
        <p class="kind">Minutes · last change ${minuteWords(view.lastChange, view.zone)} (${view.zone})</p>
        <h1 dir="auto">${view.review.title}</h1>
        <nav><a href="../index.html">Overview</a> <a href="minutes.md">As text</a></nav>
      </header>
      ${
        rows.length === 0
          ? ''
          : html`<section>
              <h2>Attendance</h2>
              <div>${attendanceTable(sum, rows)}</div>
            </section>`
      }
      ${readinessPage(view)}${written.length > 0 ? body : html`<p class="quiet">No minutes were taken.</p>`}${panelPage(view)}${afterPage(view)}${closingPage(view)}`,
  )
}

export function minutesMarkdownFile(view: BundleView): string {
  const references = referencesOf(view, '../materials')
  const parts = view.sections
    .filter(({ isEmpty }) => !isEmpty)
    .map(
      (section) =>
        `## ${heading(section.number, markdownLine(section.title))}\n\n${minutesMarkdown(linked(view, section), references)}`,
    )
  const all = [
    `# ${markdownLine(view.review.title)}`,
    ...attendanceMarkdown(view),
    ...readinessMarkdown(view),
    ...(parts.length > 0 ? parts : ['No minutes were taken.']),
    ...panelMarkdown(view),
    ...afterMarkdown(view),
    ...closingMarkdown(view),
  ]
  return `${all.join('\n\n')}\n`
}
