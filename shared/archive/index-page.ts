import type { ActionItem } from '../actions/action'
import { outlineOf, plannedMsAt } from '../agenda/outline'
import type { Decision } from '../decision/decision'
import { headOf } from '../feedback/group'
import { whereWords } from '../feedback/place'
import type { FeedbackItem } from '../feedback/item'
import { forceWords, handsWords, itemStatusWords, labelWord, nameOf, quorumWords, sideWords, statusWords } from '../record/words'
import { inOrder } from '../review/fields'
import { termsInOrder } from '../review/glossary'
import { isRevealed } from '../rubric/panel'
import { timeChart } from '../timer/time-chart'
import type { BundleView } from './bundle-view'
import { dayWords, minutesOf, minuteWords } from '../review/dates'
import { html, Html, htmlPage } from './html'
import { closingHeadings, closingWords } from './closing-words'
import { attendanceTable } from './minutes-files'
import { panelPage } from './panel-pages'
import {
  answerWords,
  attendanceOf,
  factsOf,
  knownRisks,
  decisionLists,
  outcomeOf,
  supersededWords,
  reviewLine,
  standingWords,
  subjectLine,
  timesOf,
} from './review-words'
import { actionsInOrder, feedbackInOrder, timeRows } from './tables'

/** The page to begin with: what was reviewed, what was decided and by whom, what is at risk, who owes what by when, where to read on. */
export function indexPage(view: BundleView): string {
  const { review } = view
  const parts = [
    head(view),
    facts(view),
    decisions(view),
    summary(view),
    risks(view),
    panelPage(view),
    actions(view),
    lessons(view),
  ]
  return htmlPage(
    review.title,
    html`${parts}${feedback(view)}${agenda(view)}${people(view)}${open(view)}${files(view)}${footer(view)}`,
  )
}

const nothing = html``

/** Text of a person: its own direction, its own line ends. */
const text = (value: string): Html => html`<div class="text" dir="auto">${value}</div>`
const inline = (value: string): Html => html`<bdi>${value}</bdi>`

function section(heading: string, body: Html): Html {
  return html`<section>
    <h2>${heading}</h2>
    <div>${body}</div>
  </section>`
}

function list(items: readonly Html[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function head(view: BundleView): Html {
  const subject = subjectLine(view)
  return html`<header>
    <p class="kind">${reviewLine(view)}</p>
    <h1 dir="auto">${view.review.title}</h1>
    ${subject ? html`<p class="lead" dir="auto">${subject}</p>` : nothing}
    <nav>
      <a href="minutes/minutes.html">Minutes</a> <a href="#files">Materials and tables</a> <a href="#feedback">Feedback</a>
    </nav>
  </header>`
}

function facts(view: BundleView): Html {
  return html`<dl class="facts">
    ${factsOf(view).map(
      ({ name, value, note }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}${note ? html` <div class="quiet">${note}</div>` : nothing}</dd>
        </div> `,
    )}
  </dl>`
}

function decisions(view: BundleView): Html {
  const stated = inOrder(view.record.decisions).filter(({ status }) => status !== 'superseded')
  const earlier = supersededWords(view)
  if (stated.length === 0) return section('Decision', html`<p class="quiet">No decision was recorded.</p>`)
  return section(
    'Decision',
    html`${stated.map((decision) => oneDecision(decision, view))}${
      earlier.length > 0
        ? html`<h3>Superseded</h3>
            ${list(earlier.map(inline))}`
        : nothing
    }`,
  )
}

function oneDecision(decision: Decision, { record, zone }: BundleView): Html {
  const deciders = decision.deciderIds.map((id) => nameOf(id, record.people)).join(', ')
  const accepted =
    decision.acceptedAt === null
      ? 'Proposed, not accepted yet.'
      : `Accepted ${minuteWords(decision.acceptedAt, zone)}${deciders ? ' by ' : '.'}`
  const conditions = inOrder(record.conditions).filter(({ decisionId }) => decisionId === decision.id)
  return html`<div class="box">
    <p class="outcome">${outcomeOf(decision)}</p>
    ${text(decision.statement)}
    <p class="quiet">
      ${accepted}${decision.acceptedAt !== null && deciders ? html`${inline(deciders)}.` : nothing} ${quorumWords(decision)}
    </p>
    ${
      decision.because
        ? html`<h3>Because</h3>
            ${text(decision.because)}`
        : nothing
    }
    ${
      conditions.length > 0
        ? html`<h3>Conditions</h3>
            ${list(
              conditions.map(({ text: words, actionId }) => {
                const action = record.actions[actionId]
                return html`${inline(words)}${action ? html` <span class="quiet">${owed(action, record.people)}</span>` : nothing}`
              }),
            )}`
        : nothing
    }
    ${decisionLists(decision, record).map(([name, items]) =>
      items.length > 0
        ? html`<h3>${name}</h3>
            ${list(items.map(inline))}`
        : nothing,
    )}
    ${
      decision.waivers.length > 0
        ? html`<h3>Blocking findings let stand</h3>
            ${list(
              decision.waivers.map(
                ({ feedbackId, byId, reason }) =>
                  html`${inline(record.feedback[feedbackId]?.text ?? 'removed finding')}: ${inline(reason)}
                    <span class="quiet">(${nameOf(byId, record.people)})</span>`,
              ),
            )}`
        : nothing
    }
    ${decision.reviewBy ? html`<p class="quiet">To be looked at again by ${dayWords(decision.reviewBy)}.</p>` : nothing}
  </div>`
}

function owed(action: ActionItem, people: BundleView['record']['people']): string {
  const due = action.due ? `, due ${dayWords(action.due)}` : ''
  return `(action ${action.number}, ${nameOf(action.ownerId, people, 'no owner')}${due}, ${statusWords[action.status].toLowerCase()})`
}

function summary({ review, record }: BundleView): Html {
  const parts = (
    [
      ['Purpose', review.purpose],
      ['Key takeaways', review.takeaways],
      ['Impact', review.impact],
      ['Objectives', review.objectives],
      ['Decision sought', review.decisionSought],
    ] as const
  ).filter(([, words]) => words !== '')
  const terms = termsInOrder(record.glossary)
  if (parts.length === 0 && terms.length === 0) return nothing
  const words = html`<h3>Words</h3>
    <dl>
      ${terms.map(
        ({ term, meaning }) =>
          html`<dt>${inline(term)}</dt>
            <dd>${inline(meaning)}</dd> `,
      )}
    </dl>`
  return section(
    'Summary',
    html`${parts.map(
      ([heading, said]) =>
        html`<h3>${heading}</h3>
          ${text(said)}`,
    )}${terms.length === 0 ? nothing : words}`,
  )
}

function actions({ record }: BundleView): Html {
  const rows = actionsInOrder(record)
  if (rows.length === 0) return section('Action plan', html`<p class="quiet">No actions were agreed.</p>`)
  return section(
    'Action plan',
    html`<table>
      <thead>
        <tr>
          <th class="number">No.</th>
          <th>Action</th>
          <th>Owner</th>
          <th class="keep">Due</th>
          <th>Status</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (action) =>
            html`<tr>
              <td class="number">${action.number}</td>
              <td class="text" dir="auto">${action.what}</td>
              <td class="who">${inline(nameOf(action.ownerId, record.people, 'No owner'))}</td>
              <td class="keep">${action.due ? dayWords(action.due) : 'No date'}</td>
              <td class="keep">${statusWords[action.status]}</td>
            </tr> `,
        )}
      </tbody>
    </table>`,
  )
}

function remark(item: FeedbackItem, { record }: BundleView): Html {
  const by = item.authorId === null ? '' : nameOf(item.authorId, record.people)
  const kind = item.force && `${forceWords[item.force].toLowerCase()}${item.severity ? ` (${item.severity})` : ''}`
  const head = headOf(record.feedback, item)
  const alike = head ? `says the same as: ${head.text}` : ''
  const hands = item.hands === null ? '' : handsWords(item.hands)
  const notes = [by, kind, whereWords(item, record.materials), answerWords(item), standingWords(item), alike, hands]
    .filter(Boolean)
    .join(' · ')
  return html`<div class="said">
    <b>${labelWord(item.label)}</b>
    <span class="text" dir="auto">${item.text}</span>
    ${notes ? html`<span class="quiet">${inline(notes)}</span>` : nothing}
  </div> `
}

function risks(view: BundleView): Html {
  const known = knownRisks(view.record)
  const body =
    known.length > 0 ? html`${known.map((item) => remark(item, view))}` : html`<p class="quiet">None were recorded.</p>`
  return section('Known risks and blocking findings', body)
}

function lessons(view: BundleView): Html {
  const known = feedbackInOrder(view.record).filter(({ label }) => label === 'lesson')
  return known.length === 0 ? nothing : section('Lessons', html`${known.map((item) => remark(item, view))}`)
}

function feedback(view: BundleView): Html {
  const items = feedbackInOrder(view.record)
  if (items.length === 0) return nothing
  const ofSide = (side: 'presenter' | 'reviewer'): Html => {
    const own = items.filter((item) => item.side === side)
    return own.length === 0
      ? nothing
      : html`<h3>${sideWords[side]} side</h3>
          ${own.map((item) => remark(item, view))}`
  }
  return section('Feedback', html`<div id="feedback">${ofSide('reviewer')}${ofSide('presenter')}</div>`)
}

function agenda(view: BundleView): Html {
  const { record } = view
  const items = outlineOf(record.agenda)
  if (items.length === 0) return nothing
  const drawn = timeChart(timeRows(view))
  const times = new Map(timesOf(view).map((row) => [row.itemId, row]))
  return section(
    'Agenda and time',
    html`<table>
        <thead>
          <tr>
            <th class="number">No.</th>
            <th>Item</th>
            <th>Presenter</th>
            <th class="number">Planned</th>
            <th class="number">Taken</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            ({ item, number, isSection }, at) =>
              html`<tr>
                <td class="number">${number}</td>
                <td dir="auto">${item.title}</td>
                <td class="who">${inline(nameOf(item.presenterId, record.people, ''))}</td>
                <td class="number">${minutesOf(plannedMsAt(items, at))} min</td>
                <td class="number">${isSection ? '' : takenWords(times.get(item.id)?.actualMs ?? 0)}</td>
                <td class="keep">${isSection ? '' : itemStatusWords[item.status]}</td>
              </tr> `,
          )}
        </tbody>
      </table>
      ${
        drawn
          ? html`<figure>
              ${new Html(drawn.svg)}
              <figcaption class="quiet">${drawn.legend}</figcaption>
            </figure>`
          : nothing
      }`,
  )
}

function takenWords(ms: number): string {
  return ms === 0 ? '–' : ms < 60_000 ? 'under 1 min' : `${minutesOf(ms)} min`
}

function people(view: BundleView): Html {
  const { sum, rows } = attendanceOf(view)
  return rows.length === 0 ? nothing : section('People', attendanceTable(sum, rows))
}

/** CLO5: what became of parked topics, questions left open, and when it goes on; lessons have a place of their own. */
function open(view: BundleView): Html {
  const { parking, next } = closingWords(view)
  const waiting = inOrder(view.record.questions).filter(({ answeredAt, text: words }) => answeredAt === null && words !== '')
  const topics = parking.map(([topic, outcome]) => html`${inline(topic)} <span class="quiet">${inline(outcome)}</span>`)
  const questions = waiting.map(({ text: words }) => inline(words))
  return html`${topics.length > 0 ? section(closingHeadings.parking, list(topics)) : nothing}${
    questions.length > 0 ? section('Questions left open', list(questions)) : nothing
  }${next === '' ? nothing : section(closingHeadings.next, inline(next))}`
}

function files({ materials, without, record }: BundleView): Html {
  const link = (href: string, words: string) => html`<a href="${href}">${words}</a>`
  const among = (...links: readonly [href: string, words: string][]): Html =>
    html`${links.filter(([href]) => !without.has(`data/${href}`)).map(([href, words], at) => html`${at > 0 ? ', ' : ''}${link(href, words)}`)}`
  const links = [
    html`Minutes:
    ${among(['minutes/minutes.html', 'page'], ['minutes/minutes.pdf', 'PDF'], ['minutes/minutes.docx', 'Word'], ['minutes/minutes.md', 'text'])}`,
    html`Executive summary: ${among(['summary/executive-summary.pdf', 'PDF'], ['summary/executive-summary.md', 'text'])}`,
    html`Action plan:
    ${among(['action-plan/actions.csv', 'table'], ['action-plan/actions.ics', 'calendar'], ['action-plan/actions.md', 'text'], ['action-plan/actions.json', 'for programs'])}`,
    html`Time ledger: ${link('minutes/time-ledger.csv', 'table')}`,
    html`Feedback: ${among(['feedback/feedback.csv', 'table'], ['feedback/feedback.json', 'for programs'])}`,
    ...(isRevealed(record) ? [html`Scores of the panel: ${link('panel/scores.csv', 'table')}`] : []),
    html`Risks: ${link('feedback/risks.csv', 'table')}`,
    html`Decision: ${link('decision/decision.md', 'text')}`,
    link('record/review.json', 'The whole record, for programs'),
    html`Description of every file: ${among(['ro-crate-preview.html', 'RO-Crate'], ['ro-crate-metadata.json', 'for programs'])}`,
  ]
  const material = materials.map(({ name, material: { name: called }, isPresent }) =>
    isPresent
      ? html`<a href="materials/${encodeURIComponent(name)}">${inline(called)}</a>`
      : html`${inline(called)} <span class="quiet">(was missing when this was saved)</span>`,
  )
  return section(
    'Read on',
    html`<div id="files">
      ${
        material.length > 0
          ? html`<h3>Materials</h3>
              ${list(material)}`
          : nothing
      }
      <h3>Written from the record</h3>
      ${list(links)}
    </div>`,
  )
}

function footer({ program, review, lastChange }: BundleView): Html {
  return html`<footer>
    <p class="quiet">
      Written by ${program} as it stood on ${minuteWords(lastChange, review.timeZone)} (${review.timeZone}). The folder is a BagIt
      bag:
      <code>manifest-sha512.txt</code> lists a checksum of every file, so that any BagIt tool can tell whether something was
      changed. Review Room opens it as a review again.
    </p>
  </footer>`
}
