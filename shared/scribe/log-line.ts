/** What one line of a scribe's log says, before its place among the others is known. */
export type LogLineKind =
  | { readonly kind: 'blank' | 'rule' | 'command' }
  /** Names of who was there or what they did; none when they follow in the next lines. */
  | { readonly kind: 'roll'; readonly roll: Roll; readonly names: readonly string[] }
  | { readonly kind: 'topic'; readonly title: string; readonly rest: string; readonly isHeading: boolean }
  | { readonly kind: 'item'; readonly text: string; readonly speaker: string }
  | { readonly kind: 'action' | 'decision'; readonly text: string; readonly speaker: string }
  | { readonly kind: 'correction'; readonly old: string; readonly new: string; readonly isEverywhere: boolean }
  /** `speaker` '': nobody named; null: whoever spoke before goes on. */
  | { readonly kind: 'text'; readonly text: string; readonly speaker: string | null }

export type Roll = 'present' | 'regrets' | 'chair' | 'scribe'

/** Only the beginning of a line is looked at for what it means. */
const HEAD = 400
const MARKS = String.raw`[*_\`]{0,3}`

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|nbsp);/g, (found, name: string) => entities[name] ?? found)

/** `10:02`, `[4:57pm]`, `(10:02:33)` and a blank. */
const time = /^[([]?\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]m)?[)\]]?[ \t]+(?=\S)/i
const ircSpeaker = /^<[@+ ]?([^<>\s/"=]{1,40})>[ \t]+/
/** `__mnot:__ text`, `**nick** text`, `*Ada:* text`. */
const markedSpeaker = /^(\*{1,2}|_{1,2})([\p{L}\d][\p{L}\p{M}\d_. '|^-]{0,40}?)[ ]?(:?)\1[ ]?(:?)[ \t]+(?=\S)/u
const plainSpeaker =
  /^([\p{L}_][\p{L}\p{M}\d_.'’()|^!-]{0,30}(?: [\p{L}\d(][\p{L}\p{M}\d_.'’()-]{0,20}){0,2})[ ]?:(?!\/\/)[ \t]+(?=\S)/u

const rolls: readonly (readonly [Roll, string])[] = [
  [
    'present',
    'present|attendees|attending|participants|in attendance|also present|(?:visitors|guests) present|(?:special )?guests?',
  ],
  ['regrets', 'regrets?|apologies|absent'],
  ['chair', 'chairs?|chairing'],
  ['scribe', 'scribes?|scribe ?nick|minute taker|minutes by'],
]
const rollPatterns = rolls.map(
  ([roll, words]) =>
    [roll, new RegExp(`^(?:${words})(?: ?\\([^)]{0,60}\\))?(?:\\s?\\+|${MARKS}\\s?:${MARKS}|\\s?\\+:)\\s*(.*)$`, 'i')] as const,
)
const bareRoll = rolls.map(([roll, words]) => [roll, new RegExp(`^(?:${words})$`, 'i')] as const)

const topic = new RegExp(`^${MARKS}(?:sub-?)?topic${MARKS}\\s?[:;]?${MARKS}\\s*(.*)$`, 'i')
const action = new RegExp(
  `^\\[?${MARKS}action(?:[ -]?(?:item|\\d{1,5}))?(?:${MARKS}\\s?[;:]+|\\*\\*|\\s(?=(?:to|on|for)\\s))${MARKS}\\s*(\\S.*)$`,
  'is',
)
const decision = new RegExp(
  `^\\[?${MARKS}(?:resolution|resolved|decision|decided|agreed)(?:[ -]\\d{1,3})?(?:${MARKS}\\s?[;:]+|\\*\\*|,)${MARKS}\\s*(\\S.*)$`,
  'is',
)
const correction = /^s\/((?:[^/\\]|\\.){1,200})\/((?:[^/\\]|\\.){0,200})(?:\/(g?)\s*)?$/
/** Said to programs of a channel, or by them. */
const command =
  /^(?:(?:zakim|rrsagent|trackbot|tracker|agendabot|ghurlbot|meeting)\s?[,:]|q[+?-]|ack\s|queue[=+]|agenda[+?]|rrsagent\b|\*{1,3}\s?\S{1,40} (?:has )?(?:joined|left|quit|joins|parted)\b)/i
const machines = /^(?:zakim|rrsagent|trackbot|github-bot|agendabot|ghurlbot)$/i

/** Reads one line. Nothing is looked up, so whatever it is, the answer is there soon. */
export function readLogLine(raw: string): LogLineKind {
  const line = plain(raw.replace(/^\ufeff/, '').trim())
  if (line === '') return { kind: 'blank' }
  if (/^(?:[-*_=] ?){3,80}$/.test(line) || /^<a [^>]{0,200}>(?:<\/a>)?$/i.test(line)) return { kind: 'rule' }
  const heading = /^#{1,6}(?:\s{1,8}(?=\S)|(?=[^#\s]))/.exec(line)
  const head = line.slice(heading?.[0].length ?? 0).replace(/[ #]{1,8}$/, '')
  if (heading && head !== '') return ofHeading(head)
  const quoted = line.replace(/^(?:>\s?){1,4}/, '').trim()
  const isItem = /^[-*+•]\s/.test(quoted)
  const body = quoted.replace(/^[-*+•]\s{1,8}/, '').replace(time, '')
  const whole = meaningOf(body, '')
  if (whole) return whole
  const said = speakerOf(body)
  if (said.speaker !== null && machines.test(said.speaker)) return { kind: 'command' }
  const meaning = said.speaker === '' ? null : meaningOf(said.text, said.speaker ?? '')
  // Rolls and topics are nobody's words: before them only a channel's nick is no part of the line.
  if (meaning && (said.isNick || !['roll', 'topic'].includes(meaning.kind))) return meaning
  return isItem && said.speaker === ''
    ? { kind: 'item', text: body, speaker: '' }
    : { kind: 'text', speaker: said.speaker, text: said.text }
}

function ofHeading(head: string): LogLineKind {
  const text = head.replace(/^(?:\*{1,2}|_{1,2})(.{1,200}?)(?:\*{1,2}|_{1,2})$/, '$1')
  const meaning = meaningOf(text, '')
  if (meaning && meaning.kind !== 'command') return meaning
  const bare = bareRoll.find(([, pattern]) => pattern.test(text))
  if (bare) return { kind: 'roll', roll: bare[0], names: [] }
  return { kind: 'topic', ...titled(text), isHeading: true }
}

/** A title, and all of its words again when it does not hold them. */
function titled(text: string): { readonly title: string; readonly rest: string } {
  const title = titleOf(text) || text.slice(0, HEAD)
  return { title, rest: text.replace(/[*_]/g, '').trim() === title.replace(/[*_]/g, '').trim() ? '' : text.trim() }
}

/** A topic's words without links and tags. */
function titleOf(text: string): string {
  return text
    .slice(0, HEAD)
    .replace(/<[^<>]{0,300}>/g, '')
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,300}\)/g, '$1')
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .trim()
}

function meaningOf(text: string, speaker: string): LogLineKind | null {
  const head = text.slice(0, HEAD)
  const unmarked = head.replace(/^[*_]{1,3}(?=[\p{L}])/u, '')
  if (command.test(head)) return { kind: 'command' }
  for (const [roll, pattern] of rollPatterns) {
    const found = pattern.exec(unmarked)
    if (found)
      return {
        kind: 'roll',
        roll,
        names: namesIn(text.slice(text.length - (found[1]?.length ?? 0) - (text.length - head.length))),
      }
  }
  const title = topic.exec(head)?.[1]
  if (title !== undefined && (/^[\W_]*(?:sub-?)?topic[\W_]*:/i.test(head) || speaker === '') && title !== '')
    return { kind: 'topic', ...titled(title + text.slice(HEAD)), isHeading: false }
  const act = action.exec(text.length > 20_000 ? head : text)
  if (act) return { kind: 'action', text: closed(text, act[1] ?? ''), speaker }
  const done = decision.exec(text.length > 20_000 ? head : text)
  if (done) return { kind: 'decision', text: closed(text, done[1] ?? ''), speaker }
  const [, old, by = '', flag = ''] = correction.exec(head) ?? []
  if (old === undefined || text.length > HEAD) return null
  const signs = (escaped: string) => escaped.replace(/\\([/\\])/g, '$1')
  return { kind: 'correction', old: signs(old), new: signs(by), isEverywhere: flag === 'g' }
}

/** Without the bracket or the marks that close what was opened before the word. */
function closed(text: string, words: string): string {
  const inside = text.startsWith('[') ? words.replace(/\]$/, '') : words
  return (/^\W?[*_]{1,2}/.test(text) ? inside.replace(/[*_]{1,2}$/, '') : inside).trim()
}

function speakerOf(body: string): { readonly speaker: string | null; readonly text: string; readonly isNick: boolean } {
  const head = body.slice(0, HEAD)
  if (/^(?:\.{3}|…)/.test(head)) return { speaker: null, text: body, isNick: false }
  const irc = ircSpeaker.exec(head)
  if (irc) return { speaker: irc[1] ?? '', text: body.slice(irc[0].length), isNick: true }
  const marked = markedSpeaker.exec(head)
  // Without a colon only in two signs, as a channel's names are written: one sign is stress.
  if (marked && (marked[3] || marked[4] || (marked[1]?.length === 2 && !/\s/.test(marked[2] ?? ''))))
    return { speaker: (marked[2] ?? '').trim(), text: body.slice(marked[0].length), isNick: true }
  const said = plainSpeaker.exec(head)
  return { speaker: said?.[1] ?? '', text: body.slice(said?.[0].length ?? 0), isNick: false }
}

/** Names as they stand in a list of them; what is in brackets says how somebody was there. */
export function namesIn(text: string): string[] {
  return text
    .slice(0, 4_000)
    .replace(/\([^()]{0,200}\)/g, ' ')
    .split(/[,;、،]|\s(?:and|&)\s/)
    .map((name) =>
      name
        .replace(/^[\s\-–—.*_@+:[\]]{1,8}|[\s\-–—.*_:[\]]{1,8}$/g, '')
        .replace(/\s{1,20}/g, ' ')
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name) && name.length <= 60 && !/^(?:none|nobody|n\/?a|tbd|\?)$/i.test(name))
}
