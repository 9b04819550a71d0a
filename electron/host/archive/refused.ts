import type { HostError } from '../../../shared/host-contract'
import { printable } from '../../../shared/archive/names'
import { errorCode, fileError } from '../files/file-error'

/** Thrown while a foreign file is read, and caught where the reading began: becomes the answer. */
export class Refused extends Error {
  constructor(readonly error: HostError) {
    super(error.message)
  }
}

/** A file that breaks a rule of its format; `details` are names in it. */
export function malformed(message: string, ...details: string[]): Refused {
  return new Refused({ kind: 'malformed', message, ...(details.length > 0 && { details: details.map(printable) }) })
}

/** The system cannot read a file of a bag. */
export function unreadable(error: unknown, path: string): Refused {
  return new Refused({ ...fileError(error, 'a file could not be read'), details: [printable(path)] })
}

/** Content that is not what its headers say: the file it stands for differs. */
export class Damaged extends Error {}

/** Also what zlib cannot unpack. */
export function isDamage(error: unknown): boolean {
  return error instanceof Damaged || errorCode(error).startsWith('Z_')
}

/** Whether the system could not read, as against what was read being wrong. Codes of Node's own, such as `ERR_X`, are none of the system's. */
export function isSystemError(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(errorCode(error))
}
