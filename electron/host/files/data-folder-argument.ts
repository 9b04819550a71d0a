import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../../shared/result'
import { usualDataFolder } from './data-folder'

/** FIL8: the folder that `--data-dir DIR` or `--data-dir=DIR` names among a shell's arguments, else the usual one. */
export function dataFolderArgument(args: readonly string[]): Result<string, string> {
  // Not strict: a desktop gets Chromium's and its launcher's arguments too.
  const { values } = parseArgs({ args: [...args], options: { 'data-dir': { type: 'string' } }, strict: false })
  const named = values['data-dir']
  if (named === undefined) return ok(resolve(usualDataFolder()))
  const isFolder = typeof named === 'string' && named !== '' && !named.startsWith('-')
  return isFolder ? ok(resolve(named)) : fail('--data-dir takes a folder')
}
