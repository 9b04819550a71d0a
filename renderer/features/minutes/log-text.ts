import * as Y from 'yjs'
import { minutesFragment } from '../../../shared/minutes/fragments'
import type { StepText } from '../../../shared/record/undo'
import type { Change } from '../../../shared/review/change'
import type { PlannedBlock, PlannedSection } from '../../../shared/scribe/log-plan'

/** Paragraphs that a section gets at once; where there are more, neighbours stand in one. */
const MOST_PARAGRAPHS = 2_000

/** MIN1: when and by whom the blocks are written. */
export interface Stamp {
  readonly at: number
  readonly by: string
}

interface Placed {
  readonly fragment: Y.XmlFragment
  readonly isNew: boolean
  readonly blocks: readonly Y.XmlElement[]
  /** As they were written. */
  readonly words: readonly string[]
}

/**
 * SCR16: the text of a log, at the end of the sections it belongs to.
 * @param changes what the log brought to the record: they tell the ids of its items, actions and decisions.
 */
export function logText(minutes: Y.Doc, sections: readonly PlannedSection[], changes: readonly Change[], stamp: Stamp): StepText {
  const made = (collection: string): string[] =>
    changes.flatMap(({ path, before }) => (path[0] === collection && path.length === 2 && before === undefined ? [path[1]] : []))
  const ids = { agenda: made('agenda'), action: made('actions'), decision: made('decisions') }
  let placed: Placed[] = []

  function elementOf(block: readonly Said[] | Line): Y.XmlElement {
    const element = new Y.XmlElement<Record<string, string | number>>('kind' in block ? 'recordLine' : 'paragraph')
    if ('kind' in block) {
      element.setAttribute('kind', block.kind)
      element.setAttribute('id', ids[block.kind][block.at] ?? '')
    } else element.insert(0, [textOf(block)])
    element.setAttribute('at', stamp.at)
    element.setAttribute('by', stamp.by)
    return element as unknown as Y.XmlElement
  }

  function put({ itemId, itemAt, blocks }: PlannedSection): Placed {
    const fragment = minutesFragment(minutes, itemAt === null ? itemId : (ids.agenda[itemAt] ?? null))
    const elements = joined(blocks).map(elementOf)
    const last = fragment.length === 0 ? null : fragment.get(fragment.length - 1)
    // The empty line at the foot, in which somebody may have the caret, stays there.
    fragment.insert(last && isEmpty(last) ? fragment.length - 1 : fragment.length, elements)
    return { fragment, isNew: itemAt !== null, blocks: elements, words: elements.map((element) => element.toJSON()) }
  }

  return {
    write() {
      minutes.transact(() => (placed = sections.map(put)), 'importLog')
    },
    stands: () => placed.every(standsAs),
    takeBack() {
      minutes.transact(() => {
        for (const { fragment, blocks } of placed) {
          const own = new Set<unknown>(blocks)
          const all = fragment.toArray()
          for (let at = all.length - 1; at >= 0; at--) if (own.has(all[at])) fragment.delete(at)
        }
      }, 'undo:importLog')
    },
  }
}

/** A new item goes with its section, so nothing else may have been written there. */
function standsAs({ fragment, isNew, blocks, words }: Placed): boolean {
  const all = fragment.toArray()
  const own = new Set<unknown>(blocks)
  const there = new Set<unknown>(all)
  const isWhole = blocks.every((block, at) => there.has(block) && block.toJSON() === words[at])
  return isWhole && (!isNew || all.every((each) => own.has(each) || isEmpty(each)))
}

function isEmpty(node: unknown): boolean {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'paragraph') return false
  return node.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
}

type Said = PlannedBlock & { kind: 'text' }
type Line = Exclude<PlannedBlock, Said>

/** Paragraphs and lines; each paragraph is what one or, where they are too many, several said. */
function joined(blocks: readonly PlannedBlock[]): (Said[] | Line)[] {
  const each = Math.ceil(blocks.length / MOST_PARAGRAPHS)
  const all: (Said[] | Line)[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (block.kind !== 'text') all.push(block)
    else if (Array.isArray(last) && last.length < each) last.push(block)
    else all.push([block])
  }
  return all
}

function textOf(said: readonly Said[]): Y.XmlText {
  const text = new Y.XmlText()
  const pieces = said.flatMap(({ speaker, text: words }, at) => [
    { insert: at === 0 ? '' : ' ', attributes: {} },
    { insert: speaker === '' ? '' : `${speaker}:`, attributes: { bold: {} } },
    { insert: speaker === '' ? words : ` ${words}`, attributes: {} },
  ])
  text.applyDelta(pieces.filter(({ insert }) => insert !== ''))
  return text
}
