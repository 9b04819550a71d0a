import { join } from 'node:path'
import { errorCode } from '../files/file-error'
import type { FileSystem, OpenFile, OpenMode } from '../files/file-system'
import { patiently, writeWhole } from '../files/safe-write'
import { scanFrames } from './frame'

/** FIL4: shorter than a sender waits; what is held longer is begun anew elsewhere (JRN8). */
const patience = { patienceMs: 2_000 }

export function openPatiently(files: FileSystem, path: string, mode: OpenMode): Promise<OpenFile> {
  return patiently(() => files.open(path, mode), patience)
}

/** Name of a generation's file, `00000012.journal`. */
export function generationPath(folder: string, generation: number): string {
  return join(folder, `${String(generation).padStart(8, '0')}.journal`)
}

/** Generations in a review's folder, oldest first. */
export async function listGenerations(files: FileSystem, folder: string): Promise<number[]> {
  const names = await files.list(folder)
  return names
    .map((name) => /^(\d{8,})\.journal$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((left, right) => left - right)
}

/** A generation that is being written under a part name. */
export interface Draft {
  readonly generation: number
  readonly part: string
  /** Bytes written so far. */
  readonly bytes: number
  readonly frames: number
}

/** Writes the first frames of a generation into a part file and reads them back. Throws what the file system says. */
export async function draftGeneration(
  files: FileSystem,
  folder: string,
  generation: number,
  frames: readonly Uint8Array[],
): Promise<Draft> {
  const part = `${generationPath(folder, generation)}.part`
  await files.remove(part)
  const bytes = await using(await files.open(part, 'wx'), (file) => writeFrames(file, frames))
  return verified(files, { generation, part, bytes, frames: frames.length })
}

/** Adds what was written since, gives the draft its name and makes the name last. `isNamed` tells a caller how far it came. */
export async function placeGeneration(
  files: FileSystem,
  folder: string,
  draft: Draft,
  since: readonly Uint8Array[],
  progress: { isNamed: boolean },
): Promise<number> {
  let whole = draft
  if (since.length > 0) {
    const added = await using(await openPatiently(files, draft.part, 'a'), (file) => writeFrames(file, since))
    whole = await verified(files, { ...draft, bytes: draft.bytes + added, frames: draft.frames + since.length })
  }
  // The name may be taken although the call fails: whoever asks must assume so until a look says otherwise.
  progress.isNamed = true
  const path = generationPath(folder, draft.generation)
  try {
    await patiently(() => files.rename(draft.part, path), patience)
  } catch (error) {
    progress.isNamed = await isThere(files, path)
    throw error
  }
  await files.syncFolder(folder)
  return whole.bytes
}

/** JRN11: cuts off what stands behind `bytes`, where there is any. Throws when there are fewer: what was acknowledged is gone. */
export async function cutTail(files: FileSystem, path: string, bytes: number): Promise<void> {
  const found = (await files.stat(path)).bytes
  if (found < bytes) throw Object.assign(new Error('shorter than before'), { code: 'EIO' })
  if (found === bytes) return
  // Windows gives a handle that appends no right to cut.
  await using(await openPatiently(files, path, 'r+'), async (file) => {
    await file.truncate(bytes)
    await file.sync()
  })
}

async function isThere(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.stat(path)
    return true
  } catch (error) {
    return errorCode(error) !== 'ENOENT'
  }
}

async function writeFrames(file: OpenFile, frames: readonly Uint8Array[]): Promise<number> {
  for (const frame of frames) await writeWhole(file, frame)
  await file.sync()
  return frames.reduce((sum, frame) => sum + frame.length, 0)
}

/** JRN7: what cannot be read back does not replace anything. */
async function verified(files: FileSystem, draft: Draft): Promise<Draft> {
  const scan = scanFrames(await files.readFile(draft.part))
  if (scan.damaged || scan.torn || scan.frames.length !== draft.frames || scan.goodEnd !== draft.bytes)
    throw Object.assign(new Error('read back differs'), { code: 'EIO' })
  return draft
}

async function using<Value>(file: OpenFile, act: (file: OpenFile) => Promise<Value>): Promise<Value> {
  let value: Value
  try {
    value = await act(file)
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  return value
}
