import { useEffect, useRef } from 'react'
import { takesText } from './use-keys'

/** `page`: typed as a number, then Enter. */
export type RemoteAct = 'next' | 'previous' | 'blank' | 'show' | { readonly page: number }

/** Keys that presenters' remotes send, as they do for other programs of slides. */
const acts: Readonly<Record<string, RemoteAct | undefined>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  F5: 'show',
}

/** What has use for arrows itself keeps them. */
const usesArrows = '[role="tablist"], [role="radiogroup"], [role="toolbar"], [role="grid"], [role="treegrid"], [role="slider"]'

interface RemoteOptions {
  /** False: its keys mean what they usually do. */
  readonly isOn?: boolean
  /** A number, then Enter, is a page. */
  readonly hasNumbers?: boolean
}

/** SLD4: a presenter's remote, outside text. */
export function useRemote(onAct: (act: RemoteAct) => void, { isOn = true, hasNumbers = false }: RemoteOptions = {}): void {
  const latest = useRef(onAct)
  useEffect(() => {
    latest.current = onAct
  })
  useEffect(() => {
    if (!isOn) return
    let digits = ''
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || event.defaultPrevented) return
      if (takesText(event.target)) return
      const typed = digits
      digits = hasNumbers && /^\d$/.test(key) ? `${typed}${key}`.slice(-4) : ''
      const act = key === 'Enter' && typed !== '' ? { page: Math.max(1, Number(typed)) } : acts[key]
      if (act === undefined) return
      if (event.target instanceof Element && isTaken(key, event.target)) return
      event.preventDefault()
      latest.current(act)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn, hasNumbers])
}

/** What has use for these keys itself, or scrolls by them, keeps them. */
function isTaken(key: string, target: Element): boolean {
  if (!/^(Arrow|Page)/.test(key) || target === document.body) return false
  return target.closest(usesArrows) !== null || (/Up|Down/.test(key) && target.scrollHeight > target.clientHeight + 1)
}
