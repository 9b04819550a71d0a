import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { bagInFolder } from '../../../../electron/host/archive/bag-in-folder'
import { verifyPath } from '../../../../electron/host/archive/verify-path'
import { unwrap } from '../../../../shared/result'
import { type BagContent, bagFolder, bagOf, bagZip, sumOf } from '../../helpers/bags'
import { quietTools } from '../../helpers/bundle-content'
import { rawZip } from '../../helpers/raw-zip'
import { tempFolder } from '../../helpers/temp-folder'

const payload = { 'notes.txt': 'notes', 'minutes/minutes.md': '# Minutes\n' }

async function verify(bytes: Buffer) {
  const path = join(tempFolder(), 'bag.zip')
  writeFileSync(path, bytes)
  return unwrap(await verifyPath(path, quietTools()))
}

/** The findings of a bag, which are the same in a zip and in a folder. */
async function findingsOf(bag: BagContent): Promise<string[]> {
  const zipped = await verify(bagZip(bag))
  const folder = await verifyPath(bagFolder(bag, join(tempFolder(), 'bag')), quietTools())
  expect(unwrap(folder).findings).toEqual(zipped.findings)
  return zipped.findings.map(({ message }) => message)
}

/** A good bag after `change`, with its tag manifests left out so that only `change` is found. */
function changed(change: (bag: BagContent) => void, bag = bagOf(payload)): BagContent {
  for (const path of [...bag.keys()]) if (path.startsWith('tagmanifest-')) bag.delete(path)
  change(bag)
  return bag
}

const edit = (bag: BagContent, path: string, turn: (text: string) => string) =>
  bag.set(path, Buffer.from(turn(bag.get(path)?.toString() ?? '')))

test('[VRF1] a good bag is valid: stored or deflated, in a folder of the zip or at its top, by any algorithm of the format', async () => {
  const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'sha3-512', 'blake2b512']
  for (const bag of [
    bagOf(payload),
    bagOf(payload, { algorithms }),
    ...algorithms.map((one) => bagOf(payload, { algorithms: [one] })),
  ])
    expect(await findingsOf(bag)).toEqual([])
  for (const zip of [bagZip(bagOf(payload), ''), bagZip(bagOf(payload), 'bag/', { deflate: true })])
    expect(await verify(zip)).toMatchObject({ findings: [], files: 2, bytes: 15 })
  const old = { declaration: 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n\r\n' }
  expect(await findingsOf(bagOf(payload, old))).toEqual([])
})

const faults: [name: string, change: (bag: BagContent) => void, findings: string[]][] = [
  ['a byte', (bag) => edit(bag, 'data/notes.txt', () => 'nores'), ['altered: data/notes.txt']],
  ['a file gone', (bag) => bag.delete('data/notes.txt'), ['missing: data/notes.txt', 'Payload-Oxum says 15.2 and is 10.1']],
  [
    'a file more',
    (bag) => bag.set('data/more.txt', Buffer.from('more')),
    ['not listed: data/more.txt', 'Payload-Oxum says 15.2 and is 19.3'],
  ],
  [
    'wrong totals',
    (bag) => edit(bag, 'bag-info.txt', (text) => text.replace('15.2', '15.3')),
    ['Payload-Oxum says 15.3 and is 15.2'],
  ],
  [
    'a file to be fetched',
    (bag) => {
      bag.delete('data/notes.txt')
      bag.set('fetch.txt', Buffer.from('http://127.0.0.1/notes 5 data/notes.txt\n'))
    },
    ['not fetched: data/notes.txt', 'Payload-Oxum says 15.2 and is 10.1'],
  ],
  [
    'a bad list of what to fetch',
    (bag) => bag.set('fetch.txt', Buffer.from('http://127.0.0.1/x - ../../x\nwhat\nhttp://127.0.0.1/y - data/y\n')),
    [
      'leads out of the bag: ../../x, listed in fetch.txt',
      'malformed: fetch.txt, line 2: no address, length and path',
      'not listed: data/y, but in fetch.txt',
    ],
  ],
  [
    'the same path twice',
    (bag) => edit(bag, 'manifest-sha512.txt', (text) => text + text.slice(0, text.indexOf('\n') + 1)),
    ['malformed: manifest-sha512.txt, line 3: data/notes.txt is listed twice'],
  ],
  [
    'paths that lead out',
    (bag) =>
      edit(bag, 'manifest-sha512.txt', (text) =>
        ['../x', '/etc/passwd', 'data/../../x', 'C:\\x', 'data\\..\\..\\x', '~root/x'].reduce(
          (all, path) => `${all}${'0'.repeat(128)}  ${path}\n`,
          text,
        ),
      ),
    ['../x', '/etc/passwd', 'data/../../x', 'C:\\x', 'data\\..\\..\\x', '~root/x'].map(
      (path) => `leads out of the bag: ${path}, listed in manifest-sha512.txt`,
    ),
  ],
  [
    'a line that is none',
    (bag) => edit(bag, 'manifest-sha512.txt', (text) => `${text}abc  data/notes.txt\n`),
    ['malformed: manifest-sha512.txt, line 3: no sha512 and path'],
  ],
  [
    'a tag file among the payload',
    (bag) => edit(bag, 'manifest-sha512.txt', (text) => `${text}${'0'.repeat(128)}  bagit.txt\n`),
    ['malformed: manifest-sha512.txt, line 3: bagit.txt does not belong there'],
  ],
  [
    'an algorithm nobody knows',
    (bag) => bag.set('manifest-foo.txt', Buffer.from('0 data/notes.txt\n')),
    ['not checked: manifest-foo.txt, sums of this kind cannot be computed here'],
  ],
  [
    'a second manifest that lists less, and wrongly',
    (bag) => bag.set('manifest-md5.txt', Buffer.from(`${sumOf('md5', Buffer.from('x'))} data/notes.txt\n`)),
    ['not listed: data/minutes/minutes.md, in manifest-md5.txt', 'altered: data/notes.txt, by manifest-md5.txt'],
  ],
  [
    'a tag file changed',
    (bag) => bag.set('tagmanifest-sha512.txt', Buffer.from(`${'0'.repeat(128)}  bagit.txt\n${'0'.repeat(128)}  gone.txt\n`)),
    ['missing: gone.txt', 'altered: bagit.txt'],
  ],
  [
    'no manifest',
    (bag) => bag.delete('manifest-sha512.txt'),
    ['missing: manifest-sha512.txt, or another manifest of the payload'],
  ],
  [
    'a declaration of nothing',
    (bag) => edit(bag, 'bagit.txt', () => 'hello\n'),
    ['malformed: bagit.txt, no version and encoding'],
  ],
  [
    'a mark before the declaration',
    (bag) => edit(bag, 'bagit.txt', (text) => `\ufeff${text}`),
    ['malformed: bagit.txt, no version and encoding'],
  ],
  [
    'a version of tomorrow',
    (bag) => edit(bag, 'bagit.txt', (text) => text.replace('1.0', '2.0')),
    ['malformed: bagit.txt, version 2.0 is not known here'],
  ],
  [
    'an odd encoding',
    (bag) => edit(bag, 'bagit.txt', (text) => text.replace('UTF-8', 'klingon')),
    ['malformed: bagit.txt, encoding klingon is not known here'],
  ],
  [
    'another encoding',
    (bag) => bag.set('bag-info.txt', Buffer.from('Contact-Name: Ren\xe9\n', 'latin1')),
    ['malformed: bag-info.txt, not in utf-8'],
  ],
  [
    'an odd line',
    (bag) => edit(bag, 'bag-info.txt', (text) => `${text}what\nNote: it goes\n  on: so\n`),
    ['malformed: bag-info.txt, line 3: no label and value'],
  ],
  [
    'a manifest that is not text',
    (bag) => bag.set('manifest-sha512.txt', Buffer.from([0xff, 0xfe, 0x00])),
    ['malformed: manifest-sha512.txt, not in utf-8'],
  ],
  [
    'a line without an end',
    (bag) => bag.set('manifest-sha512.txt', Buffer.alloc(300_000, 'a')),
    ['malformed: manifest-sha512.txt, line 1 is too long'],
  ],
]

test.each(faults)('[VRF1] a bag with %s is told as that', async (_name, change, findings) => {
  expect(await findingsOf(changed(change))).toEqual(findings)
})

test('[VRF1] a manifest full of nonsense is not read to its end', async () => {
  const bag = changed((each) => each.set('manifest-sha512.txt', Buffer.from('x\n'.repeat(100_000))))
  const found = await findingsOf(bag)
  expect(found.length).toBeLessThan(1_010)
  expect(found[1_000]).toContain('not read on')
})

test('[ARC13] a bag-info.txt of nothing but nonsense, or one value of very many lines, costs no more than its bytes', async () => {
  const nonsense = await findingsOf(changed((bag) => edit(bag, 'bag-info.txt', () => 'x\n'.repeat(500_000))))
  expect(nonsense).toContain('malformed: bag-info.txt, line 1: no label and value')
  expect(nonsense.length).toBeLessThan(1_010)
  const began = performance.now()
  await findingsOf(changed((bag) => edit(bag, 'bag-info.txt', () => `Note: a\n${' x\n'.repeat(60_000)}`)))
  expect(performance.now() - began).toBeLessThan(1_500)
})

test('[VRF1] escapes of line ends and percent signs, other line ends, stars, and accents in their other form are understood', async () => {
  const odd = { 'a\nb': '1', 'c\rd': '2', '100%25.txt': '3', '5%.txt': '4', 'e\u0301.txt': '5' }
  const bag = bagOf(odd)
  edit(bag, 'manifest-sha512.txt', () =>
    Object.entries(odd)
      .map(
        ([name, text]) =>
          `${sumOf('sha512', Buffer.from(text)).toUpperCase()}\t*./data/${name.replace(/[%\r\n]/g, encodeURIComponent).normalize('NFC')}`,
      )
      .join('\r'),
  )
  expect(await findingsOf(changed(() => undefined, bag))).toEqual([])
  // Before 1.0 a percent sign was only that, and a line could stand twice.
  const old = bagOf({ '100%25.txt': '3' }, { declaration: 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' })
  edit(old, 'manifest-sha512.txt', (text) => text + text)
  expect(await findingsOf(changed(() => undefined, old))).toEqual([])
})

test('[VRF1] tag files in the encoding that the bag declares', async () => {
  const bag = bagOf({ 'René.txt': 'x' }, { declaration: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n' })
  edit(bag, 'manifest-sha512.txt', (text) => text)
  bag.set('manifest-sha512.txt', Buffer.from(`${sumOf('sha512', Buffer.from('x'))}  data/René.txt\n`, 'latin1'))
  expect(await findingsOf(changed(() => undefined, bag))).toEqual([])
})

test('[VRF2] links and devices in a folder are told and not followed', async () => {
  const root = tempFolder()
  const folder = bagFolder(bagOf(payload), join(root, 'bag'))
  writeFileSync(join(root, 'secret'), 'secret')
  rmSync(join(folder, 'data/notes.txt'))
  symlinkSync(join(root, 'secret'), join(folder, 'data/notes.txt'))
  mkdirSync(join(root, 'elsewhere'))
  symlinkSync(join(root, 'elsewhere'), join(folder, 'data/link'))
  const { findings } = unwrap(await verifyPath(folder, quietTools()))
  expect(findings.map(({ message }) => message).sort()).toEqual([
    'Payload-Oxum says 15.2 and is 10.1',
    'leads out of the bag: data/link, it is a link',
    'leads out of the bag: data/notes.txt, it is a link',
    'missing: data/notes.txt',
  ])
})

test('[VRF2] a file that becomes a link after it was looked at is not followed', async () => {
  const root = tempFolder()
  const bag = await bagInFolder(bagFolder(bagOf(payload), join(root, 'bag')))
  const read = (path: string) => text(Readable.from(bag.read(path)))
  expect(await read('data/notes.txt')).toBe(payload['notes.txt'])
  writeFileSync(join(root, 'secret'), 'secret')
  rmSync(join(root, 'bag/data/notes.txt'))
  symlinkSync(join(root, 'secret'), join(root, 'bag/data/notes.txt'))
  await expect(read('data/notes.txt')).rejects.toMatchObject({ code: 'ELOOP' })
})

test('[VRF2] files beside the bag in a zip are told, and a zip of two bags or of none is no bag', async () => {
  const good = [...bagOf(payload)].map(([path, content]) => ({ name: `bag/${path}`, content }))
  const beside = await verify(rawZip([...good, { name: '__MACOSX/bag/._x' }]))
  expect(beside.findings.map(({ message }) => message)).toEqual(['outside the bag: __MACOSX/bag/._x'])
  const twice = await verify(rawZip([...good, ...good.map((one) => ({ ...one, name: `other/${one.name.slice(4)}` }))]))
  expect(twice.findings.map(({ message }) => message)).toEqual([
    'the zip holds more than one bag: bag/bagit.txt: other/bagit.txt',
  ])
  const none = await verify(rawZip([{ name: 'readme.txt' }]))
  expect(none.findings.map(({ message }) => message)).toEqual(['this is a zip without a bag: it has no bagit.txt'])
  const folder = unwrap(await verifyPath(tempFolder(), quietTools()))
  expect(folder.findings.map(({ message }) => message)).toEqual(['there is no bag: it has no bagit.txt'])
})

test('[VRF3] what a terminal would obey, and what turns or hides text, is shown as its number', async () => {
  const bag = bagOf({ 'a\u001b[2Jb\u009bc\u202ed\u200be\u{e0041}.txt': 'x' })
  bag.delete('manifest-sha512.txt')
  bag.set('manifest-sha512.txt', Buffer.alloc(0))
  expect(await findingsOf(changed(() => undefined, bag))).toEqual([
    'not listed: data/a\\u001b[2Jb\\u009bc\\u202ed\\u200be\\udb40\\udc41.txt',
  ])
})

// Other systems make no such names.
test.runIf(process.platform === 'linux')('[VRF6] names that are not in UTF-8 are told, and the rest is checked', async () => {
  const folder = bagFolder(bagOf(payload), join(tempFolder(), 'bag'))
  const odd = (name: string) => Buffer.concat([Buffer.from(`${folder}/data/`), Buffer.from(name, 'latin1')])
  writeFileSync(odd('caf\xe9.txt'), 'x')
  mkdirSync(odd('\xff'))
  writeFileSync(odd('\xff/inside.txt'), 'x')
  writeFileSync(join(folder, 'data/notes.txt'), 'changed')
  const { findings } = unwrap(await verifyPath(folder, quietTools()))
  expect(findings.map(({ message }) => message).sort()).toEqual([
    expect.stringContaining('Payload-Oxum'),
    'altered: data/notes.txt',
    'malformed: data/caf\u00e9.txt, its name is not in UTF-8',
    'malformed: data/\u00ff, its name is not in UTF-8',
  ])
})
