import { namesIn, readLogLine, type Roll } from './log-line'

/** Why a line of a log became nothing of its own. */
export type LeftOutWhy = 'about' | 'agenda' | 'command' | 'corrected' | 'long' | 'many' | 'rule'

export interface LeftOut {
  readonly line: number
  readonly text: string
  readonly why: LeftOutWhy
}

export interface LogBlock {
  readonly kind: 'text' | 'action' | 'decision'
  readonly line: number
  /** Who said it; '' for nobody named. */
  readonly speaker: string
  readonly text: string
}

export interface LogTopic {
  /** '': before the first topic. */
  readonly title: string
  readonly line: number
  readonly blocks: readonly LogBlock[]
}

export interface ScribeLog {
  readonly rolls: Readonly<Record<Roll, readonly string[]>>
  /** Lines that name who was there and what they did. */
  readonly rollLines: readonly { readonly line: number; readonly text: string }[]
  readonly topics: readonly LogTopic[]
  readonly leftOut: readonly LeftOut[]
}

/** SCR12: what is longer is told and left out. */
export const MOST_LOG_LINES = 20_000
export const LONGEST_LOG_LINE = 20_000
/** Blocks above a correction in which its old words are looked for. */
const FAR_ENOUGH = 200

interface Topic {
  title: string
  line: number
  blocks: LogBlock[]
}

/** Headings that say what the text is, not what it is about. */
const about =
  /^(?:-? ?draft ?-?|minutes|.{0,80}\b(?:minutes|teleconference|telecon|telcon|f2f|face[- ]to[- ]face)\b.{0,40}|(?:\w{3,9},? )?\d{1,2}(?:[-–]\d{1,2})? \w{3,9},? \d{4}|\w{3,9} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{4}-\d{2}-\d{2})$/i
const lists = /^(?:agenda|contents|table of contents|topics|agenda topics|agenda items)$/i

/**
 * SCR9: reads a scribe's log: who was there, topics, actions, decisions, and what was said by whom. SCR10: every line becomes part of
 * that or is told with why. Never throws.
 */
export function readLog(text: string): ScribeLog {
  const all = text.split(/\r\n|\n|\r/)
  const rolls: Record<Roll, string[]> = { present: [], regrets: [], chair: [], scribe: [] }
  const rollLines: { readonly line: number; readonly text: string }[] = []
  const leftOut: LeftOut[] = []
  let current: Topic = { title: '', line: 0, blocks: [] }
  const topics = [current]
  let listed: 'agenda' | Roll | null = null
  /** Until the first words of a person. */
  let isHeadOfLog = true
  const name = (roll: Roll, names: readonly string[], line: number): void => {
    rollLines.push({ line, text: (all[line - 1] ?? '').trim() })
    for (const each of names) if (!rolls[roll].includes(each)) rolls[roll].push(each)
  }
  const say = (block: LogBlock): void => {
    current.blocks.push(block)
    isHeadOfLog = false
  }

  if (all.length > MOST_LOG_LINES)
    leftOut.push({ line: MOST_LOG_LINES + 1, text: `${all.length - MOST_LOG_LINES} lines`, why: 'many' })
  all.slice(0, MOST_LOG_LINES).forEach((raw, at) => {
    const line = at + 1
    const leave = (why: LeftOutWhy): void => void leftOut.push({ line, text: raw.trim().slice(0, 200), why })
    if (raw.length > LONGEST_LOG_LINE) return leave('long')
    const read = readLogLine(raw)
    const own = raw.trim()
    switch (read.kind) {
      case 'blank':
        if (listed !== 'agenda' && listed !== null && rollLines.at(-1)?.line !== line - 1) listed = null
        return
      case 'rule':
        listed = null
        return leave('rule')
      case 'command':
        return leave('command')
      case 'roll':
        listed = read.names.length === 0 ? read.roll : null
        return name(read.roll, read.names, line)
      case 'topic': {
        listed = null
        if (read.isHeading && isHeadOfLog && about.test(read.title.replace(/[:.]$/, ''))) return leave('about')
        if (read.isHeading && lists.test(read.title.replace(/:$/, ''))) {
          listed = 'agenda'
          return leave('agenda')
        }
        current = { title: read.title, line, blocks: [] }
        topics.push(current)
        // Links and what is too long for a title stay as text below it.
        if (read.rest !== '') current.blocks.push({ kind: 'text', line, speaker: '', text: read.rest })
        return
      }
      case 'action':
      case 'decision':
        listed = null
        return say({ kind: read.kind, line, speaker: read.speaker, text: read.text })
      case 'correction':
        if (corrected(current.blocks, read)) return leave('corrected')
        return say({ kind: 'text', line, speaker: '', text: own })
      case 'item':
        if (listed === 'agenda') return leave('agenda')
        if (listed) return name(listed, namesIn(read.text.replace(/^[^:]{1,30}:/, '')), line)
        return say({ kind: 'text', line, speaker: '', text: own })
      case 'text': {
        if (isHeadOfLog && read.speaker === '' && lists.test(read.text.replace(/:$/, ''))) {
          listed = 'agenda'
          return leave('agenda')
        }
        if (isHeadOfLog && read.speaker === '' && about.test(read.text)) return leave('about')
        if (listed !== null && listed !== 'agenda' && read.speaker !== null && own.length < 300) {
          name(listed, namesIn(own.replace(/^[^:]{1,30}:/, '')), line)
          return
        }
        // What is set under an item of the agenda belongs to it.
        if (listed === 'agenda' && /^\s{2,}/.test(raw) && read.speaker === '') return leave('agenda')
        listed = null
        return say({ kind: 'text', line, speaker: read.speaker ?? '', text: read.text })
      }
    }
  })
  return { rolls, rollLines, topics: topics.filter(({ title, blocks }) => title !== '' || blocks.length > 0), leftOut }
}

/** SCR11: changes the nearest block above that says the old words; false when none does. */
function corrected(
  blocks: LogBlock[],
  { old, new: by, isEverywhere }: { readonly old: string; readonly new: string; readonly isEverywhere: boolean },
): boolean {
  const from = Math.max(0, blocks.length - FAR_ENOUGH)
  const place = blocks.slice(from).findLastIndex(({ text }) => text.includes(old))
  const block = blocks[from + place]
  if (place < 0 || !block) return false
  const text = isEverywhere ? block.text.replaceAll(old, () => by) : block.text.replace(old, () => by)
  if (text.length > LONGEST_LOG_LINE) return false
  blocks[from + place] = { ...block, text }
  return true
}
