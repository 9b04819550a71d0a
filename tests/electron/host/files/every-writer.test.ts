import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { rememberPort } from '../../../../electron/browser/port'
import { saveArchive, saveMinutes } from '../../../../electron/host/archive/save-archive'
import { openDeliveryList } from '../../../../electron/host/deliveries/delivery-list'
import { openDevice } from '../../../../electron/host/device'
import { readOrMakeKey } from '../../../../electron/host/files/data-folder'
import { type FileSystem, nodeFileSystem } from '../../../../electron/host/files/file-system'
import { stageBundle, storeMaterial } from '../../../../electron/host/materials/store'
import { openReviewIndex } from '../../../../electron/host/review-index'
import type { Delivery } from '../../../../shared/host-contract'
import { makeReview } from '../../../helpers/review-maker'
import { quietTools, saveInput, storeBytes } from '../../helpers/bundles'
import { type FileCall, faultyFiles } from '../../helpers/faulty-files'
import { plainSetter } from '../../helpers/paper-setters'
import { tempFolder } from '../../helpers/temp-folder'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'

/** Something that writes files. `before` makes the folder as it was; `write` answers whether it said that it succeeded. */
interface Writer {
  readonly before?: (folder: string) => Promise<void> | void
  readonly write: (files: FileSystem, folder: string) => Promise<boolean>
  /** What counts of a file whose content is chance. */
  readonly content?: (bytes: Buffer) => string
}

const slides = Buffer.from('slides')
const review = makeReview()
const sha512 = createHash('sha512').update(slides).digest('hex')
review.act('addMaterial', { name: 'Slides.pdf', mediaType: 'application/pdf', bytes: slides.length, sha512 })
const share = (folder: string) => ({ folder: join(folder, 'share'), materialsFolder: join(folder, 'materials') })
function makeShare(folder: string): void {
  Object.values(share(folder)).forEach((each) => mkdirSync(each))
  storeBytes(share(folder).materialsFolder, slides)
}
async function saveBundle(files: FileSystem, folder: string): Promise<boolean> {
  const saved = await saveArchive(files, saveInput(review, share(folder), { beside: true }), quietTools(), plainSetter)
  return saved.ok && saved.value.missing.length === 0 && saved.value.notBeside.length === 0
}
const old = { id: 'old', title: 'Old', deletedAt: 1, isPurged: false, materials: [] }
async function index(files: FileSystem, folder: string) {
  return openReviewIndex(files, join(folder, 'index.json'), join(folder, 'reviews'))
}

/** One more delivery in the list; answers whether that was stored. */
async function listed(files: FileSystem, folder: string, id: string): Promise<boolean> {
  mkdirSync(join(folder, 'outbox'), { recursive: true })
  const list = await openDeliveryList(files, join(folder, 'deliveries.json'), join(folder, 'outbox'))
  const file = { name: 'solar.zip', bytes: 1, sha512, as: null }
  const saved = { reviewId: 'r', title: '', kind: 'bundle', folder: '/share', savedAt: 1 } as const
  const delivery: Delivery = { ...saved, id, files: [file], state: 'queued', done: 0, verifiedAt: null, problem: null }
  list.change((old) => [delivery, ...old])
  return !list.wasDamaged && (await list.store()).ok
}

const writers: Record<string, Writer> = {
  'the remembered port': {
    before: (folder) => rememberPort(nodeFileSystem(), join(folder, 'port.json'), 47_600),
    async write(files, folder) {
      await rememberPort(files, join(folder, 'port.json'), 47_601)
      return readFileSync(join(folder, 'port.json'), 'utf8').includes('47601')
    },
  },
  'the session key': {
    write: async (files, folder) => (await readOrMakeKey(files, join(folder, 'key'))).ok,
    content: (bytes) => `${bytes.length} bytes`,
  },
  'the file about this device': {
    async before(folder) {
      await (await openDevice(nodeFileSystem(), join(folder, 'device.json'))).write({ theme: 'dark' })
    },
    write: async (files, folder) => (await (await openDevice(files, join(folder, 'device.json'))).write({ theme: 'light' })).ok,
  },
  'the list of deliveries': {
    before: async (folder) => void (await listed(nodeFileSystem(), folder, 'old')),
    write: (files, folder) => listed(files, folder, 'new'),
  },
  'the index, with a review added': {
    async before(folder) {
      mkdirSync(join(folder, 'reviews'))
      await (await index(nodeFileSystem(), folder)).add('old')
    },
    write: async (files, folder) => (await (await index(files, folder)).add('new')).ok,
  },
  'the index, with a review deleted': {
    async before(folder) {
      mkdirSync(join(folder, 'reviews', createHash('sha512').update('old').digest('hex').slice(0, 32)), { recursive: true })
      await (await index(nodeFileSystem(), folder)).add('old')
    },
    write: async (files, folder) => (await (await index(files, folder)).bury(old)).ok,
  },
  'a material': {
    write: async (files, folder) => (await storeMaterial(files, folder, body('a material'))).ok,
  },
  'a material in the place of a damaged copy': {
    before: (folder) => writeFileSync(join(folder, createHash('sha512').update('a material').digest('hex')), 'damaged'),
    write: async (files, folder) => (await storeMaterial(files, folder, body('a material'))).ok,
  },
  'a bundle and what lies beside it': { before: makeShare, write: saveBundle },
  'a bundle beside an earlier one': {
    async before(folder) {
      makeShare(folder)
      await saveBundle(nodeFileSystem(), folder)
    },
    write: saveBundle,
  },
  'the minutes alone': {
    before: makeShare,
    write: async (files, folder) => (await saveMinutes(files, saveInput(review, share(folder)), quietTools(), plainSetter)).ok,
  },
}

async function* body(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text))
}

/** What is read to be written elsewhere has tests of its own: a damaged index, a material that is gone. */
function isWriting({ name, path }: FileCall, folder: string): boolean {
  return name !== 'readFile' && !path.startsWith(share(folder).materialsFolder)
}

/** Files in a folder by path; those of no final name apart. */
function filesIn(folder: string, content: Writer['content'] = (bytes) => bytes.toString('latin1')) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = all.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const isPart = (path: string) => path.endsWith('.part')
  return {
    named: new Map(paths.filter((path) => !isPart(path)).map((path) => [path, content(readFileSync(join(folder, path)))])),
    parts: paths.filter(isPart),
  }
}

test.each(Object.entries(writers))(
  '[FIL1] %s: whichever call fails, every name stands for the old or the new whole content',
  async (_name, { before, write, content }) => {
    const start = tempFolder()
    await before?.(start)
    const fresh = () => {
      const folder = tempFolder()
      cpSync(start, folder, { recursive: true })
      return folder
    }
    const was = filesIn(start, content).named
    const done = fresh()
    const counted = faultyFiles()
    expect(await write(counted, done)).toBe(true)
    const will = filesIn(done, content).named
    expect(will).not.toEqual(was)

    for (const code of isProof ? ['ENOSPC', 'EIO', 'short'] : ['ENOSPC', 'short']) {
      for (let at = 0; at < counted.calls.length; at++) {
        // Only a write can be short.
        if (code === 'short' && counted.calls[at]?.name !== 'write') continue
        const folder = fresh()
        const files = faultyFiles((call) =>
          call.index === at && isWriting(call, folder) && (code !== 'short' || call.name === 'write') ? code : null,
        )
        const said = await write(files, folder).catch(() => false)
        const { named, parts } = filesIn(folder, content)
        const call = `${code} at call ${at}: ${files.calls[at]?.name}`
        for (const path of new Set([...was.keys(), ...will.keys(), ...named.keys()]))
          expect([was.get(path), will.get(path)], `${call}, ${path}`).toContain(named.get(path))
        if (said) expect(named, call).toEqual(will)
        if (!['unlink', 'remove'].includes(files.calls[at]?.name ?? '')) expect(parts, call).toEqual([])
      }
    }
  },
)

test('[FIL1] a dropped bundle is there whole or not at all, whichever call fails', async () => {
  const counted = faultyFiles()
  expect((await stageBundle(counted, tempFolder(), body('a bundle'))).ok).toBe(true)
  for (let at = 0; at < counted.calls.length; at++) {
    const folder = tempFolder()
    const files = faultyFiles(({ index: call }) => (call === at ? 'EIO' : null))
    const staged = await stageBundle(files, folder, body('a bundle'))
    expect([...filesIn(folder).named.values()], `call ${at}`).toEqual(staged.ok ? ['a bundle'] : [])
  }
})

test('[FIL1] nothing but the one module writes files', () => {
  const root = join(import.meta.dirname, '../../../../electron')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const writes =
    /\b(writeFile|appendFile|createWriteStream|copyFile|cp|rename|truncate|writeFileSync|renameSync|mkdtemp)\b[^;]*from 'node:fs/
  expect(sources.filter((path) => writes.test(readFileSync(join(root, path), 'utf8')))).toEqual(['host/files/file-system.ts'])
})
