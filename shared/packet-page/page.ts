/** What the page of a packet is made of, every part of it as it stands in the file. */
export interface PageParts {
  readonly policy: string
  readonly style: string
  readonly script: string
  /** Words of the page, as JSON. */
  readonly words: string
  /** The packet, as JSON. */
  readonly packet: string
}

/** JSON that stands between tags: no sign of it begins one (PKT2). */
export function jsonBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c') // PKT2
}

/**
 * PKT2, PKT3: the whole file of a packet. The app writes it by this, and so does its own script when it saves:
 * nothing that people wrote stands outside the blocks of data. PKT10: what stands there until the script runs, for whatever reason it
 * does not, says what to do.
 */
export function packetPage({ policy, style, script, words, packet }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Reviewer packet</title>
<style>${style}</style>
</head>
<body>
<div id="page">
<main>
<h1>Reviewer packet</h1>
<p>This file is a form, and its script did not run here: mail programs and previews run none.</p>
<p>Save the file on your computer and open it in a browser, such as Firefox, Chrome, Edge or Safari, with JavaScript allowed. It works offline and
sends nothing. If that is not possible, write your feedback to whoever sent you the file.</p>
</main>
</div>
<script type="application/json" id="words">${words}</script>
<script type="application/json" id="packet">${packet}</script>
<script>${script}</script>
</body>
</html>
`
}
