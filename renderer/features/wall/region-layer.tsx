import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Region } from '../../../shared/feedback/place'
import { regionStyle } from '../../ui/region-style'
import styles from './region-layer.module.css'

export interface RegionLayerProps {
  /** What is marked on this page already, and what it says. */
  readonly marked: readonly { readonly id: string; readonly region: Region; readonly words: string }[]
  /** Whether a region is being marked: by the pointer at any time, by keys while this is true. */
  readonly isMarking: boolean
  readonly onTake: (region: Region) => void
  readonly onCancel: () => void
}

/** Smaller than this is a press and no region; in parts of the page. */
const SMALLEST = 0.02
const STEP = 0.02
const atFirst: Region = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 }

/** FB14: over a page: the regions that are marked, and one that is being drawn. Arrows move it, with Shift they change its size, Enter takes it. */
export function RegionLayer({ marked, isMarking, onTake, onCancel }: RegionLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [drawn, setDrawn] = useState<Region | null>(null)
  const shown = drawn ?? (isMarking ? atFirst : null)
  useEffect(() => {
    if (isMarking) frame.current?.focus()
  }, [isMarking])

  function pointOf(event: PointerEvent): { x: number; y: number } {
    const box = layer.current?.getBoundingClientRect()
    const along = (at: number, start: number, length: number) => Math.min(1, Math.max(0, (at - start) / length))
    return box ? { x: along(event.clientX, box.left, box.width), y: along(event.clientY, box.top, box.height) } : { x: 0, y: 0 }
  }
  function end(): void {
    setFrom(null)
    setDrawn(null)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      end()
      onCancel()
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault()
      onTake(shown)
      end()
    } else if (event.key.startsWith('Arrow') && shown) {
      event.preventDefault()
      event.stopPropagation()
      setDrawn(moved(shown, event.key, event.shiftKey))
    }
  }
  return (
    <div
      ref={layer}
      className={styles['layer']}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(pointOf(event))
      }}
      onPointerMove={(event) => {
        if (from) setDrawn(between(from, pointOf(event)))
      }}
      onPointerUp={() => {
        if (drawn && from && drawn.width > SMALLEST && drawn.height > SMALLEST) onTake(drawn)
        end()
      }}
      onPointerCancel={end}
    >
      {marked.map(({ id, region, words }) => (
        <div key={id} className={styles['marked']} style={regionStyle(region)} title={words} />
      ))}
      {shown && (
        <div
          ref={frame}
          className={styles['drawn']}
          style={regionStyle(shown)}
          role="application"
          aria-label="Region on the page. Arrows move it, Shift and arrows change its size, Enter takes it, Escape leaves it."
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  )
}

type Point = { readonly x: number; readonly y: number }

function between(from: Point, to: Point): Region {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
}

/** Within the page. */
function moved({ x, y, width, height }: Region, key: string, isSized: boolean): Region {
  const across = key === 'ArrowLeft' ? -STEP : key === 'ArrowRight' ? STEP : 0
  const down = key === 'ArrowUp' ? -STEP : key === 'ArrowDown' ? STEP : 0
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  return isSized
    ? { x, y, width: within(width + across, SMALLEST, 1 - x), height: within(height + down, SMALLEST, 1 - y) }
    : { x: within(x + across, 0, 1 - width), y: within(y + down, 0, 1 - height), width, height }
}
