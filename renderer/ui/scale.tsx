import type { Scale as Places } from '../../shared/rubric/scale'
import { cx } from './cx'
import styles from './scale.module.css'

/**
 * In the units of the picture: a dot in a pane has what is written of it beside it, one on the wall is seen from the last row. `lift` is how far
 * the lowest dot stands over the scale, `mark` the size of the triangle.
 */
const sizes = {
  pane: { width: 172, height: 38, side: 16, axis: 28, radius: 5, lift: 9, step: 9, room: 13, mark: 6 },
  wall: { width: 320, height: 52, side: 18, axis: 34, radius: 7, lift: 12.6, step: 18, room: 17, mark: 8.4 },
  high: { width: 600, height: 64, side: 44, axis: 49, radius: 14, lift: 20, step: 14, room: 14, mark: 8 },
} as const

type Ticks = readonly { readonly at: number; readonly words: string; readonly isPass: boolean }[]

interface ScaleProps {
  readonly scale: Places
  readonly size: keyof typeof sizes
  /** What it says, read aloud; without it the words beside the picture do. */
  readonly label?: string
}

/**
 * PAN15: each score a dot on the scale, over the same place one above the other; a bar from the lowest to the highest, a stroke at the median, a
 * triangle at the consensus. Where it takes a score to pass, a dashed line crosses the scale, and dots below it are red.
 */
export function Scale({ scale: { dots, middle, agreed, pass }, size, label }: ScaleProps) {
  const { width, height, side, axis, radius, lift, step, room, mark } = sizes[size]
  const x = (at: number) => side + at * (width - 2 * side)
  const places = dots.map(({ at }) => at)
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const count = (at: number) => places.filter((other) => other === at).length
  /** Over those of its place before it. */
  const y = (at: number, index: number) =>
    axis - lift - (index - places.indexOf(at)) * Math.min(step, room / Math.max(1, count(at) - 1))
  const far = radius * 1.4
  return (
    <svg
      className={styles['scale']}
      data-size={size}
      viewBox={`0 0 ${width} ${height}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <line x1={side} x2={width - side} y1={axis} y2={axis} className={styles['axis']} />
      {pass !== null && (
        <line x1={x(pass)} x2={x(pass)} y1={axis - room - lift - radius} y2={axis + radius} className={styles['pass']} />
      )}
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
          <circle
            key={index}
            cx={x(at)}
            cy={y(at, index)}
            r={radius}
            className={cx(styles['dot'], pass !== null && at < pass && styles['low'])}
          />
        ),
      )}
      {agreed !== null && (
        <path d={`M${x(agreed)} ${axis + 3}l${mark} ${mark * 1.5}h-${mark * 2}z`} className={styles['agreed']} />
      )}
    </svg>
  )
}

/** The figures under a scale, in letters of the size of the page however large the picture is. */
export function Ticks({ ticks, size = 'high' }: { readonly ticks: Ticks; readonly size?: keyof typeof sizes }) {
  const { width, side } = sizes[size]
  return (
    <svg className={styles['ticks']} data-size={size} aria-hidden="true">
      {ticks.map(({ at, words, isPass }) => (
        <text
          key={words}
          x={`${((side + at * (width - 2 * side)) / width) * 100}%`}
          y="0.85em"
          textAnchor="middle"
          className={isPass ? styles['passTick'] : styles['tick']}
        >
          {words}
        </text>
      ))}
    </svg>
  )
}
