import type * as Y from 'yjs'
import { type Commit, type DocId, docIds } from '../../shared/record/commit'

export type Docs = Readonly<Record<DocId, Y.Doc>>
export type Part = Commit['parts'][number]

/** Origin of updates that come from the database or the journal: they are stored already. */
export const STORED = { origin: 'stored' } as const

export interface Collector {
  /** Runs `write` and answers every update it made, in all documents. */
  during(write: () => void): Part[]
  /** Hands over what was typed so far. */
  flush(): void
  isEmpty(): boolean
  stop(): void
}

export interface CollectOptions {
  readonly onTyping: (parts: Part[]) => void
  /** Told at the first key after a pause. */
  readonly onBegin: () => void
  /** How long typing is gathered into one commit, in ms. */
  readonly typingMs: number
}

/** STO4: gathers every local update of the three documents: those of a verb at once, typing for a tenth of a second. */
export function collectUpdates(docs: Docs, { onTyping, onBegin, typingMs }: CollectOptions): Collector {
  let verb: Part[] | null = null
  let typed: Part[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (typed.length === 0) return
    const parts = typed
    typed = []
    onTyping(parts)
  }

  const listeners = docIds.map((docId) => {
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin === STORED) return
      if (verb) return void verb.push({ docId, update })
      typed.push({ docId, update })
      if (timer !== undefined) return
      timer = setTimeout(flush, typingMs)
      onBegin()
    }
    docs[docId].on('update', onUpdate)
    return () => docs[docId].off('update', onUpdate)
  })

  return {
    during(write) {
      const own: Part[] = []
      const outer = verb
      verb = own
      try {
        write()
      } finally {
        verb = outer
      }
      return own
    },
    flush,
    isEmpty: () => typed.length === 0,
    stop() {
      flush()
      listeners.forEach((stop) => stop())
    },
  }
}
