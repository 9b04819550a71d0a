import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Actor, Context } from '../context'
import { type Change, type Json } from '../review/change'
import { isoAt } from '../review/dates'
import { compare } from '../review/fields'
import type { LogEntry, LogLine, LogPayload } from './commit'

/**
 * LOG3: fields whose values may stand in the log as they are: states, references, instants and numbers.
 * Every other text is free text and stands as a salted hash.
 */
const PLAIN_FIELDS = new Set([
  'id', 'reviewId', 'kind', 'status', 'scheduledStart', 'scheduledLengthMs', 'timeZone', 'createdAt', 'closedAt', 'order', 'roles', 'attendance', 'arrivedAt', 'leftAt', 'quorum', 'phase', 'side', 'doneAt',
  'mediaType', 'bytes', 'sha512', 'addedAt', 'replaces', 'presenterId', 'plannedMs', 'level', 'materialIds', 'internal', 'itemId', 'seq', 'at', 'byMs', 'deltaMs',
  'parkedAt', 'settledAt', 'queuedAt', 'answeredAt', 'label', 'force', 'severity', 'answersId', 'raisedAt', 'outcome', 'deciderIds', 'reviewBy', 'proposedAt',
  'acceptedAt', 'materialId', 'page', 'decisionId', 'actionId', 'number', 'ownerId', 'due', 'priority', 'verifierId', 'source', 'weight', 'schemaVersion', 'template',
  'gate', 'waivedBy', 'decidedAt', 'spentMs', 'usedAt', 'carried', 'nextMeetingOn', 'nextMeetingTime', 'criterionId', 'panelistId', 'revealedAt',
  'respondedBy', 'findingId', 'conditionId', 'evidenceMaterialId', 'endsIn', 'appraisal', 'appraisals', 'supersededById', 'underId', 'place',
]) // prettier-ignore

/** Canonical JSON (RFC 8785 for the values used here): keys in code-unit order, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${entries
    .sort(([left], [right]) => compare(left, right))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
    .join(',')}}`
}

/** Lower-case hex of the sha512 of a text in UTF-8. */
export function hashText(text: string): string {
  return bytesToHex(sha512(utf8ToBytes(text)))
}

export function hashEntry(entry: LogEntry): string {
  return hashText(canonicalJson(entry))
}

function logged(path: readonly string[], value: Json | undefined, salt: string): unknown {
  if (value === undefined) return null
  if (path.length === 3)
    return PLAIN_FIELDS.has(path[2] ?? '') || typeof value !== 'string' ? plain(path[2], value, salt) : textHash(value, salt)
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([field, part]) => [field, logged([...path, field], part, salt)]),
  )
}

function plain(field: string | undefined, value: Json, salt: string): unknown {
  return PLAIN_FIELDS.has(field ?? '') || typeof value !== 'object' || value === null
    ? value
    : textHash(canonicalJson(value), salt)
}

function textHash(text: string, salt: string): string {
  return text === '' ? '' : `sha512:${hashText(salt + text).slice(0, 32)}`
}

/** LOG3, LOG4: what stands in the log about changes. Of the desk only the path is told, never a value. */
export function logPayload(changes: readonly Change[], salt: string): LogPayload {
  return {
    salt,
    changes: changes.map(({ doc, path, after }) => ({
      doc,
      path: [...path],
      after: doc === 'desk' ? null : logged(path, after, salt),
    })),
  }
}

export function actorRef(actor: Actor): string {
  return actor.personId ?? `name:${actor.name}`
}

/** LOG1: the line that says what a verb did, chained to `heads` (the hashes nothing follows yet). */
export function logLine(verb: string, changes: readonly Change[], heads: readonly string[], context: Context): LogLine {
  const payload = logPayload(changes, context.newId())
  const entry: LogEntry = {
    at: context.now,
    actor: actorRef(context.actor),
    operator: actorRef(context.operator),
    verb,
    payloadHash: hashText(canonicalJson(payload)),
    prev: [...heads].sort(compare),
  }
  return { hash: hashEntry(entry), entry, payload }
}

/** Hashes that no line names as its previous: what the next line follows. */
export function headsOf(lines: readonly LogLine[]): string[] {
  const named = new Set(lines.flatMap(({ entry }) => entry.prev))
  return lines
    .map(({ hash }) => hash)
    .filter((hash) => !named.has(hash))
    .sort(compare)
}

/** Lines so that each stands after those it follows; lines that may go in any order are sorted by instant, then hash. */
export function chainOrder(lines: readonly LogLine[]): LogLine[] {
  const waiting = new Map(lines.map((line) => [line.hash, line]))
  const followers = new Map<string, LogLine[]>()
  const missing = new Map<string, number>()
  const ready: LogLine[] = []
  for (const line of waiting.values()) {
    const known = line.entry.prev.filter((hash) => waiting.has(hash))
    missing.set(line.hash, known.length)
    known.forEach((hash) => followers.set(hash, [...(followers.get(hash) ?? []), line]))
    if (known.length === 0) ready.push(line)
  }
  const ordered: LogLine[] = []
  const byInstant = (left: LogLine, right: LogLine): number =>
    compare(left.entry.at, right.entry.at) || compare(left.hash, right.hash)
  ready.sort(byInstant)
  for (let line = ready.shift(); line; line = ready.shift()) {
    ordered.push(line)
    const next = (followers.get(line.hash) ?? []).filter((follower) => {
      const left = (missing.get(follower.hash) ?? 0) - 1
      missing.set(follower.hash, left)
      return left === 0
    })
    if (next.length > 0) ready.push(...next)
    if (next.length > 0 && ready.length > 1) ready.sort(byInstant)
  }
  return ordered
}

/** LOG5: the check of the chain, a line at a time, for it may be long: what is wrong with each, in words, or nothing. */
export function* chainFindings(lines: readonly LogLine[]): Generator<string | null> {
  const known = new Set(lines.map(({ hash }) => hash))
  for (const { hash, entry, payload } of lines) {
    const name = `${entry.verb} of ${isoAt(entry.at)}`
    yield hashEntry(entry) === hash ? null : `The entry ${name} does not match its hash.`
    yield payload && hashText(canonicalJson(payload)) !== entry.payloadHash
      ? `What ${name} changed does not match its hash.`
      : null
    for (const previous of entry.prev) if (!known.has(previous)) yield `An entry before ${name} is missing.`
  }
  const roots = lines.filter(({ entry }) => entry.prev.length === 0).length
  if (roots > 1) yield `The log has ${roots} beginnings.`
}

/** What a check of the chain found, in words; empty when unbroken. */
export function chainProblems(lines: readonly LogLine[]): string[] {
  return [...chainFindings(lines)].filter((problem) => problem !== null)
}
