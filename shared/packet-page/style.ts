/** PKT10: the style of a packet: the look of the app's pages, for screens in light and dark, and for paper. */
export const style = `
:root { color-scheme: light dark; --ink: #16181c; --quiet: #5a5f68; --line: #dfe0dc; --edge: #85898f; --paper: #fff; --shade: #f6f6f4; --accent: #1b54c4; --on-accent: #fff; --warn: #835000; --danger: #b0241c }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f1f2; --quiet: #a6acb4; --line: #34383e; --edge: #757b84; --paper: #17191c; --shade: #1e2125; --accent: #8fb4ff; --on-accent: #0d1a33; --warn: #f0bf63; --danger: #ff9d94 } }
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
header, main { max-width: 54rem; margin: 0 auto; padding: 0 2rem }
header { padding-top: 2rem }
main { padding-bottom: 3rem }
h1, h2, h3, p, ul, ol, dl, dd, fieldset, table { margin: 0; padding: 0; border: 0 }
h1 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -.012em }
h2 { font-size: 1.25rem; line-height: 1.3 }
h3, legend { padding: 0; font-size: 1rem; font-weight: 600; line-height: 1.4 }
.kind, .quiet, .hint, dt { color: var(--quiet) }
.kind { font-size: .875rem; font-weight: 600 }
.hint, dt, th { font-size: .875rem }
.lead { font-size: 1.125rem; color: var(--quiet) }
.facts { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1rem 0 }
.facts dd { font-weight: 600 }
.how { padding: .75rem 1rem; background: var(--shade); border-radius: .375rem }
section { display: grid; gap: 1rem; margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid var(--line) }
section > .hint { margin-top: -.75rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: .375rem 1rem .375rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
th { color: var(--quiet); font-weight: 600 }
th:last-child, td:last-child { padding-inline-end: 0 }
.short { white-space: nowrap }
th, code { white-space: nowrap }
code { font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
label { display: inline-block }
.field { display: grid; gap: .25rem; justify-items: start; min-width: 0 }
.field > label { font-size: .875rem; font-weight: 600 }
.row { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: start }
.row > .wide { flex: 1 1 16rem }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 2.25rem; padding: .375rem .625rem; border: 1px solid var(--edge); border-radius: .375rem; background: var(--paper); color: inherit; font: inherit }
input[type=number] { width: 7rem }
select { width: auto; max-width: 100% }
textarea { display: block; field-sizing: content; min-height: 4.25rem; max-height: 24rem; resize: vertical }
input[type=checkbox], input[type=radio] { flex: none; width: 1.125rem; height: 1.125rem; margin: .1875rem 0 0; accent-color: var(--accent) }
.tick { display: flex; gap: .5rem; align-items: flex-start; min-height: 1.5rem }
.ticks { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center }
.ticks > legend { float: left; margin-inline-end: 1.25rem; font-size: .875rem }
.row > .ticks { min-height: 3.75rem }
.row > .ticks > legend { float: none; margin-bottom: .625rem }
.levels { display: grid; gap: .375rem }
.levels b { display: inline-block; min-width: 2.5ch }
.card, .criterion { display: grid; gap: .875rem; padding: 1rem 0 1.25rem; border-bottom: 1px solid var(--line) }
section > .card:last-child, .cards > .criterion:last-child { padding-bottom: 0; border-bottom: 0 }
.cards { display: grid }
.card > legend, .criterion > legend { float: left; width: 100%; padding: 0 }
legend + .hint, h3 + .hint { margin-top: -.75rem }
.text { white-space: pre-wrap }
button { min-height: 2.25rem; padding: .25rem .875rem; border: 1px solid var(--edge); border-radius: .375rem; background: var(--paper); color: inherit; font: inherit; font-weight: 600; justify-self: start; cursor: pointer }
button:hover { background: var(--shade) }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent) }
button.plain { border-color: transparent; padding-inline: .375rem; margin-inline-start: -.375rem; color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.fault { color: var(--danger); font-size: .875rem; font-weight: 600 }
footer { position: sticky; bottom: 0; border-top: 1px solid var(--line); background: var(--shade) }
footer > div { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; max-width: 54rem; margin: 0 auto; padding: .75rem 2rem }
footer p { flex: 1 1 20rem }
.unsaved { color: var(--warn); font-weight: 600 }
main:first-child { padding-block: 3rem }
main:first-child > p { margin-top: .75rem }
html { scroll-padding-bottom: 6rem }
@media (max-width: 40rem) { header, main, footer > div { padding-inline: 1rem } .hash { display: none } }
@media print {
  @page { margin: 16mm }
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --edge: #888; --paper: #fff; --shade: #fff; --accent: #000; --danger: #000; --warn: #000 }
  html { font-size: 10pt }
  header, main { max-width: none; padding-inline: 0 }
  header { padding-top: 0 }
  button, .how, footer { display: none }
  textarea { max-height: none }
  h2, legend, thead { break-after: avoid }
  .card, .criterion, tr, .field { break-inside: avoid }
}
`
