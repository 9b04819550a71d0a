import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Material } from '../../../shared/review/materials'
import { SaveLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { RegionOfPage } from '../../ui/open-material'
import { kindWords, type ViewerKind } from './kinds'
import styles from './view.module.css'

/** What every viewer is given. */
export interface ViewProps {
  readonly material: Material
  /** Address of its bytes. */
  readonly url: string
}

export interface PagedViewProps extends ViewProps {
  /** Where to open it, where it has pages; from 1. */
  readonly page: number
  /** FB14: what is marked on that page. */
  readonly region: RegionOfPage | null
}

interface FrameProps {
  readonly label: string
  /** What is said about it and can be chosen, above what is read. */
  readonly bar?: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly children: ReactNode
}

/** Where a material is read: it scrolls, and has the keyboard as soon as it is there. */
export function Frame({ label, bar, onKeyDown, children }: FrameProps) {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  return (
    <>
      {bar !== undefined && <div className={styles['bar']}>{bar}</div>}
      <div
        ref={scroller}
        className={styles['scroller']}
        role="region"
        aria-label={`Content of ${label}`}
        tabIndex={0}
        data-shown=""
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>
  )
}

export function Waiting() {
  return (
    <p className={styles['waiting']} role="status">
      Reading ...
    </p>
  )
}

interface CardProps extends ViewProps {
  readonly title: string
  readonly children: ReactNode
  readonly isFault?: boolean
}

/** Stands where a material cannot be shown: why, and the way to read it all the same. Has the keyboard as content would. */
export function Card({ title, children, material, url, isFault = false }: CardProps) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => card.current?.focus({ preventScroll: true }), []) // VIW10
  return (
    <div ref={card} tabIndex={-1} className={styles['card']} role={isFault ? 'alert' : 'status'} data-card="">
      <Icon name={isFault ? 'warning' : 'file'} />
      <h3>{title}</h3>
      <p>{children}</p>
      <SaveLink href={url} name={material.name}>
        Save a copy
      </SaveLink>
    </div>
  )
}

/** VIW1: for a file that could not be read, whatever is the matter with it. `why` goes into a sentence. */
export function Fault({ kind, why, ...rest }: ViewProps & { readonly kind: ViewerKind | null; readonly why: string }) {
  const word = kind === null ? 'material' : kindWords[kind]
  return (
    <Card {...rest} title={`This ${word} could not be read`} isFault>
      {`The reason: ${why}. The file itself is unchanged.`}
    </Card>
  )
}
