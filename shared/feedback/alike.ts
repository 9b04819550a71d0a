/** Words that tell one item from another: what is shorter is in any sentence. */
const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu))

/** FB8: those that share most words with `text` first, the others as they stand. */
export function likeliest<Item extends { readonly text: string }>(items: readonly Item[], text: string): Item[] {
  const own = words(text)
  const shared = new Map(items.map((item) => [item, [...words(item.text)].filter((word) => own.has(word)).length]))
  return [...items].sort((left, right) => (shared.get(right) ?? 0) - (shared.get(left) ?? 0)) // FB8
}
