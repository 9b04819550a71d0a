import type { LogLine } from '../../shared/record/commit'
import { chainFindings } from '../../shared/record/log'

/** How long the check may go on before the screen has its turn, in ms. */
const TURN_MS = 8

/** LOG5: what does not hold together in the log, in words; [] when it is whole, or when `signal` ended the check. */
export async function checkChain(lines: readonly LogLine[], signal?: AbortSignal): Promise<string[]> {
  const problems: string[] = []
  let turnEnds = performance.now() + TURN_MS
  for (const finding of chainFindings(lines)) {
    if (finding !== null) problems.push(finding)
    if (performance.now() < turnEnds) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal?.aborted) return []
    turnEnds = performance.now() + TURN_MS
  }
  return problems
}
