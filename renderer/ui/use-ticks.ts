import { useState } from 'react'

/** Lines of a text that were unticked; another text begins with all of them ticked. */
export function useTicks(text: string) {
  const [kept, setKept] = useState<{ readonly text: string; readonly off: ReadonlySet<number> }>({ text, off: new Set() })
  const off = kept.text === text ? kept.off : new Set<number>()
  const tick = (line: number, isTicked: boolean): void => {
    const next = new Set(off)
    if (isTicked) next.delete(line)
    else next.add(line)
    setKept({ text, off: next })
  }
  return { off, tick }
}
