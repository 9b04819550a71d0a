import { nodeFileSystem } from '../files/file-system'
import type { JobTable } from '../jobs/job'
import { docxFile } from './docx'
import { facesIn } from './fonts'
import { openArchive, verifyArchive } from './open-archive'
import { pdfPrinter } from './pdf'
import type { PaperSetter } from './renderings'
import { saveArchive, saveMinutes } from './save-archive'

/** Every job by name: what the worker runs. `facesFolder` holds the font files. */
export function jobTable(facesFolder: string): JobTable {
  const files = nodeFileSystem()
  let print: PaperSetter['pdf'] | undefined
  const setter: PaperSetter = { pdf: (paper) => (print ??= pdfPrinter(facesIn(facesFolder)))(paper), docx: docxFile }
  return {
    saveArchive: (input, tools) => saveArchive(files, input, tools, setter),
    saveMinutes: (input, tools) => saveMinutes(files, input, tools, setter),
    openArchive: (input, tools) => openArchive(files, input, tools),
    verifyArchive,
  }
}
