import { numberWords } from '../../../shared/record/words'
import type { PanelLine } from '../../../shared/rubric/results'
import { scaleOf, ticksOf } from '../../../shared/rubric/scale'
import { Scale, Ticks } from '../../ui/scale'

/** PAN15: what a criterion got, above what it takes to pass and the ends of its scale, as far as they have room. */
export function Dots({ line }: { readonly line: PanelLine }) {
  const { median, criterion } = line
  const given = line.scores.flatMap(({ points }) => (points === null ? [] : [numberWords(points)]))
  const words = given.length === 0 ? 'No scores' : `Scores ${given.join(', ')}; median ${numberWords(median ?? 0)}`
  return (
    <div>
      <Scale scale={scaleOf(line)} size="pane" label={`${criterion.name}: ${words}`} />
      <Ticks ticks={ticksOf(line).map(({ points, ...tick }) => ({ ...tick, words: numberWords(points) }))} size="pane" />
    </div>
  )
}
