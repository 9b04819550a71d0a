import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import { LARGEST_MATERIAL } from '../../../shared/review/materials'
import { fail, ok, type Result } from '../../../shared/result'
import { fileError } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { hashOfFile, patiently, writeWhole } from '../files/safe-write'

/** Largest bundle that may be dropped or saved, in bytes: many of the largest materials. */
export const LARGEST_BUNDLE = 64 * 1024 ** 3

/** FIL4: for what a virus scanner holds. */
const patience = { patienceMs: 5_000 }

/** MTS1: the only names that reach the file system. */
export function isMaterialName(name: string): boolean {
  return /^[0-9a-f]{128}$/.test(name)
}

export function materialPath(folder: string, sha512: string): string {
  if (!isMaterialName(sha512)) throw new Error('not a sha512')
  return join(folder, sha512)
}

/** Streams a body into the store, hashing on the way; the same content twice is kept once. Nothing stays of a body that ends early or is too large. */
export async function storeMaterial(
  files: FileSystem,
  folder: string,
  body: AsyncIterable<Uint8Array>,
  limit = LARGEST_MATERIAL,
): Promise<Result<{ sha512: string; bytes: number }, HostError>> {
  const part = join(folder, `.${randomBytes(12).toString('hex')}.part`)
  const received = await receive(files, part, body, limit)
  if (!received.ok) return received
  try {
    const path = materialPath(folder, received.value.sha512)
    // MTS2: read back before it counts; a copy that was there and is whole stays.
    const [back, known] = [
      await patiently(() => hashOfFile(files, part), patience),
      await hashOfFile(files, path).catch(() => null),
    ]
    if (back.sha512 !== received.value.sha512) return fail({ kind: 'failed', message: 'the material could not be read back' })
    if (known?.sha512 !== received.value.sha512) {
      await patiently(() => files.rename(part, path), patience)
      await files.syncFolder(folder)
    }
    return received
  } catch (error) {
    return fail(fileError(error, 'the material could not be stored'))
  } finally {
    await files.remove(part).catch(() => undefined)
  }
}

export const newStagingId = (): string => randomBytes(16).toString('hex')

/** Keeps a dropped bundle until it is opened. */
export async function stageBundle(
  files: FileSystem,
  folder: string,
  body: AsyncIterable<Uint8Array>,
  limit = LARGEST_BUNDLE,
  stagingId = newStagingId(),
): Promise<Result<{ stagingId: string; bytes: number }, HostError>> {
  const received = await receive(files, stagedPath(folder, stagingId), body, limit)
  return received.ok ? ok({ stagingId, bytes: received.value.bytes }) : received
}

/** Path of a staged bundle; an id that is none of ours points at a name that never exists. */
export function stagedPath(folder: string, stagingId: string): string {
  return join(folder, /^[0-9a-f]{32}$/.test(stagingId) ? `${stagingId}.zip` : 'none')
}

/** Removes what earlier runs left behind: dropped bundles and unfinished uploads. */
export async function purgeStaging(files: FileSystem, staging: string, materials: string): Promise<void> {
  for (const name of await files.list(staging)) await files.remove(join(staging, name))
  for (const name of await files.list(materials)) if (name.endsWith('.part')) await files.remove(join(materials, name))
}

async function receive(
  files: FileSystem,
  path: string,
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<{ sha512: string; bytes: number }, HostError>> {
  try {
    const file = await patiently(() => files.open(path, 'wx'), patience)
    const hash = createHash('sha512')
    let bytes = 0
    try {
      for await (const chunk of body) {
        bytes += chunk.length
        // MTS3: counted as it comes; what the sender said about its size does not matter.
        if (bytes > limit) throw new TooLarge()
        hash.update(chunk)
        await writeWhole(file, chunk)
      }
      await file.sync()
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    await file.close()
    return ok({ sha512: hash.digest('hex'), bytes })
  } catch (error) {
    await files.remove(path).catch(() => undefined)
    if (error instanceof TooLarge)
      return fail({ kind: 'too-large', message: `the file is larger than ${Math.round(limit / (1024 * 1024))} MB` })
    return fail(fileError(error, 'the file could not be stored'))
  }
}

class TooLarge extends Error {}
