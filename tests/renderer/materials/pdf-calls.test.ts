import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What PDF.js offers beside pages and words. */
const others =
  /AnnotationLayer|XfaLayer|PDFViewer|[gG]etAnnotations|getJSActions|getOpenAction|getAttachments|getFieldObjects|getCalculationOrder|getXfa|getDestination/

test('[VIW9] nothing asks PDF.js for scripts, links, forms or attachments of a file', () => {
  const folders = ['renderer/pdf', 'renderer/features/materials', 'renderer/features/wall']
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const),
  )
  expect(texts.filter(([, text]) => text.includes("from 'pdfjs-dist'")).map(([file]) => file)).toEqual([
    'deck.ts',
    'pdf-file.ts',
    'pdf-page.tsx',
  ])
  expect(texts.filter(([, text]) => others.test(text)).map(([file]) => file)).toEqual([])
})
