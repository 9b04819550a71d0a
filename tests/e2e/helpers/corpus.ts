import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from './app'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The capstone of the corpus, which is never part of the project. */
export const capstone = resolve(root, process.env['REVIEW_ROOM_CORPUS'] || '../shared/corpus', 'capstone')
/** Slides of the corpus. */
export const SLIDES = 'Milestone_01_Presentation.pdf'

/** Skips the tests of a file outside the proof and where there is no corpus, and says why. */
export function onlyWithCorpus(what: string): void {
  const whyNot =
    process.env['REVIEW_ROOM_PROOF'] !== '1'
      ? 'only with REVIEW_ROOM_PROOF=1'
      : !existsSync(capstone)
        ? 'there is no corpus; REVIEW_ROOM_CORPUS names its folder (default ../shared/corpus)'
        : ''
  test.skip(() => {
    if (whyNot !== '') console.log(`= ${what}: skipped, ${whyNot}`)
    return whyNot !== ''
  }, whyNot)
}

export const picturesOf = (run: string): string => join(root, 'test-results', run)

/** Empties the folder for the pictures of a run. */
export function emptied(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
