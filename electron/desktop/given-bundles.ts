import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { z } from 'zod'
import type { HostEvent } from '../../shared/host-contract'
import type { Host } from '../host/create-host'

/** The bundle among a program's arguments, null when there is none. A desktop's launcher passes file: addresses. */
export function bundleIn(args: readonly string[], folder: string): string | null {
  const named = args.findLast((arg, index) => /\.zip$/i.test(arg) && !arg.startsWith('-') && args[index - 1] !== '--data-dir')
  if (named === undefined) return null
  if (!named.startsWith('file:')) return resolve(folder, named)
  try {
    return fileURLToPath(named)
  } catch {
    return null
  }
}

/** What a second start hands over. */
const handedOver = z.object({ bundle: z.string().max(4096).nullable() })

/** DSK12: bundles that the system gives: on the command line, dropped on the icon, opened with, by a second start. They wait until `open` can be called. */
export interface GivenBundles {
  give(path: string): void
  openWith(open: (path: string) => void): void
}

export function collectBundles(first: string | null): GivenBundles {
  const waiting = first === null ? [] : [first]
  let opener: ((path: string) => void) | null = null
  const give = (path: string): void => (opener ? opener(path) : void waiting.push(path))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    give(path)
  })
  return {
    give,
    openWith(open) {
      opener = open
      waiting.splice(0).forEach(open)
    },
  }
}

/** DSK11: true for the first program of a data folder. A later one hands over its bundle and is to end; the first comes to the front. */
export function isFirstInstance(bundle: string | null, given: GivenBundles, show: () => unknown): boolean {
  if (!app.requestSingleInstanceLock({ bundle })) return false
  app.on('second-instance', (_event, _args, _folder, data) => {
    show()
    const parsed = handedOver.safeParse(data)
    if (parsed.success && parsed.data.bundle !== null) given.give(parsed.data.bundle)
  })
  return true
}

/** DSK12: stages a bundle as if it had been dropped on the page, which then opens it. DSK23: this process, on which the journal waits, does not read it. */
export async function passOn(host: Pick<Host, 'stageFile'>, path: string, tell: (event: HostEvent) => void): Promise<void> {
  const name = basename(path).slice(0, 200)
  const staged = await host.stageFile(path)
  if (staged.ok) tell({ type: 'bundle:given', stagingId: staged.value.stagingId, name })
  else dialog.showErrorBox('Review Room', `${name} was not opened: ${staged.error.message}. Nothing was changed.`)
}
