import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/result'
import { dataFolderArgument } from '../host/files/data-folder-argument'

export interface Arguments {
  /** Null: the port remembered in the data folder, else the usual one. */
  readonly port: number | null
  readonly dataDir: string
}

export const USUAL_PORT = 47_600

/** Reads the command line. `--no-open` and `--browser` are for the launcher; here they are only accepted. */
export function readArguments(args: readonly string[]): Result<Arguments, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-open': { type: 'boolean' },
        browser: { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
      },
    })
    const port = values.port === undefined ? null : Number(values.port)
    if (port !== null && !(/^\d{1,5}$/.test(values.port ?? '') && port <= 65_535))
      return fail(`--port takes a number from 0 to 65535`)
    const dataDir = dataFolderArgument(args)
    return dataDir.ok ? ok({ port, dataDir: dataDir.value }) : dataDir
  } catch (error) {
    return fail(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}
