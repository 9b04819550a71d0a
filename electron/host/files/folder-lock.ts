import { createHash } from 'node:crypto'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode } from './file-error'
import type { FileSystem } from './file-system'

export interface FolderLock {
  release(): Promise<void>
}

/**
 * FIL5: one program per data folder. The lock is a listening socket named after the folder: the system lets it go when the
 * program ends, however it ends, so no stale lock can stay behind.
 */
export async function lockFolder(files: FileSystem, root: string): Promise<Result<FolderLock, HostError>> {
  const path = await files.realPath(root)
  const hash = createHash('sha512').update(path).digest('hex').slice(0, 32)
  const name = lockName(hash)
  const first = await listen(name)
  const server = first === 'taken' && hasSocketFile && !(await answers(name)) ? await afterRemoving(files, name) : first
  if (server === 'taken') return fail({ kind: 'failed', message: `Review Room already runs with the data folder ${root}` })
  server.unref()
  return ok({ release: () => new Promise((resolve) => server.close(() => resolve())) })
}

/** Elsewhere the name is not a file: abstract on Linux, a named pipe on Windows. */
const hasSocketFile = !['linux', 'win32'].includes(process.platform)

function lockName(hash: string): string {
  if (process.platform === 'linux') return `\0review-room-${hash}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\review-room-${hash}`
  return join(tmpdir(), `rr-${hash}.sock`)
}

async function afterRemoving(files: FileSystem, name: string): Promise<Server | 'taken'> {
  await files.unlink(name).catch(() => undefined)
  return listen(name)
}

function listen(name: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve('taken') : reject(error)))
    server.listen(name, () => resolve(server))
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
