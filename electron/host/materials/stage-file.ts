import type { HostError } from '../../../shared/host-contract'
import type { Result } from '../../../shared/result'
import type { FileSystem } from '../files/file-system'
import { bytesOf } from '../files/safe-write'
import type { JobTools, StageInput, StageOutput } from '../jobs/job'
import { seldom } from '../jobs/seldom'
import { LARGEST_BUNDLE, stageBundle } from './store'

/** DSK23: stages a file that may lie on a drive that never answers. */
export function stageFile(
  files: FileSystem,
  { path, folder, stagingId }: StageInput,
  { onProgress, signal }: JobTools,
): Promise<Result<StageOutput, HostError>> {
  const tell = seldom((bytes) => onProgress('Copying', bytes, 0))
  async function* content(): AsyncGenerator<Uint8Array> {
    let bytes = 0
    for await (const chunk of bytesOf(files, path)) {
      signal.throwIfAborted()
      tell((bytes += chunk.length))
      yield chunk
    }
  }
  return stageBundle(files, folder, content(), LARGEST_BUNDLE, stagingId)
}
