import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openArchive } from '../../../../electron/host/archive/open-archive'
import { verifyPath } from '../../../../electron/host/archive/verify-path'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { unwrap } from '../../../../shared/result'
import { bagOfReview } from '../../helpers/bags'
import { quietTools, treeOf } from '../../helpers/bundles'
import { type RawEntry, rawZip, wideField } from '../../helpers/raw-zip'
import { tempFolder } from '../../helpers/temp-folder'

// Trust rows 13 and 14. Each zip is a whole bundle of ours but for the one thing that is said; the rules are the same on every system.

const bundle = 'tests/fixtures/bundle-format-1.zip'

type Make = (entries: RawEntry[]) => Buffer | readonly RawEntry[]

/** The entries of the bundle, with more files that its manifests list. */
async function entriesWith(...names: readonly string[]): Promise<RawEntry[]> {
  const bag = await bagOfReview(bundle, (files) => names.forEach((name) => (files[name] = Buffer.from(`of ${name}`))))
  return [...bag].map(([path, content]) => ({ name: `bag/${path}`, content }))
}

/** Opens the zip where the host would; answers what was said of it, how long it took, in ms, and whether anything was written. */
async function tryOpen(bytes: Buffer) {
  const all = tempFolder()
  const [staging, materialsFolder] = [join(all, 'a/b/c/staging'), join(all, 'a/b/c/materials')]
  for (const folder of [staging, materialsFolder]) mkdirSync(folder, { recursive: true })
  const path = join(staging, `${'0'.repeat(32)}.zip`)
  writeFileSync(path, bytes)
  const before = treeOf(all)
  const started = performance.now()
  const result = await openArchive(nodeFileSystem(), { bundle: path, materialsFolder }, quietTools())
  const ms = performance.now() - started
  return { path, result, ms, isUntouched: treeOf(all).join('\n') === before.join('\n') }
}

async function refusal(bytes: Buffer, name: string): Promise<{ message: string; details: readonly string[]; path: string }> {
  const { path, result, ms, isUntouched } = await tryOpen(bytes)
  expect(result.ok, name).toBe(false)
  expect(isUntouched, name).toBe(true)
  expect(ms, name).toBeLessThan(3_000)
  if (result.ok) throw new Error('opened')
  const { kind, message, details = [] } = result.error
  expect(['malformed', 'altered', 'too-large'], name).toContain(kind)
  expect(message + details.join(''), name).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  return { message, details, path }
}

test('[ARC8] the bundle from which the hostile ones are made opens: stored, deflated, with folders, at the top of the zip', async () => {
  const entries = await entriesWith()
  const folders = ['bag/', 'bag/data/', 'bag/data/materials/'].map((name) => ({ name, both: { attributes: 0x41ed0010 } }))
  const variants: RawEntry[][] = [
    entries,
    entries.map((one) => ({ ...one, deflate: true })),
    [...folders, ...entries],
    entries.map((one) => ({ ...one, name: String(one.name).slice('bag/'.length) })),
    // Sizes behind the content, as streaming programs write them.
    ...[12, 16, 20, 24].flatMap((length) => [
      entries.map((one) => streamed(one, (note) => note, length)),
      entries.map((one) => streamed({ ...one, deflate: true }, (note) => note, length)),
    ]),
    [...folders.map((one) => ({ ...one, deflate: true })), ...entries],
    entries.map((one) => ({ ...one, both: { flags: 0, attributes: 0x81a40000 } })),
  ]
  for (const [at, variant] of variants.entries())
    expect((await tryOpen(rawZip(variant))).result, `variant ${at}`).toMatchObject({ ok: true })
  for (const end of [{ wide: {} }, { comment: Buffer.from('a note') }])
    expect((await tryOpen(rawZip(entries, end))).result, JSON.stringify(end)).toMatchObject({ ok: true })
})

/** Names of files in the bag's folder or, with a slash before, in the zip. */
const names: Record<string, readonly string[]> = {
  'leading out': ['../x', '../../../../etc/x', 'data/../../x', 'data/./x', './x', 'data//x', '/../x', '/./x', '//x'],
  absolute: ['//etc/passwd', '/\\x', '/C:/x', '/C:x', '/c:\\x', '/\\\\server\\share\\x', '///server/share/x', '/~/x'],
  backslashes: ['data\\x', 'data/a\\b', '..\\x', 'data/..\\..\\x'],
  streams: ['data/a:b', 'data/a.txt:$DATA', 'data/:x'],
  reserved: ['CON', 'nul', 'NUL.txt', 'aux.tar.gz', 'COM1', 'com9.txt', 'LPT¹', 'CONIN$', 'prn/x.txt', 'com0'].map(
    (name) => `data/${name}`,
  ),
  ends: ['data/a.', 'data/a ', 'data/ a', 'data/.a', 'data/a./x', 'data/a /x', 'data/...'],
  forbidden: ['data/a<b', 'data/a>b', 'data/a"b', 'data/a|b', 'data/a?b', 'data/a*b'],
  controls: [
    'data/a\u0000b',
    'data/a\nb',
    'data/a\rb',
    'data/a\u001b[2Jb',
    'data/a\u007fb',
    'data/a\u009bb',
    'data/a\u202eb',
    'data/a\u200bb',
    'data/a\ufeffb',
    'data/a\u2028b',
  ],
  accents: ['data/e\u0301.txt', 'data/\u212b.txt'],
  long: [
    `data/${'a'.repeat(256)}`,
    `data/${'é'.repeat(128)}`,
    `data/${'a/'.repeat(20)}x`,
    `data/${`${'a'.repeat(190)}/`.repeat(3)}x`,
    `data/${'a'.repeat(60_000)}`,
  ],
}

test.each(Object.keys(names))('[ARC8] names that are %s are refused by name', async (kind) => {
  for (const name of names[kind] ?? []) {
    const placed = name.startsWith('/') ? name.slice(1) : `bag/${name}`
    const entries = [...(await entriesWith()), { name: placed, content: Buffer.from('x') }]
    // Also when the manifest lists it.
    const listed = name.startsWith('data/') ? await entriesWith(name.slice('data/'.length)) : entries
    for (const bytes of [rawZip(entries), rawZip(listed)])
      expect((await refusal(bytes, JSON.stringify(placed.slice(0, 80)))).message).toMatch(/name/)
  }
})

test('[ARC8] names that some system takes for the same, files that are folders too, and names in no UTF-8 are refused', async () => {
  const twins = [
    ['data/x.txt', 'data/x.txt'],
    ['data/x.txt', 'data/X.TXT'],
    ['data/straße.txt', 'data/STRASSE.txt'.toLowerCase().replace('ss', 'ß')],
    ['data/ﬁ.txt', 'data/fi.txt'],
    ['data/ａ.txt', 'data/a.txt'],
    ['data/a/x.txt', 'data/A/y.txt'],
    ['data/x', 'data/x/y'],
    ['data/x/y', 'data/x'],
    ['data/X', 'data/x/y'],
  ]
  for (const pair of twins) {
    const entries = [...(await entriesWith()), ...pair.map((name) => ({ name: `bag/${name}`, content: Buffer.from(name) }))]
    expect((await refusal(rawZip(entries), pair.join())).message).toMatch(/same name|folder and a file/)
  }
  const entries = await entriesWith()
  const raw: RawEntry[] = [
    { name: Buffer.from('bag/data/\xe9', 'latin1') },
    { name: Buffer.from('bag/data/\xc3', 'latin1'), both: { flags: 0 } },
    { name: Buffer.from([...Buffer.from('bag/data/'), 0xc0, 0xae, 0xc0, 0xae]) },
    { name: Buffer.from([...Buffer.from('bag/data/'), 0xed, 0xa0, 0x80]) },
  ]
  for (const one of raw) expect((await refusal(rawZip([...entries, one]), String(one.name))).message).toMatch(/UTF-8/)
})

const [first, second] = [0, 5]
const at = (entries: RawEntry[], index: number, change: Partial<RawEntry>) =>
  entries.map((one, place) => (place === index ? { ...one, ...change } : one))
const changed = (entries: RawEntry[], change: (entry: RawEntry) => RawEntry) =>
  entries.map((one, place) => (place === second ? change(one) : one))
function flipped(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}
const size = (entry: RawEntry | undefined) => entry?.content?.length ?? 0
const localLength = (entry: RawEntry | undefined) => 30 + Buffer.byteLength(entry?.name as string) + size(entry)
const zeros = Buffer.alloc(200_000_000)

const structures: [name: string, reason: RegExp, make: Make][] = [
  ['a symbolic link', /link/, (all) => at(all, second, { central: { attributes: 0xa1ff0000 } })],
  ['a link of Windows', /link/, (all) => at(all, second, { central: { attributes: 0x400 } })],
  ['a device', /device/, (all) => at(all, second, { central: { attributes: 0x21b60000 } })],
  ['a block device', /device/, (all) => at(all, second, { central: { attributes: 0x61b60000 } })],
  ['a pipe', /device/, (all) => at(all, second, { central: { attributes: 0x11b60000 } })],
  ['a socket', /device/, (all) => at(all, second, { central: { attributes: 0xc1b60000 } })],
  ['a folder that poses as a file', /folder and a file/, (all) => at(all, second, { central: { attributes: 0x41ed0000 } })],
  ['a folder of DOS that poses as a file', /folder and a file/, (all) => at(all, second, { central: { attributes: 0x10 } })],
  ['a folder with content', /folder and a file/, (all) => [...all, { name: 'bag/data/x/', content: Buffer.from('x') }]],
  [
    'a file that poses as a folder',
    /folder and a file/,
    (all) => [...all, { name: 'bag/data/x/', both: { attributes: 0x81a40000 } }],
  ],
  ['an encrypted file', /encrypted/, (all) => at(all, second, { both: { flags: 0x801 } })],
  ['a strongly encrypted file', /encrypted/, (all) => at(all, second, { both: { flags: 0x841 } })],
  ['an encrypted directory', /encrypted/, (all) => at(all, second, { both: { flags: 0x2800 } })],
  ['a method nobody has', /packed in a way/, (all) => at(all, second, { both: { method: 99 } })],
  ['Deflate64', /packed in a way/, (all) => at(all, second, { both: { method: 9 } })],
  ['LZMA', /packed in a way/, (all) => at(all, second, { both: { method: 14 } })],
  ['two names in one header', /two names/, (all) => at(all, second, { central: { extra: otherName(all[second]) } })],
  ['a size that differs stored', /size/, (all) => at(all, second, { both: { bytes: size(all[second]) + 1 } })],
  [
    'another name before the content',
    /differ/,
    (all) => at(all, second, { local: { name: Buffer.from(String(all[second]?.name).replace(/.$/, '_')) } }),
  ],
  ['another size before the content', /differ/, (all) => at(all, second, { local: { bytes: 1, packed: 1 } })],
  ['another sum before the content', /differ/, (all) => at(all, second, { local: { crc: 1 } })],
  ['another method before the content', /differ/, (all) => at(all, second, { local: { method: 8 } })],
  ['other flags before the content', /differ/, (all) => at(all, second, { local: { flags: 0x801 } })],
  ['a wrong sum in both headers', /differ/, (all) => at(all, second, { both: { crc: 1 } })],
  ['less than it says, deflated', /differ/, (all) => at(all, second, { deflate: true, both: { bytes: size(all[second]) + 1 } })],
  ['more than it says, deflated', /differ/, (all) => at(all, second, { deflate: true, both: { bytes: size(all[second]) - 1 } })],
  ...[1, 300_000].map((count): [string, RegExp, Make] => [
    `${count} bytes behind what is deflated`,
    /differ.*data\/index\.html/,
    (all) => withTail(all, Buffer.alloc(count, 'x')),
  ]),
  ['no deflated content', /differ/, (all) => at(all, second, { deflate: true, both: { bytes: 9, packed: 0 } })],
  [
    'long numbers that lie',
    /grow/,
    (all) => at(all, second, { both: { bytes: 0xffffffff, packed: 0xffffffff, extra: wideField(2 ** 52, 2 ** 52) } }),
  ],
  [
    'long numbers larger than any file',
    /larger than any file/,
    (all) =>
      at(all, second, {
        both: { bytes: 0xffffffff, packed: 0xffffffff, extra: Buffer.from(`01001000${'ff'.repeat(16)}`, 'hex') },
      }),
  ],
  ['long numbers missing', /grow/, (all) => at(all, second, { both: { bytes: 0xffffffff, packed: 0xffffffff } })],
  [
    'long numbers twice',
    /damaged/,
    (all) => at(all, second, { central: { extra: Buffer.concat([wideField(1), wideField(2)]) } }),
  ],
  [
    'other long numbers before the content',
    /differ/,
    (all) => at(all, second, { local: { bytes: 0xffffffff, packed: 0xffffffff, extra: wideField(1, 1) } }),
  ],
  ['a field longer than its place', /damaged/, (all) => at(all, second, { central: { extra: Buffer.from('0100ff00', 'hex') } })],
  [
    'two files over the same bytes',
    /share bytes/,
    (all) => [
      ...all,
      { name: 'bag/data/x', content: all[first]?.content ?? Buffer.alloc(0), isOnlyListed: true, central: { offset: 0 } },
    ],
  ],
  [
    'a file inside another',
    /share bytes/,
    (all) => at(all, second, { central: { packed: size(all[second]) + 40, bytes: size(all[second]) + 40 } }),
  ],
  [
    'a file inside the directory',
    /share bytes/,
    (all) => [...all, { name: 'bag/data/x', isOnlyListed: true, central: { offset: 1 << 20 } }],
  ],
  [
    'a file behind the end',
    /share bytes/,
    (all) => [...all, { name: 'bag/data/x', isOnlyListed: true, central: { offset: 0xfffffff0 } }],
  ],
  ['something hidden between two files', /differ/, (all) => at(all, second, { behind: rawZip([{ name: 'bag/data/hidden' }]) })],
  ...[1, 12, 16, 20, 24].map((count): [string, RegExp, Make] => [
    `${count} bytes of anything between two files`,
    /differ/,
    (all) => at(all, second, { behind: Buffer.alloc(count, 'EVIL') }),
  ]),
  ...[12, 16, 20, 24].flatMap((length) =>
    ['sum', 'packed size', 'size'].map((field, each): [string, RegExp, Make] => [
      `a note of ${length} bytes behind a file that lies about its ${field}`,
      /differ/,
      (all) =>
        changed(all, (entry) =>
          streamed(
            entry,
            (note) => flipped(note, (length % 8 === 0 ? 4 : 0) + each * (length >= 20 && each > 0 ? 6 : 4)),
            length,
          ),
        ),
    ]),
  ),
  ['a note without its mark', /differ/, (all) => changed(all, (entry) => streamed(entry, (note) => flipped(note, 0)))],
  ['a note that is not there', /differ/, (all) => changed(all, (entry) => streamed(entry, () => Buffer.alloc(0)))],
  [
    'more behind a note',
    /differ/,
    (all) => changed(all, (entry) => streamed(entry, (note) => Buffer.concat([note, Buffer.alloc(4)]))),
  ],
  [
    'a note that nobody told of',
    /differ/,
    (all) => at(all, second, { behind: streamed(all[second] as RawEntry, (note) => note).behind ?? Buffer.alloc(0) }),
  ],
  [
    'something hidden behind a folder',
    /folder contradicts/,
    (all) => [{ name: 'bag/', behind: rawZip([{ name: 'bag/data/hidden' }]) }, ...all],
  ],
  [
    'a folder of another name before its content',
    /folder contradicts/,
    (all) => [{ name: 'bag/', local: { name: Buffer.from('bag_') } }, ...all],
  ],
  ['a program before it', /before the first/, (all) => rawZip(all, { before: Buffer.from('MZ'.repeat(500)) })],
  [
    'a program before it that nobody counted',
    /share bytes|before|contradicts/,
    (all) => Buffer.concat([Buffer.from('MZ'.repeat(500)), rawZip(all)]),
  ],
  ['something behind it', /behind the end/, (all) => rawZip(all, { behind: Buffer.from('more') })],
  ['another zip behind it', /before the first|contradicts/, (all) => Buffer.concat([rawZip(all), rawZip(all)])],
  ['an end in its comment', /two ends|behind the end|contradicts/, (all) => rawZip(all, { comment: rawZip([]) })],
  [
    'a whole zip in its comment',
    /two ends|behind the end|contradicts/,
    (all) => rawZip(all, { comment: rawZip([{ name: 'bag/x' }]) }),
  ],
  ['a torn end', /not a whole zip/, (all) => rawZip(all).subarray(0, -10)],
  ['half of it', /not a whole zip/, (all) => rawZip(all).subarray(0, 30_000)],
  ['its first half gone', /share bytes|contradicts|too early/, (all) => rawZip(all).subarray(30_000)],
  ['fewer files than are there', /longer than it says/, (all) => rawZip(all, { count: all.length - 1 })],
  ['more files than are there', /damaged/, (all) => rawZip(all, { count: all.length + 1 })],
  ['another place of its directory', /contradicts/, (all) => rawZip(all, { from: 17 })],
  ['another length of its directory', /contradicts/, (all) => rawZip(all, { length: 17 })],
  ...(['count', 'from', 'length', 'position'] as const).map((field): [string, RegExp, Make] => [
    `a long end that lies about its ${field}`,
    /contradicts|too early/,
    (all) => rawZip(all, { wide: { [field]: 17 } }),
  ]),
  [
    'a long end of a million million files',
    /contradicts|too many/,
    (all) => rawZip(all, { count: 0xffff, wide: { count: 10 ** 12 } }),
  ],
  ['nothing', /not a whole zip/, () => Buffer.alloc(0)],
  ['no file', /without a bag/, () => rawZip([])],
  ['no zip', /not a whole zip/, () => Buffer.from('hello'.repeat(100))],
  ['a bomb', /grow/, (all) => [...all, { name: 'bag/data/x', content: zeros, deflate: true }]],
  ['a bomb in many files', /grow/, (all) => rawZip(bombs(all, 2_000))],
  ['a bomb over one content', /share bytes|grow/, (all) => overlapping(all)],
]

/** A file as streaming programs write it: sum and sizes behind its content, in a note of 12, 16, 20 or 24 bytes. */
function streamed(entry: RawEntry, change: (note: Buffer) => Buffer, length = 16): RawEntry {
  const content = entry.content ?? Buffer.alloc(0)
  const packed = entry.deflate === true ? deflateRawSync(content).length : content.length
  const note = Buffer.alloc(length)
  const at = length % 8 === 0 ? note.writeUInt32LE(0x08074b50) : 0
  note.writeUInt32LE(crc32(content), at)
  ;[packed, content.length].forEach((size, each) =>
    length >= 20 ? note.writeBigUInt64LE(BigInt(size), at + 4 + 8 * each) : note.writeUInt32LE(size, at + 4 + 4 * each),
  )
  return { ...entry, both: { flags: 0x808 }, local: { crc: 0, packed: 0, bytes: 0 }, behind: change(note) }
}

/** The index page deflated, with more in its packed range than that. */
function withTail(all: RawEntry[], behind: Buffer): RawEntry[] {
  const index = all.findIndex(({ name }) => String(name).endsWith('data/index.html'))
  const packed = deflateRawSync(all[index]?.content ?? Buffer.alloc(0)).length + behind.length
  return at(all, index, { deflate: true, both: { packed }, behind })
}

/** A name beside the name, for programs that read it. */
function otherName(entry: RawEntry | undefined): Buffer {
  const other = Buffer.from('bag/data/other')
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + other.length, 2)
  head[4] = 1
  head.writeUInt32LE(crc32(Buffer.from(entry?.name as string)), 5)
  return Buffer.concat([head, other])
}

function bombs(all: readonly RawEntry[], count: number): RawEntry[] {
  const content = Buffer.alloc(100_000)
  return [...all, ...Array.from({ length: count }, (_, each): RawEntry => ({ name: `bag/data/${each}`, content, deflate: true }))]
}

/** Many files, each from its own header on over all those behind it to the same content. */
function overlapping(all: readonly RawEntry[]): Buffer {
  const from = all.reduce((sum, one) => sum + localLength(one), 0)
  const packed = deflateRawSync(zeros.subarray(0, 1_000_000)).length
  const many = Array.from({ length: 5_000 }, (_, each): RawEntry => ({
    name: `bag/data/${each}`,
    isOnlyListed: true,
    central: { method: 8, offset: from, packed, bytes: 1_000_000 },
  }))
  return rawZip([...all, { name: 'bag/data/kernel', content: zeros.subarray(0, 1_000_000), deflate: true }, ...many])
}

test.each(structures)('[ARC12] a zip with %s is refused, nothing is written', async (name, reason, make) => {
  const made = make(await entriesWith())
  const { message, details, path } = await refusal(Buffer.isBuffer(made) ? made : rawZip(made), name)
  expect([message, ...details].join(': ')).toMatch(reason)
  // What opening refuses is not valid to the verifier either.
  expect(unwrap(await verifyPath(path, quietTools())).findings.length).toBeGreaterThan(0)
})

test('[ARC13] a zip inside the bundle is a file like any other: it is not unpacked', async () => {
  const inner = rawZip([{ name: 'x', content: zeros, deflate: true }])
  const entries = await entriesWith()
  expect(entries.length).toBeGreaterThan(second)
  const bag = await bagOfReview(bundle, (files) => (files['materials/inner.zip'] = inner))
  const { result, ms } = await tryOpen(
    rawZip([...bag].map(([path, content]) => ({ name: `bag/${path}`, content, deflate: true }))),
  )
  expect(result).toMatchObject({ ok: true })
  expect(ms).toBeLessThan(3_000)
})
