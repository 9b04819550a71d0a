import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './app'

/** A file system of its own, in memory, that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  fill(): void
  makeRoom(): void
  /** Takes it away, also while it is in use. */
  remove(): void
}

/** Mounts a small disk; answers in words why that is refused here. */
export function smallDisk(name: string, megabytes: number): SmallDisk | string {
  const folder = tempFolder(name)
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]
  const { status, stderr, error } = spawnSync('mount', options, { encoding: 'utf8' })
  if (status !== 0) return `a small disk cannot be mounted here (${error?.message ?? stderr.trim()})`
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'w')
      for (const bytes of [1 << 20, 4096, 1]) while (isTaken(file, bytes));
      closeSync(file)
    },
    makeRoom: () => rmSync(ballast),
    remove: () => void spawnSync('umount', ['--lazy', folder]),
  }
}

function isTaken(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes
  } catch {
    return false
  }
}
