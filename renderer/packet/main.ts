import type { Packet } from '../../shared/packet/packet'
import { jsonBlock, packetPage } from '../../shared/packet-page/page'
import type { PageWords } from '../../shared/packet-page/words'
import { button, element } from './element'
import { feedbackSection } from './feedback'
import { preparationSection } from './preparation'
import { questionsSection } from './questions'
import { isAnswered, scoresSection } from './scores'

/** Read while the script runs: later there is no current one. */
const script = document.currentScript?.textContent ?? ''
const place = document.getElementById('page')

try {
  if (place) start(place)
} catch {
  place?.replaceChildren(
    element(
      'main',
      {},
      element('h1', {}, 'Reviewer packet'),
      element('p', {}, 'This file is damaged: what is in it cannot be read. Nothing was changed in it. Ask for it again.'),
    ),
  )
}

function start(page: HTMLElement): void {
  const words = JSON.parse(textOf('words')) as PageWords
  const packet = JSON.parse(textOf('packet')) as Packet
  const status = element('p', { role: 'status' })
  let isSaved = true
  let note = ''
  const tell = (): void => {
    status.replaceChildren(
      `${sumWords(packet)} `,
      element('span', { class: isSaved ? '' : 'unsaved' }, isSaved ? note : 'Not saved yet.'),
    )
  }
  const changed = (): void => {
    isSaved = false
    // Also a browser's own "Save page as" keeps what is filled in.
    const block = document.getElementById('packet')
    if (block) block.textContent = jsonBlock(packet)
    tell()
  }
  const save = (): void => {
    const name = words.fileName.replace(/(-filled)?\.html$/, '-filled.html')
    download(name, words, packet)
    isSaved = true
    note = `Saved among your downloads as ${name}. Send that file back.`
    tell()
  }

  document.title = `Packet for ${packet.reviewer.name}: ${packet.review.title}`
  page.replaceChildren(
    head(packet),
    element(
      'main',
      {},
      ...[
        preparationSection(packet, words, changed),
        questionsSection(packet, changed),
        feedbackSection(packet, words, changed),
        scoresSection(packet, words, changed),
      ].filter((section) => section !== null),
    ),
    element('footer', {}, element('div', {}, status, button('Save', save, 'primary'))),
  )
  tell()
  // PKT3: what is not saved is asked about.
  addEventListener('beforeunload', (event) => {
    if (!isSaved) event.preventDefault()
  })
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    save()
  })
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? ''
}

function head({ review, reviewer }: Packet): HTMLElement {
  const subject = [review.subject, review.version].filter((words) => words !== '').join(', ')
  const facts: readonly (readonly [string, string])[] = [
    ['For', reviewer.name],
    ['Meeting', review.date === '' ? 'Date not set yet' : review.date],
    ...(subject === '' ? [] : [['Review subject', subject] as const]),
  ]
  return element(
    'header',
    {},
    element('p', { class: 'kind' }, 'Reviewer packet'),
    element('h1', { dir: 'auto' }, review.title),
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([term, words]) => element('div', {}, element('dt', {}, term), element('dd', { dir: 'auto' }, words))),
    ),
    element(
      'p',
      { class: 'how' },
      'Read the materials, fill in what you can, and save (Ctrl+S). That makes a new file with your answers: send it back to whoever sent you this one. You can open it again and go on. Nothing leaves this computer by itself.',
    ),
  )
}

/** `3 feedback items, 1 answer, 2 of 5 criteria answered.` */
function sumWords({ answers, criteria, materials }: Packet): string {
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
  const { ballot, feedback, preparation, questions } = answers
  const done = criteria.filter((criterion) =>
    isAnswered(
      criterion,
      ballot.marks.find(({ criterionId }) => criterionId === criterion.id),
    ),
  ).length
  const scores = ballot.isRecused ? 'recused from the rubric' : `${done} of ${criteria.length} criteria answered`
  return `${[
    ...(materials.length > 0 ? [`${preparation.materialIds.length} of ${materials.length} read`] : []),
    counted(feedback.filter(({ text }) => text.trim() !== '').length, 'feedback item'),
    ...(questions.length > 0 ? [counted(questions.length, 'answer')] : []),
    ...(criteria.length > 0 ? [scores] : []),
  ].join(', ')}.`
}

/** PKT3: a file of the same form, by the same function that made this one. */
function download(name: string, words: PageWords, packet: Packet): void {
  const text = packetPage({
    policy: document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '',
    style: document.querySelector('style')?.textContent ?? '',
    script,
    words: jsonBlock(words),
    packet: jsonBlock(packet),
  })
  const url = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
  const link = element('a', { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
