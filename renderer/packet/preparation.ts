import type { Packet } from '../../shared/packet/packet'
import type { PageWords } from '../../shared/packet-page/words'
import { sizeWords } from '../../shared/review/sizes'
import { element, said } from './element'
import { numberField, radios, textField, tick } from './fields'

const MOST_MINUTES = 6_000

/** What is to be read, and how this reviewer prepared. */
export function preparationSection({ materials, answers }: Packet, words: PageWords, onChange: () => void): HTMLElement {
  const { preparation } = answers
  const set = (patch: Partial<typeof preparation>): void => {
    Object.assign(preparation, patch)
    onChange()
  }
  const setRead = (id: string, isRead: boolean): void =>
    set({ materialIds: [...preparation.materialIds.filter((other) => other !== id), ...(isRead ? [id] : [])] })
  return element(
    'section',
    { 'aria-labelledby': 'read' },
    element('h2', { id: 'read' }, 'Read beforehand'),
    materials.length === 0
      ? element('p', { class: 'quiet' }, 'The review had no materials when this packet was made.')
      : element('p', { class: 'hint' }, 'The files come to you separately. Tick what you read.'),
    ...(materials.length === 0 ? [] : [table(materials, preparation.materialIds, setRead)]),
    element(
      'div',
      { class: 'row' },
      numberField({
        label: 'Minutes spent',
        value: preparation.minutes,
        most: MOST_MINUTES,
        onInput: (minutes) => set({ minutes }),
      }),
      radios({
        label: 'My preparation was',
        options: [...words.outcomes, { key: '', word: 'Not said' }],
        value: preparation.outcome ?? '',
        onChange: (key) => set({ outcome: key === 'sufficient' || key === 'insufficient' ? key : null }),
      }),
    ),
    textField({
      label: 'Note on the preparation',
      hint: 'For instance what was missing, or could not be opened.',
      value: preparation.note,
      onInput: (note) => set({ note }),
    }),
  )
}

function table(
  materials: Packet['materials'],
  readIds: readonly string[],
  setRead: (id: string, isRead: boolean) => void,
): HTMLElement {
  const head = ['Material', 'Version', 'Size', 'SHA-512 begins']
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element('tr', {}, ...head.map((word, at) => element('th', { scope: 'col', class: at === 3 ? 'hash' : '' }, word))),
    ),
    element(
      'tbody',
      {},
      ...materials.map(({ id, name, version, bytes, sha512 }) =>
        element(
          'tr',
          {},
          element(
            'td',
            {},
            tick(said(name, 'span'), readIds.includes(id), (isRead) => setRead(id, isRead)),
          ),
          element('td', {}, String(version)),
          element('td', { class: 'short' }, sizeWords(bytes)),
          element('td', { class: 'hash' }, element('code', {}, sha512)),
        ),
      ),
    ),
  )
}
