import { shield, words } from '../../agenda/import/inline'
import type { Level } from '../criterion'

const NUMBER = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)`
const UNIT = String.raw`(?:points?|pts?\.?|marks?|punkte?|p\.?)`
const DASH = '[-\\u2013\\u2014]'

/** `0 points: ...`, `Level 2 - ...`, `3-4 pts: ...` */
const first = new RegExp(
  String.raw`^(?:(?:level|grade|score|stufe)\s+)?(?:${NUMBER}\s*${DASH}\s*)?${NUMBER}\s*${UNIT}?\s*(?:\(([^()]{1,60})\)\s*)?(?:[:=](?!\d)|${DASH}(?=\s))\s*(\S.*)$`,
  'i',
)
/** `2 points The problem ...` */
const bare = new RegExp(String.raw`^${NUMBER}\s*${UNIT}(?:\s+(\S.*))?$`, 'i')
/** `Excellent (4): ...` */
const named = new RegExp(String.raw`^(.{1,80}?)\s*[([]\s*${NUMBER}\s*${UNIT}?\s*[)\]]\s*(?:[:=]|${DASH}(?=\s))\s*(\S.*)$`, 'i')
/** `There are unit tests (1 point)`, `Unit tests: 1 point`: the end of the line, looked for in no more than so many signs. */
const last = new RegExp(
  String.raw`\s*(?:[([]\s*\+?${NUMBER}\s*${UNIT}\s*[)\]]|(?:[:=]|\s${DASH})\s*\+?${NUMBER}\s*${UNIT})\.?$`,
  'i',
)
const TAIL = 40
const box = /^\[[ xX]?\]\s+/

export const numberOf = (written: string): number => Number(written.replace(',', '.'))

export interface LevelLine extends Level {
  /** A box to tick: parts that add up. */
  readonly isPart: boolean
}

/** Words of a line without what Markdown makes of them. */
export function plainWords(line: string): string {
  const { text, open } = shield(line)
  return open(words(text)).trim()
}

/** PAN12: what a line says of a level; null when it is none. */
export function levelLine(line: string): LevelLine | null {
  const isPart = box.test(line.trim())
  const plain = plainWords(line.trim().replace(box, ''))
  const level = (points: string, anchor: string): LevelLine => ({ points: numberOf(points), anchor: anchor.trim(), isPart })
  const found = first.exec(plain)
  if (found) {
    const [, from, to = '', label, rest = ''] = found
    const range = from === undefined ? '' : `${from}\u2013${to}: `
    return level(to, `${range}${label === undefined ? '' : `${label}: `}${rest}`)
  }
  const short = bare.exec(plain)
  if (short) return level(short[1] ?? '', short[2] ?? '')
  const label = named.exec(plain)
  if (label) return level(label[2] ?? '', `${label[1] ?? ''}: ${label[3] ?? ''}`)
  const start = Math.max(0, plain.length - TAIL)
  const end = last.exec(plain.slice(start))
  const anchor = end ? plain.slice(0, start + end.index) : ''
  return end && anchor !== '' ? level(end[1] ?? end[2] ?? '', anchor) : null
}

const weights = [
  new RegExp(String.raw`\s*[([]\s*(?:weight(?:ing)?\s*[:=]?\s*)?${NUMBER}\s*%(?:\s*(?:of[^)\]]*|weight))?\s*[)\]]`, 'i'),
  new RegExp(String.raw`\s*[([]\s*weight(?:ing)?\s*[:=]?\s*${NUMBER}\s*[)\]]`, 'i'),
  new RegExp(String.raw`\s*(?:[,:;]|${DASH})\s*(?:weight(?:ing)?\s*[:=]?\s*)?${NUMBER}\s*%\s*$`, 'i'),
  new RegExp(String.raw`\s*(?:[,:;]|${DASH})\s*weight(?:ing)?\s*[:=]?\s*${NUMBER}\s*$`, 'i'),
  new RegExp(String.raw`^${NUMBER}\s*%\s*(?:[:]|${DASH})?\s*`, 'i'),
]
/** `(10 points)`, `(max 10)`, `(0-2)` behind a name: its levels say the same. */
const mostPoints = new RegExp(
  String.raw`\s*[([]\s*(?:(?:max(?:imum)?\.?|up to)\s*${NUMBER}(?:\s*${UNIT})?|(?:${NUMBER}\s*${DASH}\s*)?${NUMBER}\s*${UNIT}(?:\s*max(?:imum)?\.?)?|${NUMBER}\s*${DASH}\s*${NUMBER})\s*[)\]]\s*$`,
  'i',
)

/** The name of a criterion and its weight, from one line. */
export function nameLine(line: string): { readonly name: string; readonly weight: number | null } {
  let name = plainWords(line.trim().replace(box, ''))
  let weight: number | null = null
  for (const pattern of weights) {
    const found = pattern.exec(name)
    if (!found) continue
    weight = numberOf(found[1] ?? '')
    name = `${name.slice(0, found.index)}${name.slice(found.index + found[0].length)}`
    break
  }
  return {
    name: name
      .replace(/[\s:]+$/, '')
      .replace(mostPoints, '')
      .replace(/[\s:]+$/, '')
      .trim(),
    weight,
  }
}
