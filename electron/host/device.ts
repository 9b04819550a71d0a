import { type Device, deviceSchema, type HostError } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { fileError } from './files/file-error'
import type { FileSystem } from './files/file-system'
import { createQueue } from './files/queue'
import { readJson } from './files/read-json'
import { writeSafely } from './files/safe-write'

/** The host's one file about this device. */
export interface DeviceFile {
  /** As they are once what is being written is written: a page loaded again right after a change sees it. */
  read(): Promise<Device>
  /** What the file was found to be at this start, in words; '' when it was well. */
  readonly notice: string
  write(patch: Partial<Device>): Promise<Result<Device, HostError>>
  /** Remembers a folder as a destination; the newest first. */
  addDestination(folder: string): Promise<Result<Device, HostError>>
}

const usual: Device = deviceSchema.parse({})

/** Reads the file; one that cannot be understood is kept aside and the usual preferences count. One that cannot be read is read again before it is written (FIL9). */
export async function openDevice(files: FileSystem, path: string): Promise<DeviceFile> {
  let device: Device | null = null
  let notice = ''

  async function read(): Promise<Device> {
    const found = await readJson(files, path, deviceSchema)
    if (found === 'damaged') {
      await files.rename(path, `${path}.damaged`)
      notice = 'The preferences of this computer were damaged: the usual ones count, and the old file is kept beside the new one.'
    }
    return typeof found === 'object' ? found.value : usual
  }

  try {
    device = await read()
  } catch (error) {
    notice = `${unreadable(error).message}. They were left as they are, and the usual ones count for now.`
  }
  const queue = createQueue()

  function change(edit: (old: Device) => Device): Promise<Result<Device, HostError>> {
    return queue.run(async () => {
      try {
        device ??= await read()
      } catch (error) {
        return fail(unreadable(error))
      }
      const next = edit(device)
      const bytes = new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`)
      const written = await writeSafely(files, path, () => [bytes], { patienceMs: 2_000 })
      if (!written.ok) return written
      device = next
      return ok(device)
    })
  }

  return {
    read: () => queue.run(() => Promise.resolve(device ?? usual)),
    notice,
    write: (patch) => change((old) => ({ ...old, ...patch })),
    addDestination: (folder) =>
      change((old) => ({ ...old, destinations: [folder, ...old.destinations.filter((one) => one !== folder)].slice(0, 20) })),
  }
}

const unreadable = (error: unknown): HostError => fileError(error, 'The preferences of this computer could not be read')
