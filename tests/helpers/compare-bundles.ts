/** Files of a bundle by path. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * Where two bundles differ: every key of every JSON file is walked (so also the minutes as ProseMirror JSON and each line of the log),
 * everything else, materials among it, is compared byte by byte.
 */
export function differences(left: Files, right: Files): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((path) => {
    const [one, other] = [left.get(path), right.get(path)]
    if (!one || !other) return [`${path}: only in one`]
    if (/\.jsonl?$/.test(path)) return walk(parse(path, one), parse(path, other), path)
    return Buffer.compare(one, other) === 0 ? [] : [`${path}: bytes differ`]
  })
}

function parse(path: string, bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString()
  if (!path.endsWith('.jsonl')) return JSON.parse(text)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
}

function walk(left: unknown, right: unknown, at: string): string[] {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return Object.is(left, right) ? [] : [`${at}: ${JSON.stringify(left)} or ${JSON.stringify(right)}`]
  if (Array.isArray(left) !== Array.isArray(right)) return [`${at}: a list or not`]
  const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .sort()
    .flatMap((key) => (key in one && key in other ? walk(one[key], other[key], `${at}/${key}`) : [`${at}/${key}: only in one`]))
}
