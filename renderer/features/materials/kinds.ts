import type { Material } from '../../../shared/review/materials'

export type ViewerKind = 'markdown' | 'table' | 'notebook' | 'text' | 'image' | 'pdf'

const endings: Readonly<Record<ViewerKind, readonly string[]>> = {
  markdown: ['md', 'markdown', 'mdown'],
  table: ['csv', 'tsv', 'tab'],
  notebook: ['ipynb'],
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp'],
  pdf: ['pdf'],
  text: [
    ...['txt', 'text', 'log', 'rst', 'tex', 'bib', 'diff', 'patch', 'out', 'err'],
    ...['json', 'jsonl', 'ndjson', 'geojson', 'yaml', 'yml', 'toml', 'ini', 'cfg', 'conf', 'env', 'properties', 'xml', 'xsd'],
    ...['py', 'pyi', 'r', 'jl', 'sql', 'sh', 'bash', 'ps1', 'bat', 'js', 'mjs', 'cjs', 'ts', 'tsx', 'jsx', 'css', 'scss'],
    ...['c', 'h', 'cc', 'cpp', 'hpp', 'cs', 'go', 'rs', 'java', 'kt', 'scala', 'swift', 'rb', 'php', 'pl', 'lua', 'm', 'tf'],
    ...['dockerfile', 'makefile', 'gitignore', 'lock', 'ics', 'vcf', 'srt', 'vtt', 'html', 'htm'],
  ],
}

const byEnding = new Map(
  Object.entries(endings).flatMap(([kind, list]) => list.map((ending): [string, ViewerKind] => [ending, kind as ViewerKind])),
)

/** What the host serves a file as, told by its first bytes. */
const byServedType: readonly (readonly [start: string, kind: ViewerKind])[] = [
  ['application/pdf', 'pdf'],
  ['image/', 'image'],
  ['text/plain', 'text'],
]

/** How a material is shown, by the ending of its name; null: nothing here shows it, or the name does not tell. */
export function kindByName(name: string): ViewerKind | null {
  return byEnding.get(endingOf(name)) ?? null
}

/** The same by the type it is served with: for names that do not tell. */
export function kindByServedType(type: string): ViewerKind | null {
  return byServedType.find(([start]) => type.startsWith(start))?.[1] ?? null
}

/** VIW8: text that programs draw or run when they open it: neither shown as what it is nor as what it says. */
export function isNeverShown(name: string): boolean {
  return ['svg', 'svgz', 'rtf', 'ps', 'eps'].includes(endingOf(name))
}

/** `csv` of `Load.CSV`; the whole name where it has no point, for `Dockerfile` and the like. */
export function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}

/** The words for a kind in a sentence: "This notebook could not be read". */
export const kindWords: Readonly<Record<ViewerKind, string>> = {
  markdown: 'document',
  table: 'table',
  notebook: 'notebook',
  text: 'text',
  image: 'picture',
  pdf: 'PDF',
}

/** The material that an address inside another one means: the same file name, whatever folder stands before it. */
export function materialNamed(materials: readonly Material[], name: string): Material | undefined {
  return materials.find((material) => material.name.normalize() === name.normalize())
}
