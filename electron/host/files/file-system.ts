import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, unlink, link, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from './file-error'

/** An open file. Offsets and lengths are bytes. */
export interface OpenFile {
  /** Writes some of `bytes` from `from` on; answers how many were written, which may be fewer. */
  write(bytes: Uint8Array, from: number): Promise<number>
  /** Reads into `into`; 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>
  truncate(length: number): Promise<void>
  sync(): Promise<void>
  /** Content and size only: enough for appending. */
  datasync(): Promise<void>
  close(): Promise<void>
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other'
  readonly bytes: number
  /** Instant of the last change. */
  readonly changedAt: number
}

/** `r` reads, `r+` changes a file that is there, `wx` makes a new file, `a` appends to one or makes it. */
export type OpenMode = 'r' | 'r+' | 'wx' | 'a'

/** All that the host does to files that matter: small enough that tests can fail any call of it. */
export interface FileSystem {
  open(path: string, mode: OpenMode, permissions?: number): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; fails with EEXIST instead of replacing. */
  link(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** With its parents; one that is there is fine. */
  makeFolder(path: string): Promise<void>
  /** Removes a file or a whole folder; absent is fine. */
  remove(path: string): Promise<void>
  /** Names in a folder. */
  list(path: string): Promise<string[]>
  stat(path: string): Promise<FileFacts>
  /** Makes renames and new names in a folder last. */
  syncFolder(path: string): Promise<void>
  freeBytes(path: string): Promise<number>
  realPath(path: string): Promise<string>
}

/** The real one. */
export function nodeFileSystem(): FileSystem {
  return {
    open: openFile,
    readFile: (path) => readFile(path),
    rename: (from, to) => rename(from, to),
    link: (from, to) => link(from, to),
    unlink: (path) => unlink(path),
    makeFolder,
    remove: (path) => rm(path, { recursive: true, force: true }),
    list: (path) => readdir(path),
    async stat(path) {
      const facts = await stat(path)
      const kind = facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other'
      return { kind, bytes: facts.size, changedAt: facts.mtimeMs }
    },
    syncFolder,
    async freeBytes(path) {
      const { bavail, bsize } = await statfs(path)
      return bavail * bsize
    },
    realPath: (path) => realpath(path),
  }
}

/** By hand: Node's own recursive mode never returns where the system refuses with ENOENT, as under /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      await mkdir(path, { mode: 0o700 })
    } else if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}

async function openFile(path: string, mode: OpenMode, permissions = 0o600): Promise<OpenFile> {
  const handle = await open(path, mode, permissions)
  return {
    async write(bytes, from) {
      return (await handle.write(bytes, from)).bytesWritten
    },
    async read(into, position) {
      return (await handle.read(into, 0, into.length, position)).bytesRead
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders and keeps names by its own journal.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
