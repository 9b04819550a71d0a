import type { HostError } from '../../../shared/host-contract'

/** The system's code of an error such as `ENOSPC`, '' when it has none. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

const kinds: Readonly<Record<string, HostError['kind']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EFBIG: 'too-large',
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'no permission',
  EPERM: 'that is not allowed',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder or file is gone',
  EBUSY: 'another program holds it',
  EIO: 'the disk reports an error',
  ESTALE: 'the connection to the drive was lost',
}

/** An error of the file system in plain words, without paths: they may carry titles. */
export function fileError(error: unknown, what: string): HostError {
  const code = errorCode(error)
  return { kind: kinds[code] ?? 'failed', message: `${what}: ${words[code] ?? (code || 'unexpected error')}` }
}

/** FIL9: a file of ours that the system cannot read just then; the message says which, and why. */
export class UnreadFile extends Error {
  readonly code: string
  constructor(which: string, cause: unknown) {
    super(fileError(cause, `${which} could not be read`).message)
    this.code = errorCode(cause)
  }
}
