import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that goes when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'review-room-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Makes `folder` a data folder that passes every check and fails when its reviews are read: a folder lies where a journal should. */
export function unreadableFolder(folder: string): string {
  mkdirSync(join(folder, 'reviews', 'r', '00000001.journal'), { recursive: true })
  writeFileSync(join(folder, 'index.json'), 'garbled')
  return folder
}
