import { expect, test } from 'vitest'
import { minutesMarkdownFile, minutesPage } from '../../../shared/archive/minutes-files'
import { minutesPaper } from '../../../shared/archive/minutes-paper'
import { emptyReview } from '../../helpers/empty-review'
import { fullReview } from '../../helpers/full-review'
import { viewOf } from '../../helpers/view-of'

const cell = (words: string) => new RegExp(`[>|"]\\s*${words}\\s*[<|"]`)
const formsOf = (view: ReturnType<typeof viewOf>) =>
  [minutesMarkdownFile(view), minutesPage(view), JSON.stringify(minutesPaper(view))].map((form) => form.replaceAll('\\.', '.'))

test('[RDY9] the minutes say in every form how ready the review was, and why it began anyway', () => {
  const { review, ids } = fullReview()
  const { people, gateCriteria } = review.state().record
  const reviewer = Object.values(people).find(({ roles }) => roles.includes('reviewer'))
  const exit = Object.values(gateCriteria).find(({ gate }) => gate === 'exit')
  const told = { outcome: 'insufficient', spentMs: 47 * 60_000, note: 'Without the appendix' } as const
  review.act('recordPreparation', { personId: reviewer?.id ?? '', materialIds: [ids.material], ...told })
  review.act('decideGateCriterion', {
    ...{ criterionId: exit?.id ?? '', status: 'waived', waivedBy: reviewer?.id ?? '', reason: 'The finding is of the next gate' },
  })
  for (const form of formsOf(viewOf(review)))
    for (const words of [
      /Started 24 November 2026, \d\d:\d\d although something was missing, because: The season begins on Monday/,
      'Not answered: The network plan is of this year',
      'It is of 2021',
      'Rolled back to 1.8 on the test system in four minutes',
      'Sufficiently prepared: 1 of 2 reviewers; 122 min in all.',
      'Load: winter 2025/26.csv',
      `Waived by ${reviewer?.name}: The finding is of the next gate`,
      // Cells of their own.
      ...['Waived', 'Met', 'Insufficient', 'Sufficient', '47 min', 'Without the appendix'].map(cell),
      'How old is the network?',
      'Prepared answer: Its oldest part is of 1961.',
      /filed beforehand, [^;]+; asked/,
      /expected by the presenters; not asked/,
    ])
      expect(form).toMatch(words instanceof RegExp ? words : new RegExp(words.replace(/[.?*+()[\]]/g, '\\$&')))
})

test('[RDY9] where nothing was asked of anybody, the minutes say nothing of it', () => {
  for (const form of formsOf(viewOf(emptyReview()))) expect(form).not.toMatch(/Readiness|Exit criteria|Prepared/)
})
