import { filesOf } from '../../electron/helpers/bundle-content'

export type Told = Record<string, Record<string, unknown>[]>

/** The record as a saved bundle has it, list by list. */
export async function recordIn(bundle: string): Promise<Told> {
  const text = (await filesOf(bundle)).get('data/record/review.json')?.toString() ?? ''
  return (JSON.parse(text) as { record: Told }).record
}
