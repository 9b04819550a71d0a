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
:root { color-scheme: light dark; --ink: #16181d; --quiet: #5a6070; --line: #d7dae2; --paper: #fff; --shade: #f4f5f8; --link: #1c56b8 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --quiet: #a6adbd; --line: #3a3f4c; --paper: #16181d; --shade: #20232b; --link: #8db8ff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 3rem 1.5rem 5rem; max-width: 58rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
h1 { margin: 0; font-size: 2rem; line-height: 1.2 }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.25rem }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem }
p, ul, ol, dl, pre, blockquote { margin: 0 0 .75rem }
a { color: var(--link) }
table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; font-variant-numeric: tabular-nums }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
th { color: var(--quiet); font-weight: 600; font-size: .875rem }
td.number, th.number { text-align: end; padding-inline: 0 1.25rem }
td.keep, th.keep { white-space: nowrap }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
.lead { margin: .25rem 0 0; color: var(--quiet) }
.outcome { font-size: 1.25rem; font-weight: 650 }
.box { padding: 1rem 1.25rem; background: var(--shade); border-radius: .5rem }
.box > :last-child { margin-bottom: 0 }
.line { padding: .4rem .75rem; background: var(--shade); border-radius: .375rem }
blockquote { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
footer { margin-top: 3rem }
pre { padding: .75rem 1rem; background: var(--shade); border-radius: .375rem; overflow: auto }
img { max-width: 100% }
dt { color: var(--quiet); font-size: .875rem }
dd { margin: 0 0 .5rem }
@media print { body { padding: 0; max-width: none } h2, h3 { break-after: avoid } tr, .box, .line { break-inside: avoid } }
`
