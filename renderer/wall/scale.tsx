import type { WallBlock } from '../../shared/wall/wall-schema'
import styles from './scale.module.css'

const WIDTH = 320
const SIDE = 18
const AXIS = 34
const RADIUS = 7
/** As far apart as dots need, and together no higher than there is room. */
const [STEP, ROOM] = [18, 17]

const xOf = (at: number) => SIDE + at * (WIDTH - 2 * SIDE)

/** WAL16: the scores of one criterion on its scale, one over the other where they are alike; the words beside it say the same. */
export function Scale({ block }: { readonly block: Extract<WallBlock, { readonly kind: 'scores' }> }) {
  const { dots, middle, agreed, pass } = block
  if (dots.length === 0) return <span />
  const places = dots.map(({ at }) => at)
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const under = (index: number) => places.slice(0, index).filter((at) => at === places[index]).length
  const alike = (at: number) => places.filter((other) => other === at).length
  const heightOf = (at: number, index: number) => AXIS - 13 - under(index) * Math.min(STEP, ROOM / Math.max(1, alike(at) - 1))
  return (
    <svg className={styles['scale']} viewBox={`0 0 ${WIDTH} 52`} aria-hidden>
      <path d={`M${SIDE} ${AXIS}H${WIDTH - SIDE}`} className={styles['axis']} />
      {pass !== null && <path d={`M${xOf(pass)} 2V${AXIS}`} className={styles['pass']} />}
      {low < high && <path d={`M${xOf(low)} ${AXIS}H${xOf(high)}`} className={styles['spread']} />}
      {middle !== null && <path d={`M${xOf(middle)} ${AXIS - 8}v16`} className={styles['middle']} />}
      {dots.map(({ at, isFar }, index) =>
        isFar ? (
          <path key={index} d={`M${xOf(at)} ${heightOf(at, index) - 10}l10 10l-10 10l-10 -10z`} className={styles['far']} />
        ) : (
          <circle key={index} cx={xOf(at)} cy={heightOf(at, index)} r={RADIUS} className={styles['dot']} />
        ),
      )}
      {agreed !== null && <path d={`M${xOf(agreed)} ${AXIS + 4}l9 13h-18z`} className={styles['agreed']} />}
    </svg>
  )
}
