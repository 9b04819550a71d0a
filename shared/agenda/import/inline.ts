/** Text of one line whose protected characters stand behind signs that no pattern of ours looks for. */
export interface Shielded {
  readonly text: string
  /** Gives the protected characters back. */
  readonly open: (text: string) => string
}

const FIRST_SIGN = 0x100000
const signs = /[\u{100000}-\u{10fffd}]/gu
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Takes what Markdown protects - `\(`, `&#40;`, code - out of the reach of patterns. */
export function shield(line: string): Shielded {
  const kept: string[] = []
  const keep = (text: string): string => {
    if (kept.length >= 0xfffd) return text
    kept.push(text)
    return String.fromCodePoint(FIRST_SIGN + kept.length - 1)
  }
  const text = line
    .replace(signs, keep)
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(sign))
    .replace(/(`+)([^`]+)\1/g, (_, _ticks, code: string) => keep(code.trim() || code))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] === undefined ? whole : keep(named[name])
      const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
      return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? keep(String.fromCodePoint(code)) : whole
    })
  return { text, open: (inner) => inner.replace(signs, (sign) => kept[(sign.codePointAt(0) ?? 0) - FIRST_SIGN] ?? '') }
}

const LINK = String.raw`!?\[([^\][]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^\]]*\])`
const URL = String.raw`<?https?:\/\/[^\s<>)]+>?`

// Links beside minutes and names, or alone in brackets, are not words of the title.
const linksInBrackets = new RegExp(
  String.raw`(?<!\])[([]\s*(?:[\p{L} ]{0,30}:\s*)?(?:${LINK}|${URL})(?:\s*[,;]?\s*(?:and\s+)?(?:${LINK}|${URL}))*\s*[)\]](?!\()`,
  'gu',
)
const linkBetween = new RegExp(String.raw`[,;]\s*(?:${LINK}|${URL})(?=\s*[,;)])`, 'g')
const link = new RegExp(LINK, 'g')
const address = new RegExp(URL, 'g')
const tagOfForm = /<\/?(?:b|br|big|del|em|i|ins|p|s|small|span|strong|sub|sup|u)\s*\/?>/gi

/** AGN13: a line of Markdown as words: links by their text, without emphasis, tags of form and bare addresses; what is left is text. */
export function words(shielded: string): string {
  const plain = shielded
    .replace(linksInBrackets, ' ')
    .replace(linkBetween, '')
    .replace(link, '$1')
    .replace(/(^|[\s(])(\*{1,3}|_{1,3}|~{1,2})(?=\S)([^*_~]*?\S)\2(?=$|[\s).,:;!?-])/g, '$1$3')
    .replace(/(\*{2}|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(tagOfForm, ' ')
  const withoutAddresses = plain.replace(address, ' ')
  return (/[\p{L}\p{N}]/u.test(withoutAddresses) ? withoutAddresses : plain).replace(/\s+/g, ' ').trim()
}

/** Whether a line is nothing but links. */
export function isOnlyLinks(shielded: string): boolean {
  const rest = shielded.replace(link, '').replace(address, '')
  return rest !== shielded && !/[\p{L}\p{N}\p{Co}]/u.test(rest)
}

/** Whether all words of a line are struck out. */
export function isStruck(shielded: string): boolean {
  return /^~{1,2}[^~]+~{1,2}(?:\s*\([^()]*\)|\s*cancel{1,2}ed)?$/i.test(shielded.trim())
}
