/** How long a page may take to be drawn, in milliseconds: what is asked for may be without end, though the file is small. */
const PATIENCE_MS = 10_000

/** VIW12: the page takes too long. Its worker goes on with it until it is ended. */
export class TooHard extends Error {}

/** VIW12: `work`, or `TooHard` when it takes too long. */
export async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooHard('it takes too long to be drawn')), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

const turns = new WeakMap<object, Promise<unknown>>()

/**
 * VIW12: pages of one document are drawn one after the other, for they share a worker: a page is not called too hard for the one before it.
 * After one that was, nothing more of that document is drawn: its worker is at it for ever, and the document is opened anew.
 */
export function inTurn<T>(document: object, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(document) ?? Promise.resolve()).then(work)
  turns.set(
    document,
    turn.catch((error: unknown) => (error instanceof TooHard ? new Promise(() => undefined) : undefined)),
  )
  return turn
}
