import { bundleFiles, paperPaths } from '../../../shared/archive/bundle-files'
import type { Paper } from '../../../shared/archive/paper'
import { inOrder } from '../../../shared/review/fields'
import { makeReview, paragraph } from '../../helpers/review-maker'
import { words } from '../pages/words'

/** Paragraphs that fill a page of A4, about. */
const PER_PAGE = 24

/** The minutes of a review that fill about so many pages, as a paper; `mark` stands in each paragraph. */
export function minutesOf(pages: number, mark: string): Paper {
  const review = makeReview()
  const [item] = inOrder(review.state().record.agenda)
  review.write(item?.id ?? null, ...words(pages * PER_PAGE).map((text) => paragraph(`${mark} ${text}`)))
  const bundle = bundleFiles({ parts: review.parts(), log: review.log, withDesk: false, version: '1.2.3', present: new Set() })
  const file = bundle?.files.find(({ path }) => path === paperPaths.minutesPdf)
  if (file?.kind !== 'pdf') throw new Error('no minutes')
  return file.paper
}
