import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveArchive } from '../../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { makeReview } from '../../../helpers/review-maker'
import { addMaterial, filesOf, newPlace, quietTools, saveInput, saveReview } from '../../helpers/bundles'

test('a bundle is one bag with everything a reader and a program need', async () => {
  const place = newPlace()
  const review = makeReview()
  addMaterial(review, place.materialsFolder, 'Slides.pdf', Buffer.from('slides'))
  const saved = await saveReview(review, place)
  expect(readdirSync(place.folder)).toHaveLength(1)
  const files = await filesOf(saved.path)
  expect([...files.keys()]).toMatchInlineSnapshot(`
    [
      "data/action-plan/actions.csv",
      "data/action-plan/actions.json",
      "data/action-plan/actions.md",
      "data/feedback/feedback.csv",
      "data/feedback/feedback.json",
      "data/index.html",
      "data/materials/Slides.pdf",
      "data/minutes/minutes.html",
      "data/minutes/minutes.md",
      "data/record/log-payloads.jsonl",
      "data/record/log.jsonl",
      "data/record/minutes.ydoc",
      "data/record/record.ydoc",
      "data/record/review.json",
      "data/summary/executive-summary.md",
    ]
  `)
  writeFileSync('/tmp/index.html', files.get('data/index.html') ?? '')
  writeFileSync('/tmp/minutes.html', files.get('data/minutes/minutes.html') ?? '')
  for (const n of [
    'data/summary/executive-summary.md',
    'data/minutes/minutes.md',
    'data/action-plan/actions.md',
    'data/action-plan/actions.csv',
    'data/feedback/feedback.csv',
  ])
    console.log(files.get(n)?.toString())
  ;(void mkdirSync, join, readFileSync, saveArchive, nodeFileSystem, quietTools, saveInput)
})
