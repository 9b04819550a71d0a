import { dirname } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import type { Commit } from '../../../shared/record/commit'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError } from '../files/file-error'
import type { FileSystem, OpenFile } from '../files/file-system'
import { createQueue } from '../files/queue'
import { writeWhole } from '../files/safe-write'
import { encodeFrame } from './frame'
import {
  cutTail,
  type Draft,
  draftGeneration,
  generationPath,
  listGenerations,
  openPatiently,
  placeGeneration,
} from './generation'
import { loadJournal } from './load'
import { addCommit, type ReviewCopy, snapshotFrames } from './review-copy'

export interface JournalOptions {
  /** A new generation begins behind so many commits or bytes. */
  readonly rotateCommits?: number
  readonly rotateBytes?: number
  /** Told what went wrong without anybody waiting for the answer; never with content. */
  readonly onProblem?: (what: string, error: unknown) => void
}

/** The journal of one review, open. */
export interface Journal {
  readonly copy: ReviewCopy
  /** Appends and answers when it is on the disk: how many commits were new. Twice is as good as once (JRN5). */
  append(commits: readonly Commit[]): Promise<Result<number, HostError>>
  /** What was noticed while reading; the second call gets nothing (JRN3). */
  takeNotices(): readonly string[]
  /** What is wrong with the files themselves; stays until the journal is opened anew. */
  readonly damage: readonly string[]
  /** Resolves when no write and no rotation is under way. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Waiting {
  readonly commits: readonly Commit[]
  readonly answer: (result: Result<number, HostError>) => void
}

/** Opens, and mends, the journal in `folder`; makes the folder when it is missing. Throws when it cannot be read at all. */
export async function openJournal(
  files: FileSystem,
  folder: string,
  reviewId: string,
  options: JournalOptions = {},
): Promise<Journal> {
  const { rotateCommits = 500, rotateBytes = 4 << 20, onProblem = () => undefined } = options
  await files.makeFolder(folder)
  await files.syncFolder(dirname(folder))
  const loaded = await loadJournal(files, folder, reviewId)
  const { copy } = loaded
  const queue = createQueue()
  let waiting: Waiting[] = []
  let notices = loaded.notices
  let damaged = loaded.damaged
  let { generation, bytes, commits, beginAnew } = loaded
  let highest = generation
  let file: OpenFile | null = null
  /** Bytes behind `bytes` may belong to a frame that failed. */
  let hasTail = true
  let rotateAt = rotateCommits
  let rotateAtBytes = bytes + rotateBytes
  /** Commits stored while a snapshot of the state before them is being written. */
  let since: Uint8Array[] | null = null
  let rotation: Promise<void> = Promise.resolve()

  function append(added: readonly Commit[]): Promise<Result<number, HostError>> {
    return new Promise((answer) => {
      waiting.push({ commits: added, answer })
      // JRN2: whoever came while the disk was busy shares the next write and fsync.
      if (waiting.length === 1) void queue.run(writeWaiting)
    })
  }

  async function writeWaiting(): Promise<void> {
    const group = waiting
    waiting = []
    const fresh = new Map(group.flatMap((one) => one.commits).map((commit) => [commit.id, commit] as const))
    for (const id of fresh.keys()) if (copy.commitIds.has(id)) fresh.delete(id)
    const frames = [...fresh.values()].map((commit) => encodeFrame({ kind: 'commit', commit }))
    const written = frames.length === 0 ? ok(undefined) : await store(frames)
    if (!written.ok) return group.forEach(({ answer }) => answer(written))
    for (const commit of fresh.values()) addCommit(copy, commit)
    since?.push(...frames)
    commits += frames.length
    const counted = new Set<string>()
    for (const one of group)
      one.answer(ok(one.commits.filter(({ id }) => fresh.has(id) && !counted.has(id) && counted.add(id)).length))
    if (commits >= rotateAt || bytes >= rotateAtBytes) startRotation()
  }

  async function store(frames: readonly Uint8Array[]): Promise<Result<void, HostError>> {
    if (!beginAnew) {
      try {
        await continueFile(frames)
        return ok(undefined)
      } catch (error) {
        onProblem('append', error)
        const isFull = ['ENOSPC', 'EDQUOT'].includes(errorCode(error))
        // JRN9: a full disk leaves a file that can be cut to its good length; after anything else the file is not trusted any more.
        if (isFull && hasTail) return fail(fileError(error, 'the journal could not be written'))
        await abandonFile()
      }
    }
    return beginGeneration(frames)
  }

  async function continueFile(frames: readonly Uint8Array[]): Promise<void> {
    const path = generationPath(folder, generation)
    if (hasTail) await cutTail(files, path, bytes)
    hasTail = true
    file ??= await openPatiently(files, path, 'a')
    for (const frame of frames) await writeWhole(file, frame)
    // From here on a failure says nothing about what is on the disk: no second try on this file.
    hasTail = false
    await file.datasync()
    bytes += frames.reduce((sum, frame) => sum + frame.length, 0)
  }

  async function abandonFile(): Promise<void> {
    beginAnew = true
    since = null
    const old = file
    file = null
    await old?.close().catch((error: unknown) => onProblem('close', error))
  }

  /** JRN8: a new file that begins with a snapshot, then what is to be stored. The failed fsync is never tried again. */
  async function beginGeneration(frames: readonly Uint8Array[]): Promise<Result<void, HostError>> {
    since = null
    const progress = { isNamed: false }
    try {
      const draft = await draftGeneration(files, folder, ++highest, snapshotFrames(copy))
      const size = await placeGeneration(files, folder, draft, frames, progress)
      await adopt(draft, size)
      return ok(undefined)
    } catch (error) {
      onProblem('new generation', error)
      await files.remove(`${generationPath(folder, highest)}.part`).catch(() => undefined)
      return fail(fileError(error, 'the journal could not be written'))
    }
  }

  async function adopt(draft: Draft, size: number): Promise<void> {
    const old = file
    file = null
    generation = draft.generation
    bytes = size
    commits = 0
    rotateAt = rotateCommits
    rotateAtBytes = bytes + rotateBytes
    beginAnew = false
    hasTail = true
    await old?.close().catch((error: unknown) => onProblem('close', error))
    await cleanUp().catch((error: unknown) => onProblem('clean up', error))
  }

  /** Keeps the generation before; puts damaged ones aside under another name; removes the rest. */
  async function cleanUp(): Promise<void> {
    for (const bad of damaged) await files.rename(generationPath(folder, bad), `${generationPath(folder, bad)}.damaged`)
    damaged = []
    const older = (await listGenerations(files, folder)).filter((one) => one < generation)
    for (const one of older.slice(0, -1)) await files.unlink(generationPath(folder, one))
  }

  function startRotation(): void {
    if (since !== null) return
    const own: Uint8Array[] = []
    since = own
    // Off the answer path: appends go on to the old file and are added to the new one at the end (JRN7).
    rotation = rotate(own).catch((error: unknown) => {
      if (since === own) since = null
      rotateAt = commits + Math.ceil(rotateCommits / 5)
      rotateAtBytes = bytes + Math.ceil(rotateBytes / 5)
      onProblem('rotation', error)
    })
  }

  async function rotate(own: readonly Uint8Array[]): Promise<void> {
    const number = ++highest
    try {
      const draft = await draftGeneration(files, folder, number, snapshotFrames(copy))
      await queue.run(async () => {
        if (since !== own) return files.remove(draft.part)
        const progress = { isNamed: false }
        try {
          await adopt(draft, await placeGeneration(files, folder, draft, own, progress))
          since = null
        } catch (error) {
          // Under its name it would be read first: nothing may be added to the file before it any more.
          if (progress.isNamed) await abandonFile()
          throw error
        }
      })
    } catch (error) {
      await files.remove(`${generationPath(folder, number)}.part`).catch(() => undefined)
      throw error
    }
  }

  async function idle(): Promise<void> {
    await queue.idle()
    await rotation
    await queue.idle()
  }

  if (beginAnew && generation > 0) await queue.run(() => beginGeneration([]))
  return {
    copy,
    append,
    damage: loaded.damaged.length > 0 ? loaded.notices : [],
    takeNotices() {
      const taken = notices
      notices = []
      return taken
    },
    idle,
    async close() {
      await idle()
      await queue.run(async () => {
        const open = file
        file = null
        await open?.close().catch(async (error: unknown) => {
          onProblem('close', error)
          await beginGeneration([])
        })
      })
    },
  }
}
