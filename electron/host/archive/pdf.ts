import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from '../../../shared/archive/paper'
import { readFaces } from './fonts'
import { typstData } from './typst-data'
import { TYPST_TEMPLATE } from './typst-template'

export interface PaperFile {
  readonly bytes: Uint8Array
  /** Characters that no face has: they stand as `[U+05D0]`. */
  readonly replaced: readonly string[]
}

/** Attempts at replacing what has no glyph; whatever then still has none is left as the empty box it is. */
const ATTEMPTS = 4

/**
 * RND1: sets papers as PDF: tagged, outlined, every face embedded. The data go in as JSON, never as markup.
 * @param faces paths of the font files; nothing else is used.
 */
export function pdfPrinter(faces: readonly string[]): (paper: Paper) => PaperFile {
  let compiler: NodeCompiler | undefined
  return (paper) => {
    compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: readFaces(faces) }] })
    const replaced = new Set<string>()
    let json = typstData(paper)
    for (let attempt = 1; ; attempt++) {
      const document = typeset(compiler, json)
      const missing = attempt < ATTEMPTS ? withoutGlyph(compiler, document) : []
      if (missing.length === 0) return { bytes: new Uint8Array(compiler.pdf(document)), replaced: [...replaced].sort() }
      for (const cluster of missing) replaced.add(cluster)
      json = spelledOut(json, missing)
    }
  }
}

function typeset(compiler: NodeCompiler, json: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFileContent: TYPST_TEMPLATE, inputs: { paper: json } })
  if (compiled.result) return compiled.result
  const told = compiled.takeDiagnostics()?.shortDiagnostics as readonly { readonly message?: string }[] | undefined
  throw new Error(`the paper could not be set: ${told?.[0]?.message ?? 'no reason was given'}`)
}

/** RND6: text that no face can show. Only a standard that forbids it tells; nothing is claimed of that standard in the file itself. */
function withoutGlyph(compiler: NodeCompiler, document: NodeTypstDocument): string[] {
  try {
    compiler.pdf(document, { pdfStandard: 'a-2u' })
    return []
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    const found = [...told.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].map(([, text = '']) => unescaped(text))
    // Letters that every face has are kept, whatever stands with them.
    return [...new Set(found)].filter((text) => /[^\u0000-\u024f]/.test(text)).sort((left, right) => right.length - left.length)
  }
}

/** Undoes the escapes that the compiler puts into its messages, twice. */
function unescaped(text: string): string {
  const once = text.replace(/\\\\/g, '\\').replace(/\\(["'])/g, '$1')
  return once.replace(/\\u\{([0-9a-f]{1,6})\}/g, (_escape, code: string) => String.fromCodePoint(parseInt(code, 16)))
}

/** Within the JSON, whose own escapes are ASCII only and so untouched. */
function spelledOut(json: string, clusters: readonly string[]): string {
  const inText = clusters.map((cluster) => JSON.stringify(cluster).slice(1, -1))
  const named = (cluster: string) =>
    [...cluster].map((letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`).join('')
  return clusters.reduce((text, cluster, at) => text.replaceAll(inText[at] ?? cluster, named(cluster)), json)
}
