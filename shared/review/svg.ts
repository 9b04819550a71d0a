/** Two decimals: the same text on every machine. */
export const svgNumber = (value: number): string => String(Math.round(value * 100) / 100)

/** As much of a name as has room; letters of wide scripts count twice. */
export function svgName(label: string, widest = 32): string {
  let width = 0
  let kept = ''
  for (const letter of label) {
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 2 : 1
    if (width > widest) return `${kept.trimEnd()}…`
    kept += letter
  }
  return kept
}

export function svgText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`)
}
