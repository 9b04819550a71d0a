import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const folder = join(root, 'node_modules', 'pdfjs-dist')

/** What PDF.js fetches while it reads a file, by the folder it looks in: tables of characters, the usual faces, decoders of pictures. */
const parts = /** @type {const} */ ([
  ['cmaps', 'cmaps', /\.bcmap$|^LICENSE/],
  ['standard_fonts', 'fonts', /\.(pfb|ttf)$|^LICENSE/],
  ['wasm', 'decoders', /_nowasm_fallback\.js$|^LICENSE_.*(OPENJPEG|JBIG2)$/],
])

/**
 * Copies them, with their licences, into a folder.
 * @param {string} to
 */
export function copyPdfParts(to) {
  for (const [from, name, pattern] of parts) {
    mkdirSync(join(to, name), { recursive: true })
    for (const file of readdirSync(join(folder, from)).filter((each) => pattern.test(each)))
      copyFileSync(join(folder, from, file), join(to, name, file.startsWith('LICENSE') ? `${file}.txt` : file))
  }
}
