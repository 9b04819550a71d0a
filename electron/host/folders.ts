import { homedir, userInfo } from 'node:os'
import { basename, dirname, isAbsolute, join, parse } from 'node:path'
import type { Folder, HostError } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { probe } from './files/data-folder'
import { fileError } from './files/file-error'
import type { FileSystem } from './files/file-system'

type Place = Folder['places'][number]

/** More folders than anybody reads. */
const MOST_FOLDERS = 2_000
/** A drive that does not answer must not hold up the window, in ms. */
const PATIENCE_MS = 5_000

/** The folders in `path` (home when null), with where else to begin: recent destinations, home, mounted volumes. */
export async function browseFolder(
  files: FileSystem,
  path: string | null,
  recent: readonly string[],
): Promise<Result<Folder, HostError>> {
  const here = path ?? homedir()
  if (!isAbsolute(here)) return fail({ kind: 'bad-request', message: 'the path must be absolute', details: ['path'] })
  const looked = await within(PATIENCE_MS, look(files, here))
  if (looked === 'late') return fail({ kind: 'not-found', message: 'the drive does not answer' })
  if (!looked.ok) return looked
  return ok({ ...looked.value, places: await places(files, recent) })
}

async function look(files: FileSystem, path: string): Promise<Result<Omit<Folder, 'places'>, HostError>> {
  try {
    const names = (await files.list(path)).filter((name) => !name.startsWith('.') && !name.startsWith('$'))
    const folders = await onlyFolders(
      files,
      path,
      names.sort((left, right) => left.localeCompare(right)),
    )
    const freeBytes = await files.freeBytes(path).catch(() => null)
    const writable = await probe(files, path).then(
      () => true,
      () => false,
    )
    const parent = parse(path).root === path ? null : dirname(path)
    return ok({ path, name: basename(path) || path, parent, folders: folders.slice(0, MOST_FOLDERS), freeBytes, writable })
  } catch (error) {
    return fail({ ...fileError(error, 'the folder cannot be read'), kind: 'not-found' })
  }
}

async function onlyFolders(files: FileSystem, path: string, names: readonly string[]): Promise<Folder['folders']> {
  const checked = await Promise.all(
    names.map(async (name) => ((await isFolder(files, join(path, name))) ? { path: join(path, name), name } : null)),
  )
  return checked.filter((one) => one !== null)
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).kind === 'folder'
  } catch {
    return false
  }
}

/**
 * FIL11: Node has four threads for files, and a drive that does not answer keeps one for ever. Home is looked at first, so that it is always offered, and
 * few others at a time. A recent folder that nobody got to look at is offered all the same: that it is gone is not known.
 */
async function places(files: FileSystem, recent: readonly string[]): Promise<Place[]> {
  const home = await lookedAt(files, [{ path: homedir(), name: 'Home', kind: 'home' }], 1)
  const mounted = await lookedAt(files, await volumes(files), 3)
  const wanted = recent.slice(0, 5).map((path): Place => ({ path, name: basename(path) || path, kind: 'recent' }))
  const used = await lookedAt(files, wanted, 2)
  return [...used.there, ...used.unseen, ...home.there, ...mounted.there]
}

/** Which are there, `most` under way at a time; one that does not answer stays under way, so that some may not be looked at. */
async function lookedAt(
  files: FileSystem,
  candidates: readonly Place[],
  most: number,
): Promise<{ readonly there: Place[]; readonly unseen: Place[] }> {
  const unseen = [...candidates]
  const found = new Set<Place>()
  async function look(): Promise<void> {
    for (let place = unseen.shift(); place; place = unseen.shift()) {
      const answer = await within(1_000, isFolder(files, place.path))
      if (answer === 'late') return
      if (answer) found.add(place)
    }
  }
  await Promise.all(Array.from({ length: most }, look))
  return { there: candidates.filter((place) => found.has(place)), unseen }
}

async function volumes(files: FileSystem): Promise<Place[]> {
  const volume = (path: string): Place => ({ path, name: basename(path) || path, kind: 'volume' })
  if (process.platform === 'win32') return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => volume(`${letter}:\\`))
  const user = userInfo().username
  const roots = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${user}`, `/run/media/${user}`, '/mnt']
  const found = await Promise.all(
    roots.map(async (root) => (await files.list(root).catch(() => [])).map((name) => volume(join(root, name)))),
  )
  return found.flat()
}

function within<Value>(ms: number, act: Promise<Value>): Promise<Value | 'late'> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  return Promise.race([act, late]).finally(() => clearTimeout(timer))
}
