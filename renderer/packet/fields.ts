import { element, newId, said } from './element'

/** Longest text that can be imported. */
const LONGEST = 20_000

interface TextField {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** One line, where it is told how long it may be. */
  readonly line?: number
  /** Id of a list of proposals. */
  readonly list?: string
  readonly onInput: (text: string) => void
}

/** A field of text. What is too long stays, and is told: nothing that was pasted is cut. */
export function textField({ label, value, hint, line, list, onInput }: TextField): HTMLElement {
  const [id, note] = [newId(), newId()]
  const given = { id, dir: 'auto', 'aria-describedby': note, autocomplete: 'off' }
  const input =
    line === undefined
      ? element('textarea', { ...given, rows: '2' })
      : element('input', { ...given, type: 'text', ...(list !== undefined && { list }) })
  input.value = value
  const fault = element('p', { class: 'fault', role: 'status' })
  const check = (): void => {
    const over = input.value.length - (line ?? LONGEST)
    fault.textContent = over > 0 ? `Too long to be imported: ${over} characters more than ${line ?? LONGEST}.` : ''
    fault.hidden = over <= 0
  }
  check()
  input.addEventListener('input', () => {
    check()
    onInput(input.value)
  })
  return element(
    'div',
    { class: 'field wide' },
    element('label', { for: id }, label),
    ...(hint === undefined ? [] : [element('p', { class: 'hint', id: note }, hint)]),
    input,
    fault,
  )
}

interface NumberField {
  readonly label: string
  readonly value: number | null
  readonly most: number
  readonly onInput: (value: number | null) => void
}

/** Whole numbers from 0; anything else is told and counts as none. */
export function numberField({ label, value, most, onInput }: NumberField): HTMLElement {
  const [id, note] = [newId(), newId()]
  const input = element('input', { id, type: 'number', min: '0', max: String(most), step: '1', 'aria-describedby': note })
  input.value = value === null ? '' : String(value)
  const fault = element('p', { class: 'fault', id: note, role: 'status' })
  input.addEventListener('input', () => {
    const isEmpty = input.value === '' && !input.validity.badInput
    const isFit = !isEmpty && input.validity.valid
    fault.textContent = isEmpty || isFit ? '' : `A whole number up to ${most}; this one is not kept.`
    onInput(isFit ? Number(input.value) : null)
  })
  return element('div', { class: 'field' }, element('label', { for: id }, label), input, fault)
}

export interface Option {
  readonly key: string
  readonly word: string
}

interface Choice {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (key: string) => void
}

/** One of several, in a list that opens. */
export function select({ label, options, value, onChange }: Choice): HTMLElement {
  const id = newId()
  const input = element('select', { id }, ...options.map(({ key, word }) => element('option', { value: key }, word)))
  input.value = value
  input.addEventListener('change', () => onChange(input.value))
  return element('div', { class: 'field' }, element('label', { for: id }, label), input)
}

/** One of several, all of them in sight. */
export function radios({ label, options, value, onChange }: Choice): HTMLFieldSetElement {
  const name = newId()
  return element(
    'fieldset',
    { class: 'ticks' },
    element('legend', {}, label),
    ...options.map(({ key, word }) => {
      const input = element('input', { type: 'radio', name, value: key })
      input.checked = key === value
      input.addEventListener('change', () => onChange(key))
      return element('label', { class: 'tick' }, input, word)
    }),
  )
}

export function tick(label: string | Node, isTicked: boolean, onChange: (isTicked: boolean) => void): HTMLLabelElement {
  const input = element('input', { type: 'checkbox' })
  input.checked = isTicked
  input.addEventListener('change', () => onChange(input.checked))
  return element('label', { class: 'tick' }, input, typeof label === 'string' ? said(label, 'span') : label)
}
