import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

interface Asked {
  readonly within?: string
  readonly floats?: boolean
}

/**
 * What axe finds in the page or the part of it that `within` selects: each rule with the places and what is wrong there. Where something floats over
 * a page that is inert, the page's landmark and heading are not asked for. Axe stays in the page: to bring it anew takes as long as the look.
 */
export async function axeOf(
  page: Page,
  { within, floats = false }: Asked = {},
): Promise<{ id: string; target: unknown; failureSummary?: string }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const enabled = !floats
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: { 'landmark-one-main': { enabled }, 'page-has-heading-one': { enabled } },
  }
  const { violations } = await page.evaluate(
    ([part, asked]) =>
      (window as unknown as { axe: { run(of: Document | string, how: RunOptions): Promise<AxeResults> } }).axe.run(
        part ?? document,
        asked,
      ),
    [within, options] as const,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })))
}
