import { type Bundle, type BundleFile, type BundleInput, bundleFiles } from '../../../shared/archive/bundle-files'
import type { Paper } from '../../../shared/archive/paper'
import { csvText } from './csv'
import { icsText } from './ics'
import type { PaperFile } from './pdf'

/** What sets papers; given from outside, because it needs the faces, and takes most of the time of saving. */
export interface PaperSetter {
  readonly pdf: (paper: Paper) => PaperFile
  readonly docx: (paper: Paper) => Promise<Uint8Array>
}

export interface RenderedBundle {
  readonly bundle: Bundle
  /** By path; everything but the materials. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** Characters that stand in a PDF as `[U+05D0]`. */
  readonly replaced: readonly string[]
  /** Paths of papers that could not be set. */
  readonly unset: readonly string[]
}

/** Renders every file of a bundle; a paper that cannot be set is left out and named, because a record must not depend on it. */
export async function renderBundle(input: BundleInput, setter: PaperSetter): Promise<RenderedBundle | null> {
  const bundle = bundleFiles(input)
  if (!bundle) return null
  const bytes = new Map<string, Uint8Array>()
  const replaced = new Set<string>()
  const unset: string[] = []
  for (const file of bundle.files) {
    if (file.kind !== 'pdf' && file.kind !== 'docx') continue
    try {
      bytes.set(file.path, await setPaper(file.kind, file.paper, setter, replaced))
    } catch {
      unset.push(file.path)
    }
  }
  if (unset.length === 0) return { bundle, bytes: withTheRest(bundle, bytes), replaced: [...replaced].sort(), unset }
  const without = new Set([...(input.without ?? []), ...unset])
  const rest = await renderBundle({ ...input, without }, setter)
  return rest && { ...rest, unset: [...unset, ...rest.unset] }
}

async function setPaper(kind: 'pdf' | 'docx', paper: Paper, setter: PaperSetter, replaced: Set<string>): Promise<Uint8Array> {
  if (kind === 'docx') return setter.docx(paper)
  const file = setter.pdf(paper)
  file.replaced.forEach((letter) => replaced.add(letter))
  return file.bytes
}

function withTheRest({ files }: Bundle, papers: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const all = new Map(papers)
  for (const file of files) {
    const own = bytesOf(file)
    if (own) all.set(file.path, own)
  }
  const sizes = new Map(
    files.map((file) => [file.path, file.kind === 'material' ? file.bytes : (all.get(file.path)?.length ?? 0)]),
  )
  for (const file of files) if (file.kind === 'crate') all.set(file.path, Buffer.from(file.describe(sizes)))
  return all
}

function bytesOf(file: BundleFile): Uint8Array | null {
  switch (file.kind) {
    case 'bytes':
      return file.bytes
    case 'text':
      return Buffer.from(file.text)
    case 'table':
      return Buffer.from(csvText(file.table))
    case 'calendar':
      return Buffer.from(icsText(file.calendar))
    case 'material':
    case 'pdf':
    case 'docx':
    case 'crate':
      return null
  }
}
