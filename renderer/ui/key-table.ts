/** Every key of the program: letters outside text, and after Ctrl+. inside text. The only list (KEY1). */
export const keyTable = {
  newReview: { key: 'n', label: 'New review', group: 'Library' },
  openBundle: { key: 'o', label: 'Open a bundle', group: 'Library' },
  next: { key: 'n', label: 'Start, or next item', group: 'Meeting' },
  pause: { key: 'p', label: 'Pause or resume', group: 'Meeting' },
  extend: { key: 'e', label: 'One minute more', group: 'Meeting' },
  extendFive: { key: '+', label: 'Five minutes more', group: 'Meeting' },
  shorten: { key: '-', label: 'One minute less', group: 'Meeting' },
  setTime: { key: '=', label: 'Set the time left', group: 'Meeting' },
  break: { key: 'z z', label: 'Break of ten minutes', group: 'Meeting' },
  back: { key: 'j', label: 'Back to the item before', group: 'Meeting' },
  roll: { key: 'c', label: 'Call the roll', group: 'Meeting' },
  close: { key: 'z c', label: 'Close the meeting, step by step', group: 'Meeting' },
  minutes: { key: 'm', label: 'Write minutes of the current item', group: 'Write' },
  feedback: { key: 'r', label: 'Raise feedback', group: 'Write' },
  question: { key: 'q', label: 'Queue a question', group: 'Write' },
  prepared: { key: 'z q', label: 'Prepared questions of the item', group: 'Write' },
  park: { key: 'k', label: 'Park a topic', group: 'Write' },
  acting: { key: 's', label: 'Speak for somebody (acting as)', group: 'Write' },
  action: { key: 'a', label: 'Action', group: 'In the minutes' },
  decision: { key: 'd', label: 'Decision', group: 'In the minutes' },
  finding: { key: 'f', label: 'Finding', group: 'In the minutes' },
  heading: { key: 'h', label: 'Heading', group: 'In the minutes' },
  list: { key: 'l', label: 'List', group: 'In the minutes' },
  link: { key: 'u', label: 'Link', group: 'In the minutes' },
  table: { key: 't', label: 'Table', group: 'In the minutes' },
  wallOpen: { key: 'w', label: 'Open the wall', group: 'Wall' },
  wallHere: { key: 'z w', label: 'Show the wall in this window, and back', group: 'Wall' },
  wallItem: { key: 'i', label: 'Item and time', group: 'Wall' },
  wallFeedback: { key: 'v', label: 'Feedback', group: 'Wall' },
  wallSlide: { key: 'z s', label: 'Slide', group: 'Wall' },
  wallDecision: { key: 'z d', label: 'Decision', group: 'Wall' },
  wallActions: { key: 'z a', label: 'Action plan', group: 'Wall' },
  wallSummary: { key: 'z e', label: 'Executive summary', group: 'Wall' },
  wallRisks: { key: 'z r', label: 'Risks', group: 'Wall' },
  wallReadBack: { key: 'z b', label: 'Read-back', group: 'Wall' },
  wallMessage: { key: 'x', label: 'Message', group: 'Wall' },
  wallBlank: { key: '.', label: 'Blank, and back', group: 'Wall' },
  wallTake: { key: 'y', label: 'Take: what is next goes on the wall', group: 'Wall' },
  wallFreeze: { key: 'z f', label: 'Freeze what is on the wall, and let go', group: 'Wall' },
  slidePage: { key: 'z p', label: 'Go to a page of the slides', group: 'Wall' },
  paneFeedback: { key: '1', label: 'Feedback beside the minutes', group: 'Panes' },
  paneSlides: { key: '2', label: 'Slides beside the minutes', group: 'Panes' },
  paneWall: { key: '3', label: 'The wall beside the minutes', group: 'Panes' },
  panePanel: { key: '4', label: 'The panel beside the minutes', group: 'Panes' },
  passLaptop: { key: 'z l', label: 'Pass the laptop: blind scores', group: 'Panel' },
  lineFinding: { key: 'z i', label: 'Finding of a failed criterion', group: 'Panel' },
  lineCondition: { key: 'z o', label: 'Condition of a failed criterion', group: 'Panel' },
  goLibrary: { key: 'g l', label: 'Library', group: 'Go to' },
  goPrepare: { key: 'g p', label: 'Prepare', group: 'Go to' },
  goRun: { key: 'g r', label: 'Run', group: 'Go to' },
  goFollowUp: { key: 'g f', label: 'Follow up', group: 'Go to' },
  goArchive: { key: 'g a', label: 'Archive', group: 'Go to' },
  help: { key: '?', label: 'All keys', group: 'Help' },
} as const satisfies Record<string, KeyRow>

export interface KeyRow {
  /** One character, or two with a blank between, pressed one after the other. */
  readonly key: string
  readonly label: string
  readonly group: string
}

export type KeyName = keyof typeof keyTable

/** Keys that mean the same everywhere, taken from other programs; shown with the others. */
export const fixedKeys: readonly KeyRow[] = [
  { key: 'Ctrl+K', label: 'Find anything that can be done here by its words', group: 'Help' },
  { key: 'F9', label: 'Discreet mode, and back: cover private notes and unrevealed feedback', group: 'Help' },
  { key: 'Page ↑ ↓', label: 'With slides on the wall, also by a remote: the page before, the next', group: 'Wall' },
  { key: 'B', label: 'With slides, also by a remote: blank, and back', group: 'Wall' },
  { key: 'F5', label: 'With slides, also by a remote: show them', group: 'Wall' },
  { key: 'Ctrl+.', label: 'Inside text: the next key is one of these letters', group: 'Text' },
  { key: 'Esc', label: 'Leave the text; Enter returns', group: 'Text' },
  { key: 'Ctrl+Enter', label: 'Write where the meeting is', group: 'Text' },
  { key: '← →', label: 'In an open material: the page before, the next; where there is one page, the material', group: 'Text' },
  { key: 'Shift ← →', label: 'In an open material: the material before, the next', group: 'Text' },
  { key: 'Alt+Shift+↑ ↓', label: 'In the title of an agenda item: up, down', group: 'Text' },
  { key: 'Alt+Shift+← →', label: 'In the title of an agenda item: out, under the one before', group: 'Text' },
  { key: 'Ctrl+Z', label: 'Undo: in text the text, elsewhere the last step', group: 'Text' },
  { key: 'Ctrl+Shift+Z', label: 'Redo', group: 'Text' },
]
