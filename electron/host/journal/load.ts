import { errorCode } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { type Scan, scanFrames } from './frame'
import { generationPath, listGenerations } from './generation'
import { addFrame, emptyCopy, isWaitingForOthers, type ReviewCopy } from './review-copy'

export interface Loaded {
  readonly copy: ReviewCopy
  /** Newest generation on the disk, 0 when there is none. */
  readonly generation: number
  /** Size of its file up to the last whole frame. */
  readonly bytes: number
  /** Commits behind its snapshot. */
  readonly commits: number
  /** True when the newest file must not be continued: a new generation has to begin. */
  readonly beginAnew: boolean
  /** Generations with damaged bytes, to be kept aside. */
  readonly damaged: readonly number[]
  /** What was noticed, in words. */
  readonly notices: readonly string[]
}

interface GenerationScan extends Scan {
  readonly generation: number
}

/**
 * Reads a review's journal. The newest generation is enough while it is whole; after damage every generation is read, oldest first,
 * and every whole frame counts (JRN4). A folder without journal gives an empty copy. Throws only when the folder cannot be listed.
 */
export async function loadJournal(files: FileSystem, folder: string, reviewId: string): Promise<Loaded> {
  const generations = await listGenerations(files, folder)
  const newest = generations.at(-1)
  if (newest === undefined)
    return { copy: emptyCopy(reviewId), generation: 0, bytes: 0, commits: 0, beginAnew: true, damaged: [], notices: [] }
  const last = await scanGeneration(files, folder, newest)
  const isWhole = !last.damaged && startsWithSnapshot(last)
  const older = isWhole
    ? []
    : await Promise.all(generations.slice(0, -1).map((generation) => scanGeneration(files, folder, generation)))
  const scans = [...older, last]
  const copy = emptyCopy(reviewId)
  for (const { frames } of scans) for (const frame of frames) addFrame(copy, frame)
  const damaged = scans.filter((scan) => scan.damaged || !startsWithSnapshot(scan)).map(({ generation }) => generation)
  const notices = isWhole ? [] : [older.some(startsWithSnapshot) ? DAMAGED_WITH_OLDER : DAMAGED]
  if (isWhole && last.torn) notices.push(TORN)
  if (isWaitingForOthers(copy)) notices.push(WAITING)
  if (copy.refused > 0) notices.push(REFUSED)
  return { copy, generation: newest, bytes: last.goodEnd, commits: last.frames.length, beginAnew: !isWhole, damaged, notices }
}

const TORN =
  'The last change was not written to its end before the program stopped; it was left out. Everything before it is there.'
const DAMAGED = 'A part of the saved copy on this computer is damaged. Every change that could be read was kept.'
const DAMAGED_WITH_OLDER =
  'A part of the saved copy on this computer is damaged. An earlier copy and every change that could be read were put together.'
const WAITING = 'Some later changes belong to one that could not be read; they stay stored and appear if it is found.'
const REFUSED = 'Some changes could not be understood; they stay stored but are not shown.'

const startsWithSnapshot = ({ frames }: Scan): boolean => frames[0]?.value?.kind === 'snapshot'

async function scanGeneration(files: FileSystem, folder: string, generation: number): Promise<GenerationScan> {
  try {
    return { generation, ...scanFrames(await files.readFile(generationPath(folder, generation))) }
  } catch (error) {
    // A bad sector counts as damage, so that older files are asked; anything else may pass and must not look like an empty review.
    if (errorCode(error) !== 'EIO') throw error
    return { generation, frames: [], goodEnd: 0, damaged: true, torn: false }
  }
}
