import type { PaperSetter } from '../../../electron/host/archive/renderings'
import { stableJson } from '../../../shared/archive/json-files'

/** Sets papers as the JSON of what stands on them: for tests that look at something else. */
export const plainSetter: PaperSetter = {
  pdf: (paper) => ({ bytes: Buffer.from(stableJson(paper)), replaced: [] }),
  docx: (paper) => Promise.resolve(Buffer.from(stableJson(paper))),
}
