import type { LeftOut, Why } from './draft'
import { LONGEST_LINE, MOST_LINES } from './draft'

/** A line of the text, from 1; `text` is '' where something was left out. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** The lines of a text; comments, code, rules and front matter are left out. */
export function linesOf(text: string, leave: (out: LeftOut) => void): Line[] {
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  let within: { readonly until: RegExp; readonly why: Why } | null = null
  if (all.length > MOST_LINES) leave({ line: MOST_LINES + 1, text: `${all.length - MOST_LINES} lines`, why: 'many' })
  return all.slice(0, MOST_LINES).map((raw, at) => {
    const line = { number: at + 1, text: raw.replaceAll('\t', '    ').trimEnd() }
    const out = (why: Why): Line => {
      if (line.text.trim() !== '') leave({ line: line.number, text: line.text.trim().slice(0, 200), why })
      return { ...line, text: '' }
    }
    if (within) {
      const { until, why } = within
      if (until.test(raw)) within = null
      return out(why)
    }
    if (raw.length > LONGEST_LINE) return out('long')
    const withoutComments = line.text.replace(/<!--.*?-->/g, '')
    const fence = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1]
    if (fence !== undefined) within = { until: new RegExp(`^\\s*${fence}`), why: 'text' }
    else if (withoutComments.includes('<!--')) within = { until: /-->/, why: 'comment' }
    else if (at === 0 && /^---\s*$/.test(raw) && all.slice(1, 60).some((other) => /^---\s*$/.test(other)))
      within = { until: /^---\s*$/, why: 'about' }
    if (within) return out(within.why)
    if (withoutComments.trim() === '' && line.text !== '') return out('comment')
    if (/^\s*([-*_=]\s*){3,}$/.test(raw) && !/^[-=]{2,}\s*$/.test(raw)) return { ...line, text: '' }
    return { ...line, text: withoutComments }
  })
}
