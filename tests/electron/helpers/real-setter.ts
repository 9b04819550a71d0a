import { facePaths } from '../../../build/faces.mjs'
import { docxFile } from '../../../electron/host/archive/docx'
import { pdfPrinter } from '../../../electron/host/archive/pdf'
import type { PaperSetter } from '../../../electron/host/archive/renderings'

/** Sets papers as the app does, from the faces in the packages. */
export const realSetter: PaperSetter = { pdf: pdfPrinter(facePaths), docx: docxFile }
