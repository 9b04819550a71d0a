import { type Device, deviceSchema, type HostError } from '../../shared/host-contract'
import { ok, type Result } from '../../shared/result'
import { errorCode } from './files/file-error'
import type { FileSystem } from './files/file-system'
import { createQueue } from './files/queue'
import { writeSafely } from './files/safe-write'

/** The host's one file about this device. */
export interface DeviceFile {
  read(): Device
  write(patch: Partial<Device>): Promise<Result<Device, HostError>>
  /** Remembers a folder as a destination; the newest first. */
  addDestination(folder: string): Promise<Result<Device, HostError>>
}

/** Reads the file; one that cannot be understood is kept aside and the defaults count. */
export async function openDevice(files: FileSystem, path: string): Promise<DeviceFile> {
  let device = await readDevice(files, path)
  const queue = createQueue()

  function change(edit: (old: Device) => Device): Promise<Result<Device, HostError>> {
    return queue.run(async () => {
      const next = edit(device)
      const bytes = new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`)
      const written = await writeSafely(files, path, () => [bytes], { patienceMs: 2_000 })
      if (!written.ok) return written
      device = next
      return ok(device)
    })
  }

  return {
    read: () => device,
    write: (patch) => change((old) => ({ ...old, ...patch })),
    addDestination: (folder) =>
      change((old) => ({ ...old, destinations: [folder, ...old.destinations.filter((one) => one !== folder)].slice(0, 20) })),
  }
}

async function readDevice(files: FileSystem, path: string): Promise<Device> {
  try {
    return deviceSchema.parse(JSON.parse(new TextDecoder().decode(await files.readFile(path))))
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') await files.rename(path, `${path}.damaged`).catch(() => undefined)
    return deviceSchema.parse({})
  }
}
