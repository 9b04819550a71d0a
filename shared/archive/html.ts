import { escapeHtml } from '../minutes/render-html'

/** A piece of HTML that is safe as it stands. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = string | number | Html | readonly Part[]

/** Template for HTML: every text put in is escaped, pieces of HTML stand as they are (ARC6). */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, at) => string + (at < parts.length ? written(parts[at] ?? '') : '')).join(''))
}

function written(part: Part): string {
  if (part instanceof Html) return part.source
  if (typeof part === 'object') return part.map(written).join('')
  return escapeHtml(String(part))
}

/** A whole page without script and without network; it reads the same on screen and on paper. */
export function htmlPage(title: string, body: Html): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.source}
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; --ink: #16181d; --quiet: #565c6b; --line: #dcdfe6; --paper: #fff; --shade: #f5f6f8; --link: #1b54c4 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --quiet: #a6adbd; --line: #3a3f4c; --paper: #16181d; --shade: #20232b; --link: #8db8ff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 3.5rem 2rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Inter, "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.015em; text-wrap: balance }
h2 { margin: 0; font-size: 1.0625rem; line-height: 1.4 }
h3 { margin: 1.5rem 0 .25rem; font-size: .875rem; color: var(--quiet) }
h3:first-child { margin-top: 0 }
p, ul, ol, dl, pre, blockquote { margin: 0 0 .75rem }
ul, ol { padding-inline-start: 1.25rem }
a { color: var(--link); text-underline-offset: .15em }
.kind { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; font-weight: 600 }
.lead { margin: .5rem 0 0; color: var(--quiet); font-size: 1.125rem }
header { margin-bottom: 2rem }
nav { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem }
.facts { margin: 0 0 2.5rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem 2rem; padding: 1.25rem 1.5rem; background: var(--shade); border-radius: .5rem }
.facts dt { font-size: .8125rem; color: var(--quiet) }
.facts dd { margin: 0; font-size: 1.25rem; font-weight: 620; line-height: 1.3 }
.facts .quiet { font-size: .8125rem; font-weight: 400 }
section { display: grid; grid-template-columns: 11rem minmax(0, 1fr); column-gap: 2rem; padding: 1.5rem 0; border-top: 1px solid var(--line) }
section > div > :last-child { margin-bottom: 0 }
.notes { display: block; max-width: 46rem }
.notes :is(p, h2, h3, li, pre) { unicode-bidi: plaintext; text-align: start }
.notes h2 { margin-bottom: .75rem; font-size: 1.25rem }
.notes h2 ~ h2 { margin-top: 1.5rem; font-size: 1.0625rem }
table { width: 100%; border-collapse: collapse; margin: 0 0 1rem }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
thead th { padding-top: 0; color: var(--quiet); font-weight: 600; font-size: .8125rem }
tbody tr:last-child > * { border-bottom: 0 }
tfoot td { border-top: 1px solid var(--ink); border-bottom: 0; font-weight: 600 }
.number { text-align: end; white-space: nowrap }
.notes th, .notes td { padding: .375rem .75rem; border: 1px solid var(--line) }
.notes tbody tr:last-child > * { border-bottom: 1px solid var(--line) }
.who { min-width: 8.5rem }
.keep { white-space: nowrap; overflow-wrap: normal }
.text { white-space: pre-wrap; max-width: 46rem }
.quiet { color: var(--quiet) }
.said { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; margin: 0 0 .75rem }
.said b { font-weight: 600 }
.said .quiet { grid-column: 2; font-size: .875rem }
.outcome { margin: 0 0 .25rem; font-size: 1.375rem; font-weight: 650; line-height: 1.3 }
.box { padding-inline-start: 1.25rem; border-inline-start: 4px solid var(--ink) }
.box + .box { margin-top: 2rem }
.box > :last-child { margin-bottom: 0 }
.line { padding: .5rem .75rem; background: var(--shade); border-radius: .375rem }
.line b::first-letter { text-transform: uppercase }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
footer { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); font-size: .875rem }
footer p { max-width: 46rem }
pre { padding: .75rem 1rem; background: var(--shade); border-radius: .375rem; white-space: pre-wrap }
img { max-width: 100% }
figure { margin: 1.5rem 0 0; color: var(--ink) }
figure svg { display: block; max-width: 100%; height: auto; font-family: inherit }
figcaption { margin-top: .5rem; font-size: .875rem }
@media (max-width: 46rem) { section { grid-template-columns: minmax(0, 1fr); row-gap: .75rem } .said { grid-template-columns: minmax(0, 1fr) } .said .quiet { grid-column: 1 } }
@media print {
  @page { margin: 16mm 16mm 18mm }
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --shade: #f3f3f3; --link: #000 }
  html { font-size: 10pt }
  body { padding: 0; max-width: none }
  section { grid-template-columns: 8rem minmax(0, 1fr); column-gap: 1.5rem; padding: 1rem 0 }
  .notes { display: block; max-width: none }
  h2, h3, thead { break-after: avoid }
  tr, .box, .line, .said, .facts, li { break-inside: avoid }
  nav { display: none }
  h1 { font-size: 1.9rem }
  .facts { grid-template-columns: repeat(4, 1fr); border: 1px solid var(--line) }
}
`
