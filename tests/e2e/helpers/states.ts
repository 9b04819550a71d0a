import { elsewhereStates } from './states-elsewhere'
import { meetingStates } from './states-meeting'

export type { State } from './reach'

/** Every screen, empty and full, with its dialogs, menus, errors and progress: the only list. */
export const states = [...elsewhereStates, ...meetingStates]
