import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { loadJournal } from '../../../electron/host/journal/load'
import { currentDocs } from '../../../electron/host/journal/review-copy'
import type { LogLine } from '../../../shared/record/commit'
import { minutesFragment } from '../../../shared/minutes/fragments'

/** The lines of the log in this profile's database, of all reviews. */
export function logIn(page: Page): Promise<LogLine[]> {
  return page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(request.error?.message))
      })
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    const database = await asked(indexedDB.open(names.find((name) => name.startsWith('review-room')) ?? ''))
    const lines = await asked(database.transaction('log').objectStore('log').getAll() as IDBRequest<LogLine[]>)
    database.close()
    return lines.map(({ hash, entry, payload }) => ({ hash, entry, ...(payload && { payload }) }))
  })
}

/** The one review of a data folder as its journal has it: the text of an item, line by line, and the log. */
export async function journalIn(data: string, itemId: string): Promise<{ text: string[]; log: LogLine[] }> {
  const [folder = ''] = readdirSync(join(data, 'reviews'))
  const { copy } = await loadJournal(nodeFileSystem(), join(data, 'reviews', folder), 'journal')
  return { text: linesOf(minutesFragment(currentDocs(copy).minutes, itemId)), log: copy.log }
}

function linesOf(fragment: Y.XmlFragment): string[] {
  return (fragment.toArray() as Y.XmlElement[]).map((node) => node.toJSON().replace(/<[^>]*>/g, ''))
}

/** The lines of an item's minutes as a window shows them while nobody writes there. */
export async function linesShown(page: Page, itemId: string): Promise<string[]> {
  return page.locator(`[data-section="${itemId}"] p`).evaluateAll((lines) => lines.map((line) => line.textContent ?? ''))
}
