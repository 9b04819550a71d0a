import { markdownLine as line } from '../minutes/render-markdown'
import type { BundleView } from './bundle-view'
import { html, type Html } from './html'
import { riskColumns, riskRows } from './review-words'
import {
  criterionColumns,
  criterionRows,
  preparationColumns,
  preparationOf,
  preparedGroups,
  startedWords,
} from './readiness-words'

type Rows = readonly (readonly string[])[]

const nothing = html``

/** Columns of a word or two, which stay in one line. */
const short: ReadonlySet<string> = new Set(['State', 'Prepared', 'Time', 'Points', 'Confidence'])

function section(heading: string, body: Html): Html {
  return html`<section>
    <h2>${heading}</h2>
    <div>${body}</div>
  </section>`
}

/** A table of texts; nothing without rows. */
export function tableOf(names: readonly string[], rows: Rows): Html {
  if (rows.length === 0) return nothing
  return html`<table>
    <thead>
      <tr>
        ${names.map((name) => html`<th class="keep">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, at) => html`<td class="${short.has(names[at] ?? '') ? 'keep' : 'text'}" dir="auto">${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table>`
}

/** RDY9: as a page, what was ready when the meeting began. */
export function readinessPage(view: BundleView): Html {
  const started = startedWords(view)
  const entrance = criterionRows(view, 'entrance')
  const { sum, rows } = preparationOf(view)
  if (!started && entrance.length + rows.length === 0) return nothing
  return section(
    'Readiness',
    html`${
      started
        ? html`<p class="text" dir="auto">${started.line}</p>
            <ul>
              ${started.missing.map((missing) => html`<li dir="auto">${missing}</li>`)}
            </ul>`
        : nothing
    }${tableOf(criterionColumns, entrance)}${
      rows.length > 0
        ? html`<p>${sum}</p>
            ${tableOf(preparationColumns, rows)}`
        : nothing
    }`,
  )
}

/** Exit criteria and prepared questions, behind the notes. */
export function afterPage(view: BundleView): Html {
  const exit = criterionRows(view, 'exit')
  const groups = preparedGroups(view)
  const risks = riskRows(view)
  return html`${risks.length > 0 ? section('Risks', tableOf(riskColumns, risks)) : nothing}${
    exit.length > 0 ? section('Exit criteria', tableOf(criterionColumns, exit)) : nothing
  }${
    groups.length > 0
      ? section(
          'Prepared questions',
          html`${groups.map(
            ({ title, questions }) =>
              html`${title === '' ? nothing : html`<h3 dir="auto">${title}</h3>`}
                <ul>
                  ${questions.map(
                    ({ text, note, answer }) =>
                      html`<li>
                        <div class="text" dir="auto">${text}</div>
                        ${answer === '' ? nothing : html`<div class="text" dir="auto">Prepared answer: ${answer}</div>`}
                        <div class="quiet" dir="auto">${note}</div>
                      </li> `,
                  )}
                </ul>`,
          )}`,
        )
      : nothing
  }`
}

/** The same as Markdown. */
export function linesOf(names: readonly string[], rows: Rows): string {
  return [names, names.map(() => '---'), ...rows.map((cells) => cells.map(line))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** The same as Markdown, part by part. */
export function readinessMarkdown(view: BundleView): readonly string[] {
  const started = startedWords(view)
  const entrance = criterionRows(view, 'entrance')
  const { sum, rows } = preparationOf(view)
  const parts = [
    ...(started ? [line(started.line), started.missing.map((missing) => `- ${line(missing)}`).join('\n')] : []),
    ...(entrance.length > 0 ? [linesOf(criterionColumns, entrance)] : []),
    ...(rows.length > 0 ? [sum, linesOf(preparationColumns, rows)] : []),
  ]
  return parts.length === 0 ? [] : ['## Readiness', ...parts]
}

export function afterMarkdown(view: BundleView): readonly string[] {
  const exit = criterionRows(view, 'exit')
  const groups = preparedGroups(view)
  const risks = riskRows(view)
  const asked = groups.flatMap(({ title, questions }) => [
    ...(title === '' ? [] : [`### ${line(title)}`]),
    questions
      .map(
        ({ text, note, answer }) =>
          `- ${line([text, answer && `Prepared answer: ${answer}`, `(${note})`].filter(Boolean).join(' '))}`,
      )
      .join('\n'),
  ])
  return [
    ...(risks.length > 0 ? ['## Risks', linesOf(riskColumns, risks)] : []),
    ...(exit.length > 0 ? ['## Exit criteria', linesOf(criterionColumns, exit)] : []),
    ...(asked.length > 0 ? ['## Prepared questions', ...asked] : []),
  ]
}
