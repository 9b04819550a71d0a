import * as Y from 'yjs'
import type { LineKind } from './extensions'
import { itemsWithMinutes, minutesFragment } from './fragments'

export function lineKey(kind: LineKind, id: string): string {
  return `${kind}-${id}`
}

/** LIN1: the records that have a line somewhere in the minutes, by `lineKey`. */
export function recordLines(minutes: Y.Doc): ReadonlySet<string> {
  const lines = new Set<string>()
  for (const itemId of [...itemsWithMinutes(minutes), null])
    for (const node of minutesFragment(minutes, itemId).createTreeWalker(isLine))
      if (node instanceof Y.XmlElement)
        lines.add(lineKey((node.getAttribute('kind') ?? 'action') as LineKind, node.getAttribute('id') ?? ''))
  return lines
}

function isLine(node: Y.AbstractType<unknown>): boolean {
  return node instanceof Y.XmlElement && node.nodeName === 'recordLine'
}
