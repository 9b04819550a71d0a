import { createContext, type FocusEvent, type KeyboardEvent, useContext, useState } from 'react'

const CoverContext = createContext(false)
/** True while the room sees this screen. */
export const CoverProvider = CoverContext.Provider

/** DSC1: whether what lies on the desk stays out of the page. */
export function useIsCovered(): boolean {
  return useContext(CoverContext)
}

/** Does something while drawing whenever covering is turned on or off. */
export function useCoverTurn(onTurn: () => void): boolean {
  const isCovered = useIsCovered()
  const [wasCovered, setWasCovered] = useState(isCovered)
  if (wasCovered !== isCovered) {
    setWasCovered(isCovered)
    onTurn()
  }
  return isCovered
}

export interface Peek {
  readonly isCovered: boolean
  /** Covered, and not peeked at. */
  readonly isHidden: boolean
  readonly peek: () => void
  readonly cover: () => void
  /** Covered by the person's own hand: the keyboard belongs to what stands for it. */
  readonly isBack: boolean
  /** For the element round what is peeked at. */
  readonly within: {
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

/** What floats above the page belongs to where it was opened. */
const floats = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]'

/** DSC2: one covered thing, shown from a press until Escape, or until the keyboard goes elsewhere. `onCover`: it was covered again. */
export function usePeek(onCover?: () => void): Peek {
  const [isPeeking, setPeeking] = useState(false)
  const [isBack, setBack] = useState(false)
  const isCovered = useCoverTurn(() => {
    setPeeking(false) // DSC2: turned on anew, it covers
    setBack(false)
  })
  const end = (byHand: boolean): void => {
    if (!isCovered) return
    setPeeking(false)
    setBack(byHand)
    onCover?.()
  }
  return {
    isCovered,
    isHidden: isCovered && !isPeeking,
    isBack,
    peek: () => setPeeking(true),
    cover: () => end(true),
    within: {
      onBlur({ currentTarget, relatedTarget }) {
        if (relatedTarget instanceof Element && (currentTarget.contains(relatedTarget) || relatedTarget.closest(floats))) return
        end(false)
      },
      onKeyDown(event) {
        if (!isCovered || event.key !== 'Escape' || event.nativeEvent.isComposing) return
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
        // In a dialog it closes what is peeked at, not the dialog.
        event.stopPropagation()
        end(true)
      },
    },
  }
}
