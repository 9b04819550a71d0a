import { AnnotationMode } from 'pdfjs-dist'
import { TooHard, withPatience } from './patience'
import { openPdf, type OpenPdf, type Size, sizeOf } from './pdf-file'

/** Slides, open. Pages are drawn one after the other, what is shown before what may be. */
export interface Deck {
  readonly pages: number
  /** The page as large as fits into `room` (pixels), as an address that holds the picture. Rejects when it cannot be drawn. */
  readonly draw: (page: number, room: Size, urgency?: Urgency) => Promise<string>
  readonly close: () => void
}
export type Urgency = 'now' | 'later'

/** Pages that a deck may have: a file may say that it has any number. */
const MOST_PAGES = 2_000

/** SLD1: opens a PDF to be drawn as slides. Throws `Unreadable`. */
export async function openDeck(url: string, signal: AbortSignal): Promise<Deck> {
  let pdf = await openPdf(url, signal)
  const hard = new Set<number>()
  const waiting: Record<Urgency, (() => Promise<void>)[]> = { now: [], later: [] }
  let isDrawing = false
  let isClosed = false

  /** A page that takes too long takes its worker with it; the others go on with another. */
  async function drawIn(page: number, room: Size): Promise<string> {
    if (isClosed) throw new Error('closed')
    if (hard.has(page)) throw new TooHard('it takes too long to be drawn')
    try {
      return await withPatience(drawn(pdf, page, room))
    } catch (error) {
      if (error instanceof TooHard) {
        hard.add(page)
        pdf.close()
        pdf = await openPdf(url, signal)
        if (isClosed) pdf.close()
      }
      throw error
    }
  }

  async function work(): Promise<void> {
    if (isDrawing) return
    isDrawing = true
    for (let next = take(); next; next = take()) await next()
    isDrawing = false
  }
  // What was asked for last is what is looked at now.
  const take = () => waiting.now.pop() ?? waiting.later.shift()

  return {
    pages: Math.min(pdf.document.numPages, MOST_PAGES),
    draw: (page, room, urgency = 'now') =>
      new Promise((resolve, reject) => {
        waiting[urgency].push(() => drawIn(page, room).then(resolve, reject))
        void work()
      }),
    close() {
      isClosed = true
      pdf.close()
    },
  }
}

async function drawn({ document: file }: OpenPdf, number: number, room: Size): Promise<string> {
  const page = await file.getPage(number)
  const { width, height } = sizeOf(page)
  const viewport = page.getViewport({ scale: Math.min(room.width / width, room.height / height) })
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(viewport.width))
  canvas.height = Math.max(1, Math.round(viewport.height))
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise
  // WebP takes eight times as long to be made, longer than a hurried presenter stays on a slide.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95))
  page.cleanup()
  if (!blob) throw new Error('the picture could not be made')
  return addressOf(blob)
}

function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'))
    reader.readAsDataURL(blob)
  })
}
