import type { Scale as Places } from '../../shared/rubric/scale'
import styles from './scale.module.css'

/** In the units of the picture: a dot in a pane has what is written of it beside it, one on the wall is seen from the last row. */
const sizes = {
  pane: { width: 360, height: 46, side: 24, axis: 40, radius: 5, step: 11, room: 23 },
  wall: { width: 320, height: 52, side: 18, axis: 34, radius: 7, step: 18, room: 17 },
} as const
/** Height of the line of ticks. */
const TICK = 16

interface ScaleProps {
  readonly scale: Places
  readonly size: keyof typeof sizes
  /** What it says, read aloud; without it the words beside the picture do. */
  readonly label?: string
  readonly ticks?: readonly { readonly at: number; readonly words: string }[]
}

/**
 * PAN15: each score a dot on the scale, over the same place one above the other; a bar from the lowest to the highest, a stroke at the median, a
 * triangle at the consensus.
 */
export function Scale({ scale: { dots, middle, agreed, pass }, size, label, ticks = [] }: ScaleProps) {
  const { width, height, side, axis, radius, step, room } = sizes[size]
  const x = (at: number) => side + at * (width - 2 * side)
  const places = dots.map(({ at }) => at)
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const count = (at: number) => places.filter((other) => other === at).length
  /** Over those of its place before it. */
  const y = (at: number, index: number) =>
    axis - radius * 1.8 - (index - places.indexOf(at)) * Math.min(step, room / Math.max(1, count(at) - 1))
  const far = radius * 1.4
  return (
    <svg
      className={styles['scale']}
      data-size={size}
      viewBox={`0 0 ${width} ${height + (ticks.length > 0 ? TICK : 0)}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <line x1={side} x2={width - side} y1={axis} y2={axis} className={styles['axis']} />
      {pass !== null && <line x1={x(pass)} x2={x(pass)} y1={axis - room - radius * 1.8} y2={axis} className={styles['pass']} />}
      {low < high && <line x1={x(low)} x2={x(high)} y1={axis} y2={axis} className={styles['spread']} />}
      {middle !== null && (
        <line x1={x(middle)} x2={x(middle)} y1={axis - radius} y2={axis + radius} className={styles['middle']} />
      )}
      {dots.map(({ at, isFar }, index) =>
        isFar ? (
          <path
            key={index}
            d={`M${x(at)} ${y(at, index) - far}l${far} ${far}l-${far} ${far}l-${far} -${far}z`}
            className={styles['far']}
          />
        ) : (
          <circle key={index} cx={x(at)} cy={y(at, index)} r={radius} className={styles['dot']} />
        ),
      )}
      {agreed !== null && (
        <path d={`M${x(agreed)} ${axis + 3}l${radius * 1.2} ${radius * 1.8}h-${radius * 2.4}z`} className={styles['agreed']} />
      )}
      {ticks.map(({ at, words }) => (
        <text key={words} x={x(at)} y={height + TICK - 4} textAnchor="middle" className={styles['tick']}>
          {words}
        </text>
      ))}
    </svg>
  )
}
