import type { FilledMark, Packet } from '../../shared/packet/packet'
import type { PageWords } from '../../shared/packet-page/words'
import { button, element, newId, said } from './element'
import { radios, textField, tick } from './fields'

type Criterion = Packet['criteria'][number]

/** PAN4, as a ballot counts: a level and how sure that is, or why not. */
export function isAnswered({ counts }: Criterion, mark: FilledMark | undefined): boolean {
  if (!mark) return false
  if (mark.isRecused) return mark.recusal.trim() !== ''
  return mark.confidence !== null && (counts === 'sum' || mark.levelsAt.length === 1)
}

/** The rubric, criterion by criterion, or why this reviewer is recused from all of it. */
export function scoresSection(packet: Packet, words: PageWords, onChange: () => void): HTMLElement | null {
  const { criteria, answers } = packet
  if (criteria.length === 0) return null
  const { ballot } = answers
  const list = element('div', { class: 'cards' })
  const reason = element('div')
  const draw = (): void => {
    list.hidden = ballot.isRecused
    reason.hidden = !ballot.isRecused
  }
  reason.append(
    textField({
      label: 'Why you are recused from the whole rubric',
      hint: 'For instance: I supervised this project.',
      value: ballot.recusal,
      onInput: (recusal) => {
        ballot.recusal = recusal
        onChange()
      },
    }),
  )
  list.append(...criteria.map((criterion, at) => criterionBox(criterion, at + 1, ballot.marks, words, onChange)))
  draw()
  return element(
    'section',
    { 'aria-labelledby': 'scores' },
    element('h2', { id: 'scores' }, 'Scores'),
    element(
      'p',
      { class: 'hint' },
      'They are sealed until the panel reveals them. Answer each criterion: a ballot with one left open does not count. Whoever does not score leaves all of them.',
    ),
    tick('I recuse myself from the whole rubric', ballot.isRecused, (isRecused) => {
      ballot.isRecused = isRecused
      draw()
      onChange()
    }),
    reason,
    list,
  )
}

const unmarked = (criterionId: string): FilledMark => ({
  criterionId,
  levelsAt: [],
  confidence: null,
  comment: '',
  isRecused: false,
  recusal: '',
})

function criterionBox(
  criterion: Criterion,
  number: number,
  marks: FilledMark[],
  words: PageWords,
  onChange: () => void,
): HTMLElement {
  const mark = (): FilledMark => marks.find(({ criterionId }) => criterionId === criterion.id) ?? unmarked(criterion.id)
  const box = element('fieldset', { class: 'criterion' })
  const set = (patch: Partial<FilledMark>): void => {
    const next = { ...mark(), ...patch }
    const at = marks.findIndex(({ criterionId }) => criterionId === criterion.id)
    marks.splice(at < 0 ? marks.length : at, at < 0 ? 0 : 1, next)
    onChange()
  }
  const draw = (): void => {
    const now = mark()
    box.replaceChildren(
      element('legend', {}, `${number}. `, said(criterion.name)),
      element('p', { class: 'hint' }, aboutWords(criterion)),
      ...(now.isRecused ? [] : [levels(criterion, now, set), confidence(now, words, set)]),
      textField(
        now.isRecused
          ? { label: 'Why you are recused from this one', value: now.recusal, onInput: (recusal) => set({ recusal }) }
          : { label: 'Comment', value: now.comment, onInput: (comment) => set({ comment }) },
      ),
      element(
        'div',
        { class: 'ticks' },
        tick('I recuse myself from this one', now.isRecused, (isRecused) => {
          set({ isRecused })
          draw()
          box.querySelector<HTMLElement>(isRecused ? 'textarea' : 'input')?.focus()
        }),
        button(
          `Clear criterion ${number}`,
          () => {
            set(unmarked(criterion.id))
            draw()
            box.querySelector<HTMLElement>('input')?.focus()
          },
          'plain',
        ),
      ),
    )
  }
  draw()
  return box
}

function levels(criterion: Criterion, mark: FilledMark, set: (patch: Partial<FilledMark>) => void): HTMLElement {
  const isSum = criterion.counts === 'sum'
  const name = newId()
  const chosen = new Set(mark.levelsAt)
  return element(
    'div',
    { class: 'levels', role: 'group', 'aria-label': isSum ? 'What holds' : 'Level' },
    ...criterion.levels.map(({ points, anchor }, at) => {
      const input = element('input', { type: isSum ? 'checkbox' : 'radio', name })
      input.checked = chosen.has(at)
      input.addEventListener('change', () => {
        if (!isSum) chosen.clear()
        if (input.checked) chosen.add(at)
        else chosen.delete(at)
        set({ levelsAt: [...chosen].sort((left, right) => left - right) })
      })
      const words = element('span', {}, element('b', {}, `${isSum ? '+' : ''}${figure(points)}`), ' ', said(anchor))
      return element('label', { class: 'tick' }, input, words)
    }),
  )
}

function confidence(mark: FilledMark, words: PageWords, set: (patch: Partial<FilledMark>) => void): HTMLElement {
  return radios({
    label: 'Confidence',
    options: words.confidences,
    value: mark.confidence ?? '',
    onChange: (key) => set({ confidence: key as FilledMark['confidence'] }),
  })
}

function aboutWords({ weight, counts, passPoints }: Criterion): string {
  return [
    `Weight ${figure(weight)}`,
    ...(counts === 'sum' ? ['each that holds counts'] : []),
    ...(passPoints === null ? [] : [`${figure(passPoints)} to pass`]),
  ].join(' · ')
}

const figure = (value: number): string => String(Math.round(value * 10) / 10)
