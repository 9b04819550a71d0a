import { numberWords } from '../../../shared/record/words'
import type { PanelLine } from '../../../shared/rubric/results'
import { placeOn, scaleOf } from '../../../shared/rubric/scale'
import { Scale } from '../../ui/scale'

/** PAN15: what a criterion got, with the ends of its scale and what it takes to pass in numbers. */
export function Dots({ line }: { readonly line: PanelLine }) {
  const { least, most, median, criterion } = line
  const given = line.scores.flatMap(({ points }) => (points === null ? [] : [numberWords(points)]))
  const words = given.length === 0 ? 'No scores' : `Scores ${given.join(', ')}; median ${numberWords(median ?? 0)}`
  const ends = new Set([least, most, ...(criterion.passPoints === null ? [] : [criterion.passPoints])])
  const ticks = [...ends].map((points) => ({ at: placeOn(line, points), words: numberWords(points) }))
  return <Scale scale={scaleOf(line)} size="pane" label={`${criterion.name}: ${words}`} ticks={ticks} />
}
