import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { focusAround } from './keep-focus'
import { type KeyName, keyTable } from './key-table'

type Handlers = Partial<Record<KeyName, () => void>>

/** What the screens on display do for each key; the last one that offers it has it. */
const offers = new Set<{ readonly current: Handlers }>()
const listeners = new Set<() => void>()
/** While something fills the window: the keys that count. */
let only: ReadonlySet<KeyName> | null = null
let offered: readonly KeyName[] = []

function retell(): void {
  const names = new Set([...offers].flatMap(({ current }) => Object.keys(current)))
  offered = (Object.keys(keyTable) as KeyName[]).filter((name) => names.has(name))
  listeners.forEach((listener) => listener())
}

/** KEY3: offers acts for keys while the component is on display, from before it is painted: who sees a screen may press a key. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers)
  const names = Object.keys(handlers).join(' ')
  useLayoutEffect(() => {
    latest.current = handlers
  })
  useLayoutEffect(() => {
    offers.add(latest)
    retell()
    return () => {
      offers.delete(latest)
      retell()
    }
  }, [names])
}

/** While the component is on display no other key does anything when it is typed: what it would go to cannot be seen. */
export function useOnlyKeys(names: ReadonlySet<KeyName>): void {
  useLayoutEffect(() => {
    only = names
    return () => {
      only = null
    }
  }, [names])
}

/** Whether something fills the window that has keys of its own. */
export function hasOnlyKeys(): boolean {
  return only !== null
}

/** Keys that do something on the screen on display, in the order of the table. */
export function useOfferedKeys(): readonly KeyName[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => offered,
  )
}

/** Does what a key stands for on the screen on display; false when it stands for nothing. */
export function pressKey(key: string): boolean {
  for (const { current } of [...offers].reverse())
    for (const [name, act] of Object.entries(current) as [KeyName, (() => void) | undefined][])
      if (act && keyTable[name].key === key && (only === null || only.has(name))) {
        act()
        return true
      }
  return false
}

/** Does what the entry of that name stands for on the screen on display; false when it stands for nothing. */
export function pressNamed(name: KeyName): boolean {
  const act = [...offers].reverse().find(({ current }) => current[name])?.current[name]
  act?.()
  return act !== undefined
}

const SEQUENCE_MS = 1_500
/** Keys that begin a sequence. */
const beginnings = new Set(Object.values(keyTable).flatMap(({ key }) => (key.length > 1 ? [key[0]] : [])))

/** Listens for keys outside text. Mounted once. */
export function useKeyListener(): void {
  const first = useRef({ key: '', at: 0 })
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || event.repeat) return
      if (event.key.length !== 1 || event.key === ' ' || takesText(event.target)) return
      const key = event.key.toLowerCase()
      const { key: before, at } = first.current
      const isSecond = before !== '' && event.timeStamp - at < SEQUENCE_MS
      first.current = { key: isSecond ? '' : key, at: event.timeStamp }
      if (pressKey(isSecond ? `${before} ${key}` : key)) {
        event.preventDefault()
        first.current = { key: '', at: 0 }
      } else if (!isSecond && !beginnings.has(key)) first.current = { key: '', at: 0 }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Fields, parts of a date, and whatever floats above the page keep their letters. */
export function takesText(target: EventTarget | null): boolean {
  const floats = '[role="spinbutton"], [role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"], select'
  return (
    target instanceof Element &&
    (target.closest(`input:not([type="checkbox"], [type="radio"]), textarea, ${floats}`) !== null ||
      (target instanceof HTMLElement && target.isContentEditable))
  )
}

/** Takes the caret out of the field it is in, so that single letters are keys again. */
export function leaveText(): void {
  focusAround(document.activeElement)
}

/** Puts the caret into the field of the part of the page marked `data-place={name}`. */
export function focusPlace(name: string): void {
  const place = document.querySelector(`[data-place="${CSS.escape(name)}"]`)
  place?.querySelector<HTMLElement>('input:not([type="checkbox"], [type="radio"]), textarea')?.focus()
}
