import { readFileSync } from 'node:fs'

/** A small picture; tests run in the repository. */
export const pngSeed = (): Buffer => readFileSync('build/resources/icons/256x256.png')

export function notebookSeed(): Buffer {
  return Buffer.from(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        { cell_type: 'markdown', metadata: {}, source: ['# Data\n', 'One row per *hour*, see [here](https://example.org/).'] },
        {
          cell_type: 'code',
          execution_count: 3,
          metadata: {},
          source: 'print(df.head())',
          outputs: [
            { output_type: 'stream', name: 'stdout', text: ['a b\n', '1 2\n'] },
            {
              output_type: 'execute_result',
              execution_count: 3,
              metadata: {},
              data: { 'text/plain': '4', 'text/html': '<b>4</b>' },
            },
            { output_type: 'display_data', metadata: {}, data: { 'image/png': pngSeed().toString('base64') } },
            { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['\u001b[0;31mE\u001b[0m: v'] },
          ],
        },
      ],
    }),
  )
}

export const csvSeed = (): Buffer =>
  Buffer.from(`hour;load;note\r\n${Array.from({ length: 200 }, (_, at) => `${at};${at * 1.5};"a ""b""; c\nd"`).join('\r\n')}\r\n`)

export const markdownSeed = (): Buffer =>
  Buffer.from(
    [
      '---\ntitle: Card\n---\n# Model card\n\nA **forecast** of ~~the~~ *load*, `code`, [a link](https://example.org/ "t") and ![a plot](plot.png).',
      '- [x] one\n- [ ] two\n  1. three\n     > four\n',
      '| a | b |\n|---|--:|\n| 1 | 2 |\n',
      '```py\nprint(1)\n```\n\n    indented\n\n<div onclick="x">html <b>inline</b></div>\n\n[ref]: https://example.org/r\n\n[ref], https://example.org, line  \nbreak\n\n***\n',
    ].join('\n'),
  )

/** Some bytes changed, cut out, doubled or put in, differently for each run of the chance. */
export function mutated(seed: Uint8Array, random: () => number): Buffer {
  let bytes = Buffer.from(seed)
  const upTo = (end: number): number => Math.floor(random() * end)
  for (let times = 1 + upTo(8); times > 0; times--) {
    const at = upTo(bytes.length)
    const length = upTo(random() < 0.2 ? bytes.length : 24)
    const piece = bytes.subarray(at, at + length)
    const kind = upTo(5)
    if (kind === 0) bytes[at] = upTo(256)
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at + length)])
    else if (kind === 3)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length }, () => upTo(256))), bytes.subarray(at)])
    else bytes = Buffer.from(bytes.map((byte, index) => (index >= at && index < at + length ? byte ^ (1 << upTo(8)) : byte)))
  }
  return bytes
}
