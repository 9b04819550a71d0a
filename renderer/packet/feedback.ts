import type { FilledItem, Packet } from '../../shared/packet/packet'
import type { PageWords } from '../../shared/packet-page/words'
import { button, element } from './element'
import { type Option, select, textField } from './fields'

const LONGEST_LOCATION = 500

/** Feedback items, one card each. */
export function feedbackSection(packet: Packet, words: PageWords, onChange: () => void): HTMLElement {
  const { answers } = packet
  const cards = element('div', { class: 'cards' })
  const none = element(
    'p',
    { class: 'quiet' },
    'Nothing yet. Praise, questions, suggestions, issues and risks go here, one by one.',
  )
  const changed = (): void => {
    none.hidden = answers.feedback.length > 0
    onChange()
  }
  const show = (item: FilledItem): HTMLElement => {
    const box = element('div')
    const draw = (): void => box.replaceChildren(card(packet, item, words, changed, remove))
    const remove = (): void => {
      const at = answers.feedback.indexOf(item)
      answers.feedback.splice(at, 1)
      const back = button(`Bring feedback ${item.number} back`, () => {
        answers.feedback.splice(at, 0, item)
        draw()
        box.querySelector('select')?.focus()
        changed()
      })
      box.replaceChildren(element('p', { class: 'card' }, back))
      back.focus()
      changed()
    }
    draw()
    return box
  }
  const add = button('Add feedback', () => {
    const item = newItem(answers.nextNumber++)
    answers.feedback.push(item)
    const box = show(item)
    cards.append(box)
    box.querySelector('select')?.focus()
    changed()
  })
  cards.append(...answers.feedback.map(show))
  none.hidden = answers.feedback.length > 0
  return element(
    'section',
    { 'aria-labelledby': 'feedback' },
    element('h2', { id: 'feedback' }, 'Feedback'),
    element('p', { class: 'hint' }, 'Specific and actionable: what it is about, where, and what should change.'),
    none,
    cards,
    add,
    element('datalist', { id: 'places' }, ...packet.materials.map(({ name }) => element('option', { value: name }))),
  )
}

function newItem(number: number): FilledItem {
  return { number, label: 'issue', text: '', itemId: null, location: '', force: null, severity: null, requestedChange: '' }
}

function card(packet: Packet, item: FilledItem, words: PageWords, onChange: () => void, onRemove: () => void): HTMLElement {
  const set = (patch: Partial<FilledItem>): void => {
    Object.assign(item, patch)
    onChange()
  }
  const weights = element('div', { class: 'row' })
  // FB2: a label without force takes force and severity away with it.
  const drawWeights = (): void => {
    const hasForce = words.labels.some(({ key, hasForce: has }) => key === item.label && has)
    if (!hasForce) Object.assign(item, { force: null, severity: null })
    weights.hidden = !hasForce
    weights.replaceChildren(
      ...(hasForce
        ? [
            select({
              label: 'Force',
              options: [unsaid, ...words.forces],
              value: item.force ?? '',
              onChange: (key) => set({ force: (key || null) as FilledItem['force'] }),
            }),
            select({
              label: 'Severity',
              options: [unsaid, ...words.severities],
              value: item.severity ?? '',
              onChange: (key) => set({ severity: (key || null) as FilledItem['severity'] }),
            }),
          ]
        : []),
    )
  }
  drawWeights()
  return element(
    'fieldset',
    { class: 'card' },
    element('legend', {}, `Feedback ${item.number}`),
    element(
      'div',
      { class: 'row' },
      select({
        label: 'Label',
        options: words.labels,
        value: item.label,
        onChange: (key) => {
          item.label = key as FilledItem['label']
          drawWeights()
          onChange()
        },
      }),
      select({
        label: 'About',
        options: [{ key: '', word: 'The whole review' }, ...packet.items.map(itemOption)],
        value: item.itemId ?? '',
        onChange: (key) => set({ itemId: key === '' ? null : key }),
      }),
    ),
    textField({ label: 'Feedback', value: item.text, onInput: (text) => set({ text }) }),
    textField({
      label: 'Where',
      hint: 'Material and page, section or figure.',
      value: item.location,
      line: LONGEST_LOCATION,
      list: 'places',
      onInput: (location) => set({ location }),
    }),
    textField({ label: 'Requested change', value: item.requestedChange, onInput: (requestedChange) => set({ requestedChange }) }),
    weights,
    button(`Remove feedback ${item.number}`, onRemove, 'plain'),
  )
}

const unsaid: Option = { key: '', word: 'Not said' }

const itemOption = ({ id, number, title }: Packet['items'][number]): Option => ({ key: id, word: `${number} ${title}` })
