import type { Editor } from '@tiptap/core'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './minutes.module.css'

export interface AtCaretProps {
  readonly editor: Editor
  readonly children: ReactNode
}

/** Floats below the line of the caret, so that nothing in the sheet moves. */
export function AtCaret({ editor, children }: AtCaretProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const around = box.current?.offsetParent
    if (!box.current || !around) return
    const { bottom } = editor.view.coordsAtPos(editor.state.selection.from)
    box.current.style.insetBlockStart = `${bottom - around.getBoundingClientRect().top}px`
    box.current.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div className={styles['atCaret']} ref={box}>
      {children}
    </div>
  )
}
