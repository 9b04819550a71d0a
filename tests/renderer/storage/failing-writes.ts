import { onTestFinished } from 'vitest'

type Write = 'add' | 'put' | 'delete'

/** Lets the database refuse writes as it does on a full disk: those for which `fails` says so, counted from 1, by kind and table. */
export function failWrites(fails: (count: number, kind: Write, table: string) => boolean): {
  stop: () => void
  count: () => number
} {
  let count = 0
  const prototype = IDBObjectStore.prototype as unknown as Record<Write, (...given: unknown[]) => unknown>
  const originals = (['add', 'put', 'delete'] as const).map((kind) => [kind, prototype[kind]] as const)
  for (const [kind, original] of originals)
    prototype[kind] = function (this: { name: string }, ...given: unknown[]) {
      if (fails(++count, kind, this.name)) throw new DOMException('no room', 'QuotaExceededError')
      return original.apply(this, given)
    }
  const stop = (): void => originals.forEach(([kind, original]) => (prototype[kind] = original))
  onTestFinished(stop)
  return { stop, count: () => count }
}
