import type { Packet } from '../../shared/packet/packet'
import { element, said } from './element'
import { textField } from './fields'

/** The questions of the reviewers' side, each with what this reviewer found. */
export function questionsSection({ questions, items, answers }: Packet, onChange: () => void): HTMLElement | null {
  if (questions.length === 0) return null
  const set = (questionId: string, text: string): void => {
    answers.questions = [
      ...answers.questions.filter((other) => other.questionId !== questionId),
      ...(text === '' ? [] : [{ questionId, text }]),
    ]
    onChange()
  }
  return element(
    'section',
    { 'aria-labelledby': 'questions' },
    element('h2', { id: 'questions' }, 'Prepared questions'),
    element('p', { class: 'hint' }, 'Questions of the reviewers. Write what you found in the materials; leave the others empty.'),
    ...questions.map(({ id, text, askedBy, itemId }, at) => {
      const item = items.find((each) => each.id === itemId)
      const about = [...(askedBy === '' ? [] : [`Asked by ${askedBy}`]), ...(item ? [`${item.number} ${item.title}`] : [])].join(
        ' · ',
      )
      return element(
        'div',
        { class: 'card' },
        element('h3', { class: 'text' }, `${at + 1}. `, said(text)),
        ...(about === '' ? [] : [element('p', { class: 'hint', dir: 'auto' }, about)]),
        textField({
          label: `Answer to question ${at + 1}`,
          value: answers.questions.find(({ questionId }) => questionId === id)?.text ?? '',
          onInput: (words) => set(id, words),
        }),
      )
    }),
  )
}
