import { join } from 'node:path'
import { destination, type Logger, pino } from 'pino'
import { errorCode } from './files/file-error'
import type { FileSystem } from './files/file-system'

const LARGEST_LOG = 5 << 20
/** What may wait for a disk that takes nothing, in bytes; the rest is not logged. */
const MOST_WAITING = 1 << 20

/** The host's own log, one file and the one before. It tells what failed and how long it took, never what was said or written in a meeting (HST8). */
export async function openLog(files: FileSystem, folder: string): Promise<Logger> {
  const path = join(folder, 'host.log')
  const size = await files.stat(path).then(
    ({ bytes }) => bytes,
    () => 0,
  )
  if (size > LARGEST_LOG) await files.rename(path, join(folder, 'host.previous.log')).catch(() => undefined)
  const file = destination({ dest: path, sync: true, mode: 0o600, maxLength: MOST_WAITING })
  // HST10: unheard, an error of the disk would be thrown at whoever logs.
  file.on('error', () => undefined)
  return pino(logOptions, file)
}

const privateNames = [
  'title',
  'message',
  'path',
  'folder',
  'parts',
  'log',
  'commits',
  'request',
  'value',
  'update',
  'name',
  'url',
  'secret',
  'cookie',
  'authorization',
]

/** The second net under callers that already pass no content. */
export const logOptions = {
  redact: {
    paths: [...privateNames, ...privateNames.map((name) => `*.${name}`), ...privateNames.map((name) => `*.*.${name}`)],
    censor: '[removed]',
  },
  base: null,
}

/** What of an error may be logged: its class, its system code and where it arose; its message may carry content. */
export function describeError(error: unknown): { type: string; code: string; stack: string[] } {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return {
    type: error instanceof Error ? error.constructor.name : typeof error,
    code: errorCode(error),
    stack: stack.slice(0, 8),
  }
}
