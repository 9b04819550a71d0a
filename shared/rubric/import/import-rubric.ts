import { MOST_CHARACTERS } from '../../agenda/import/draft'
import { linesOf } from '../../agenda/import/lines'
import { pipeTable } from '../../agenda/import/table'
import { type Node, treeOf } from '../../agenda/import/tree'
import { compare } from '../../review/fields'
import { exact, type Level, MOST_LEVELS, MOST_POINTS, rangeOf } from '../criterion'
import { type DraftCriterion, type ImportedRubric, type Leave, type LeftOut, LONGEST_NAME, MOST_CRITERIA } from './draft'
import { type LevelLine, levelLine, nameLine, plainWords } from './phrases'
import { rubricRows, separatedRubric } from './table'

/**
 * PAN12: a rubric as people write it - Markdown with lists or tables, CSV or TSV - as criteria; every other line is told with why it is none.
 * Never throws, and takes time in proportion to the text.
 */
export function importRubric(whole: string): ImportedRubric {
  const leftOut: LeftOut[] = []
  const leave: Leave = (out) => void leftOut.push(out)
  const text = whole.slice(0, MOST_CHARACTERS)
  if (text.length < whole.length)
    leave({ line: text.split('\n').length, text: `${whole.length - text.length} characters`, why: 'many' })
  const table = separatedRubric(text)
  const found = (table && rubricRows(table, leave)) ?? fromMarkdown(text, leave)
  const usable = found.flatMap((draft) => usableOf(draft, leave))
  for (const { line, name } of usable.slice(MOST_CRITERIA)) leave({ line, text: name, why: 'many' })
  return {
    criteria: weighed(usable.slice(0, MOST_CRITERIA)),
    leftOut: leftOut.sort((left, right) => compare(left.line, right.line)),
  }
}

function fromMarkdown(text: string, leave: Leave): DraftCriterion[] {
  // Comments, code and the like are told by the reader of lines, in words of its own list.
  const lines = linesOf(text, ({ line, text: words, why }) => leave({ line, text: words, why: known(why) }))
  const found: DraftCriterion[] = []
  visit(null, treeOf(lines), found, leave)
  return found
}

const known = (why: string): LeftOut['why'] =>
  why === 'about' || why === 'comment' || why === 'long' || why === 'many' ? why : 'text'

interface Leaf {
  readonly node: Node
  readonly level: LevelLine
}

/** Lines of levels belong to the plain line right before them, else to what they stand under. */
function visit(owner: Node | null, nodes: readonly Node[], found: DraftCriterion[], leave: Leave): void {
  let group: Leaf[] = []
  let before: Node | null = null
  const end = (): void => {
    const named = before ?? owner
    if (group.length > 0 && named) found.push(criterionOf(named, group, leave))
    else for (const { node } of group) leave({ line: node.line, text: node.text.slice(0, 200), why: 'level' })
    if (before && group.length === 0) tell(before)
    group = []
    before = null
  }
  const tell = (node: Node): void => {
    const weighed = node.sort === 'item' ? nameLine(node.text) : null
    // A line with nothing but a weight is a criterion without levels.
    if (weighed && weighed.weight !== null && weighed.name !== '')
      found.push({ line: node.line, ...weighed, counts: 'one', levels: [], passPoints: null })
    else leave({ line: node.line, text: plainWords(node.text).slice(0, 200), why: node.sort === 'heading' ? 'heading' : 'text' })
  }
  for (const node of nodes) {
    const level = node.children.length === 0 && (node.sort === 'item' || node.sort === 'plain') ? levelLine(node.text) : null
    if (level) {
      group.push({ node, level })
      continue
    }
    end()
    if (node.sort === 'table') {
      const rows = rubricRows(pipeTable(node.rows), leave)
      if (rows) found.push(...rows)
      else for (const { number, text } of node.rows) leave({ line: number, text: text.trim().slice(0, 200), why: 'text' })
    } else if (node.children.length > 0) {
      const count = found.length
      visit(node, node.children, found, leave)
      if (found.slice(count).every(({ line }) => line !== node.line)) tell(node)
    } else if (node.sort === 'plain') before = node
    else tell(node)
  }
  end()
}

function criterionOf(node: Node, group: readonly Leaf[], leave: Leave): DraftCriterion {
  const points = group.map(({ level }) => level.points)
  // Levels of which one holds never have the same points.
  const isSum = group.some(({ level }) => level.isPart) || new Set(points).size < points.length
  for (const { node: more } of group.slice(MOST_LEVELS)) leave({ line: more.line, text: more.text.slice(0, 200), why: 'many' })
  const levels = group.slice(0, MOST_LEVELS).map(({ level }): Level => ({ points: level.points, anchor: level.anchor }))
  return { line: node.line, ...nameLine(node.text), counts: isSum ? 'sum' : 'one', levels, passPoints: null }
}

function usableOf(draft: DraftCriterion, leave: Leave): DraftCriterion[] {
  const out = (why: LeftOut['why']): DraftCriterion[] => {
    leave({ line: draft.line, text: draft.name.slice(0, 200), why })
    return []
  }
  if (draft.name === '') return out('level')
  if (draft.name.length > LONGEST_NAME) return out('long')
  const levels = draft.levels.slice(0, MOST_LEVELS)
  if (levels.some(({ points }) => points > MOST_POINTS)) return out('level')
  const isTwice = new Set(levels.map(({ points }) => points)).size < levels.length
  // One level leaves nothing to choose: it is there or not.
  const counts = isTwice || levels.length === 1 ? 'sum' : draft.counts
  const sorted = counts === 'sum' ? levels : [...levels].sort((left, right) => compare(left.points, right.points))
  const { least, most } = rangeOf({ counts, levels: sorted })
  const { passPoints } = draft
  return [
    {
      ...draft,
      ...{ counts, levels: sorted },
      passPoints: passPoints !== null && passPoints >= least && passPoints <= most ? passPoints : null,
    },
  ]
}

/** Without weights a criterion weighs its points; weights in parts of one are percent. */
function weighed(criteria: readonly DraftCriterion[]): ImportedRubric['criteria'] {
  const given = criteria.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  const raw = criteria.map((criterion) => (given.length > 0 ? (criterion.weight ?? 0) : rangeOf(criterion).most))
  const sum = raw.reduce((total, each) => total + each, 0)
  const isShares = given.length > 1 && Math.max(...given) <= 1 && Math.abs(sum - 1) < 0.02
  const factor = isShares ? 100 : Math.max(0, ...raw) > 100 ? 100 / sum : 1
  return criteria.map((criterion, at) => ({ ...criterion, weight: Math.round(exact((raw[at] ?? 0) * factor) * 10) / 10 }))
}
