import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type * as Y from 'yjs'

type Message = { readonly type: 'bell' | 'hello' } | { readonly type: 'carets'; readonly update: Uint8Array }

/** The other windows of this browser profile that have the same review open. */
export interface Windows {
  readonly awareness: Awareness
  /** Tells them that the database has something new. */
  ring(): void
  /** True when another one is known to have the review open. */
  areOthers(): boolean
  stop(): void
}

/** The channel between the windows that have a review open. */
export function channelOf(databaseName: string, reviewId: string): string {
  return `${databaseName}:${reviewId}`
}

/** Tells all windows that the database has something new, from outside of a session. */
export function ringWindows(channelName: string): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage({ type: 'bell' } satisfies Message)
  channel.close()
}

/** STO11: between windows the channel carries carets and a bell; what was written is read from the database. */
export function joinWindows(channelName: string, minutes: Y.Doc, onBell: () => void): Windows {
  const channel = new BroadcastChannel(channelName)
  const awareness = new Awareness(minutes)
  let isOpen = true
  const post = (message: Message): void => {
    if (isOpen) channel.postMessage(message)
  }
  const postCarets = (clients: number[]): void =>
    post({ type: 'carets', update: encodeAwarenessUpdate(awareness, clients).slice() })

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'bell') onBell()
    else if (data.type === 'hello') postCarets([awareness.clientID])
    else if (data.type === 'carets') applyAwarenessUpdate(awareness, data.update, channel)
  }
  awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
    if (origin !== channel) postCarets([...added, ...updated, ...removed])
  })
  post({ type: 'hello' })
  postCarets([awareness.clientID])

  return {
    awareness,
    ring: () => post({ type: 'bell' }),
    areOthers: () => awareness.getStates().size > 1,
    stop() {
      awareness.destroy()
      isOpen = false
      channel.onmessage = null
      channel.close()
    },
  }
}
