import { isSafeLink } from '../../../shared/minutes/links'

/** Where an address inside a material leads: out of the program, to another file of the review, or nowhere. */
export type Target =
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'file'; readonly name: string; readonly address: string }
  | { readonly kind: 'none'; readonly address: string }

/**
 * VIW5: what an address in a Markdown text means. https, http and mail lead out; a plain relative path names a file; everything else -
 * other schemes, however they are written, UNC, `//host`, places inside a page - leads nowhere and is shown as text.
 */
export function targetOf(written: string): Target {
  const address = decodeEntities(written)
  const nowhere: Target = { kind: 'none', address }
  // What a browser drops silently, or takes for a slash, is no part of an honest address.
  if (address.length > 2048 || /[\u0000-\u001f\u007f\\]/.test(address) || address !== address.trim()) return nowhere
  if (isSafeLink(address)) return { kind: 'outside', url: address }
  if (/^[^/?#]*:/.test(address) || address.startsWith('/') || address.startsWith('#')) return nowhere
  const path = address.replace(/[?#].*$/, '')
  const name = decodePercent(path.slice(path.lastIndexOf('/') + 1))
  return name === '' ? nowhere : { kind: 'file', name, address }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', colon: ':', sol: '/', bsol: '\\', Tab: '\t' },
  ...{ NewLine: '\n', lpar: '(', rpar: ')', num: '#', period: '.', comma: ',', semi: ';', excl: '!', quest: '?' },
  ...{ copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', deg: '°', plusmn: '±' },
  ...{ times: '×', divide: '÷', micro: 'µ', para: '¶', sect: '§', euro: '€', pound: '£', laquo: '«', raquo: '»' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', le: '≤', ge: '≥', ne: '≠', asymp: '≈', infin: '∞', sum: '∑' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', omega: 'ω' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à' },
}

/** Character references as text: numbers and the common names; one that is not known stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,31}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name as string) ? (named[name as string] ?? whole) : whole
    const point = hex !== undefined ? parseInt(hex as string, 16) : Number(decimal)
    const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    return isCharacter ? String.fromCodePoint(point) : '\ufffd'
  })
}
