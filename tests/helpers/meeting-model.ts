/**
 * A meeting as somebody keeps it with a stop-watch, a pencil and the agenda, written without the app's own functions: what was done is
 * a list, and everything is counted from the beginning again. Times are by a clock that nobody sets; `wallMs` is by how much the wall
 * clock differs from it.
 */
export interface MeetingModel {
  /** Notes a step that was taken at this time. */
  did(at: number, ...notes: readonly Note[]): void
  /** Takes the last step back; false where there is none. */
  undo(): boolean
  /** The program began anew: what was done before cannot be taken back. */
  forget(): void
  at(now: number): Counted
}

export type Note =
  | { readonly kind: 'turn'; readonly itemId: string | null; readonly isPaused: boolean }
  | { readonly kind: 'give'; readonly itemId: string; readonly byMs: number }
  | { readonly kind: 'break'; readonly itemId: string; readonly plannedMs: number }
  | { readonly kind: 'moveEnd'; readonly byMs: number }

export interface CountedItem {
  readonly id: string
  readonly plannedMs: number
  isDone: boolean
  addedMs: number
  spentMs: number
  pausedMs: number
  firstAt: number | null
}

export interface Counted {
  readonly items: readonly CountedItem[]
  readonly active: CountedItem | null
  readonly isPaused: boolean
  readonly startedAt: number | null
  readonly planMs: number
  readonly endMovedMs: number
  /** Between items; what still lasts behind the last one is not counted. */
  readonly gapMs: number
}

export const allottedOf = ({ plannedMs, addedMs }: CountedItem): number => Math.max(0, plannedMs + addedMs)

export function meetingModel(minutes: readonly number[]): MeetingModel {
  const steps: { readonly at: number; readonly notes: readonly Note[] }[] = []
  let kept = 0
  return {
    did: (at, ...notes) => void steps.push({ at, notes }),
    undo: () => steps.length > kept && steps.pop() !== undefined,
    forget: () => void (kept = steps.length),
    at: (now) => count(minutes, steps, now),
  }
}

function count(
  minutes: readonly number[],
  steps: readonly { readonly at: number; readonly notes: readonly Note[] }[],
  now: number,
): Counted {
  const items = minutes.map((planned, at) => itemOf(String.fromCharCode(97 + at), planned * 60_000))
  let active: CountedItem | null = null
  let [isPaused, gapMs, openGapMs, endMovedMs, since] = [false, 0, 0, 0, 0]
  let startedAt: number | null = null
  let planMs: number | null = null
  const pass = (until: number): void => {
    if (active && isPaused) active.pausedMs += until - since
    else if (active) active.spentMs += until - since
    else if (startedAt !== null) openGapMs += until - since
    since = until
  }
  const turn = (at: number, itemId: string | null, toPause: boolean): void => {
    const next = items.find(({ id }) => id === itemId) ?? null
    if (active && active !== next) active.isDone = true
    if (next) {
      next.isDone = false
      next.firstAt ??= at
      startedAt ??= at
      planMs ??= sum(items.map(({ plannedMs }) => plannedMs))
      ;[gapMs, openGapMs] = [gapMs + openGapMs, 0]
    }
    ;[active, isPaused] = [next, toPause]
  }
  for (const { at, notes } of steps) {
    pass(at)
    for (const note of notes) {
      if (note.kind === 'turn') turn(at, note.itemId, note.isPaused)
      else if (note.kind === 'moveEnd') endMovedMs += note.byMs
      else if (note.kind === 'give') for (const item of items) item.addedMs += item.id === note.itemId ? note.byMs : 0
      else {
        const running = active ? items.indexOf(active) : items.findLastIndex(({ isDone }) => isDone)
        items.splice(running + 1, 0, itemOf(note.itemId, note.plannedMs))
      }
    }
  }
  pass(now)
  return { items, active, isPaused, startedAt, planMs: planMs ?? sum(items.map((item) => item.plannedMs)), endMovedMs, gapMs }
}

const itemOf = (id: string, plannedMs: number): CountedItem => ({
  ...{ id, plannedMs, isDone: false, addedMs: 0, spentMs: 0, pausedMs: 0, firstAt: null },
})

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** When each item begins or began and when the meeting ends, by the wall clock, and how late that is; the scheduled start is the wall clock's too. */
export function projectedBy(counted: Counted, now: number, wallMs: number, scheduledAt: number | null) {
  const { items, active, startedAt, planMs, endMovedMs } = counted
  const begins: Record<string, number> = {}
  for (const { id, firstAt } of items) if (firstAt !== null) begins[id] = firstAt + wallMs
  let end = now + wallMs
  if (startedAt === null && scheduledAt !== null) end = Math.max(end, scheduledAt)
  const start = startedAt === null ? end : startedAt + wallMs
  if (active) end += Math.max(0, allottedOf(active) - active.spentMs)
  for (const item of items) {
    if (item === active || item.isDone) continue
    begins[item.id] = end
    end += allottedOf(item)
  }
  return { startsAt: begins, endsAt: end, lateMs: end - ((scheduledAt ?? start) + planMs + endMovedMs) }
}
