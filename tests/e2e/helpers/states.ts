import { elsewhereStates } from './states-elsewhere'
import { meetingStates } from './states-meeting'
import type { State } from './reach'
import { wallStates } from './states-wall'

export type { State } from './reach'

/** Every screen, empty and full, with its dialogs, menus, errors and progress, by where in a review it is: the only list. */
export const statesBy: Readonly<Record<string, readonly State[]>> = {
  'in the meeting': meetingStates,
  'on the wall and in the panel': wallStates,
  'before the meeting': elsewhereStates.filter(({ route }) => route === 'library' || route === 'prepare'),
  'after the meeting': elsewhereStates.filter(({ route }) => route !== 'library' && route !== 'prepare'),
}

export const states = Object.values(statesBy).flat()
