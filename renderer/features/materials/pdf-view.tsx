import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { NumberField } from '../../ui/number-field'
import { Segments } from '../../ui/segments'
import { openPdf, type OpenPdf } from '../../pdf/pdf-file'
import { PdfPage, type Room, type Zoom } from './pdf-page'
import styles from './pdf.module.css'
import { useArrows } from './use-arrows'
import type { Reading } from './use-parsed'
import { Fault, Frame, type PagedViewProps, Waiting } from './view'

/** Keys that turn slides, which fill what is seen: scrolling by a window would leave two halves. */
const pageKeys: Readonly<Record<string, number | undefined>> = { PageDown: 1, ' ': 1, PageUp: -1 }
/** Pages that are shown: a file may say that it has any number. */
const MOST_PAGES = 2_000

/** VIW9: a PDF, page under page; only those near are drawn. */
export function PdfView({ material, url, page: opensAt, region }: PagedViewProps) {
  const [hard, setHard] = useState<ReadonlySet<number>>(new Set())
  const [onHard] = useState(() => (number: number) => setHard((before) => new Set([...before, number])))
  // VIW12: a page that takes too long takes its worker with it; the others go on with another.
  const reading = usePdf(url, hard.size)
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<Zoom | null>(null)
  const pages = useRef<HTMLDivElement>(null)
  const room = useRoom(pages, reading.state)
  const current = useCurrentPage(pages, reading.state)
  useEffect(() => setPage(current), [current])
  const total = reading.state === 'read' ? reading.value.document.numPages : 0
  const count = Math.min(total, MOST_PAGES)
  const turnTo = (to: number) => {
    setPage(to)
    pages.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start' })
  }
  const isLaidOut = room !== null && count > 0
  useEffect(() => {
    if (isLaidOut && opensAt > 1) pages.current?.querySelector(`[data-page="${Math.min(opensAt, count)}"]`)?.scrollIntoView()
  }, [isLaidOut, opensAt, count])
  const turn = (by: number) => turnTo(Math.min(count, Math.max(1, page + by)))
  useArrows({ left: () => turn(-1), right: () => turn(1), isFirst: true, isOn: count > 1 })
  if (reading.state === 'reading') return <Waiting />
  if (reading.state === 'failed') return <Fault kind="pdf" why={reading.why} material={material} url={url} />
  const { document, first } = reading.value
  // A slide is seen as a whole, a sheet of paper is read.
  const zoom = chosen ?? (first.width > first.height ? 'page' : 'width')
  return (
    <Frame
      label={material.name}
      onKeyDown={(event) => {
        const by = pageKeys[event.key === ' ' && event.shiftKey ? 'PageUp' : event.key]
        if (by === undefined || zoom !== 'page' || event.target !== event.currentTarget) return
        event.preventDefault()
        turn(by)
      }}
      bar={
        <>
          <span className={styles['turn']}>
            {count > 1 && (
              <Button size="small" isDisabled={page <= 1} onPress={() => turn(-1)}>
                Previous page
              </Button>
            )}
            <NumberField label="Page" isLabelHidden isStepless value={page} min={1} max={count} onCommit={turnTo} />
            <span data-figures="">{`of ${total} ${total === 1 ? 'page' : 'pages'}${count < total ? `, the first ${count} here` : ''}`}</span>
            {count > 1 && (
              <Button size="small" isDisabled={page >= count} onPress={() => turn(1)}>
                Next page
              </Button>
            )}
          </span>
          <Segments
            label="Size"
            value={zoom}
            onChange={setChosen}
            options={[
              { key: 'width', label: 'Fit width' },
              { key: 'page', label: 'Whole page' },
              { key: 'full', label: '100 %' },
            ]}
          />
        </>
      }
    >
      <div ref={pages} className={styles['pages']}>
        {room &&
          Array.from({ length: count }, (_, at) => (
            <PdfPage
              key={at}
              document={document}
              number={at + 1}
              usual={first}
              zoom={zoom}
              room={room}
              isHard={hard.has(at + 1)}
              onHard={onHard}
              region={at + 1 === opensAt ? region : null}
            />
          ))}
      </div>
    </Frame>
  )
}

function usePdf(url: string, tries: number): Reading<OpenPdf> {
  const [reading, setReading] = useState<Reading<OpenPdf>>({ state: 'reading' })
  useEffect(() => {
    const abort = new AbortController()
    const opening = openPdf(url, abort.signal)
    opening.then(
      (value) => abort.signal.aborted || setReading({ state: 'read', value }),
      (error: Error) => abort.signal.aborted || setReading({ state: 'failed', why: error.message }),
    )
    return () => {
      abort.abort()
      opening.then(
        ({ close }) => close(),
        () => undefined,
      )
    }
  }, [url, tries])
  return reading
}

type Pages = Readonly<React.RefObject<HTMLDivElement | null>>

/** How much room there is for a page, in CSS pixels. */
function useRoom(pages: Pages, state: string): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const scroller = pages.current?.parentElement
    if (!scroller) return
    const observer = new ResizeObserver(() => setRoom({ width: scroller.clientWidth - 48, height: scroller.clientHeight - 32 }))
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [pages, state])
  return room
}

/** The page that stands in the upper third of what is seen. */
function useCurrentPage(pages: Pages, state: string): number {
  const [current, setCurrent] = useState(1)
  useEffect(() => {
    const scroller = pages.current?.parentElement
    if (!scroller) return
    const onScroll = () => {
      const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3
      const above = [...(pages.current?.children ?? [])].filter((page) => page.getBoundingClientRect().top <= line)
      // The last pages may be too short ever to come up to the line.
      const isAtEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
      setCurrent(isAtEnd ? (pages.current?.children.length ?? 1) : Math.max(1, above.length))
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [pages, state])
  return current
}
