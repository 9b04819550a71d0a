import { ExternalHyperlink, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { isRightToLeft, type Run, type Runs } from '../../../shared/archive/paper'

export const SHADE = 'F4F5F7'

/** What the blocks around say of a paragraph, and what all of them share. */
export interface Place {
  readonly width: number
  /** Starting numbers of the ordered lists so far; each list counts for itself. */
  readonly lists: number[]
  readonly around: Omit<IParagraphOptions, 'children' | 'text'>
  readonly depth: number
}

/** A paragraph in its own direction. */
export function paragraph(runs: Runs, { around }: Place, options: IParagraphOptions = {}): Paragraph {
  const isRtl = isRightToLeft(runs.map(({ text }) => text).join(''))
  return new Paragraph({
    ...around,
    ...options,
    ...(isRtl && { bidirectional: true }),
    children: runs.flatMap((run) => spans(run, isRtl)),
  })
}

function spans(run: Run, isRtl: boolean): ParagraphChild[] {
  const parts = run.text.split('\n').map(
    (text, at) =>
      new TextRun({
        text,
        ...(at > 0 && { break: 1 }),
        ...(run.bold && { bold: true }),
        ...(run.italic && { italics: true }),
        ...(run.strike && { strike: true }),
        ...(run.code && { font: 'Consolas' }),
        ...(run.href && { style: 'Hyperlink' }),
        ...(isRtl && { rightToLeft: true }),
      }),
  )
  return run.href ? [new ExternalHyperlink({ link: run.href, children: parts })] : parts
}
