import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * RND6: the faces in a folder under family names of our own. Typst also looks at the fonts of the machine; a face it finds there under the same
 * name would get into the file, and the same record would not give the same bytes elsewhere.
 */
export function readFaces(paths: readonly string[]): Buffer[] {
  return paths.map((path) => renamed(readFileSync(path)))
}

export function facesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => join(folder, name))
}

/** Names of the same length, so that no offset in the file moves. */
const names = [
  ['Noto', 'Room'],
  ['Amiri', 'Aroom'],
] as const
/** Family, unique name, full name, PostScript name, typographic family. */
const renamedIds = [1, 3, 4, 6, 16]

function renamed(face: Buffer): Buffer {
  const table = nameTable(face)
  if (table === null) return face
  const strings = table + face.readUInt16BE(table + 4)
  for (let record = table + 6, left = face.readUInt16BE(table + 2); left > 0; left--, record += 12) {
    if (!renamedIds.includes(face.readUInt16BE(record + 6))) continue
    const from = strings + face.readUInt16BE(record + 10)
    const text = face.subarray(from, from + face.readUInt16BE(record + 8))
    for (const [old, own] of names) {
      for (const encode of [utf16be, latin]) replaceIn(text, encode(old), encode(own))
    }
  }
  return face
}

/** Where the table of names begins (OpenType, "Font tables"). */
function nameTable(face: Buffer): number | null {
  for (let at = 12, left = face.readUInt16BE(4); left > 0; left--, at += 16)
    if (face.toString('latin1', at, at + 4) === 'name') return face.readUInt32BE(at + 8)
  return null
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

function replaceIn(bytes: Buffer, old: Buffer, own: Buffer): void {
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) own.copy(bytes, at)
}
