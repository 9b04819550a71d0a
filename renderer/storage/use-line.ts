import { useCallback, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import type { LineKind } from '../../shared/minutes/extensions'
import { lineKey, recordLines } from '../../shared/minutes/record-lines'
import { jumpSoon } from '../ui/jump'
import { pressNamed } from '../ui/use-keys'
import { useSession } from './use-review'

/** So long after the last change of structure the minutes are looked through, in ms: never between two keys. */
const PAUSE_MS = 200

interface Lines {
  readonly has: (key: string) => boolean
  readonly subscribe: (listener: () => void) => () => void
}

const known = new WeakMap<Y.Doc, Lines>()

function linesOf(minutes: Y.Doc): Lines {
  const before = known.get(minutes)
  if (before) return before
  let lines = recordLines(minutes)
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  minutes.on('afterTransaction', ({ changed }: Y.Transaction) => {
    // Typing changes texts only; a line comes and goes with the elements round them.
    if (![...changed.keys()].some((type) => type instanceof Y.XmlFragment)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      lines = recordLines(minutes)
      listeners.forEach((listener) => listener())
    }, PAUSE_MS)
  })
  const made: Lines = {
    has: (key) => lines.has(key),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  known.set(minutes, made)
  return made
}

/** LIN1: goes to the record's line in the minutes; null where it has none. */
export function useLine(kind: LineKind, id: string): (() => void) | null {
  const lines = linesOf(useSession().docs.minutes)
  const key = lineKey(kind, id)
  const isThere = useSyncExternalStore(lines.subscribe, () => lines.has(key))
  const go = useCallback(() => {
    pressNamed('goRun')
    jumpSoon(`line-${key}`)
  }, [key])
  return isThere ? go : null
}
