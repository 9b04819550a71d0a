import { facePaths } from '../../build/faces.mjs'
import { pdfPrinter } from '../../electron/host/archive/pdf'
import { minutesPaper } from '../../shared/archive/minutes-paper'
import { fullReview } from './full-review'
import { viewOf } from './view-of'

/** A PDF of a few objects in plain sight; `more` goes into its catalogue, `page` into its only page. */
export function plainPdf(more = '', page = ''): Buffer {
  const words = 'BT /F1 24 Tf 72 700 Td (Review Room) Tj ET'
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  return pdfOf(objects)
}

/** A file of these objects, the first of which is its catalogue. */
function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Minutes as this program sets them: packed streams, faces, outline and tags. */
export function setPdf(): Buffer {
  const faces = facePaths.slice(0, 3)
  return Buffer.from(pdfPrinter(faces)(minutesPaper(viewOf(fullReview().review))).bytes)
}

/** Slides of 16:9 that say which they are; the one named is of 4:3. */
export function slidesPdf(count: number, tall = 0): Buffer {
  const pages = Array.from({ length: count }, (_, at) => at + 1)
  const words = (page: number) => `BT /F1 96 Tf 90 240 Td (Slide ${page}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${pages.map((page) => `${page * 2 + 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page === tall ? 720 : 960} 540] /Contents ${page * 2 + 3} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${words(page).length} >>\nstream\n${words(page)}\nendstream`,
    ]),
  ]
  return pdfOf(objects)
}

/** Slides of which the second is small to write and without end to draw: forms within forms, each drawing the next many times. */
export function endlessPdf(): Buffer {
  const stream = (words: string, more = '') => `<< ${more} /Length ${words.length} >>\nstream\n${words}\nendstream`
  const page = (content: number, resources: string) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents ${content} 0 R /Resources << ${resources} >> >>`
  const words = (text: string) => stream(`BT /F1 96 Tf 90 240 Td (${text}) Tj ET`)
  const depth = 12
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 960 540]'
  const forms = Array.from({ length: depth }, (_, at) =>
    at === depth - 1
      ? stream('0 0 9 9 re f', form)
      : stream('/X Do\n'.repeat(20), `${form} /Resources << /XObject << /X ${11 + at} 0 R >> >>`),
  )
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 3 /Kids [4 0 R 5 0 R 6 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    page(7, '/Font << /F1 3 0 R >>'),
    page(8, '/XObject << /X 10 0 R >>'),
    page(9, '/Font << /F1 3 0 R >>'),
    words('First'),
    stream('/X Do'),
    words('Third'),
    ...forms,
  ])
}
