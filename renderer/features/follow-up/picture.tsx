import { useEffect, useRef } from 'react'
import styles from './time-taken.module.css'

/** Our own picture, read as an image is: nothing in it is taken as HTML. */
export function Picture({ svg }: { readonly svg: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    place.current?.replaceChildren(document.importNode(picture, true))
  }, [svg])
  return <div ref={place} className={styles['picture']} />
}
