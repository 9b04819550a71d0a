import { useEffect, useState } from 'react'

/** A try may fail at once; this long it is seen all the same. */
const SEEN_MS = 600

export interface Trying {
  readonly isTrying: boolean
  /** From the first try on. */
  readonly wasAsked: boolean
  readonly begin: () => void
}

/** DLV11: a try that somebody asks for is seen until it is no more going, and for a moment at least. */
export function useTrying(isGoing: boolean, act: () => void): Trying {
  const [isHeld, setHeld] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  useEffect(() => {
    if (!isHeld) return
    const timer = setTimeout(() => setHeld(false), SEEN_MS)
    return () => clearTimeout(timer)
  }, [isHeld])
  const isTrying = isHeld || (wasAsked && isGoing)
  const begin = () => {
    if (isTrying) return
    setHeld(true)
    setWasAsked(true)
    act()
  }
  return { isTrying, wasAsked, begin }
}
