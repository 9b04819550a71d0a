import type { Folder, HostError } from '../../../shared/host-contract'
import type { DocId, LogLine } from '../../../shared/record/commit'
import type { Result } from '../../../shared/result'

export interface JobTools {
  /** `step` in words; `done` of `total` in the step's own unit. */
  readonly onProgress: (step: string, done: number, total: number) => void
  readonly signal: AbortSignal
  /** For jobs on drives that may never answer: runs one in a process and ends it when it tells nothing for so long, in ms. */
  readonly stallMs?: number
}

/** Long work. Runs in a thread or process of its own: input and output must survive structured cloning. */
export type Job<Input, Output> = (input: Input, tools: JobTools) => Promise<Result<Output, HostError>>

export type Parts = readonly { readonly docId: DocId; readonly update: Uint8Array }[]

export interface SaveInput {
  readonly reviewId: string
  /** Where the bundle goes. An existing file is never overwritten. */
  readonly folder: string
  readonly parts: Parts
  readonly log: readonly LogLine[]
  readonly withDesk: boolean
  /** Whether the minutes and the actions are also written beside the bundle. */
  readonly beside: boolean
  /** DLV14: hexadecimal digits that part files carry, for what goes straight to a drive. */
  readonly mark?: string
  readonly materialsFolder: string
  /** Version of this program. */
  readonly version: string
}
export interface SaveOutput {
  readonly title: string
  readonly path: string
  readonly bytes: number
  /** Of the whole file, as read back. */
  readonly sha512: string
  /** Names of materials that could not go in: their bytes are gone or damaged. */
  readonly missing: readonly string[]
  /** Characters that no face of ours has: they stand in the PDF as `[U+05D0]`. */
  readonly replaced: readonly string[]
  /** Paths of documents that could not be set and so are not in the bundle. */
  readonly unset: readonly string[]
  /** The loose files written beside the bundle, and the names of those that could not be. */
  readonly beside: readonly NamedFile[]
  readonly notBeside: readonly string[]
}

export interface NamedFile {
  readonly name: string
  readonly bytes: number
  readonly sha512: string
}

export type MinutesInput = Pick<SaveInput, 'reviewId' | 'folder' | 'parts' | 'log' | 'mark' | 'version'>
export type MinutesOutput = Pick<SaveOutput, 'title' | 'path' | 'bytes' | 'sha512' | 'replaced'>

export interface OpenInput {
  /** Path of the staged file. */
  readonly bundle: string
  /** Materials are stored here once everything is verified. */
  readonly materialsFolder: string
}
export interface OpenOutput {
  readonly reviewId: string
  readonly title: string
  readonly parts: Parts
  readonly log: readonly LogLine[]
}

export interface VerifyInput {
  readonly path: string
  /** Of the whole file, where it is known what was delivered. */
  readonly sha512?: string
}
export interface VerifyOutput {
  /** How many files were compared with the manifest. */
  readonly files: number
}

export interface DeliverInput {
  /** Hexadecimal digits that part files of this delivery carry, and those of every delivery to this folder. */
  readonly mark: string
  readonly marks: readonly string[]
  /** Where the files lie on this computer, and where they go. */
  readonly from: string
  readonly folder: string
  readonly files: readonly NamedFile[]
  /** sha512 of what was last delivered there for the same review, by name. */
  readonly earlier: Readonly<Record<string, string>>
  readonly version: string
}
export interface DeliverOutput {
  /** Under which names the files lie there, in their order. */
  readonly names: readonly string[]
  /** DLV14: marks of part files that could not be taken away. */
  readonly left?: readonly string[]
}

export interface StageInput {
  readonly path: string
  /** Where it is to lie on this computer, and under which id. */
  readonly folder: string
  readonly stagingId: string
}
export interface StageOutput {
  readonly stagingId: string
  readonly bytes: number
}

interface BrowseInput {
  readonly path: string | null
  /** Destinations used before. */
  readonly recent: readonly string[]
}

/** Jobs that go to this computer or straight to a drive, where `stallMs` says so. */
interface SaveJobs {
  readonly saveArchive: Job<SaveInput, SaveOutput>
  readonly saveMinutes: Job<MinutesInput, MinutesOutput>
}

/** Jobs on files of this computer: each runs in a worker thread. */
export interface NearJobs extends SaveJobs {
  readonly openArchive: Job<OpenInput, OpenOutput>
}

/** Jobs on drives that may never answer: each runs in a process, which can be ended. */
export interface FarJobs extends SaveJobs {
  readonly deliver: Job<DeliverInput, DeliverOutput>
  readonly browseFolder: Job<BrowseInput, Folder>
  readonly verifyArchive: Job<VerifyInput, VerifyOutput>
  readonly stageBundle: Job<StageInput, StageOutput>
}

type JobTable = NearJobs & FarJobs

export type JobName = keyof JobTable
export type JobInput<Name extends JobName> = Parameters<JobTable[Name]>[0]
export type JobResult<Name extends JobName> = Awaited<ReturnType<JobTable[Name]>>

/** How the host has jobs run. */
export interface Jobs {
  run<Name extends JobName>(name: Name, input: JobInput<Name>, tools: JobTools): Promise<JobResult<Name>>
}

/** What goes to a worker or courier, and what comes back. */
export type ToWorker = { readonly type: 'run'; readonly name: JobName; readonly input: unknown } | { readonly type: 'cancel' }
export type FromWorker =
  | { readonly type: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: Result<unknown, HostError> }
