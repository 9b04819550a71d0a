import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { inTurn, TooHard, withPatience } from '../../pdf/patience'
import { type Size, sizeOf } from '../../pdf/pdf-file'
import type { RegionOfPage } from '../../ui/open-material'
import { regionStyle } from '../../ui/region-style'
import styles from './pdf.module.css'

/** How a page is fitted: to the width there is, as a whole, or at its own size. */
export type Zoom = 'width' | 'page' | 'full'
/** In CSS pixels. */
export interface Room {
  readonly width: number
  readonly height: number
}

export interface PdfPageProps {
  readonly document: PDFDocumentProxy
  readonly number: number
  /** Its size, until it is known. */
  readonly usual: Size
  readonly zoom: Zoom
  readonly room: Room
  /** It took too long before, and is not tried again. */
  readonly isHard: boolean
  readonly onHard: (page: number) => void
  /** FB14: what is marked on it. */
  readonly region: RegionOfPage | null
}

const MOST_PIXELS = 16_000_000

/** One page; drawn while it is near what is seen. Its words lie over it, to be selected and read aloud. */
export function PdfPage({ document, number, usual, zoom, room, isHard, onHard, region }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(sheet)
  const [size, setSize] = useState(usual)
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting')
  const scale = scaleOf(zoom, size, room)
  useEffect(() => {
    if (!isNear || isHard) return
    let isGone = false
    let drawing: RenderTask | null = null
    let writing: TextLayer | null = null
    async function draw(): Promise<void> {
      if (isGone) return // scrolled past while others were drawn
      const page = await withPatience(document.getPage(number))
      if (isGone || !canvas.current || !words.current) return
      const { width, height } = sizeOf(page)
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }))
      if (width !== size.width || height !== size.height) return // drawn when the size has come back
      drawing = drawOn(canvas.current, page, scale)
      await withPatience(drawing.promise)
      if (isGone) return
      setState('drawn')
      words.current.replaceChildren()
      writing = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: words.current,
        viewport: page.getViewport({ scale }),
      })
      await writing.render()
    }
    inTurn(document, draw).catch((error: unknown) => {
      if (isGone) return
      setState((before) => (before === 'drawn' ? before : 'failed'))
      if (error instanceof TooHard) onHard(number)
    })
    return () => {
      isGone = true
      drawing?.cancel()
      writing?.cancel()
    }
  }, [document, number, scale, size, isNear, isHard, onHard])
  return (
    <div
      ref={sheet}
      className={styles['sheet']}
      data-page={number}
      data-state={state}
      style={{ width: size.width * scale, height: size.height * scale, '--total-scale-factor': scale } as React.CSSProperties}
    >
      {isNear && (
        <>
          <canvas ref={canvas} role="img" aria-label={`Page ${number}`} />
          <div ref={words} className={styles['words']} />
          {region && <div className={styles['region']} style={regionStyle(region)} />}
        </>
      )}
      {state === 'failed' && (
        <p role="alert">
          {`Page ${number} ${isHard ? 'takes too long to be drawn' : 'could not be drawn'}. The file itself is unchanged.`}
        </p>
      )}
    </div>
  )
}

function drawOn(canvas: HTMLCanvasElement, page: PDFPageProxy, scale: number): RenderTask {
  const { width, height } = page.getViewport({ scale })
  const sharpness = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)))
  const viewport = page.getViewport({ scale: scale * sharpness })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  return page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE })
}

function scaleOf(zoom: Zoom, size: Size, room: Room): number {
  const byWidth = Math.max(0.1, room.width / size.width)
  if (zoom === 'width') return byWidth
  return zoom === 'page' ? Math.min(byWidth, Math.max(0.1, room.height / size.height)) : 96 / 72
}

function useIsNear(element: Readonly<React.RefObject<HTMLElement | null>>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false), {
      // What is just out of sight is drawn, too.
      scrollMargin: '600px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
