import { Packer } from 'docx'
import { fromBufferPromise } from 'yauzl'
import type { Instant } from '../../../shared/context'
import { isoAt } from '../../../shared/review/dates'
import { compare } from '../../../shared/review/fields'
import { escapeHtml } from '../../../shared/minutes/render-html'
import { cleaned, type Paper } from '../../../shared/archive/paper'
import { docxDocument } from './docx-document'
import { type ZipEntry, zipStream } from './zip-writer'

/** RND3: a paper as DOCX, made of the same blocks as the PDF: styles, headings, lists and tables that an editor knows as such. */
export async function docxFile(paper: Paper): Promise<Uint8Array> {
  const whole = cleaned(paper)
  const packed = await Packer.toBuffer(docxDocument(whole))
  const parts = numbered(await unzipped(packed))
  const entries = [...parts].sort(byPart).map(([path, bytes]): ZipEntry => {
    if (path === 'docProps/core.xml') return { path, bytes: Buffer.from(coreProperties(whole)) }
    return { path, bytes }
  })
  return zipped(entries, whole.at)
}

/** What tells programs the kind of file comes first. */
function byPart([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  const rank = (path: string) => ['[Content_Types].xml', '_rels/.rels'].indexOf(path) >>> 0
  return rank(left) - rank(right) || compare(left, right)
}

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

async function zipped(entries: readonly ZipEntry[], at: Instant): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipStream(entries, at)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/** ARC3: the library gives links ids by chance; each list of relations gets them by its order instead. */
function numbered(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const done = new Map(parts)
  for (const [path, bytes] of parts) {
    const part = /^(.*)_rels\/([^/]+)\.rels$/.exec(path)
    if (!part) continue
    const owner = `${part[1] ?? ''}${part[2] ?? ''}`
    const relations = bytes.toString()
    const own = done.get(owner)?.toString()
    const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id = '']) => id)
    const renamed = (text: string, attribute: RegExp) =>
      text.replace(attribute, (whole, before: string, id: string) => {
        const at = ids.indexOf(id)
        return at < 0 ? whole : `${before}"rId${at + 1}"`
      })
    done.set(path, Buffer.from(renamed(relations, /( Id=)"([^"]+)"/g)))
    if (own !== undefined) done.set(owner, Buffer.from(renamed(own, /( r:(?:id|embed|link)=)"([^"]+)"/g)))
  }
  return done
}

function coreProperties({ title, at, program }: Paper): string {
  const time = isoAt(at).replace(/\.\d+Z$/, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(program)}</dc:creator><cp:lastModifiedBy>${escapeHtml(program)}</cp:lastModifiedBy><dc:language>en</dc:language><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>
`
}
