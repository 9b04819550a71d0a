import { cleaned, type Paper } from '../../../shared/archive/paper'

/** The paper as the template reads it, as JSON. */
export function typstData(of: Paper): string {
  const { at, foot, ...paper } = cleaned(of)
  const date = new Date(at)
  return JSON.stringify({
    ...paper,
    foot: shortened(foot),
    date: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
    },
  })
}

/** One line at the foot of a page; letters of wide scripts count twice. */
function shortened(foot: string): string {
  let width = 0
  let kept = ''
  for (const letter of foot.replace(/\s+/g, ' ').trim()) {
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]|[\u{1f000}-\u{3ffff}]/u.test(letter) ? 2 : 1
    if (width > 84) return `${kept.trimEnd()}…`
    kept += letter
  }
  return kept
}
