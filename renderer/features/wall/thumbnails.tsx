import { useEffect, useRef, useState } from 'react'
import type { Deck } from '../../pdf/deck'
import { cx } from '../../ui/cx'
import styles from './slides-pane.module.css'

/** In pixels: twice what is seen, for sharp screens. */
const SMALL = { width: 224, height: 126 }

interface ThumbnailsProps {
  readonly deck: Deck
  readonly page: number
  readonly onChoose: (page: number) => void
}

/** Every page, small; drawn when it comes into sight. */
export function Thumbnails({ deck, page, onChoose }: ThumbnailsProps) {
  const list = useRef<HTMLOListElement>(null)
  const [near, setNear] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const seen = entries
        .filter(({ isIntersecting }) => isIntersecting)
        .map(({ target }) => Number(target.getAttribute('data-page')))
      if (seen.length > 0) setNear((before) => new Set([...before, ...seen]))
    })
    for (const item of list.current?.children ?? []) observer.observe(item)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    list.current?.children[page - 1]?.scrollIntoView({ block: 'nearest' })
  }, [page])
  return (
    <ol ref={list} className={styles['small']} aria-label="Pages">
      {Array.from({ length: deck.pages }, (_, at) => at + 1).map((number) => (
        <li key={number} data-page={number}>
          <button
            type="button"
            className={cx(styles['thumbnail'], number === page && styles['here'])}
            aria-label={`Page ${number}`}
            {...(number === page ? { 'aria-current': 'page' as const } : {})}
            onClick={() => onChoose(number)}
          >
            {near.has(number) && <Thumbnail deck={deck} page={number} />}
          </button>
          <span aria-hidden="true" data-figures="">
            {number}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Thumbnail({ deck, page }: { readonly deck: Deck; readonly page: number }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    // A page that cannot be drawn says so where it is shown large.
    deck.draw(page, SMALL, 'later').then(
      (drawn) => isGone || setPicture(drawn),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [deck, page])
  return picture === null ? null : <img src={picture} alt="" />
}
