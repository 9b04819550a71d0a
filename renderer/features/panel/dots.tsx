import { scaleLinear } from 'd3-scale'
import { numberWords } from '../../../shared/record/words'
import type { PanelLine } from '../../../shared/rubric/results'
import styles from './panel.module.css'

const WIDTH = 360
const SIDE = 24
const AXIS = 40
const RADIUS = 5
/** As far apart as dots need, and together no higher than there is room. */
const [STEP, ROOM] = [11, 23]

/** PAN15: each score a dot on the scale, over the same place one above the other; a bar from the lowest to the highest, a stroke at the median, a triangle at the consensus. */
export function Dots({ line }: { readonly line: PanelLine }) {
  const { least, most, low, high, median, consensus, criterion } = line
  const x = scaleLinear([least, most === least ? least + 1 : most], [SIDE, WIDTH - SIDE])
  const height = new Map<number, number>()
  const count = (points: number | null) => line.scores.filter((other) => other.points === points).length
  const dots = line.scores.flatMap(({ points, isOutlier, score }) => {
    if (points === null) return []
    const below = height.get(points) ?? 0
    height.set(points, below + 1)
    return [
      { id: score.id, isOutlier, x: x(points), y: AXIS - 9 - below * Math.min(STEP, ROOM / Math.max(1, count(points) - 1)) },
    ]
  })
  const given = line.scores.flatMap(({ points }) => (points === null ? [] : [numberWords(points)]))
  const words = given.length === 0 ? 'No scores' : `Scores ${given.join(', ')}; median ${numberWords(median ?? 0)}`
  const ends = [least, most, ...(criterion.passPoints === null ? [] : [criterion.passPoints])]
  return (
    <svg className={styles['dots']} viewBox={`0 0 ${WIDTH} 62`} role="img" aria-label={`${criterion.name}: ${words}`}>
      <line x1={SIDE} x2={WIDTH - SIDE} y1={AXIS} y2={AXIS} className={styles['axis']} />
      {criterion.passPoints !== null && (
        <line x1={x(criterion.passPoints)} x2={x(criterion.passPoints)} y1={8} y2={AXIS} className={styles['pass']} />
      )}
      {low !== null && high !== null && low < high && (
        <line x1={x(low)} x2={x(high)} y1={AXIS} y2={AXIS} className={styles['spread']} />
      )}
      {median !== null && <line x1={x(median)} x2={x(median)} y1={AXIS - 5} y2={AXIS + 5} className={styles['median']} />}
      {dots.map((dot) =>
        dot.isOutlier ? (
          <path key={dot.id} d={`M${dot.x} ${dot.y - 7}l7 7l-7 7l-7 -7z`} className={styles['outlier']} />
        ) : (
          <circle key={dot.id} cx={dot.x} cy={dot.y} r={RADIUS} className={styles['dot']} />
        ),
      )}
      {consensus !== null && <path d={`M${x(consensus)} ${AXIS + 3}l6 9l-12 0z`} className={styles['agreed']} />}
      {[...new Set(ends)].map((points) => (
        <text key={points} x={x(points)} y={58} textAnchor="middle" className={styles['tick']}>
          {numberWords(points)}
        </text>
      ))}
    </svg>
  )
}
