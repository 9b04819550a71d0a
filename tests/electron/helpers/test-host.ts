import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createHost, type Host, type HostOptions } from '../../../electron/host/create-host'
import { type DataFolder, prepareDataFolder } from '../../../electron/host/files/data-folder'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import type { Jobs } from '../../../electron/host/jobs/job'
import { logOptions } from '../../../electron/host/log'
import type { HostCall, HostError, HostEvent, HostRequest, HostResponse } from '../../../shared/host-contract'
import { type Result, unwrap } from '../../../shared/result'
import { tempFolder } from './temp-folder'

export interface TestHost {
  readonly host: Host
  readonly folder: DataFolder
  readonly log: string[]
  readonly events: HostEvent[]
  call<Name extends HostCall>(name: Name, request: HostRequest<Name>): Promise<Result<HostResponse<Name>, HostError>>
}

/** A host on a folder of its own (or on `root`), with what the test wants to differ. Client `watcher` hears its events. */
export async function testHost(options: Partial<HostOptions> & { root?: string } = {}): Promise<TestHost> {
  const { root = join(tempFolder(), 'data'), ...given } = options
  const files = given.files ?? nodeFileSystem()
  const folder = unwrap(await prepareDataFolder(files, root))
  const log: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString())
      done()
    },
  })
  const host = await createHost({
    files,
    folder,
    version: '1.2.3',
    shell: plainShell('browser'),
    jobs: refusingJobs,
    log: pino(logOptions, sink),
    ...given,
  })
  onTestFinished(() => host.close())
  const events: HostEvent[] = []
  host.connect('watcher', (event) => events.push(event))
  return {
    host,
    folder,
    log,
    events,
    call: async (name, request) => (await host.call(name, request, { isTrusted: true })) as never,
  }
}

export function plainShell(name: 'browser' | 'desktop'): HostOptions['shell'] {
  return {
    name,
    openWall: () => Promise.resolve({ openUrl: null }),
    openLink: (url) => Promise.resolve({ openUrl: url }),
    chooseFolder: () => Promise.resolve({ path: null, ownPicker: true }),
  }
}

/** Jobs that answer what their real counterparts answer to files that are not there. */
export const refusingJobs: Jobs = {
  run: () => Promise.resolve({ ok: false, error: { kind: 'not-found', message: 'no such file' } } as never),
}
