import type { BoardFilter, BoardSort } from '../../../shared/feedback/board'
import { feedbackStatusWords, forceWords, labelWord, nameOf, sideWords } from '../../../shared/record/words'
import type { RecordState } from '../../../shared/record/state'

export const sortWords: Readonly<Record<BoardSort, string>> = {
  entered: 'As entered',
  newest: 'Newest first',
  agenda: 'By agenda item',
  label: 'By label',
  status: 'By status',
  hands: 'By hands raised',
}

/** FB10: what is asked for, in words: `issue, blocking, “split”`. */
export function filterWords(filter: BoardFilter, { people, agenda }: RecordState): string {
  const { words, side, label, status, force, severity, itemId, authorId } = filter
  return [
    side !== null && `${sideWords[side].toLowerCase()}s`,
    label !== null && labelWord(label).toLowerCase(),
    status !== null && feedbackStatusWords[status].toLowerCase(),
    force !== null && (force === '' ? 'without force' : forceWords[force].toLowerCase()),
    severity !== null && (severity === '' ? 'without severity' : severity),
    itemId !== null && (itemId === '' ? 'of no item' : (agenda[itemId]?.title ?? 'of a removed item')),
    authorId !== null && (authorId === '' ? 'of nobody named' : nameOf(authorId, people)),
    words.trim() !== '' && `“${words.trim()}”`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}
