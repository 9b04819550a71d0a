import { nodeFileSystem } from '../files/file-system'
import type { NearJobs } from '../jobs/job'
import { docxFile } from './docx'
import { facesIn } from './fonts'
import { openArchive } from './open-archive'
import { pdfPrinter } from './pdf'
import type { PaperSetter } from './renderings'
import { saveArchive, saveMinutes } from './save-archive'

/** What the worker runs, by name. `facesFolder` holds the font files. */
export function jobTable(facesFolder: string): NearJobs {
  const files = nodeFileSystem()
  let print: PaperSetter['pdf'] | undefined
  const setter: PaperSetter = { pdf: (paper) => (print ??= pdfPrinter(facesIn(facesFolder)))(paper), docx: docxFile }
  return {
    saveArchive: (input, tools) => saveArchive(files, input, tools, setter),
    saveMinutes: (input, tools) => saveMinutes(files, input, tools, setter),
    openArchive: (input, tools) => openArchive(files, input, tools),
  }
}
