import type { Gate } from '../readiness/gate'
import type { BundleView } from './bundle-view'
import { type Block, type Blocks, bullets, heading, table, text } from './paper'
import {
  criterionColumns,
  criterionRows,
  preparationColumns,
  preparationOf,
  preparedGroups,
  startedWords,
} from './readiness-words'

/** RDY9: on paper, what was ready when the meeting began; nothing where nothing was asked of anybody. */
export function readinessBlocks(view: BundleView): Blocks {
  const started = startedWords(view)
  const { sum, rows } = preparationOf(view)
  const parts: Blocks = [
    ...(started ? [text(started.line), bullets(started.missing)] : []),
    ...criteria(view, 'entrance'),
    ...(rows.length === 0
      ? []
      : [
          text(sum),
          table(
            preparationColumns.map((title, at) => ({ title, share: [5, null, null, 5, 6][at] ?? null })),
            rows,
          ),
        ]),
  ]
  return parts.length === 0 ? [] : [heading(1, 'Readiness'), ...parts]
}

export function exitBlocks(view: BundleView): Blocks {
  const parts = criteria(view, 'exit')
  return parts.length === 0 ? [] : [heading(1, 'Exit criteria'), ...parts]
}

function criteria(view: BundleView, gate: Gate): Blocks {
  const rows = criterionRows(view, gate)
  return rows.length === 0
    ? []
    : [
        table(
          criterionColumns.map((title, at) => ({ title, share: [7, null, 8][at] ?? null })),
          rows,
        ),
      ]
}

/** Prepared questions as an appendix. */
export function preparedBlocks(view: BundleView): Blocks {
  const groups = preparedGroups(view)
  if (groups.length === 0) return []
  return [
    heading(1, 'Prepared questions'),
    ...groups.flatMap(({ title, questions }): Blocks => {
      const list: Block = {
        kind: 'list',
        start: null,
        items: questions.map(({ text: asked, note, answer }) => [
          text(asked),
          ...(answer === '' ? [] : [text(`Prepared answer: ${answer}`)]),
          text(note, 'quiet'),
        ]),
      }
      return [...(title === '' ? [] : [text(title, 'label')]), list]
    }),
  ]
}
